/** What holds of the account whatever is asked of it, in whatever order. */
import { describe, expect, test } from '@jest/globals';
import { bookingsOf } from '../../src/ledger/bookings.ts';
import { add, isNegative, isZero, toText, zero } from '../../src/ledger/decimal.ts';
import { isBalanced, LedgerEntry } from '../../src/ledger/entries.ts';
import { poolsOf } from '../../src/ledger/pools.ts';
import { amountsOf, everySequence, never, poolsAt } from './sequences.ts';

test('the sequences are about something: every kind of command is done in them', () => {
  const done = new Set<string>();
  everySequence((_, states) => {
    for (const { why } of states.at(-1)?.ledger.entries ?? []) done.add(why.reason);
  });
  expect([...done].sort()).toEqual(['booking', 'cancellation', 'event', 'exchange', 'hours', 'move', 'redemption']);
});

describe('no sequence of commands', () => {
  test('makes a balance negative, or spends more than there was', () => {
    everySequence((order, states) => {
      for (const state of states) {
        for (const { remaining, arrears, used, reserved, spendable } of poolsAt(order, state)) {
          expect([remaining, used, reserved, spendable].some(isNegative)).toBe(false);
          expect(isZero(arrears)).toBe(true);
        }
      }
    });
  });

  test('lets anything come or go that the books do not show: bought and exchanged is used, reserved or left', () => {
    everySequence((order, states) => {
      for (const { purchased, exchanged, used, reserved, remaining, lapsed } of poolsAt(
        order,
        states.at(-1) ?? never(),
      )) {
        const accounted = [used, reserved, remaining, lapsed].reduce(add, zero);
        expect(toText(accounted)).toBe(toText(add(purchased, exchanged)));
      }
    });
  });

  test('posts an entry that is not balanced, or that the stored form does not take', () => {
    everySequence((_, states) => {
      for (const entry of states.at(-1)?.ledger.entries ?? []) {
        expect(isBalanced(entry.lines)).toBe(true);
        expect(LedgerEntry.parse(entry)).toEqual(entry);
      }
    });
  });

  test('leaves anything reserved for a booking that was cancelled, or twice for one that was not', () => {
    everySequence((order, states) => {
      const last = states.at(-1) ?? never();
      const live = bookingsOf(last.ledger, '2000-01-01').filter(({ state }) => state === 'requested');
      const held = live.reduce((all, { hold }) => add(all, hold?.amount ?? zero), zero);
      const events = last.ledger.entries.flatMap(({ why, lines }) => (why.reason === 'event' ? lines : []));
      const reservedForEvents = amountsOf(events.filter(({ account }) => account === 'reserved'));
      const reserved = poolsOf(order, last.ledger, '2000-01-01').reduce((all, pool) => add(all, pool.reserved), zero);
      expect(toText(reserved)).toBe(toText(add(held, reservedForEvents)));
    });
  });
});
