/** Numbers as each language writes them: 10,000 · 10.000 · 10 000 · 二十五 · twenty five · 60 thousand. */
import type { Marks } from './marks.ts';
import type { Token } from './tokens.ts';

export interface FoundNumber {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

const digits = /^\d+$/;
const group = /^\d{3}$/;
const groupJoin = /^[.,'’\u00a0\u202f ]$/u;
const decimalJoin = /^[.,]$/u;
const hanDigits = '〇一二三四五六七八九';
const hanUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 萬: 10_000 };

/** The number that begins at this word, written in digits, in Han numerals or in words. */
export function numberAt(text: string, tokens: readonly Token[], marks: Marks, index: number): FoundNumber | undefined {
  const plain =
    fractionAt(tokens, index) ?? digitsAt(text, tokens, index) ?? hanAt(tokens, index) ?? wordsAt(marks, index);
  if (plain === undefined) return undefined;
  const half = marks.at(plain.to, 'half');
  const whole =
    half !== undefined && Number.isInteger(plain.value) ? { ...plain, value: plain.value + 0.5, to: half.to } : plain;
  const times = marks.at(whole.to, 'number', '1000', '10000') ?? undefined;
  return times === undefined || whole.value >= 1000
    ? whole
    : { ...whole, value: whole.value * Number(times.value.value), to: times.to };
}

const fractions: Readonly<Record<string, number>> = { '¼': 0.25, '½': 0.5, '¾': 0.75 };

/** "1½", "½". */
function fractionAt(tokens: readonly Token[], index: number): FoundNumber | undefined {
  const found = /^(\d{0,4})([¼½¾])$/u.exec(tokens[index]?.raw ?? '');
  if (found === null) return undefined;
  return { value: Number(found[1]) + (fractions[found[2] ?? ''] ?? 0), from: index, to: index + 1 };
}

/** As `numberAt`; before a unit of time the English article counts one: "in an hour". */
export const countAt = (text: string, tokens: readonly Token[], marks: Marks, index: number): FoundNumber | undefined =>
  numberAt(text, tokens, marks, index) ??
  (/^an?$/.test(tokens[index]?.form ?? '') ? { value: 1, from: index, to: index + 1 } : undefined);

/** Words one after another that make one number: "fifty thousand", "vingt et un", "njëzet e pesë". */
function wordsAt(marks: Marks, index: number): FoundNumber | undefined {
  const first = marks.at(index, 'number');
  if (first === undefined) return undefined;
  let sum = { thousands: 0, rest: Number(first.value.value) };
  let to = first.to;
  for (;;) {
    const next = marks.at(to, 'number') ?? marks.at(marks.at(to, 'number-link')?.to ?? to, 'number');
    const grown = next === undefined ? undefined : joinedTo(sum, Number(next.value.value));
    if (next === undefined || grown === undefined) break;
    [sum, to] = [grown, next.to];
  }
  return { value: sum.thousands + sum.rest, from: index, to };
}

interface Sum {
  readonly thousands: number;
  /** What stands after them; zero right after "thousand". */
  readonly rest: number;
}

/** A sum with one more word, where the word can belong to the same number. */
function joinedTo({ thousands, rest }: Sum, word: number): Sum | undefined {
  if (!Number.isInteger(word) || !Number.isInteger(rest)) return undefined;
  if (word >= 1000) return thousands > 0 || rest === 0 ? undefined : { thousands: rest * word, rest: 0 };
  if (rest === 0) return { thousands, rest: word };
  if (word === 100) return rest < 10 ? { thousands, rest: rest * 100 } : undefined;
  if (rest % 100 === 0) return word < 100 ? { thousands, rest: rest + word } : undefined;
  const tens = rest % 100;
  // French counts on from sixty and from eighty: soixante-quinze, quatre-vingt-dix.
  const most = tens === 60 || tens === 80 ? 20 : 10;
  return tens >= 10 && tens % 10 === 0 && word < most ? { thousands, rest: rest + word } : undefined;
}

function digitsAt(text: string, tokens: readonly Token[], index: number): FoundNumber | undefined {
  const first = tokens[index];
  const thousands = /^(\d{1,4})k$/.exec(first?.form ?? '');
  if (thousands !== null) return { value: Number(thousands[1]) * 1000, from: index, to: index + 1 };
  if (first === undefined || !digits.test(first.form) || first.form.length > 12) return undefined;
  let written = first.form;
  let to = index + 1;
  while (first.form.length <= 3 && joined(text, tokens, to, groupJoin) && group.test(tokens[to]?.form ?? '')) {
    written += tokens[to]?.form ?? '';
    to += 1;
  }
  const fraction = tokens[to]?.form ?? '';
  // After groups the other sign is the decimal one: 1,500.50 and 1.500,50.
  const isOther = to === index + 1 || signBefore(text, tokens, to) !== signBefore(text, tokens, to - 1);
  const isDecimal = isOther && /^\d{1,2}$/.test(fraction) && joined(text, tokens, to, decimalJoin);
  if (isDecimal && !joined(text, tokens, to + 1, decimalJoin))
    return { value: Number(`${written}.${fraction}`), from: index, to: to + 1 };
  return { value: Number(written), from: index, to };
}

const signBefore = (text: string, tokens: readonly Token[], index: number): string =>
  text.slice(tokens[index - 1]?.end, tokens[index]?.start);

/** Whether exactly such a sign stands between this word and the one before. */
export function joined(text: string, tokens: readonly Token[], index: number, sign: RegExp): boolean {
  const before = tokens[index - 1];
  const here = tokens[index];
  return before !== undefined && here !== undefined && sign.test(text.slice(before.end, here.start));
}

/** 二十五 is 25, 一百二十 is 120, 兩千 is 2000, 二〇二六 is 2026. */
export function hanAt(tokens: readonly Token[], index: number): FoundNumber | undefined {
  let to = index;
  let total = 0;
  let digit: number | undefined;
  let last = 1;
  let row = '';
  for (; to < tokens.length && to - index < 8; to += 1) {
    const sign = tokens[to]?.form ?? '';
    const value = sign === '兩' ? 2 : sign === '' ? -1 : hanDigits.indexOf(sign);
    const unit = hanUnits[sign];
    if (value < 0 && unit === undefined) break;
    row += value >= 0 ? String(value) : ' ';
    if (unit === undefined) digit = value;
    else {
      last = unit;
      total = unit === 10_000 ? (total + (digit ?? 0)) * unit : total + (digit ?? 1) * unit;
      digit = undefined;
    }
  }
  if (to === index) return undefined;
  const tenths = tokens[to]?.form === '點' ? hanDigits.indexOf(tokens[to + 1]?.form ?? ' ') : -1;
  if (tenths > 0 && tokens[to + 2]?.form !== '分')
    return { value: total + (digit ?? 0) + tenths / 10, from: index, to: to + 2 };
  // 七千五 is 7500; 七千零五 would be 7005.
  const rest = last >= 100 && / \d$/.test(row) ? ((digit ?? 0) * last) / 10 : (digit ?? 0);
  return { value: /^\d{2,}$/.test(row) ? Number(row) : total + rest, from: index, to };
}
