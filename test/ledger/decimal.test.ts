import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  add,
  compare,
  type Decimal,
  decimalOf,
  divide,
  greatest,
  isNegative,
  isZero,
  least,
  multiply,
  negate,
  subtract,
  sum,
  toNumber,
  toText,
  zero,
} from '../../src/ledger/decimal.ts';

const decimals = fc
  .record({ digits: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), scale: fc.integer({ min: 0, max: 8 }) })
  .map((value): Decimal => value);
const size = (value: Decimal): Decimal => (isNegative(value) ? negate(value) : value);

describe('a decimal', () => {
  test.each([
    ['0', '0'],
    ['-0', '0'],
    ['12.50', '12.5'],
    ['0.05', '0.05'],
    ['-0.05', '-0.05'],
    ['007', '7'],
    ['1e3', '1000'],
    ['1.5e-7', '0.00000015'],
    ['-2.50E1', '-25'],
    ['123456789012345678901234567890.1', '123456789012345678901234567890.1'],
  ])('is read from %s and written as %s', (text, written) => {
    expect(toText(decimalOf(text))).toBe(written);
  });

  test.each([0, 7.2, 0.1, 160, 1e21, 1e-7, -3.75])('takes the number %p by the digits that it prints', (value) => {
    expect(toNumber(decimalOf(value))).toBe(value);
  });

  test.each(['', '.', '1.', '.5', '1,5', '0x10', 'NaN', '1e', '--1', '１'])('is not read from %p', (text) => {
    expect(() => decimalOf(text)).toThrow(RangeError);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('is not read from %p', (value) => {
    expect(() => decimalOf(value)).toThrow(RangeError);
  });

  test('adds tenths as tenths', () => {
    expect(toText(add(decimalOf(0.1), decimalOf(0.2)))).toBe('0.3');
    expect(toText(sum([7.2, 7.2, 7.2].map(decimalOf)))).toBe('21.6');
  });
});

describe('the laws of arithmetic', () => {
  test('writing and reading give the same value', () => {
    fc.assert(fc.property(decimals, (value) => compare(decimalOf(toText(value)), value) === 0));
  });

  test('adding and taking away', () => {
    fc.assert(
      fc.property(decimals, decimals, (one, other) => {
        expect(toText(subtract(add(one, other), other))).toBe(toText(one));
        expect(toText(add(one, other))).toBe(toText(add(other, one)));
        expect(isZero(add(one, negate(one)))).toBe(true);
      }),
    );
  });

  test('multiplication spreads over addition', () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (one, other, third) => {
        const spread = add(multiply(one, third), multiply(other, third));
        expect(compare(multiply(add(one, other), third), spread)).toBe(0);
      }),
    );
  });

  test('the least and the greatest are the two', () => {
    fc.assert(
      fc.property(decimals, decimals, (one, other) => {
        expect(compare(least(one, other), greatest(one, other))).toBeLessThanOrEqual(0);
        expect(compare(add(least(one, other), greatest(one, other)), add(one, other))).toBe(0);
      }),
    );
  });
});

describe('a quotient', () => {
  test.each([
    ['10', '4', 2n, 'half'],
    ['9', '4', 2n, 'under-half'],
    ['11', '4', 2n, 'over-half'],
    ['8', '4', 2n, 'none'],
    ['7.5', '1', 7n, 'half'],
    ['0.1', '0.3', 0n, 'under-half'],
    ['0', '3', 0n, 'none'],
  ])('%s by %s is %p and a rest that is %s', (dividend, divisor, whole, rest) => {
    expect(divide(decimalOf(dividend), decimalOf(divisor))).toEqual({ whole, rest });
  });

  test('is never more than once too small', () => {
    const positive = decimals.map(size);
    fc.assert(
      fc.property(
        positive,
        positive.filter(({ digits }) => digits > 0n),
        (dividend, divisor) => {
          const { whole } = divide(dividend, divisor);
          const floor = multiply({ digits: whole, scale: 0 }, divisor);
          expect(compare(floor, dividend)).toBeLessThanOrEqual(0);
          expect(compare(add(floor, divisor), dividend)).toBeGreaterThan(0);
        },
      ),
    );
  });

  test.each([
    ['1', '0'],
    ['1', '-2'],
    ['-1', '2'],
  ])('of %s by %s is none', (dividend, divisor) => {
    expect(() => divide(decimalOf(dividend), decimalOf(divisor))).toThrow(RangeError);
  });

  test('zero is zero', () => expect(isZero(zero)).toBe(true));
});
