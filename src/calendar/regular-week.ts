/**
 * The weekly hours as a closed form: how much working time has passed on a clock that never changes, and when so much
 * has passed. A week has a known sum, so any distance costs one division and one look at seven days.
 */
import type { DayWindow } from './hours.ts';
import { union } from './intervals.ts';
import { DAY } from './local-date.ts';

const WEEK = 7 * DAY;
/** 1970-01-05, the first Monday of the count. */
const FIRST_MONDAY = 4 * DAY;

export class RegularWeek {
  /** Working milliseconds of one week. */
  readonly total: number;
  readonly #starts: readonly number[];
  readonly #ends: readonly number[];
  /** Working milliseconds of the week before each window. */
  readonly #before: readonly number[];

  /** @param days the windows of the seven days from Monday */
  constructor(days: readonly (readonly DayWindow[])[]) {
    const windows = union(days.flatMap((day, index) => day.flatMap((window) => withinWeek(window, index * DAY))));
    this.#starts = windows.map((window) => window.from);
    this.#ends = windows.map((window) => window.to);
    let sum = 0;
    this.#before = windows.map((window) => {
      const before = sum;
      sum += window.to - window.from;
      return before;
    });
    this.total = sum;
  }

  /** Working milliseconds from the first Monday of 1970 to that wall time; negative before it. */
  workedUntil(wall: number): number {
    const since = wall - FIRST_MONDAY;
    const weeks = Math.floor(since / WEEK);
    return weeks * this.total + this.#workedInWeek(since - weeks * WEEK);
  }

  #workedInWeek(time: number): number {
    const starts = this.#starts;
    let index = starts.length - 1;
    while (index >= 0 && (starts[index] ?? 0) >= time) index -= 1;
    if (index < 0) return 0;
    return (this.#before[index] ?? 0) + Math.min(time, this.#ends[index] ?? 0) - (starts[index] ?? 0);
  }

  /** The earliest wall time by which so many milliseconds are worked. Only for weeks that have working time. */
  wallWhenWorked(worked: number): number {
    const weeks = Math.ceil(worked / this.total) - 1;
    const rest = worked - weeks * this.total;
    let index = this.#before.length - 1;
    while (index > 0 && (this.#before[index] ?? 0) >= rest) index -= 1;
    return FIRST_MONDAY + weeks * WEEK + (this.#starts[index] ?? 0) + rest - (this.#before[index] ?? 0);
  }
}

/** A window as times of the week; what runs beyond Sunday is worked at the beginning of the week. */
function withinWeek(window: DayWindow, midnight: number): DayWindow[] {
  const from = midnight + window.from;
  const to = midnight + window.to;
  if (to <= WEEK) return [{ from, to }];
  return [
    { from, to: WEEK },
    { from: 0, to: to - WEEK },
  ];
}
