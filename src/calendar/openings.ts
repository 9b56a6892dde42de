/**
 * When a place is open on a given day, as instants. The one place where wall times of windows become real time:
 * the closed form takes its exceptions from here, and the proof of a due instant all its days.
 */
import type { DayWindow } from './hours.ts';
import { type Interval, union } from './intervals.ts';
import { DAY, weekdayOf } from './local-date.ts';
import type { Zone } from './zone.ts';

/** Days are counted since 1970-01-01. */
export interface OpeningRules {
  readonly zone: Zone;
  /** The windows of the seven days from Monday. */
  readonly week: readonly (readonly DayWindow[])[];
  readonly holidays: ReadonlySet<number>;
  readonly replacements: ReadonlyMap<number, readonly DayWindow[]>;
}

const NONE: readonly DayWindow[] = [];

export const weeklyWindows = (rules: OpeningRules, day: number): readonly DayWindow[] =>
  rules.week[weekdayOf(day) - 1] ?? NONE;

/** A holiday on which nobody works: hours that are given for the very date say otherwise. */
export const isClosedHoliday = (rules: OpeningRules, day: number): boolean =>
  rules.holidays.has(day) && !rules.replacements.has(day);

/** The windows that start on a day. */
export function windowsOn(rules: OpeningRules, day: number): readonly DayWindow[] {
  const replaced = rules.replacements.get(day);
  if (replaced !== undefined) return replaced;
  return rules.holidays.has(day) ? NONE : weeklyWindows(rules, day);
}

/**
 * The openings that start on a day. One that crosses midnight into a holiday ends at that midnight. A day that the
 * zone skipped has none. An edge in a gap moves later by the gap, an edge that comes twice is its first occurrence.
 */
function openingsOn(rules: OpeningRules, day: number): Interval[] {
  const { zone } = rules;
  const windows = windowsOn(rules, day);
  if (windows.length === 0) return [];
  const end = zone.startOfDay(day + 1);
  if (zone.startOfDay(day) === end) return [];
  const latest = isClosedHoliday(rules, day + 1) ? end : Number.POSITIVE_INFINITY;
  return windows.map((window) => ({
    from: zone.instantOf(day * DAY + window.from),
    to: Math.min(zone.instantOf(day * DAY + window.to), latest),
  }));
}

/** Everything that is open from the start of `firstDay` to the end of `lastDay`, and what those days spill over. */
export function openingsOfDays(rules: OpeningRules, firstDay: number, lastDay: number): Interval[] {
  const openings: Interval[] = [];
  for (let day = firstDay - 1; day <= lastDay; day += 1) openings.push(...openingsOn(rules, day));
  return union(openings);
}
