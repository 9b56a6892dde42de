/** Counts and sums with what they are counts of. */
import type { Currencies } from '../../knowledge/lexicon/schema.ts';
import type { Marks } from './marks.ts';
import { countAt, numberAt } from './numbers.ts';
import { Phrases } from './phrases.ts';
import type { Token } from './tokens.ts';
import { Words } from './words.ts';

export type CountUnit = 'credits' | 'hours' | 'event' | 'solution' | 'money';

export interface Amount {
  readonly value: number;
  readonly unit?: CountUnit;
  /** ISO 4217, where one was named. */
  readonly currency?: string;
  /** Written in digits: "a" and "one" are often no counts. */
  readonly digits: boolean;
  readonly from: number;
  readonly to: number;
}

const signs: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP' };
/** "2h", "2t" (timer), "2с" (сағат), "1h15", "3.5h". */
const shortHours = /^(\d{1,3}(?:[.,]\d{1,2})?)(?:h|hr|hrs|t|с|сағ)(?![\p{L}\p{N}])/iu;
const hoursAndMinutes = /^(\d{1,3})h([0-5]\d)(?![\p{L}\p{N}])/iu;
/** Greater numbers count no hours: they are an incident's. */
const MOST_HOURS = 10_000;
const countUnits = ['credits', 'hours', 'event', 'solution'] as const;

/** How many words may stand between a number and its unit: "10 af vores proaktive credits". */
const REACH = 4;

export function amountsFinder(
  currencies: Currencies,
): (text: string, tokens: readonly Token[], marks: Marks, taken: ReadonlySet<number>) => Amount[] {
  const phrases = new Phrases<string>(new Words(), false);
  for (const [code, names] of Object.entries(currencies)) for (const name of names) phrases.add(name, code);
  return (text, tokens, marks, taken) => {
    const money = phrases.find(tokens);
    const found: Amount[] = [];
    for (let index = 0; index < tokens.length; ) {
      const hours = hoursAt(text, tokens, index);
      if (hours !== undefined) {
        found.push({ ...hours, unit: 'hours', digits: true });
        index = hours.to;
        continue;
      }
      const number = taken.has(index)
        ? undefined
        : (numberAt(text, tokens, marks, index) ?? anHourAt(text, tokens, marks, index));
      if (number === undefined) {
        index += 1;
        continue;
      }
      const currency =
        signAt(text, tokens, number.from, number.to) ??
        money.find(({ from, to }) => from === number.to || to === number.from)?.value;
      const unit: CountUnit | undefined = currency === undefined ? unitAfter(tokens, marks, number) : 'money';
      const more = unit === 'hours' ? partAfter(tokens, marks, number.to) : 0;
      found.push({
        ...number,
        value: unit === 'hours' && isQuarters(marks, number.to) ? number.value / 4 : number.value + more,
        digits: /\d/.test(tokens[number.from]?.form ?? ''),
        ...(unit === undefined ? {} : { unit }),
        ...(currency === undefined ? {} : { currency }),
      });
      index = number.to;
    }
    return found;
  };
}

/** "An hour for INC-204417". */
function anHourAt(text: string, tokens: readonly Token[], marks: Marks, index: number) {
  const count = countAt(text, tokens, marks, index);
  return count !== undefined && marks.at(count.to, 'date', 'hour') !== undefined ? count : undefined;
}

function signAt(text: string, tokens: readonly Token[], from: number, to: number): string | undefined {
  const before =
    text
      .slice(tokens[from - 1]?.end ?? 0, tokens[from]?.start)
      .trim()
      .at(-1) ?? '';
  const after =
    text
      .slice(tokens[to - 1]?.end, tokens[to]?.start ?? text.length)
      .trim()
      .at(0) ?? '';
  return signs[before] ?? signs[after];
}

function unitAfter(tokens: readonly Token[], marks: Marks, { value, to }: { value: number; to: number }) {
  if (value < MOST_HOURS && (marks.at(to, 'date', 'hour') !== undefined || isQuarters(marks, to))) return 'hours';
  for (let index = to; index < tokens.length && index - to < REACH; index += 1) {
    if (index > to && tokens[index]?.apart) return undefined;
    const unit = countUnits.find((name) => marks.at(index, 'concept', name) !== undefined);
    if (unit !== undefined) return unit === 'credits' || value < MOST_HOURS ? unit : undefined;
    if (index > to && /^\d/.test(tokens[index]?.form ?? '')) return undefined;
  }
  return undefined;
}

/** "Tre kvarter" are hours too. */
const isQuarters = (marks: Marks, index: number): boolean => marks.at(index, 'date', 'quarterHour') !== undefined;

/** Hours that are written in one: "3.5h", "1h15". */
function hoursAt(text: string, tokens: readonly Token[], index: number) {
  const start = tokens[index]?.start;
  const before = tokens[index - 1];
  // The end of a longer number is none of its own.
  if (
    start === undefined ||
    (before !== undefined && /^\d+$/.test(before.form) && /^[.,:]$/.test(text.slice(before.end, start)))
  )
    return undefined;
  const rest = text.slice(start, start + 12);
  const [written, hours, minutes] = hoursAndMinutes.exec(rest) ?? shortHours.exec(rest) ?? [];
  if (written === undefined) return undefined;
  const after = tokens.findIndex((token) => token.start >= start + written.length);
  const value = Number(hours?.replace(',', '.')) + Number(minutes ?? 0) / 60;
  return { value, from: index, to: after < 0 ? tokens.length : after };
}

/** What follows the unit: "deux heures et demie", "trois heures 30". */
function partAfter(tokens: readonly Token[], marks: Marks, unit: number): number {
  if (marks.at(unit + 1, 'half') !== undefined) return 0.5;
  const minutes = marks.at(unit, 'date', 'hour') === undefined ? '' : (tokens[unit + 1]?.form ?? '');
  return /^[0-5]\d$/.test(minutes) && tokens[unit + 1]?.apart === false ? Number(minutes) / 60 : 0;
}
