/** When the vendor's clock runs out at a location of a work order, and why then. */
import type { Edition } from '../../knowledge/schema/edition.ts';
import type { Clock } from '../../knowledge/vocabulary.ts';
import type { ProofSegment } from '../command/contract.ts';
import type { HolidaySource } from './holidays.ts';
import { localDate } from './local-date.ts';
import { type CalendarLocation, calendarOf, type LocationCalendar } from './location-calendar.ts';
import { proveDue, proveElapsed } from './proof.ts';

/** The due instant in epoch milliseconds, its proof, and where the holidays come from (`none` where none matter). */
export interface Due {
  readonly at: number;
  readonly segments: readonly ProofSegment[];
  readonly holidays: HolidaySource;
}

/**
 * The instant at which `duration` milliseconds have passed since `from` on a location's clock: `elapsed` runs day and
 * night, `business` in the location's hours, else in those of the edition.
 * @throws Error where the location's hours are faulty or never add up: the check of its work order has let it pass
 */
export function dueOf(
  location: CalendarLocation,
  edition: Pick<Edition, 'businessHours'>,
  clock: Clock,
  from: number,
  duration: number,
): Due {
  if (clock === 'elapsed') {
    const { due, segments } = proveElapsed(location.timeZone, from, duration);
    return { at: due, segments, holidays: 'none' };
  }
  const { calendar, holidays } = businessCalendarAt(location, edition, from);
  const proof = proveDue(calendar, from, duration);
  if (!proof.ok) throw new Error(`the business hours in ${location.timeZone} never add up to ${duration} ms`);
  return { at: proof.value.due, segments: proof.value.segments, holidays };
}

/** The calendar for the year of an instant and the next: a response is due within hours, over the holidays at most. */
export function businessCalendarAt(
  location: CalendarLocation,
  edition: Pick<Edition, 'businessHours'>,
  from: number,
): LocationCalendar {
  const year = Number(localDate(from, location.timeZone).slice(0, 4));
  const made = calendarOf(location, edition.businessHours.value, { from: year, to: year + 1 });
  if (made.ok) return made.value;
  throw new Error(made.failure.map(({ path, problem }) => `${path}: ${problem}`).join('; '));
}
