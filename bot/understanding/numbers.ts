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
  const plain = digitsAt(text, tokens, index) ?? hanAt(tokens, index) ?? wordAt(marks, index);
  if (plain === undefined) return undefined;
  const half = marks.at(plain.to, 'half');
  if (half !== undefined && Number.isInteger(plain.value)) return { ...plain, value: plain.value + 0.5, to: half.to };
  const times = marks.at(plain.to, 'number', '1000', '10000') ?? undefined;
  return times === undefined || plain.value >= 1000
    ? plain
    : { ...plain, value: plain.value * Number(times.value.value), to: times.to };
}

function wordAt(marks: Marks, index: number): FoundNumber | undefined {
  const found = marks.at(index, 'number');
  return found === undefined ? undefined : { value: Number(found.value.value), from: index, to: found.to };
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
  let row = '';
  for (; to < tokens.length && to - index < 8; to += 1) {
    const sign = tokens[to]?.form ?? '';
    const value = sign === '兩' ? 2 : sign === '' ? -1 : hanDigits.indexOf(sign);
    const unit = hanUnits[sign];
    if (value < 0 && unit === undefined) break;
    row += value >= 0 ? String(value) : ' ';
    if (unit === undefined) digit = value;
    else {
      total = unit === 10_000 ? (total + (digit ?? 0)) * unit : total + (digit ?? 1) * unit;
      digit = undefined;
    }
  }
  if (to === index) return undefined;
  return { value: /^\d{2,}$/.test(row) ? Number(row) : total + (digit ?? 0), from: index, to };
}
