/**
 * What the clock of a time zone shows: its offsets from UTC and the instants at which they change.
 *
 * The zone data are those of the running Node, asked once per zone and span of years by bisection; afterwards every
 * question is a search in a sorted array. Nothing here depends on the zone of the process. Instants are epoch
 * milliseconds; a *wall* time is what the zone's clock shows, counted in milliseconds as if that clock stood at UTC.
 */
import { lastAtMost } from './search.ts';

const SECOND = 1000;
const DAY = 86_400_000;
/** Real zones have kept each offset for more than six days, so that a probe every three days misses no change. */
const PROBE = 3 * DAY;
/** More than any zone has ever been ahead of or behind UTC. */
const WIDEST_OFFSET = 16 * 3_600_000;

/** Changes are looked up in these years only; before and after them the offset at the boundary is held. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;
/** Years read beyond the one that was asked for, so that neighbouring questions find the answer ready. */
const MARGIN_YEARS = 2;

/** One change of a zone's clock: at `at` its offset went from `before` to `after`, all in milliseconds. */
export interface ClockChange {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

const startOfYear = (year: number): number => Date.UTC(year, 0, 1);

const boundedYear = (instant: number): number => {
  const year = new Date(instant).getUTCFullYear();
  return Number.isNaN(year) ? (instant < 0 ? FIRST_YEAR : LAST_YEAR) : Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR);
};

/** Reads an offset such as `GMT+05:45`, `GMT-00:44:30` or `GMT` from formatted text, as milliseconds. */
function offsetIn(text: string): number {
  const [, sign, hours = '0', minutes = '0', seconds = '0'] =
    /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text) ?? [];
  const size = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * SECOND;
  return sign === '-' ? -size : size;
}

export class Zone {
  readonly name: string;
  readonly #format: Intl.DateTimeFormat;
  #firstYear = 0;
  #lastYear = -1;
  #knownFrom = Number.POSITIVE_INFINITY;
  #knownTo = Number.NEGATIVE_INFINITY;
  /** Period i runs from `#starts[i]` with `#offsets[i]`; the first one starts at minus infinity. */
  #starts: readonly number[] = [];
  #offsets: readonly number[] = [];

  constructor(name: string) {
    this.#format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
    this.name = name;
  }

  /** Milliseconds by which the zone's clock is ahead of UTC at that instant. */
  offsetAt(instant: number): number {
    const period = this.#periodAt(instant);
    return this.#offsets[period] ?? 0;
  }

  /** What the zone's clock shows at that instant. */
  wallAt(instant: number): number {
    return instant + this.offsetAt(instant);
  }

  /**
   * The instant at which the zone's clock shows that wall time: the first one where the clock shows it twice, and
   * later by the length of the gap where the clock skips it.
   */
  instantOf(wall: number): number {
    const period = this.#periodOf(wall);
    const instant = wall - (this.#offsets[period] ?? 0);
    if (instant >= (this.#starts[period] ?? 0)) return instant;
    return wall - (this.#offsets[period - 1] ?? 0);
  }

  /** The first instant of a local day, given as days since 1970-01-01; a skipped day starts where the next one does. */
  startOfDay(day: number): number {
    const wall = day * DAY;
    const period = this.#periodOf(wall);
    return Math.max(wall - (this.#offsets[period] ?? 0), this.#starts[period] ?? 0);
  }

  /** The changes of the clock after `from` and before `to`, in order. */
  changesBetween(from: number, to: number): ClockChange[] {
    const changes: ClockChange[] = [];
    // Both ends are made known first: reading earlier years shifts the places of the periods.
    this.#know(from);
    const last = this.#periodAt(to);
    for (let period = this.#periodAt(from) + 1; period <= last; period += 1) {
      const at = this.#starts[period] ?? 0;
      if (at > from && at < to) {
        changes.push({ at, before: this.#offsets[period - 1] ?? 0, after: this.#offsets[period] ?? 0 });
      }
    }
    return changes;
  }

  /** The first period whose clock has not yet passed that wall time when it ends. */
  #periodOf(wall: number): number {
    this.#know(wall + WIDEST_OFFSET);
    let period = this.#periodAt(wall - WIDEST_OFFSET);
    while (wall >= (this.#starts[period + 1] ?? Number.POSITIVE_INFINITY) + (this.#offsets[period] ?? 0)) period += 1;
    return period;
  }

  #periodAt(instant: number): number {
    this.#know(instant);
    return lastAtMost(this.#starts, instant);
  }

  #know(instant: number): void {
    if (instant >= this.#knownFrom && instant < this.#knownTo) return;
    const year = boundedYear(instant);
    const first = Math.max(FIRST_YEAR, year - MARGIN_YEARS);
    const last = Math.min(LAST_YEAR, year + MARGIN_YEARS);
    if (this.#starts.length === 0) this.#read(first, last);
    else if (first < this.#firstYear) this.#readBefore(first);
    else this.#readAfter(last);
    this.#knownFrom = this.#firstYear === FIRST_YEAR ? Number.NEGATIVE_INFINITY : startOfYear(this.#firstYear);
    this.#knownTo = this.#lastYear === LAST_YEAR ? Number.POSITIVE_INFINITY : startOfYear(this.#lastYear + 1);
  }

  #read(first: number, last: number): void {
    const periods = this.#periodsOf(first, last);
    this.#starts = periods.starts;
    this.#offsets = periods.offsets;
    this.#firstYear = first;
    this.#lastYear = last;
  }

  #readBefore(first: number): void {
    const earlier = this.#periodsOf(first, this.#firstYear - 1);
    this.#starts = [...earlier.starts, ...this.#starts.slice(1)];
    this.#offsets = [...earlier.offsets, ...this.#offsets.slice(1)];
    this.#firstYear = first;
  }

  #readAfter(last: number): void {
    const later = this.#periodsOf(this.#lastYear + 1, last);
    this.#starts = [...this.#starts, ...later.starts.slice(1)];
    this.#offsets = [...this.#offsets, ...later.offsets.slice(1)];
    this.#lastYear = last;
  }

  /** The periods of whole years, a change at the very end of the last one included. */
  #periodsOf(first: number, last: number): { starts: number[]; offsets: number[] } {
    const from = startOfYear(first);
    const to = startOfYear(last + 1);
    const starts = [Number.NEGATIVE_INFINITY];
    const offsets = [this.#ask(from)];
    for (let probe = from; probe < to; probe += PROBE) {
      this.#readProbe(probe, Math.min(probe + PROBE, to), starts, offsets);
    }
    return { starts, offsets };
  }

  /** Adds the changes between two probes; each is a whole second. */
  #readProbe(from: number, to: number, starts: number[], offsets: number[]): void {
    const final = this.#ask(to);
    let offset = offsets.at(-1) ?? 0;
    let start = from;
    while (offset !== final) {
      start = this.#changeAfter(start, to, offset);
      offset = this.#ask(start);
      starts.push(start);
      offsets.push(offset);
    }
  }

  /** The first instant up to `to` at which the offset is no longer what it is at `from`. */
  #changeAfter(from: number, to: number, offset: number): number {
    let before = from;
    let after = to;
    while (after - before > SECOND) {
      const middle = before + Math.floor((after - before) / 2 / SECOND) * SECOND;
      if (this.#ask(middle) === offset) before = middle;
      else after = middle;
    }
    return after;
  }

  #ask(instant: number): number {
    return offsetIn(this.#format.format(instant));
  }
}

const zones = new Map<string, Zone>();

/** The zone of an IANA name, prepared once. @throws RangeError for a name that {@link isValidTimeZone} refuses. */
export function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  const zone = new Zone(timeZone);
  zones.set(timeZone, zone);
  return zone;
}

/** Whether the running Node knows that name as an IANA time zone; bare offsets such as `+02:00` are no zones. */
export function isValidTimeZone(timeZone: string): boolean {
  if (!/^[A-Za-z]/.test(timeZone)) return false;
  try {
    zoneOf(timeZone);
    return true;
  } catch {
    return false;
  }
}
