/** Civil dates without a zone, and the instant that a date and a time of day are at a place. */
import { DateTime } from 'luxon';
import type { PartialDate } from './partial-date.ts';

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAY = 86_400_000;

const epoch = ({ year, month, day }: CivilDate): number => Date.UTC(year, month - 1, day);

export const isoDate = ({ year, month, day }: CivilDate): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

export function plusDays(date: CivilDate, days: number): CivilDate {
  const moved = new Date(epoch(date) + days * DAY);
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

/** The same day so many months on; the month's last day where it has no such day. */
export function plusMonths({ year, month, day }: CivilDate, months: number): CivilDate {
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  return { year: toYear, month: toMonth, day: Math.min(day, last) };
}

/** Days from one date to another; negative when the other lies before. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => Math.round((epoch(to) - epoch(from)) / DAY);

/** ISO weekday: 1 is Monday. */
export const weekdayOf = (date: CivilDate): number => new Date(epoch(date)).getUTCDay() || 7;

/** The civil date that an instant has in a zone; undefined for what is no instant. */
export function dateIn(instant: string, timeZone: string): CivilDate | undefined {
  const at = DateTime.fromISO(instant, { zone: timeZone });
  return at.isValid ? { year: at.year, month: at.month, day: at.day } : undefined;
}

/** The instant of a date and a time of day in a zone, ISO with offset and without fractions. */
export function instantIn(
  date: CivilDate,
  time: { hour: number; minute: number },
  timeZone: string,
): string | undefined {
  const at = DateTime.fromObject({ ...date, ...time }, { zone: timeZone });
  return at.isValid ? (at.toISO({ suppressMilliseconds: true }) ?? undefined) : undefined;
}

/** The instant so many minutes after another, ISO with the zone's offset; undefined for what is no instant. */
export function laterIn(instant: string, minutes: number, timeZone: string): string | undefined {
  const at = DateTime.fromISO(instant, { zone: timeZone }).plus({ minutes });
  return at.isValid ? (at.toISO({ suppressMilliseconds: true }) ?? undefined) : undefined;
}

/**
 * The date that is meant: a missing year is the next in which the date lies ahead, a weekday the next such day, a
 * weekday with a day of the month the next month in which they meet.
 */
export function completed(partial: PartialDate, today: CivilDate): CivilDate | undefined {
  const { day, month, weekday } = partial;
  if (month === undefined && day !== undefined && weekday !== undefined) return nextMeeting(day, weekday, today);
  if (month === undefined || day === undefined) {
    if (weekday === undefined || day !== undefined || month !== undefined) return undefined;
    return plusDays(today, (weekday - weekdayOf(today) + 7) % 7);
  }
  const year = partial.year ?? today.year;
  const date = existing({ year, month, day });
  if (date === undefined || partial.year !== undefined || epoch(date) >= epoch(today)) return date;
  return existing({ year: year + 1, month, day });
}

/** The next such day of a month that lies on or after the given date. */
export function nextDay(day: number, from: CivilDate): CivilDate | undefined {
  return monthsAhead(day, from).find((date) => epoch(date) >= epoch(from));
}

/** Where the two don't meet within a year, the day of the month counts. */
const nextMeeting = (day: number, weekday: number, today: CivilDate): CivilDate | undefined =>
  monthsAhead(day, today).find((date) => epoch(date) >= epoch(today) && weekdayOf(date) === weekday) ??
  nextDay(day, today);

/** The day in each of the months from that of a date on, a year long; months that have no such day are left out. */
const monthsAhead = (day: number, { year, month }: CivilDate): CivilDate[] =>
  Array.from({ length: 13 }, (_, step) => plusMonths({ year, month, day: 1 }, step)).flatMap(
    (first) => existing({ ...first, day }) ?? [],
  );

function existing(date: CivilDate): CivilDate | undefined {
  const round = plusDays(date, 0);
  return round.month === date.month && round.day === date.day ? round : undefined;
}
