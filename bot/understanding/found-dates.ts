/** What a text says of when. */
import type { Past } from './look-back.ts';
import type { FoundTime } from './times.ts';

export interface FoundDates {
  /** Single dates in the order of the text, ISO. */
  readonly dates: readonly FoundDate[];
  /** The word at which each of them begins. */
  readonly datesAt: readonly number[];
  readonly ranges: readonly DateRange[];
  /** Days from today that "the next 90 days" reaches. */
  readonly withinDays: number | undefined;
  /** Months named without a day: an edition is called so. */
  readonly months: readonly { readonly year: number; readonly month?: number }[];
  /** Months named with neither day nor year, 1 to 12. */
  readonly bareMonths: readonly number[];
  /** "Q4 2025": its first and its last day. */
  readonly quarter: { readonly start: string; readonly end: string } | undefined;
  /** A month follows "since" or "from": it begins a span that has no end. */
  readonly opensMonth: boolean;
  /** Days that a count of units makes where no word says that it lies ahead: "deadlines 14 days". */
  readonly bareDays: number | undefined;
  readonly time: FoundTime | undefined;
  /** Minutes from now: "in half an hour" is no day. */
  readonly afterMinutes: number | undefined;
  /** The unit before the running one, or the last so many days: "last month", "the past 30 days". */
  readonly past: Past | undefined;
  /** Words that belong to a date or a time, as indexes. */
  readonly taken: ReadonlySet<number>;
}

/** From one day to another, ISO; `lately` the last such range that has begun, where no year is written. */
export interface DateRange {
  readonly start: string;
  readonly end: string;
  readonly lately?: { readonly start: string; readonly end: string };
}

export interface FoundDate {
  readonly date: string;
  /** The last such day that has come, where no year is written: what a look back means by "15 January". */
  readonly lately?: string;
  /** Said as "today" or "tomorrow". */
  readonly relative: boolean;
  /** Follows "since", "last" or the like: no plan. */
  readonly past: boolean;
  /** Follows "until". */
  readonly until?: boolean;
}

/** What is gathered on the way through a text. */
export interface Draft {
  dates: FoundDate[];
  datesAt: number[];
  ranges: DateRange[];
  withinDays: number | undefined;
  months: { year: number; month?: number }[];
  bareMonths: number[];
  opensMonth: boolean;
  quarter: { start: string; end: string } | undefined;
  bareDays: number | undefined;
  time: FoundTime | undefined;
  afterMinutes: number | undefined;
  past: Past | undefined;
  taken: Set<number>;
}

/** The same day a year before, ISO. */
export const aYearBefore = (date: string): string => `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
