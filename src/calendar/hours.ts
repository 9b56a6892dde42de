/** Working hours as they are written in a work order, and as the arithmetic wants them. */
import { type Fault, fail, ok, type Result } from '../result.ts';
import { DAY, dayOf, type Weekday } from './local-date.ts';
import { FIRST_YEAR, LAST_YEAR } from './zone.ts';

/** Local wall times `HH:MM`; an end at or before the start lies on the next day, `24:00` is midnight at the end. */
export interface HoursWindow {
  readonly start: string;
  readonly end: string;
}
export type Week = Readonly<Partial<Record<Weekday, readonly HoursWindow[]>>>;

export interface CalendarFault extends Fault {
  readonly code: 'unknown-time-zone' | 'unknown-weekday' | 'bad-time' | 'bad-date' | 'overlapping-hours';
}

/** A window in milliseconds from the local midnight of the day that it starts on; `to` may exceed a day. */
export interface DayWindow {
  readonly from: number;
  readonly to: number;
}

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const MINUTE = 60_000;

/** Milliseconds since midnight of `HH:MM`, `24:00` included, or undefined. */
function timeOfDay(text: string): number | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text) ?? [];
  const time = (Number(hours) * 60 + Number(minutes)) * MINUTE;
  return time <= DAY ? time : undefined;
}

function readWindow(window: HoursWindow, path: string): Result<DayWindow, CalendarFault> {
  const from = timeOfDay(window.start);
  const to = timeOfDay(window.end);
  if (from === undefined || from === DAY) return fail(badTime(`${path}.start`, 'must be HH:MM, 00:00 to 23:59'));
  if (to === undefined) return fail(badTime(`${path}.end`, 'must be HH:MM, 00:00 to 24:00'));
  return ok({ from, to: to > from ? to : to + DAY });
}

const badTime = (path: string, problem: string): CalendarFault => ({ code: 'bad-time', path, problem });

const overlapping = (path: string): CalendarFault => ({
  code: 'overlapping-hours',
  path,
  problem: 'overlaps other hours; write each working minute once',
});

/** Reads the windows of one day in order of their start, and pushes what is wrong with them. */
function readDay(windows: readonly HoursWindow[], path: string, faults: CalendarFault[]): DayWindow[] {
  const read = windows.map((window, index) => readWindow(window, `${path}[${index}]`));
  for (const one of read) if (!one.ok) faults.push(one.failure);
  const day = read.flatMap((one) => (one.ok ? [one.value] : [])).sort((a, b) => a.from - b.from);
  if (day.some((window, index) => window.from < (day[index - 1]?.to ?? 0))) faults.push(overlapping(path));
  return day;
}

/** The seven days from Monday, or every fault: unknown days, bad times, hours that overlap, also from day to day. */
export function readWeek(week: Week): Result<readonly (readonly DayWindow[])[], readonly CalendarFault[]> {
  const faults: CalendarFault[] = Object.keys(week)
    .filter((key) => !/^[1-7]$/.test(key))
    .map((key) => ({ code: 'unknown-weekday', path: `week.${key}`, problem: 'must be 1 (Monday) to 7 (Sunday)' }));
  const days = WEEKDAYS.map((weekday) => readDay(week[weekday] ?? [], `week.${weekday}`, faults));
  if (faults.length === 0) faults.push(...overlapsFromDayToDay(days));
  return faults.length === 0 ? ok(days) : fail(faults);
}

function overlapsFromDayToDay(days: readonly (readonly DayWindow[])[]): CalendarFault[] {
  return days.flatMap((windows, index) => {
    const spill = (windows.at(-1)?.to ?? 0) - DAY;
    const next = (index + 1) % 7;
    return spill > (days[next]?.[0]?.from ?? DAY) ? [overlapping(`week.${next + 1}`)] : [];
  });
}

/** Hours by day (days since 1970-01-01) that replace the weekly ones. They may run into those of the days beside. */
export function readReplacements(
  replacements: Readonly<Record<string, readonly HoursWindow[]>>,
): Result<ReadonlyMap<number, readonly DayWindow[]>, readonly CalendarFault[]> {
  const faults: CalendarFault[] = [];
  const days = new Map<number, readonly DayWindow[]>();
  for (const [date, windows] of Object.entries(replacements)) {
    const path = `replacements.${date}`;
    days.set(readDate(date, path, faults), readDay(windows, path, faults));
  }
  return faults.length === 0 ? ok(days) : fail(faults);
}

/** Dates as days since 1970-01-01; one that is named twice counts once. */
export function readHolidays(dates: readonly string[]): Result<ReadonlySet<number>, readonly CalendarFault[]> {
  const faults: CalendarFault[] = [];
  const days = new Set(dates.map((date, index) => readDate(date, `holidays[${index}]`, faults)));
  return faults.length === 0 ? ok(days) : fail(faults);
}

function readDate(date: string, path: string, faults: CalendarFault[]): number {
  const day = dayOf(date);
  const year = Number(date.slice(0, 4));
  if (day !== undefined && year >= FIRST_YEAR && year <= LAST_YEAR) return day;
  faults.push({
    code: 'bad-date',
    path,
    problem: `must be a date YYYY-MM-DD of the years ${FIRST_YEAR} to ${LAST_YEAR}`,
  });
  return Number.NaN;
}
