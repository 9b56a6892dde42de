/**
 * Business time of one place: its weekly hours in its own zone, its holidays and the dates with hours of their own.
 *
 * The opening instant is in, the closing instant is out. Windows may be split or cross midnight and belong to the day
 * on which they start; a holiday closes its civil day and every window that starts on it. A window in a clock change
 * counts the minutes that really pass. Instants and durations are whole milliseconds. Questions about a calendar have
 * no side effects that can be seen: what they find out about years not met before is kept.
 */
import { fail, ok, type Result } from '../result.ts';
import { type CalendarFault, type HoursWindow, readHolidays, readReplacements, readWeek, type Week } from './hours.ts';
import { DAY, dateOf, isValidTimeZone, localDay } from './local-date.ts';
import { type OpeningRules, windowsOn } from './openings.ts';
import { RegularWeek } from './regular-week.ts';
import { Timeline } from './timeline.ts';
import { FIRST_YEAR, LAST_YEAR, zoneOf } from './zone.ts';

export interface CalendarSpec {
  /** IANA name. */
  readonly timeZone: string;
  /** Days without an entry are not worked. */
  readonly week: Week;
  /** Dates `YYYY-MM-DD` that are not worked. */
  readonly holidays?: readonly string[];
  /** By date: hours in place of the weekly ones, also on a holiday. An empty list closes the day. */
  readonly replacements?: Readonly<Record<string, readonly HoursWindow[]>>;
}

export type NoWorkingTime = 'no-working-time';

/** The last instant that a due instant may be; beyond it a year has no four digits. */
const LAST_INSTANT = Date.UTC(9999, 11, 31);

export class BusinessCalendar {
  readonly timeZone: string;
  readonly rules: OpeningRules;
  readonly #week: RegularWeek;
  readonly #lastReplacedYear: number;
  #timeline: Timeline | undefined;

  /** Use {@link createBusinessCalendar}, which checks its input. */
  constructor(timeZone: string, rules: OpeningRules) {
    this.timeZone = timeZone;
    this.rules = rules;
    this.#week = new RegularWeek(rules.week);
    this.#lastReplacedYear = [...rules.replacements.keys()].reduce((year, day) => Math.max(year, yearOf(day * DAY)), 0);
  }

  /** The prepared years, at least those of the two instants. */
  timelineOf(from: number, to: number): Timeline {
    const known = this.#timeline;
    if (known !== undefined && from >= known.from && to < known.to) return known;
    return this.#prepare(yearOf(from), yearOf(to));
  }

  /** Whether later years can still bring working time. */
  goesOnAfter(timeline: Timeline): boolean {
    return timeline.lastYear < (this.#week.total > 0 ? LAST_YEAR : Math.min(this.#lastReplacedYear + 1, LAST_YEAR));
  }

  /** Twice the years after those that are prepared. */
  laterThan(timeline: Timeline): Timeline {
    return this.#prepare(timeline.firstYear, timeline.lastYear + (timeline.lastYear - timeline.firstYear + 1));
  }

  #prepare(from: number, to: number): Timeline {
    const first = Math.max(FIRST_YEAR, Math.min(from - 1, this.#timeline?.firstYear ?? from));
    const last = Math.min(LAST_YEAR, Math.max(to + 1, this.#timeline?.lastYear ?? to));
    this.#timeline = new Timeline(this.rules, this.#week, first, last);
    return this.#timeline;
  }
}

function yearOf(instant: number): number {
  const year = new Date(instant).getUTCFullYear();
  if (Number.isNaN(year)) throw new RangeError(`not an instant: ${instant}`);
  return Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR);
}

/** A calendar, or everything that is wrong with its description, each fault with its path. */
export function createBusinessCalendar(spec: CalendarSpec): Result<BusinessCalendar, readonly CalendarFault[]> {
  const week = readWeek(spec.week);
  const holidays = readHolidays(spec.holidays ?? []);
  const replacements = readReplacements(spec.replacements ?? {});
  const zone = isValidTimeZone(spec.timeZone) ? ok(zoneOf(spec.timeZone)) : fail([unknownZone(spec.timeZone)]);
  if (week.ok && holidays.ok && replacements.ok && zone.ok) {
    const rules = { zone: zone.value, week: week.value, holidays: holidays.value, replacements: replacements.value };
    return ok(new BusinessCalendar(spec.timeZone, rules));
  }
  return fail([zone, week, holidays, replacements].flatMap((part) => (part.ok ? [] : part.failure)));
}

const unknownZone = (name: string): CalendarFault => ({
  code: 'unknown-time-zone',
  path: 'timeZone',
  problem: `no IANA time zone that this Node knows: ${name}`,
});

/** Working milliseconds from one instant to the other; 0 where the second is not the later. */
export function workingTimeBetween(calendar: BusinessCalendar, from: number, to: number): number {
  if (from >= to) return 0;
  const timeline = calendar.timelineOf(from, to);
  return timeline.workedUntil(to) - timeline.workedUntil(from);
}

/**
 * The earliest instant by which that much working time has been spent since `from`; `from` itself for a duration of
 * zero. Where the hours never add up to it before the year 9999 ends, the failure says so.
 * @throws RangeError for a duration that is negative or no whole number of milliseconds
 */
export function addWorkingTime(
  calendar: BusinessCalendar,
  from: number,
  duration: number,
): Result<number, NoWorkingTime> {
  if (!Number.isInteger(duration) || duration < 0) throw new RangeError(`not a duration: ${duration}`);
  if (duration === 0) return ok(from);
  let timeline = calendar.timelineOf(from, Math.min(from + duration, LAST_INSTANT));
  for (;;) {
    const due = timeline.whenWorked(timeline.workedUntil(from) + duration);
    if (due !== undefined && due <= timeline.to) return due <= LAST_INSTANT ? ok(due) : fail('no-working-time');
    if (!calendar.goesOnAfter(timeline)) return fail('no-working-time');
    timeline = calendar.laterThan(timeline);
  }
}

/** Whether work goes on at that instant: true at the opening instant, false at the closing one. */
export const isOpen = (calendar: BusinessCalendar, instant: number): boolean =>
  workingTimeBetween(calendar, instant, instant + 1) > 0;

/** The earliest instant from `from` on at which it is open: `from` itself while it is. */
export function nextOpening(calendar: BusinessCalendar, from: number): Result<number, NoWorkingTime> {
  const first = addWorkingTime(calendar, from, 1);
  return first.ok ? ok(first.value - 1) : first;
}

/** Whether hours start on that date. A date is a working day by its own hours, not by the tail of the night before. */
const isWorkingDay = (calendar: BusinessCalendar, day: number): boolean => windowsOn(calendar.rules, day).length > 0;

/**
 * The date on which so many working days have passed after the local date of an instant: 1 is the next working day, 0
 * that date itself.
 * @throws RangeError for a number of days that is negative or not whole
 */
export function addWorkingDays(calendar: BusinessCalendar, from: number, days: number): Result<string, NoWorkingTime> {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of days: ${days}`);
  const { week, holidays, replacements } = calendar.rules;
  let day = localDay(from, calendar.timeZone);
  // Each week has a working day but for the exceptions, so that the walk has an end also where nothing is worked.
  const last = week.some((windows) => windows.length > 0)
    ? day + 7 * (days + holidays.size + replacements.size + 1)
    : Math.max(day, ...replacements.keys());
  for (let left = days; left > 0; left -= isWorkingDay(calendar, day) ? 1 : 0) {
    if (day >= last) return fail('no-working-time');
    day += 1;
  }
  return ok(dateOf(day));
}
