/** What exchanges are worth by the locations’ own rates, however often and in whatever order. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { WorkOrder } from '../../src/agreement/work-order.ts';
import { add, compare, type Decimal, decimalOf, isNegative, isZero, multiply, zero } from '../../src/ledger/decimal.ts';
import { size } from '../support/sizes.ts';
import { january } from './account-world.ts';
import { lived, never, orders, type State, wishes } from './sequences.ts';

describe('value by the locations’ own rates', () => {
  const rateAt = (order: WorkOrder, location: string): Decimal =>
    decimalOf(order.locations.find(({ id }) => id === location)?.creditRate?.perCredit ?? Number.NaN);

  /** What each exchange of a lived ledger gained, and the value of one credit where it arrived. */
  const gains = (order: WorkOrder, { ledger }: State): readonly { gain: Decimal; credit: Decimal }[] =>
    ledger.entries.flatMap(({ why, lines }) => {
      if (why.reason !== 'exchange') return [];
      const moved = lines.filter(({ account }) => account === 'available');
      const gain = moved
        .map(({ amount, location }) => multiply(decimalOf(amount), rateAt(order, location)))
        .reduce(add, zero);
      return [{ gain, credit: rateAt(order, why.to) }];
    });

  const eachGain = (
    [, order, begin]: (typeof orders)[number],
    check: (gain: Decimal, credit: Decimal) => void,
  ): void => {
    fc.assert(
      fc.property(wishes, (row) => {
        for (const { gain, credit } of gains(order, lived(order, begin, row).at(-1) ?? never())) check(gain, credit);
      }),
      { numRuns: size(100, 2000) },
    );
  };

  const named = (name: string): (typeof orders)[number] => orders.find(([known]) => known === name) ?? never();

  test.each(['January 2025', 'April 2024 in Danish'])(
    '%s rounds up: an exchange loses nothing and gains less than one credit of where it arrives',
    (name) => {
      eachGain(named(name), (gain, credit) => {
        expect(isNegative(gain)).toBe(false);
        expect(compare(gain, credit)).toBeLessThan(0);
      });
    },
  );

  test.each(['April 2024 in Albanian', 'April 2024, no source governing'])(
    '%s rounds to the nearest: an exchange gains less than half a credit of where it arrives and loses no more than half',
    (name) => {
      eachGain(named(name), (gain, credit) => {
        const twice = multiply(gain, decimalOf(2));
        expect(compare(twice, credit)).toBeLessThan(0);
        expect(isNegative(add(twice, credit))).toBe(false);
      });
    },
  );

  test('where both rates are the same, nothing comes or goes however often it is exchanged', () => {
    const locations = january().locations.map((location) => ({
      ...location,
      creditRate: { currency: 'EUR', perCredit: 90.35 },
    }));
    const order = january({ locations });
    eachGain(['same rates', order, '2026-01-02T10:00:00+01:00'], (gain) => expect(isZero(gain)).toBe(true));
  });
});
