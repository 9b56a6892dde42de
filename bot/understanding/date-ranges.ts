/** From one date to another. */
import { type CivilDate, completed, daysBetween, isoDate } from './civil.ts';
import { aYearBefore, type DateRange, type Draft } from './found-dates.ts';
import { hanAt, joined } from './numbers.ts';
import { type DateText, type PartialDate, partialDateAt } from './partial-date.ts';

const dash = /^[\s.]*[-–—~～至、&]\s*$/u;

/** From one date to another: "5.-8. november", "du 28 octobre au 2 novembre", "14 қарашадан 18 қарашаға дейін". */
export function rangeFrom(source: DateText, index: number, today: CivilDate, draft: Draft): number | undefined {
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
