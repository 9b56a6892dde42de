import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Fact } from '../../knowledge/schema/citation.ts';
import type { Rounding } from '../../knowledge/schema/edition.ts';
import { decimalOf, toNumber } from '../../src/ledger/decimal.ts';
import { roundByEdition } from '../../src/ledger/rounding.ts';

const cited = (value: Rounding) => ({ value, section: '2.3', facts: ['F-CRED-03'] });
const up: Fact<Rounding> = cited('up');
const nearest: Fact<Rounding> = cited('nearest');
const differing = (cautious: 'sq' | 'da'): Fact<Rounding> => ({
  byLanguage: { sq: cited('nearest'), da: cited('up') },
  cautious,
});

const round = (rule: Fact<Rounding> | null, value: string, cautious: 'lower' | 'higher', language?: string) => {
  const {
    amount,
    reference: _reference,
    readings,
    ...rest
  } = roundByEdition(rule, language, decimalOf(value), decimalOf('1'), cautious);
  return { ...rest, amount: toNumber(amount), amounts: readings.map((reading) => reading.amount) };
};

describe('whole units', () => {
  test.each([
    ['up', up, '3.2', 4],
    ['up', up, '3', 3],
    ['nearest', nearest, '3.2', 3],
    ['nearest', nearest, '3.8', 4],
    ['nearest', nearest, '3', 3],
    ['nearest', nearest, '0.2', 0],
  ] as const)('%s (%#): certain', (rounding, rule, value, amount) => {
    expect(round(rule, value, 'lower')).toEqual({ amount, rounding, uncertain: false, amounts: [amount] });
    expect(round(rule, value, 'higher')).toEqual({ amount, rounding, uncertain: false, amounts: [amount] });
  });

  test('an exact half to the nearest is the reading that promises less, and open (G-07)', () => {
    expect(round(nearest, '7.5', 'higher')).toEqual({
      amount: 8,
      rounding: 'nearest',
      uncertain: true,
      amounts: [8, 7],
    });
    expect(round(nearest, '7.5', 'lower')).toEqual({
      amount: 7,
      rounding: 'nearest',
      uncertain: true,
      amounts: [7, 8],
    });
  });

  test('sources that differ: less for the customer, unless one governs or both come to the same', () => {
    expect(round(differing('sq'), '3.2', 'lower')).toMatchObject({ amount: 3, rounding: 'nearest', uncertain: true });
    expect(round(differing('da'), '3.2', 'higher')).toMatchObject({ amount: 4, rounding: 'up', uncertain: true });
    expect(round(differing('sq'), '3.2', 'lower', 'da')).toMatchObject({ amount: 4, rounding: 'up', uncertain: false });
    expect(round(differing('sq'), '3.8', 'lower')).toMatchObject({ amount: 4, uncertain: false });
    expect(round(differing('sq'), '3', 'lower')).toMatchObject({ amount: 3, uncertain: false });
  });

  test('a rule that is lost: the least that any rule would come to, without naming one', () => {
    expect(round(null, '13.3', 'lower')).toEqual({
      amount: 13,
      rounding: undefined,
      uncertain: true,
      amounts: [13, 14],
    });
    expect(round(null, '13', 'lower')).toMatchObject({ amount: 13, rounding: undefined, uncertain: false });
  });

  test('readings of differing sources name their language', () => {
    const { readings } = roundByEdition(differing('sq'), undefined, decimalOf('3.2'), decimalOf('1'), 'lower');
    expect(readings).toEqual([
      { rounding: 'nearest', amount: 3, language: 'sq' },
      { rounding: 'up', amount: 4, language: 'da' },
    ]);
  });
});

describe('laws', () => {
  const values = fc.tuple(fc.nat(10 ** 9), fc.nat(5)).map(([digits, scale]) => ({ digits: BigInt(digits), scale }));
  const rules = fc.constantFrom<Fact<Rounding> | null>(up, nearest, differing('sq'), null);

  test('what is credited is never more, and what is taken never less, than by another reading', () => {
    fc.assert(
      fc.property(values, rules, (value, rule) => {
        const credited = roundByEdition(rule, undefined, value, decimalOf('7'), 'lower');
        const taken = roundByEdition(rule, undefined, value, decimalOf('7'), 'higher');
        for (const { amount } of credited.readings) expect(amount).toBeGreaterThanOrEqual(toNumber(credited.amount));
        for (const { amount } of taken.readings) expect(amount).toBeLessThanOrEqual(toNumber(taken.amount));
      }),
    );
  });

  test('no rounding is off by a whole unit', () => {
    fc.assert(
      fc.property(values, rules, (value, rule) => {
        const exact = toNumber(value);
        const { amount } = roundByEdition(rule, undefined, value, decimalOf('1'), 'lower');
        expect(Math.abs(toNumber(amount) - exact)).toBeLessThan(1);
      }),
    );
  });
});
