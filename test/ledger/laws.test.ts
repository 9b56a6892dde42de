/** What holds of the account whatever is asked of it, in whatever order. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { WorkOrder } from '../../src/agreement/work-order.ts';
import { addDays, localDate, toLocalIso } from '../../src/calendar/local-date.ts';
import { bookService } from '../../src/ledger/book-service.ts';
import { bookingsOf } from '../../src/ledger/bookings.ts';
import { booksWithout } from '../../src/ledger/books.ts';
import { cancelService } from '../../src/ledger/cancel-service.ts';
import {
  add,
  compare,
  type Decimal,
  decimalOf,
  isNegative,
  isZero,
  multiply,
  subtract,
  toText,
  zero,
} from '../../src/ledger/decimal.ts';
import type { AccountDecision } from '../../src/ledger/decision.ts';
import { isBalanced, keyOf, LedgerEntry } from '../../src/ledger/entries.ts';
import { exchangeCredits } from '../../src/ledger/exchange-credits.ts';
import { emptyLedger, type Ledger, ledgerOf, withEntry } from '../../src/ledger/ledger.ts';
import { moveService } from '../../src/ledger/move-service.ts';
import { planEvent } from '../../src/ledger/plan-event.ts';
import { type PoolBalance, poolsOf } from '../../src/ledger/pools.ts';
import { recordHours } from '../../src/ledger/record-hours.ts';
import { redeemCredits } from '../../src/ledger/redeem-credits.ts';
import { readLedger, writeLedger } from '../../src/ledger/stored.ts';
import { size } from '../support/sizes.ts';
import { april, entryOf, january, premier, type World, worldOf } from './account-world.ts';

/** A wish of somebody's: the numbers pick among what the order has, so that every wish is about something. */
interface Wish {
  readonly kind: 'exchange' | 'redeem' | 'book' | 'cancel' | 'move' | 'hours' | 'event' | 'wait';
  readonly which: number;
  readonly other: number;
  readonly amount: number;
}

const wishes = fc.array(
  fc.record({
    kind: fc.constantFrom<Wish['kind']>('exchange', 'redeem', 'book', 'cancel', 'move', 'hours', 'event', 'wait'),
    which: fc.nat(20),
    other: fc.nat(20),
    amount: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 260 })),
  }),
  { maxLength: 40 },
);

const orders: readonly (readonly [string, WorkOrder, string])[] = [
  ['January 2025', january(), '2026-01-02T10:00:00+01:00'],
  ['April 2024, no source governing', april(), '2024-06-02T10:00:00+02:00'],
  ['April 2024 in Danish', april({ governingLanguage: 'da' }), '2024-06-02T10:00:00+02:00'],
  ['April 2024 in Albanian', april({ governingLanguage: 'sq' }), '2024-06-02T10:00:00+02:00'],
  ['Premier', premier(), '2022-05-02T10:00:00+06:00'],
];

const services = [
  'workshops',
  'chalk-talks',
  'hackathons',
  'azure-events',
  'webcasts',
  'enhanced-designated-engineering',
];
const hourly = ['problem-resolution-support', 'third-tier-support', 'enhanced-designated-engineering'];
const pick = <One>(from: readonly One[], index: number): One => {
  const found = from[index % from.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

interface State {
  readonly ledger: Ledger;
  /** Epoch milliseconds. */
  readonly now: number;
}

function decisionOn(wish: Wish, order: WorkOrder, { ledger, now }: State, id: string): AccountDecision<object> {
  const { scene, at }: World = worldOf(order, new Date(now).toISOString());
  const [location, to] = [wish.which, wish.other].map((index) => pick(order.locations, index).id);
  const place = at(location);
  const today = localDate(now, place.location.timeZone);
  switch (wish.kind) {
    case 'exchange':
      return exchangeCredits(
        { credits: wish.amount, from: place.location.id, to: to ?? '' },
        { from: place, to: at(to) },
        ledger,
        scene,
      );
    case 'redeem':
      return redeemCredits({ service: pick(services, wish.other) }, place, ledger, scene);
    case 'book':
      return bookService(
        { service: pick(services, wish.other), date: addDays(today, wish.amount) },
        place,
        ledger,
        scene,
        id,
      );
    case 'cancel': {
      const bookings = bookingsOf(ledger, today);
      const booking = bookings.length === 0 ? undefined : pick(bookings, wish.other);
      const meant = { service: undefined, deliveryDate: booking?.date ?? today, requestedAt: undefined, booking };
      return cancelService(meant, booking === undefined ? place : at(booking.location), scene);
    }
    case 'move': {
      const booking = bookingsOf(ledger, today).at(-1);
      const days = { deliveryDate: booking?.date ?? today, date: addDays(today, wish.amount) };
      const where = booking === undefined ? place : at(booking.location);
      return moveService({ service: undefined, ...days, booking }, where, ledger, scene);
    }
    case 'event': {
      const start = addDays(today, 10 + wish.amount);
      const args = { start, end: addDays(start, wish.other), solutions: 1, confirmedOn: today };
      return planEvent(args, place, ledger, scene);
    }
    default:
      return recordHours(
        { service: pick(hourly, wish.other), hours: wish.amount / 4 },
        place,
        ledger,
        scene,
        undefined,
      );
  }
}

/** The states that a row of wishes leads through, each done as soon as the desk lets it be done. */
function lived(order: WorkOrder, begin: string, row: readonly Wish[]): readonly State[] {
  const states: State[] = [{ ledger: emptyLedger, now: Date.parse(begin) }];
  for (const [index, wish] of row.entries()) {
    const last = states.at(-1) ?? { ledger: emptyLedger, now: 0 };
    states.push(
      wish.kind === 'wait' ? { ...last, now: last.now + wish.amount * 3_600_000 } : done(wish, order, last, index),
    );
  }
  return states;
}

function done(wish: Wish, order: WorkOrder, state: State, index: number): State {
  const { draft } = decisionOn(wish, order, state, `BK-${index}`);
  if (draft === undefined) return state;
  const at = toLocalIso(state.now, order.locations[0]?.timeZone ?? 'UTC');
  return { ...state, ledger: withEntry(state.ledger, entryOf(draft, at, `c${index}`)) };
}

const poolsAt = (order: WorkOrder, { ledger, now }: State): readonly PoolBalance[] =>
  poolsOf(order, ledger, localDate(now, order.locations[0]?.timeZone ?? 'UTC'));

const everySequence = (check: (order: WorkOrder, states: readonly State[]) => void): void => {
  for (const [, order, begin] of orders) {
    fc.assert(
      fc.property(wishes, (row) => check(order, lived(order, begin, row))),
      { numRuns: size(40, 1000) },
    );
  }
};

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

describe('the ledger replays to the same balances', () => {
  test('from its stored form, entry by entry', () => {
    everySequence((order, states) => {
      const last = states.at(-1) ?? never();
      const stored = readLedger(JSON.parse(JSON.stringify(writeLedger(last.ledger))));
      const replayed = stored.entries.reduce(withEntry, emptyLedger);
      for (const ledger of [stored, replayed])
        expect(shown(poolsAt(order, { ...last, ledger }))).toEqual(shown(poolsAt(order, last)));
      expect(writeLedger(replayed)).toEqual(writeLedger(last.ledger));
    });
  });

  test('from the form that older ledgers have', () => {
    everySequence((_, states) => {
      const { ledger } = states.at(-1) ?? never();
      const older = { format: 'ledger/1', entries: JSON.parse(JSON.stringify(ledger.entries)) };
      expect(writeLedger(readLedger(older))).toEqual(writeLedger(ledger));
    });
  });

  test('without its later entries it is what it was before them', () => {
    everySequence((order, states) => {
      const last = states.at(-1) ?? never();
      for (const { ledger } of states) {
        const since = last.ledger.entries.slice(ledger.entries.length);
        const before = { ...last, ledger: { ...ledger, books: booksWithout(last.ledger.books, since) } };
        const pools = poolsAt(order, { ...last, ledger });
        const own = new Set(pools.map(({ pool }) => keyOf(pool)));
        expect(shown(poolsAt(order, before).filter(({ pool }) => own.has(keyOf(pool))))).toEqual(shown(pools));
      }
    });
  });

  test('each balance is what was bought and the sum of its postings, in any order', () => {
    everySequence((order, states) => {
      const last = states.at(-1) ?? never();
      const backwards = { ...last, ledger: ledgerOf([...last.ledger.entries].reverse()) };
      expect(new Set(shown(poolsAt(order, backwards)))).toEqual(new Set(shown(poolsAt(order, last))));
      for (const { pool, purchased, remaining } of poolsAt(order, last)) {
        const lines = last.ledger.entries.flatMap((entry) => entry.lines);
        const own = lines.filter(
          ({ service, location, account }) =>
            service === pool.service && location === pool.location && account === 'available',
        );
        expect(toText(subtract(remaining, purchased))).toBe(toText(amountsOf(own)));
      }
    });
  });
});

/** By what the amounts are, however many digits they are kept with. */
const shown = (pools: readonly PoolBalance[]): readonly string[] =>
  pools.map(({ pool, expires, ...amounts }) => {
    const told = Object.entries(amounts).map(([name, amount]) => `${name} ${toText(amount)}`);
    return [keyOf(pool), expires, ...told].join(' ');
  });

const amountsOf = (lines: readonly { readonly amount: string }[]): Decimal =>
  lines.map(({ amount }) => decimalOf(amount)).reduce(add, zero);

function never(): never {
  throw new Error('there is always a state');
}
