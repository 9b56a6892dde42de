/** From a location of a work order to its business calendar. */
import { ok, type Result } from '../result.ts';
import { type BusinessCalendar, createBusinessCalendar } from './business-calendar.ts';
import { type HolidaySource, holidaysFor } from './holidays.ts';
import type { CalendarFault, HoursWindow, Week } from './hours.ts';
import type { Weekday } from './local-date.ts';

export const DAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type DayName = (typeof DAY_NAMES)[number];

/** One window for every working day, or the windows of each day that has any. */
export type LocationHours = HoursWindow | Readonly<Partial<Record<DayName, readonly HoursWindow[] | undefined>>>;

export interface CalendarLocation {
  readonly country: string;
  readonly region?: string | undefined;
  readonly timeZone: string;
  readonly businessHours?: LocationHours | undefined;
  readonly holidays?: readonly string[] | undefined;
}

/** What an edition says of business hours, for locations that say nothing themselves. */
export interface DefaultHours extends HoursWindow {
  /** Whether Saturdays and Sundays are worked. */
  readonly weekends: boolean;
  /** Whether public holidays are worked. */
  readonly publicHolidays: boolean;
}

export interface Years {
  readonly from: number;
  readonly to: number;
}

export interface LocationCalendar {
  readonly calendar: BusinessCalendar;
  /** Where its holidays come from; `none` where there are none to take out or none known. */
  readonly holidays: HolidaySource;
}

/** The same hours on each working day; Saturday and Sunday are the weekend. */
export function uniformWeek({ start, end }: HoursWindow, weekends: boolean): Week {
  const days: readonly Weekday[] = weekends ? [1, 2, 3, 4, 5, 6, 7] : [1, 2, 3, 4, 5];
  return Object.fromEntries(days.map((day) => [day, [{ start, end }]]));
}

/** The weekly hours in the form of the arithmetic, which counts days from 1, Monday. */
export function weekOf(hours: LocationHours, weekends: boolean): Week {
  if (isWindow(hours)) return uniformWeek(hours, weekends);
  return Object.fromEntries(DAY_NAMES.map((name, index) => [index + 1, hours[name] ?? []]));
}

const isWindow = (hours: LocationHours): hours is HoursWindow => 'start' in hours;

/** Calendars that are kept ready; past that number all are made anew, since a desk serves few locations at a time. */
const KEPT = 500;
const kept = new Map<string, Result<LocationCalendar, readonly CalendarFault[]>>();

/**
 * The calendar of a location, with the holidays of the given years where it lists none of its own. Kept by content, so
 * that asking again costs little. The faults are those of {@link createBusinessCalendar}.
 */
export function calendarOf(
  location: CalendarLocation,
  defaults: DefaultHours,
  years: Years,
): Result<LocationCalendar, readonly CalendarFault[]> {
  const { country, region, timeZone, businessHours, holidays } = location;
  const { start, end, weekends, publicHolidays } = defaults;
  const key = JSON.stringify([
    [country, region, timeZone, businessHours, holidays],
    [start, end, weekends, publicHolidays],
    [years.from, years.to],
  ]);
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= KEPT) kept.clear();
  const made = makeCalendar(location, defaults, years);
  kept.set(key, made);
  return made;
}

function makeCalendar(
  location: CalendarLocation,
  defaults: DefaultHours,
  years: Years,
): Result<LocationCalendar, readonly CalendarFault[]> {
  const { timeZone, country, region, holidays: listed } = location;
  const spec = { timeZone, week: weekOf(location.businessHours ?? defaults, defaults.weekends) };
  const bare = createBusinessCalendar(spec);
  // A zone that is unknown has no noon to find a holiday by.
  if (!bare.ok) return bare;
  if (defaults.publicHolidays && listed === undefined) return ok({ calendar: bare.value, holidays: 'none' });
  const { dates, source } = holidaysFor({ country, region, listed, timeZone }, years.from, years.to);
  const made = createBusinessCalendar({ ...spec, holidays: dates });
  return made.ok ? ok({ calendar: made.value, holidays: source }) : made;
}
