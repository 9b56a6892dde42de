/**
 * Business time minute by minute: the independent reference. It shares no code with src/calendar and takes offsets from
 * moment-timezone, so that an error in the zone arithmetic of either shows. Slow on purpose: every minute of a span is
 * painted open or closed, and working time is counted by walking over them.
 *
 * Semantics: an edge that the clock skips moves later by the gap, one that comes twice is the first; a window belongs
 * to the day it starts on; a holiday closes its civil day and the windows that start on it.
 */
import moment from 'moment-timezone';

const MINUTE = 60_000;
const DAY = 1440;

export interface ReferenceSpec {
  readonly timeZone: string;
  readonly week: Readonly<Record<number, readonly { readonly start: string; readonly end: string }[]>>;
  readonly holidays: readonly string[];
  readonly replacements: Readonly<Record<string, readonly { readonly start: string; readonly end: string }[]>>;
}

/** Minutes that a zone's clock is ahead of UTC in a minute, given as minutes since 1970. */
const offsetOf = (timeZone: string): ((minute: number) => number) => {
  const zone = moment.tz.zone(timeZone);
  if (zone === null) throw new Error(`moment-timezone does not know ${timeZone}`);
  const lookedUp = (minute: number): number => -zone.utcOffset(minute * MINUTE);
  // Looking up is slow; once the quarter of an hour of its last odd change is over, a clock changes at quarters only.
  const lastOdd = Math.max(
    0,
    ...zone.untils.filter((until) => until !== null && Number.isFinite(until) && until % (15 * MINUTE) !== 0),
  );
  const settled = lastOdd + 15 * MINUTE;
  const known = new Map<number, number>();
  return (minute) => {
    if (minute * MINUTE < settled) return lookedUp(minute);
    const quarter = Math.floor(minute / 15);
    const offset = known.get(quarter) ?? lookedUp(quarter * 15);
    known.set(quarter, offset);
    return offset;
  };
};

/** The instants at which the reference's own data change a zone's offset, in epoch milliseconds. */
export function changesOf(timeZone: string, from: number, to: number): number[] {
  const untils = moment.tz.zone(timeZone)?.untils ?? [];
  return untils.filter((until) => until !== null && until > from && until < to);
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** The minute at which a clock shows a wall minute, found by looking at every minute around where it must be. */
function minuteOfWall(offset: (minute: number) => number, wall: number): number {
  const calm = offset(wall - 2 * DAY);
  if (
    calm === offset(wall + 2 * DAY) &&
    calm === offset(wall) &&
    calm === offset(wall - DAY) &&
    calm === offset(wall + DAY)
  )
    return wall - calm;
  for (let minute = wall - 26 * 60; minute <= wall + 26 * 60; minute += 1) {
    if (minute + offset(minute) === wall) return minute;
  }
  for (let minute = wall - 26 * 60; ; minute += 1) {
    const gap = offset(minute + 1) - offset(minute);
    if (gap > 0 && minute + offset(minute) < wall && minute + 1 + offset(minute + 1) > wall) {
      return minuteOfWall(offset, wall + gap);
    }
  }
}

/** Open and closed minutes of a span of days around an instant. */
export class Reference {
  /** The first minute that was painted, since 1970. */
  readonly #first: number;
  readonly #open: Uint8Array;

  constructor(spec: ReferenceSpec, around: number, daysBefore: number, daysAfter: number) {
    const offset = offsetOf(spec.timeZone);
    const middle = Math.floor(around / MINUTE);
    const centre = Math.floor((middle + offset(middle)) / DAY);
    this.#first = middle - (daysBefore - 2) * DAY;
    this.#open = new Uint8Array((daysBefore + daysAfter - 4) * DAY);
    const holidays = new Set(spec.holidays.filter((date) => spec.replacements[date] === undefined).map(dayNumber));
    const replaced = new Map(Object.entries(spec.replacements).map(([date, windows]) => [dayNumber(date), windows]));
    const days = { from: centre - daysBefore, to: centre + daysAfter };
    const starts = civilStarts(offset, days.from, days.to + 1);
    for (let day = days.from; day <= days.to; day += 1) {
      const skipped = starts.get(day) === starts.get(day + 1);
      if (holidays.has(day) || skipped) continue;
      for (const window of replaced.get(day) ?? spec.week[((day + 3) % 7) + 1] ?? []) {
        const start = minutesOf(window.start);
        const end = minutesOf(window.end);
        const from = minuteOfWall(offset, day * DAY + start);
        this.#paint(
          from,
          minuteOfWall(offset, day * DAY + (end > start ? end : end + DAY)),
          1,
          day + 1,
          holidays,
          starts,
        );
      }
    }
  }

  /** Paints minutes open, but for those of a following day that is a holiday. */
  #paint(
    from: number,
    to: number,
    value: 0 | 1,
    next: number,
    holidays: Set<number>,
    starts: Map<number, number>,
  ): void {
    const closedFrom = holidays.has(next) ? (starts.get(next) ?? to) : to;
    for (let minute = from; minute < to; minute += 1) {
      if (minute < closedFrom && minute >= this.#first) this.#open[minute - this.#first] = value;
    }
  }

  isOpen(instant: number): boolean {
    return this.#open[Math.floor(instant / MINUTE) - this.#first] === 1;
  }

  /** Working milliseconds between two instants of the span. */
  between(from: number, to: number): number {
    let worked = 0;
    for (let at = from; at < to; ) {
      const end = Math.min((Math.floor(at / MINUTE) + 1) * MINUTE, to);
      if (this.isOpen(at)) worked += end - at;
      at = end;
    }
    return worked;
  }

  /** The earliest instant by which so much is worked, or undefined where the span ends before. */
  add(from: number, duration: number): number | undefined {
    let left = duration;
    let at = from;
    const last = (this.#first + this.#open.length) * MINUTE;
    while (left > 0 && at < last) {
      const end = (Math.floor(at / MINUTE) + 1) * MINUTE;
      if (this.isOpen(at)) {
        if (end - at >= left) return at + left;
        left -= end - at;
      }
      at = end;
    }
    return left === 0 ? at : undefined;
  }

  /** The first open instant from `from` on. */
  nextOpening(from: number): number | undefined {
    const last = (this.#first + this.#open.length) * MINUTE;
    for (let at = from; at < last; at = (Math.floor(at / MINUTE) + 1) * MINUTE) if (this.isOpen(at)) return at;
    return undefined;
  }
}

/** For each day the first minute at which the clock shows it, or a later one where it is skipped. */
function civilStarts(offset: (minute: number) => number, from: number, to: number): Map<number, number> {
  const starts = new Map<number, number>();
  let reached = from - 1;
  for (let minute = (from - 2) * DAY; reached < to; minute += 1) {
    const day = Math.floor((minute + offset(minute)) / DAY);
    while (reached < day && reached < to) {
      reached += 1;
      starts.set(reached, minute);
    }
  }
  return starts;
}
