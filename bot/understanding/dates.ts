/** Dates, ranges, spans and times of day in a text. */
import { reach, unitAt } from './calendar-units.ts';
import { type CivilDate, completed, daysBetween, isoDate, nextDay, plusDays, plusMonths, weekdayOf } from './civil.ts';
import { durationAt } from './durations.ts';
import { type Past, pastAt, quarterIn } from './look-back.ts';
import { countAt, hanAt, joined, numberAt } from './numbers.ts';
import { type DateText, type PartialDate, partialDateAt, standsAlone } from './partial-date.ts';
import { type FoundTime, timeAt } from './times.ts';

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

interface Draft {
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

const dash = /^[\s.]*[-–—~～至、&]\s*$/u;

/** Everything that says when, read as of today. */
export function findDates(source: DateText, today: CivilDate): FoundDates {
  const draft: Draft = {
    dates: [],
    datesAt: [],
    ranges: [],
    withinDays: undefined,
    months: [],
    bareMonths: [],
    opensMonth: false,
    quarter: quarterIn(source, today),
    bareDays: undefined,
    time: undefined,
    afterMinutes: undefined,
    past: undefined,
    taken: new Set(),
  };
  for (let index = 0; index < source.tokens.length; ) {
    draft.past ??= pastAt(source, index, today);
    const to: number | undefined =
      durationFrom(source, index, draft) ??
      rangeFrom(source, index, today, draft) ??
      spanFrom(source, index, today, draft) ??
      singleFrom(source, index, today, draft) ??
      timeFrom(source, index, draft) ??
      loneDayFrom(source, index, today, draft);
    while (draft.datesAt.length < draft.dates.length) draft.datesAt.push(index);
    for (let word = index; word < (to ?? 0); word += 1) draft.taken.add(word);
    index = to ?? index + 1;
  }
  return draft;
}

/** From one date to another: "5.-8. november", "du 28 octobre au 2 novembre", "14 қарашадан 18 қарашаға дейін". */
function rangeFrom(source: DateText, index: number, today: CivilDate, draft: Draft): number | undefined {
  const first = partialDateAt(source, index) ?? bareDay(source, index);
  if (first === undefined) return undefined;
  const link = linkAfter(source, first.to);
  // "Christmas, 18 December to 27 December": a feast beside a date only says what it is about.
  if (link === undefined && source.marks.at(index, 'feast') !== undefined) return undefined;
  const follows = link ?? (first.month === undefined ? undefined : first.to);
  if (follows === undefined) return undefined;
  const second = partialDateAt(source, follows) ?? (first.month === undefined ? undefined : bareDay(source, follows));
  if (
    second === undefined ||
    (link === undefined && (second.month === undefined || second.day === undefined || first.day === undefined))
  )
    return undefined;
  const closing = withTrailingYear(source, second);
  const range = completedRange(first, closing, today);
  if (range === undefined) return undefined;
  const isYearless = first.year === undefined && closing.year === undefined && first.day !== undefined;
  const lately = isYearless && range.start > isoDate(today) ? { lately: rangeBefore(range) } : {};
  draft.ranges.push({ ...range, ...lately });
  return closing.to;
}

const aYearBefore = (date: string): string => `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;

const rangeBefore = ({ start, end }: DateRange) => ({ start: aYearBefore(start), end: aYearBefore(end) });

/** "November 3 to 5, 2026": the year stands after the second day. */
function withTrailingYear({ tokens }: DateText, date: PartialDate): PartialDate {
  const next = tokens[date.to];
  const isYear = date.year === undefined && next !== undefined && !next.apart && /^20\d\d$/.test(next.form);
  return isYear ? { ...date, year: Number(next.form), to: date.to + 1 } : date;
}

/** The index after what joins two ends: a word such as "to", or a dash. */
function linkAfter({ text, tokens, marks }: DateText, index: number): number | undefined {
  if (joined(text, tokens, index, dash)) return index;
  let at = index;
  let linked = false;
  for (let steps = 0; steps < 4; steps += 1) {
    const to = marks.at(at, 'date', 'to') ?? marks.at(at, 'date', 'filler');
    if (to === undefined) break;
    linked ||= to.value.value === 'to' || marks.at(at, 'date', 'to') !== undefined;
    at = to.to;
  }
  return linked ? at : undefined;
}

function bareDay({ text, tokens, marks }: DateText, index: number): PartialDate | undefined {
  const filler = marks.at(index, 'date', 'filler');
  const at = filler?.to ?? index;
  const word = marks.at(at, 'ordinal');
  if (word !== undefined) return { day: Number(word.value.value), from: index, to: word.to };
  const han = hanAt(tokens, at);
  const found = /^(\d{1,2})(?:st|nd|rd|th|er|e|te)?$/.exec(tokens[at]?.form ?? '');
  const day = han?.value ?? Number(found?.[1] ?? 0);
  if (!Number.isInteger(day) || day < 1 || day > 31) return undefined;
  const to = han?.to ?? at + 1;
  // "10 prill në 16:30": a time, and no second day.
  if (joined(text, tokens, to, /^[:：]$/u)) return undefined;
  return { day, from: index, to: /^[日號]$/u.test(tokens[to]?.form ?? '') ? to + 1 : to };
}

/** Each end lends the other what it lacks. */
function completedRange(a: PartialDate, b: PartialDate, today: CivilDate): { start: string; end: string } | undefined {
  const month = a.month ?? b.month;
  const first = { ...a, ...(month === undefined ? {} : { month }), ...lentYear(a, b) };
  const lastMonth = b.month ?? a.month;
  const start = completed(first, today);
  if (start === undefined || a.day === undefined) return weekdayRange(a, b, today);
  const last = { ...b, ...(lastMonth === undefined ? {} : { month: lastMonth }), year: b.year ?? start.year };
  let end = completed(last, today);
  if (end !== undefined && b.year === undefined && daysBetween(start, end) < 0)
    end = completed({ ...last, year: start.year + 1 }, today);
  return end === undefined || daysBetween(start, end) < 0 ? undefined : { start: isoDate(start), end: isoDate(end) };
}

/** The second end's year is the first's too, but for a range over New Year. */
function lentYear(a: PartialDate, b: PartialDate): { year?: number } {
  if (a.year !== undefined || b.year === undefined) return {};
  const turns = a.month !== undefined && b.month !== undefined && a.month > b.month;
  return { year: turns ? b.year - 1 : b.year };
}

function weekdayRange(a: PartialDate, b: PartialDate, today: CivilDate): { start: string; end: string } | undefined {
  if (a.weekday === undefined || b.weekday === undefined || a.day !== undefined || b.day !== undefined)
    return undefined;
  const start = completed(a, today);
  const end = start === undefined ? undefined : completed(b, start);
  return start === undefined || end === undefined ? undefined : { start: isoDate(start), end: isoDate(end) };
}

/** "The next 90 days", "in 3 weeks", "90 prochains jours", "this quarter". */
function spanFrom(
  { text, tokens, marks }: DateText,
  index: number,
  today: CivilDate,
  draft: Draft,
): number | undefined {
  const lead = marks.at(index, 'date', 'within') ?? marks.at(index, 'date', 'in') ?? marks.at(index, 'date', 'this');
  const between = lead?.to ?? index;
  if (marks.before(index, 'date', 'since') !== undefined && marks.at(index, 'date', 'since') === undefined)
    return undefined;
  if (marks.at(between, 'weekday') !== undefined || relativeAt(marks, index, today) !== undefined) return undefined;
  // 看一下 1 月: no "next" before a month's number.
  if (tokens[index]?.form === '下' && /^\d/.test(tokens[between]?.form ?? '')) return undefined;
  const count = lead === undefined ? numberAt(text, tokens, marks, between) : countAt(text, tokens, marks, between);
  let at = count?.to ?? between;
  const inner = marks.at(at, 'date', 'within');
  if (inner !== undefined) at = inner.to;
  else if (tokens[at]?.form === '個' || tokens[at]?.form === '个') at += 1;
  const unit = unitAt(marks, at);
  if (unit === undefined || (count === undefined && lead === undefined && inner === undefined)) return undefined;
  const trailing = marks.at(unit.to, 'date', 'within') ?? marks.at(unit.to, 'date', 'in');
  const signal = lead ?? inner ?? trailing;
  if (signal === undefined) {
    if (count !== undefined) draft.bareDays ??= daysBetween(today, reach(unit.value, count.value, false, today));
    return undefined;
  }
  const ahead = reach(unit.value, count?.value ?? 1, signal.value.value === 'this', today);
  const isPoint = signal.value.value === 'in';
  if (isPoint && count !== undefined) draft.dates.push({ date: isoDate(ahead), relative: true, past: false });
  draft.withinDays ??= daysBetween(today, ahead);
  return Math.max(unit.to, trailing?.to ?? 0);
}

function durationFrom(source: DateText, index: number, draft: Draft): number | undefined {
  const found = durationAt(source, index);
  draft.afterMinutes ??= found?.minutes;
  return found?.to;
}

function singleFrom(source: DateText, index: number, today: CivilDate, draft: Draft): number | undefined {
  const { marks } = source;
  const past = marks.before(index, 'date', 'since') !== undefined;
  const relative = relativeAt(marks, index, today);
  if (relative !== undefined) {
    draft.dates.push({
      date: isoDate(relative.date),
      relative: true,
      past: past || daysBetween(today, relative.date) < 0,
    });
    return relative.to;
  }
  const next = marks.at(index, 'date', 'next') ?? marks.at(index, 'date', 'this');
  const partial = partialDateAt(source, next?.to ?? index);
  if (partial === undefined) return undefined;
  if (partial.day === undefined && partial.weekday === undefined) {
    const isEnd =
      marks.before(index, 'date', 'endOf') !== undefined || marks.at(partial.to, 'date', 'endOf') !== undefined;
    if (isEnd && partial.month !== undefined) {
      draft.dates.push({ date: isoDate(lastOf(partial.month, partial.year, today)), relative: false, past });
      return partial.to;
    }
    draft.opensMonth ||=
      marks.before(index, 'date', 'onward') !== undefined || marks.at(partial.to, 'date', 'onward') !== undefined;
    if (partial.year !== undefined)
      draft.months.push({ year: partial.year, ...(partial.month === undefined ? {} : { month: partial.month }) });
    else if (partial.month !== undefined) draft.bareMonths.push(partial.month);
    return partial.to;
  }
  if (partial.day === undefined && saysNextWeek(marks, index, partial)) {
    const monday = plusDays(today, 8 - weekdayOf(today));
    draft.dates.push({ date: isoDate(plusDays(monday, (partial.weekday ?? 1) - 1)), relative: false, past });
    return partial.to;
  }
  const date = completed(partial, today);
  if (date === undefined) return partial.to;
  const trailing =
    partial.day === undefined && source.tokens[partial.to]?.form !== '下'
      ? marks.at(partial.to, 'date', 'next')
      : undefined;
  const isNext = partial.day === undefined && (next?.value.value === 'next' || trailing !== undefined);
  // Nobody says "next Wednesday" for tomorrow.
  const later = isNext && (daysBetween(today, date) <= 1 || isInNextWeek(source, index, today, date)) ? 7 : 0;
  const found = isoDate(plusDays(date, later));
  const isYearless = partial.day !== undefined && partial.year === undefined && found > isoDate(today);
  const isPostposed = /^\p{Script=Cyrillic}/u.test(source.tokens[partial.to]?.raw ?? '');
  const until =
    marks.before(index, 'date', 'to') !== undefined ||
    (isPostposed && marks.at(partial.to, 'date', 'to') !== undefined);
  draft.dates.push({
    date: found,
    ...(isYearless ? { lately: aYearBefore(found) } : {}),
    ...(past && partial.day === undefined
      ? { lately: isoDate(plusDays(date, daysBetween(today, date) === 0 ? 0 : -7)) }
      : {}),
    relative: false,
    past,
    ...(until ? { until } : {}),
  });
  return trailing?.to ?? partial.to;
}

/** The last day of a month; without a year of the next such month that is not over. */
function lastOf(month: number, year: number | undefined, today: CivilDate): CivilDate {
  const last = (of: number): CivilDate => plusDays(plusMonths({ year: of, month, day: 1 }, 1), -1);
  const date = last(year ?? today.year);
  return year === undefined && daysBetween(today, date) < 0 ? last(today.year + 1) : date;
}

const ordinalDay = /^(\d{1,2})(st|nd|rd|th|er)?$/;
/** "16-сы", "11-іне", "31-інде": the Kazakh day of a month. */
const kazakhDay = /^-(?:с?[ыі])/u;

/** A day of the month without its month: "until the 5th", "den 17.", "le 16", "17 號". */
function loneDayFrom(source: DateText, index: number, today: CivilDate, draft: Draft): number | undefined {
  const { text, tokens, marks } = source;
  const lead = marks.at(index, 'date', 'dayLead');
  const at = lead?.to ?? index;
  if (partialDateAt(source, at) !== undefined) return undefined;
  const han = hanAt(tokens, at);
  const isHan = han !== undefined && tokens[han.to]?.form === '號';
  const written = ordinalDay.exec(tokens[at]?.form ?? '');
  const day = isHan ? han.value : Number(written?.[1] ?? 0);
  const isDay =
    isHan ||
    tokens[at + 1]?.form === '號' ||
    kazakhDay.test(text.slice(tokens[at]?.end)) ||
    (lead !== undefined && source.tokens[at]?.apart === false && isLoneDay(source, at, written?.[2] !== undefined));
  if (!isDay || day < 1 || day > 31) return undefined;
  const named = draft.dates.findLast(({ relative, past }) => !relative && !past)?.date;
  const [year = 0, month = 1, first = 1] = (named ?? isoDate(today)).split('-').map(Number);
  // "Of the 19th March to the 12th": earlier in the same month, while that lies ahead.
  const beginning = { year, month, day: Math.min(first, day) };
  const from = named === undefined || daysBetween(today, beginning) < 0 ? today : beginning;
  const date = nextDay(day, from);
  if (date === undefined) return undefined;
  draft.dates.push({ date: isoDate(date), relative: false, past: false });
  return isHan ? han.to + 1 : at + (tokens[at + 1]?.form === '號' ? 2 : 1);
}

/** English wants "the 5th"; elsewhere the number after "den" or "le" must count nothing that follows. */
function isLoneDay({ text, tokens, marks }: DateText, at: number, suffixed: boolean): boolean {
  const next = tokens[at + 1];
  const isFollowed =
    next !== undefined && !next.apart && !/^[\s]*[,.)–-]/u.test(text.slice(tokens[at]?.end, next.start));
  return standsAlone(tokens, marks, at) && (suffixed || !isFollowed || marks.at(at + 1, 'date') !== undefined);
}

/** "Tuesday next week", "mardi de la semaine prochaine", "келесі аптаның сейсенбісі". */
function saysNextWeek(marks: DateText['marks'], from: number, { to }: PartialDate): boolean {
  const near = [from - 3, from - 2, from - 1, to, to + 1, to + 2, to + 3];
  return near.some((index) => {
    const next = marks.at(index, 'date', 'next');
    const week = marks.at(index, 'date', 'week');
    return (
      (next !== undefined && marks.at(next.to, 'date', 'week') !== undefined) ||
      (week !== undefined && marks.at(week.to, 'date', 'next') !== undefined)
    );
  });
}

/** 下週五 is the Friday of next week, also where this week's Friday lies ahead; "next Friday" is the coming one. */
const isInNextWeek = ({ tokens }: DateText, index: number, today: CivilDate, date: CivilDate): boolean =>
  tokens[index]?.form === '下' && daysBetween(today, date) < 8 - weekdayOf(today);

function relativeAt(
  marks: DateText['marks'],
  index: number,
  today: CivilDate,
): { date: CivilDate; to: number } | undefined {
  for (const [word, days] of [
    ['afterTomorrow', 2],
    ['tomorrow', 1],
    ['yesterday', -1],
    ['today', 0],
  ] as const) {
    const found = marks.at(index, 'date', word);
    if (found !== undefined) return { date: plusDays(today, days), to: found.to };
  }
  return undefined;
}

function timeFrom(source: DateText, index: number, draft: Draft): number | undefined {
  const found = timeAt(source, index, draft.taken.has(index - 1) && source.tokens[index]?.apart !== true);
  if (found === undefined) return undefined;
  draft.time ??= found.time;
  return found.to;
}
