/** Short words for the tests of business time. */
import {
  addWorkingTime,
  type BusinessCalendar,
  type CalendarSpec,
  createBusinessCalendar,
  nextOpening,
  workingTimeBetween,
} from '../../src/calendar/business-calendar.ts';
import type { HoursWindow, Week } from '../../src/calendar/hours.ts';
import { toLocalIso } from '../../src/calendar/local-date.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** `'09:00-12:00 13:00-17:00'` as windows. */
export const windows = (text: string): HoursWindow[] =>
  text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const [start = '', end = ''] = part.split('-');
      return { start, end };
    });

/** The same hours on the days that are named by number, 1 for Monday; Monday to Friday without them. */
export const weekly = (hours: string, days: readonly number[] = [1, 2, 3, 4, 5]): Week =>
  Object.fromEntries(days.map((day) => [day, windows(hours)]));

export const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7];
export const OFFICE = weekly('09:00-17:00');

/** A calendar that is known to be right; Monday to Friday 09:00 to 17:00 in Copenhagen unless said otherwise. */
export function calendar(spec: Partial<CalendarSpec> = {}): BusinessCalendar {
  const made = createBusinessCalendar({ timeZone: 'Europe/Copenhagen', week: OFFICE, ...spec });
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  return made.value;
}

export const at = (iso: string): number => Date.parse(iso);

/** The due instant as the zone's clock shows it, or the failure. */
export function due(place: BusinessCalendar, from: string, duration: number): string {
  const result = addWorkingTime(place, at(from), duration);
  return result.ok ? toLocalIso(result.value, place.timeZone) : result.failure;
}

/** The next opening as the zone's clock shows it, or the failure. */
export function opens(place: BusinessCalendar, from: string): string {
  const result = nextOpening(place, at(from));
  return result.ok ? toLocalIso(result.value, place.timeZone) : result.failure;
}

/** Working minutes between two instants. */
export const minutes = (place: BusinessCalendar, from: string, to: string): number =>
  workingTimeBetween(place, at(from), at(to)) / MINUTE;
