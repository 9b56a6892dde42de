/**
 * Calendar days in a time zone. Dates are `YYYY-MM-DD`, instants epoch milliseconds, zones IANA names that
 * {@link isValidTimeZone} accepts. Nothing here depends on the zone of the process.
 */
import { zoneOf } from './zone.ts';

export { isValidTimeZone } from './zone.ts';

export const DAY = 86_400_000;
const MINUTE = 60_000;

/** 1 is Monday, 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Days since 1970-01-01, or undefined where the text is no date of the calendar. */
export function dayOf(date: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) || dateOf(time / DAY) !== date ? undefined : time / DAY;
}

/** The date of a day that is given as days since 1970-01-01. */
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

export const weekdayOf = (day: number): Weekday => (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;

export const isDate = (date: string): boolean => dayOf(date) !== undefined;

/** @throws RangeError where the text is no date; check with {@link isDate} first. */
function mustBeDay(date: string): number {
  const day = dayOf(date);
  if (day === undefined) throw new RangeError(`not a date: ${date}`);
  return day;
}

/** Calendar days from one date to the other; negative where the second is the earlier. */
export const daysBetween = (from: string, to: string): number => mustBeDay(to) - mustBeDay(from);

/** The date so many calendar days later, or earlier for a negative number. */
export const addDays = (date: string, days: number): string => dateOf(mustBeDay(date) + days);

/** The local day of an instant, as days since 1970-01-01. */
export const localDay = (instant: number, timeZone: string): number =>
  Math.floor(zoneOf(timeZone).wallAt(instant) / DAY);

/** The date that a clock in the zone shows at that instant. */
export const localDate = (instant: number, timeZone: string): string => dateOf(localDay(instant, timeZone));

/** The first instant of a date in the zone; not always midnight, since a clock change may skip it. */
export const startOfDate = (date: string, timeZone: string): number => zoneOf(timeZone).startOfDay(mustBeDay(date));

/** The first instant after a date in the zone: where that day ends, exclusive. */
export const endOfDate = (date: string, timeZone: string): number => zoneOf(timeZone).startOfDay(mustBeDay(date) + 1);

/**
 * An instant as it reads on a clock of the zone, with its offset: `2026-03-02T10:15:00+01:00`. Milliseconds appear only
 * where there are some. Offsets of the past that were no whole minute are written as the nearest one, the instant kept.
 */
export const toLocalIso = (instant: number, timeZone: string): string =>
  toIsoWithOffset(instant, zoneOf(timeZone).offsetAt(instant));

/** The same with an offset in milliseconds that is already known. */
export function toIsoWithOffset(instant: number, offset: number): string {
  const minutes = Math.round(offset / MINUTE);
  const local = new Date(instant + minutes * MINUTE).toISOString().replace(/(\.000)?Z$/, '');
  const size = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
