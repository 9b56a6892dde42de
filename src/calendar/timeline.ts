/**
 * Working time as one rising line over all instants, cut into stretches of three kinds: *regular*, where the weekly
 * hours hold under one offset and the closed form answers; *open* and *closed*, which spell out the days around
 * holidays, replaced hours and clock changes. One binary search finds the stretch in either direction.
 */
import { clip } from './intervals.ts';
import { DAY } from './local-date.ts';
import { isClosedHoliday, type OpeningRules, openingsOfDays, weeklyWindows, windowsOn } from './openings.ts';
import type { RegularWeek } from './regular-week.ts';
import { lastAtMost, lastBelow } from './search.ts';
import { type ClockChange, FIRST_YEAR, LAST_YEAR } from './zone.ts';

const REGULAR = 0;
const OPEN = 1;
const CLOSED = 2;
type Kind = typeof REGULAR | typeof OPEN | typeof CLOSED;

/** Days since 1970-01-01; `to` is out. */
interface DaySpan {
  readonly from: number;
  readonly to: number;
}

export class Timeline {
  readonly firstYear: number;
  readonly lastYear: number;
  /** The instants between which every exception is known. */
  readonly from: number;
  readonly to: number;
  readonly #week: RegularWeek;
  readonly #kinds: Kind[] = [REGULAR];
  readonly #starts: number[] = [Number.NEGATIVE_INFINITY];
  /** Working time before each stretch. */
  readonly #before: number[] = [Number.NEGATIVE_INFINITY];
  /** What to add to the stretch's own count to get the working time before an instant in it. */
  readonly #bases: number[] = [0];
  /** Offset of the zone's clock in each regular stretch. */
  readonly #offsets: number[];

  /** Prepares whole years; the first and the last known year stand for all before and after them. */
  constructor(rules: OpeningRules, week: RegularWeek, firstYear: number, lastYear: number) {
    const from = Date.UTC(firstYear, 0, 1);
    const to = Date.UTC(lastYear + 1, 0, 1);
    this.firstYear = firstYear;
    this.lastYear = lastYear;
    this.from = firstYear === FIRST_YEAR ? Number.NEGATIVE_INFINITY : from;
    this.to = lastYear === LAST_YEAR ? Number.POSITIVE_INFINITY : to;
    this.#week = week;
    // A week in hand on either side, because the days of a zone begin and end beside those of UTC.
    const spans = exceptionalDays(rules, from - 7 * DAY, to + 7 * DAY);
    this.#offsets = [rules.zone.offsetAt(from - 14 * DAY)];
    if (week.total === 0) this.#before[0] = 0;
    for (const span of spans) this.#addSpan(rules, span);
  }

  /** Working milliseconds up to an instant, counted from a fixed one: only differences mean anything. */
  workedUntil(instant: number): number {
    const index = lastAtMost(this.#starts, instant);
    const base = this.#bases[index] ?? 0;
    const kind = this.#kinds[index];
    if (kind === OPEN) return base + instant;
    return kind === CLOSED ? base : base + this.#week.workedUntil(instant + (this.#offsets[index] ?? 0));
  }

  /** The earliest instant by which so much is worked; undefined where the hours never add up to it. */
  whenWorked(worked: number): number | undefined {
    const index = lastBelow(this.#before, worked);
    const rest = worked - (this.#bases[index] ?? 0);
    if (this.#kinds[index] === OPEN) return rest;
    return this.#week.total === 0 ? undefined : this.#week.wallWhenWorked(rest) - (this.#offsets[index] ?? 0);
  }

  #addSpan(rules: OpeningRules, span: DaySpan): void {
    const from = rules.zone.startOfDay(span.from);
    const to = rules.zone.startOfDay(span.to);
    let at = from;
    for (const opening of clip(openingsOfDays(rules, span.from, span.to - 1), from, to)) {
      if (opening.from > at) this.#add(CLOSED, at, 0);
      this.#add(OPEN, opening.from, 0);
      at = opening.to;
    }
    if (at < to) this.#add(CLOSED, at, 0);
    this.#add(REGULAR, to, rules.zone.offsetAt(to));
  }

  #add(kind: Kind, start: number, offset: number): void {
    const before = this.workedUntil(start);
    const own = kind === OPEN ? start : kind === CLOSED ? 0 : this.#week.workedUntil(start + offset);
    this.#kinds.push(kind);
    this.#starts.push(start);
    this.#before.push(before);
    this.#bases.push(before - own);
    this.#offsets.push(offset);
  }
}

/** The days on which the weekly hours under one offset do not tell the truth, as disjoint spans in order. */
function exceptionalDays(rules: OpeningRules, from: number, to: number): readonly DaySpan[] {
  const spill = spillsOver(rules) ? 1 : 0;
  const dated = [...rules.holidays, ...rules.replacements.keys()]
    .filter((day) => day * DAY >= from && day * DAY < to && differs(rules, day))
    .map((day) => ({ from: day, to: day + 1 + spill }));
  const changed = rules.zone.changesBetween(from, to).map(daysAround);
  return mergeDays([...dated, ...changed]);
}

function mergeDays(spans: readonly DaySpan[]): DaySpan[] {
  const merged: DaySpan[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last === undefined || span.from > last.to) merged.push(span);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return merged;
}

/** Whether some window crosses midnight, so that a day of its own hours can bend the next one. */
const spillsOver = (rules: OpeningRules): boolean =>
  [...rules.week, ...rules.replacements.values()].some((windows) => windows.some((window) => window.to > DAY));

/** A holiday on a day without hours changes nothing, unless the night before would have run into it. */
function differs(rules: OpeningRules, day: number): boolean {
  if (!isClosedHoliday(rules, day)) return true;
  return weeklyWindows(rules, day).length > 0 || windowsOn(rules, day - 1).some((window) => window.to > DAY);
}

/** The day of a clock change with a whole day on either side, so that no edge it moves lies outside. */
function daysAround(change: ClockChange): DaySpan {
  const before = Math.floor((change.at + change.before) / DAY);
  const after = Math.floor((change.at + change.after) / DAY);
  return { from: Math.min(before, after) - 1, to: Math.max(before, after) + 2 };
}
