/** A date as far as it is written: some of day, month and year. */
import type { Marks } from './marks.ts';
import { hanAt, joined, numberAt } from './numbers.ts';
import type { Token } from './tokens.ts';

export interface PartialDate {
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
  /** ISO: 1 is Monday. */
  readonly weekday?: number;
  readonly from: number;
  readonly to: number;
}

export interface DateText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly marks: Marks;
  /** Whether 5/11 is 11 May (as Americans write) or 5 November. */
  readonly monthFirst: boolean;
}

const slashed = /^[-/.．／]$/u;
const ordinal = /^(\d{1,2})(?:st|nd|rd|th|er|e|ere|eme|te|de)?$/;

/** The date that begins at this word; a bare number is none. */
export function partialDateAt(source: DateText, index: number): PartialDate | undefined {
  return numericAt(source, index) ?? feastAt(source, index) ?? withNumeric(source, writtenAt(source, index));
}

/** "Mandag 21.9", "mandag den 21/9": the weekday says nothing more. */
function withNumeric(source: DateText, written: PartialDate | undefined): PartialDate | undefined {
  if (written === undefined || written.day !== undefined || written.weekday === undefined) return written;
  const filler = source.marks.at(written.to, 'date', 'filler') ?? source.marks.at(written.to, 'date', 'dayLead');
  const numeric = numericAt(source, written.to) ?? (filler === undefined ? undefined : numericAt(source, filler.to));
  return numeric === undefined ? written : { ...numeric, from: written.from };
}

/** "Christmas Eve", "nytårsaften", with a year after it or none. */
function feastAt({ tokens, marks }: DateText, from: number): PartialDate | undefined {
  const feast = marks.at(from, 'feast');
  if (feast === undefined) return undefined;
  const [month, day] = feast.value.value.split('-').map(Number);
  const year = /^20\d\d$/.test(tokens[feast.to]?.form ?? '') ? Number(tokens[feast.to]?.form) : undefined;
  if (month === undefined || day === undefined) return undefined;
  return { month, day, from, ...(year === undefined ? { to: feast.to } : { year, to: feast.to + 1 }) };
}

/** 2026-03-02, 2.3.2026, 2/3/2026, and 3/2 as month and day between Han characters. */
function numericAt(source: DateText, from: number): PartialDate | undefined {
  const { text, tokens, monthFirst } = source;
  if (!joined(text, tokens, from + 1, slashed)) return undefined;
  const sign = (step: number): string => text.slice(tokens[from + step - 1]?.end, tokens[from + step]?.start);
  const [a, b, c] = [0, 1, 2].map((step) => tokens[from + step]?.form ?? '');
  const third = joined(text, tokens, from + 2, slashed) && sign(2) === sign(1) ? c : undefined;
  if (a === undefined || b === undefined || !/^\d{1,4}$/.test(a) || !/^\d{1,2}$/.test(b)) return undefined;
  const to = from + (third === undefined ? 2 : 3);
  if (third !== undefined && /^\d{1,2}$/.test(third) && a.length === 4)
    return valid({ year: Number(a), month: Number(b), day: Number(third), from, to });
  if (a.length > 2) return undefined;
  const [day, month] =
    monthFirst && Number(b) <= 31 && Number(a) <= 12 ? [Number(b), Number(a)] : [Number(a), Number(b)];
  if (third === undefined)
    return sign(1) === '/' || (sign(1) === '.' && isDottedDate(source, from))
      ? valid({ day, month, from, to })
      : undefined;
  if (!/^(?:20)?\d{2}$/.test(third)) return undefined;
  const year = third.length === 2 ? 2000 + Number(third) : Number(third);
  return valid({ day, month, year, from, to });
}

/** "1.4." and "20.03" are days; "3.5" is a number, and "9.10" after "kl" a time. */
function isDottedDate({ text, tokens, marks }: DateText, from: number): boolean {
  const month = tokens[from + 1];
  const isCounted = ['hour', 'minute', 'day', 'week', 'month', 'year'].some(
    (unit) => marks.at(from + 2, 'date', unit) !== undefined,
  );
  if (month === undefined || isCounted || marks.at(from + 2, 'concept', 'hours', 'credits') !== undefined) return false;
  if (marks.before(from, 'date', 'clock', 'at') !== undefined) return false;
  const isLed =
    ['dayLead', 'to', 'filler'].some((lead) => marks.before(from, 'date', lead) !== undefined) ||
    marks.before(from, 'weekday') !== undefined;
  return /^0[1-9]$/.test(month.form) || /^\.(?!\d)/.test(text.slice(month.end)) || isLed;
}

interface Draft {
  day?: number;
  month?: number;
  year?: number;
  weekday?: number;
  from: number;
  to: number;
}

/** 18 October 2022 · October 18th, 2022 · 2022 жылғы 18 қазан · 2022 年 10 月 18 日 · den 18. oktober. */
function writtenAt({ text, tokens, marks }: DateText, from: number): PartialDate | undefined {
  const draft: Draft = { from, to: from };
  for (let index = from; index < tokens.length && index - from < 14; ) {
    const to = takePart(draft, tokens, marks, index) ?? takeWord(draft, { text, tokens, marks }, index);
    if (to !== undefined) {
      draft.to = to;
      index = to;
      continue;
    }
    const filler = draft.to > from ? marks.at(index, 'date', 'filler') : undefined;
    if (filler === undefined) break;
    index = filler.to;
  }
  const says =
    draft.month !== undefined || draft.weekday !== undefined || (draft.year !== undefined && draft.day !== undefined);
  return says ? valid(draft) : undefined;
}

/** Adds the part that begins at the word to the draft; gives the index after it. */
function takePart(draft: Draft, tokens: readonly Token[], marks: Marks, index: number): number | undefined {
  const form = tokens[index]?.form ?? '';
  const after = tokens[index + 1]?.form ?? '';
  const han = hanAt(tokens, index);
  const unit = han === undefined ? '' : (tokens[han.to]?.form ?? '');
  if (han !== undefined && '年月日號'.includes(unit || ' ')) return takeHan(draft, han.value, unit, han.to + 1);
  // 四月二十: the day may stand without its sign.
  if (han !== undefined && draft.month !== undefined && draft.day === undefined && han.value >= 1 && han.value <= 31) {
    draft.day = han.value;
    return han.to;
  }
  const number = ordinal.exec(form);
  if (number !== null) return takeNumber(draft, tokens, marks, index, Number(number[1]), after);
  if (/^(?:19|20)\d\d$/.test(form) && draft.year === undefined) {
    draft.year = Number(form);
    return index + (after === '年' ? 2 : 1);
  }
  const month = draft.month === undefined ? marks.at(index, 'month') : undefined;
  if (month !== undefined) {
    draft.month = Number(month.value.value);
    return month.to;
  }
  const weekday = draft.weekday === undefined && draft.month === undefined ? marks.at(index, 'weekday') : undefined;
  if (weekday === undefined) return undefined;
  draft.weekday = Number(weekday.value.value);
  return weekday.to;
}

/** A day in words beside its month: "the fifteenth of June", "le onze mars", "он екінші наурызда". */
function takeWord(
  draft: Draft,
  { text, tokens, marks }: Pick<DateText, 'text' | 'tokens' | 'marks'>,
  index: number,
): number | undefined {
  if (draft.day !== undefined) return undefined;
  const ordinalWord = marks.at(index, 'ordinal');
  const number = ordinalWord === undefined ? numberAt(text, tokens, marks, index) : undefined;
  const word = ordinalWord === undefined ? number : { value: Number(ordinalWord.value.value), to: ordinalWord.to };
  if (word === undefined || !Number.isInteger(word.value) || word.value < 1 || word.value > 31) return undefined;
  const isDay =
    ordinalWord === undefined
      ? marks.at(word.to, 'month') !== undefined
      : draft.month !== undefined || monthFollows(tokens, marks, word.to);
  if (!isDay) return undefined;
  draft.day = word.value;
  return word.to;
}

/** 二〇二六年五月十九日, one part at a time. */
function takeHan(draft: Draft, value: number, unit: string, to: number): number | undefined {
  const part = unit === '年' ? 'year' : unit === '月' ? 'month' : 'day';
  if (draft[part] !== undefined) return undefined;
  draft[part] = value;
  return to;
}

function takeNumber(
  draft: Draft,
  tokens: readonly Token[],
  marks: Marks,
  index: number,
  value: number,
  after: string,
): number | undefined {
  if (after === '月') {
    if (draft.month !== undefined) return undefined;
    draft.month = value;
    return index + 2;
  }
  const isDay =
    after === '日' ||
    after === '號' ||
    draft.month !== undefined ||
    monthFollows(tokens, marks, index + 1) ||
    (draft.weekday !== undefined && standsAlone(tokens, marks, index));
  if (!isDay || draft.day !== undefined || value < 1 || value > 31) return undefined;
  draft.day = value;
  return index + (after === '日' || after === '號' ? 2 : 1);
}

const counted = ['hour', 'minute', 'quarterHour', 'day', 'week', 'month', 'year', 'oClock', 'am', 'pm', 'night'];

/** Whether a number counts nothing: "mandag den 16." and not "mandag 16 timer". */
export const standsAlone = (tokens: readonly Token[], marks: Marks, index: number): boolean =>
  !counted.some((unit) => marks.at(index + 1, 'date', unit) !== undefined) &&
  marks.at(index + 1, 'concept', 'credits', 'hours', 'event', 'solution') === undefined &&
  marks.at(index + 1, 'number') === undefined &&
  !/^\d/.test(tokens[index + 1]?.form ?? '');

/** Whether a month comes next, fillers left aside. */
function monthFollows(tokens: readonly Token[], marks: Marks, from: number): boolean {
  for (let index = from; index < tokens.length && index - from < 4; ) {
    if (marks.at(index, 'month') !== undefined) return true;
    const filler = marks.at(index, 'date', 'filler');
    if (filler === undefined) return false;
    index = filler.to;
  }
  return false;
}

const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function valid(date: PartialDate): PartialDate | undefined {
  const { day, month } = date;
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  return day === undefined || (day >= 1 && day <= (longestMonth[(month ?? 1) - 1] ?? 31)) ? date : undefined;
}
