/** Counts and sums with what they are counts of. */
import type { Currencies } from '../../knowledge/lexicon/schema.ts';
import type { Marks } from './marks.ts';
import { numberAt } from './numbers.ts';
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
/** "2h", "2t" (timer), "2с" (сағат). */
const shortHours = /^(\d{1,4})(?:h|hr|hrs|t|с|сағ)$/u;
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
      const hours = shortHours.exec(tokens[index]?.form ?? '')?.[1];
      if (hours !== undefined)
        found.push({ value: Number(hours), unit: 'hours', digits: true, from: index, to: index + 1 });
      const number = hours !== undefined || taken.has(index) ? undefined : numberAt(text, tokens, marks, index);
      if (number === undefined) {
        index += 1;
        continue;
      }
      const currency =
        signAt(text, tokens, number.from, number.to) ??
        money.find(({ from, to }) => from === number.to || to === number.from)?.value;
      const unit: CountUnit | undefined = currency === undefined ? unitAfter(tokens, marks, number.to) : 'money';
      // "Deux heures et demie": the half stands after the unit.
      const half = unit === 'hours' && marks.at(number.to + 1, 'half') !== undefined ? 0.5 : 0;
      found.push({
        ...number,
        value: number.value + half,
        digits: /\d/.test(tokens[number.from]?.form ?? ''),
        ...(unit === undefined ? {} : { unit }),
        ...(currency === undefined ? {} : { currency }),
      });
      index = number.to;
    }
    return found;
  };
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

function unitAfter(tokens: readonly Token[], marks: Marks, to: number): CountUnit | undefined {
  for (let index = to; index < tokens.length && index - to < REACH; index += 1) {
    if (index > to && tokens[index]?.apart) return undefined;
    const unit = countUnits.find((value) => marks.at(index, 'concept', value) !== undefined);
    if (unit !== undefined) return unit;
    if (index > to && /^\d/.test(tokens[index]?.form ?? '')) return undefined;
  }
  return undefined;
}
