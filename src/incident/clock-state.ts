/** How a clock stands, from its due instant and its end. */
import { endOfDate } from '../calendar/local-date.ts';
import type { ClockState } from './clocks.ts';

/** How a clock stopped: done, or no longer owed. */
export interface ClockEnd {
  readonly at: string;
  readonly how: 'done' | 'void';
}

/** The state at `now` and the end, to be spread into a clock. A clock that was over its time is missed however it ended. */
export function stateOf(
  due: string | undefined,
  end: ClockEnd | undefined,
  now: number,
  timeZone: string,
): { readonly state: ClockState; readonly ended?: string } {
  const last = due === undefined ? Number.POSITIVE_INFINITY : lastInstant(due, timeZone);
  if (end === undefined) return { state: now > last ? 'missed' : 'running' };
  const isLate = Date.parse(end.at) > last;
  return { state: isLate ? 'missed' : end.how === 'done' ? 'met' : 'ended', ended: end.at };
}

/** The last instant that is in time: the due one itself, or the end of a date. */
const lastInstant = (due: string, timeZone: string): number =>
  due.includes('T') ? Date.parse(due) : endOfDate(due, timeZone) - 1;
