import { describe, expect, test } from '@jest/globals';
import { toText } from '../../../src/ledger/decimal.ts';
import { amountIn, type Cell, dateIn, type Habits, harmless, textOf } from '../../../src/ledger/file/cells.ts';

const amount = (cell: Cell, habits: Habits = {}): string => {
  const read = amountIn(cell, habits);
  return read.ok ? toText(read.value) : read.failure.problem;
};
const date = (cell: Cell, habits: Habits = {}): string => {
  const read = dateIn(cell, habits);
  return read.ok ? read.value : read.failure.problem;
};

describe('an amount', () => {
  test.each<[Cell, Habits, string]>([
    ['12', {}, '12'],
    ['12,5', {}, '12.5'],
    ['12.5', {}, '12.5'],
    ['0.125', {}, '0.125'],
    ['1.234,56', {}, '1234.56'],
    ['1,234.56', {}, '1234.56'],
    ['1.234.567', {}, '1234567'],
    ['1 234,5', {}, '1234.5'],
    ['1\u202f234,5', {}, '1234.5'],
    ["1'234.5", {}, '1234.5'],
    ['1,234', { decimal: 'comma' }, '1.234'],
    ['1,234', { decimal: 'point' }, '1234'],
    ['1.234', { decimal: 'comma' }, '1234'],
    [0.1 + 0.2, {}, '0.3'],
    [160, {}, '160'],
  ])('%p with %p is %s', (cell, habits, read) => {
    expect(amount(cell, habits)).toBe(read);
  });

  test.each<[Cell, Habits, string]>([
    ['1,234', {}, 'two ways'],
    ['12.345', {}, 'two ways'],
    ['1,23,4', {}, 'no quantity'],
    ['12,34.5', {}, 'no quantity'],
    ['-5', {}, 'no quantity'],
    [-5, {}, 'no quantity'],
    ['5 h', {}, 'no quantity'],
    [Number.NaN, {}, 'no quantity'],
    ['', {}, 'is empty'],
    [null, {}, 'is empty'],
    ['1234567890123', {}, 'too large'],
    ['0.1234567', {}, 'too fine'],
  ])('%p with %p is refused: %s', (cell, habits, problem) => {
    expect(amount(cell, habits)).toContain(problem);
  });
});

describe('a date', () => {
  test.each<[Cell, Habits, string]>([
    ['2026-03-04', {}, '2026-03-04'],
    ['2026-03-04T23:30:00', {}, '2026-03-04'],
    [new Date('2026-03-04T00:00:00Z'), {}, '2026-03-04'],
    [46085, {}, '2026-03-04'],
    ['46085', {}, '2026-03-04'],
    ['04/03/2026', { dates: 'dmy' }, '2026-03-04'],
    ['03/04/2026', { dates: 'mdy' }, '2026-03-04'],
    ['4.3.2026', { dates: 'dmy' }, '2026-03-04'],
  ])('%p with %p is %s', (cell, habits, read) => {
    expect(date(cell, habits)).toBe(read);
  });

  test.each<[Cell, Habits, string]>([
    ['04/03/2026', {}, 'two ways'],
    ['2026-02-30', {}, 'no calendar'],
    ['31/31/2026', { dates: 'dmy' }, 'no calendar'],
    ['soon', {}, 'no date'],
    ['', {}, 'is empty'],
  ])('%p with %p is refused: %s', (cell, habits, problem) => {
    expect(date(cell, habits)).toContain(problem);
  });
});

test.each(['=1+1', '+1', '-1', '@sum', '\tx'])('%p leaves as no formula and comes back as it was', (text) => {
  expect(harmless(text)).toBe(`'${text}`);
  expect(textOf(harmless(text))).toBe(text.trim() === text ? text : text);
});
