/** Sequences of whatever people wish of an account, lived through as the desk lets them be done. */
import fc from 'fast-check';
import type { WorkOrder } from '../../src/agreement/work-order.ts';
import { addDays, localDate, toLocalIso } from '../../src/calendar/local-date.ts';
import { bookService } from '../../src/ledger/book-service.ts';
import { bookingsOf } from '../../src/ledger/bookings.ts';
import { cancelService } from '../../src/ledger/cancel-service.ts';
import { add, type Decimal, decimalOf, zero } from '../../src/ledger/decimal.ts';
import type { AccountDecision } from '../../src/ledger/decision.ts';
import { exchangeCredits } from '../../src/ledger/exchange-credits.ts';
import { emptyLedger, type Ledger, withEntry } from '../../src/ledger/ledger.ts';
import { moveService } from '../../src/ledger/move-service.ts';
import { planEvent } from '../../src/ledger/plan-event.ts';
import { type PoolBalance, poolsOf } from '../../src/ledger/pools.ts';
import { recordHours } from '../../src/ledger/record-hours.ts';
import { redeemCredits } from '../../src/ledger/redeem-credits.ts';
import { size } from '../support/sizes.ts';
import { april, entryOf, january, premier, type World, worldOf } from './account-world.ts';

/** A wish of somebody's: the numbers pick among what the order has, so that every wish is about something. */
interface Wish {
  readonly kind: 'exchange' | 'redeem' | 'book' | 'cancel' | 'move' | 'hours' | 'event' | 'wait';
  readonly which: number;
  readonly other: number;
  readonly amount: number;
}

export const wishes = fc.array(
  fc.record({
    kind: fc.constantFrom<Wish['kind']>('exchange', 'redeem', 'book', 'cancel', 'move', 'hours', 'event', 'wait'),
    which: fc.nat(20),
    other: fc.nat(20),
    amount: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 260 })),
  }),
  { maxLength: 40 },
);

export const orders: readonly (readonly [string, WorkOrder, string])[] = [
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

export interface State {
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
export function lived(order: WorkOrder, begin: string, row: readonly Wish[]): readonly State[] {
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

export const poolsAt = (order: WorkOrder, { ledger, now }: State): readonly PoolBalance[] =>
  poolsOf(order, ledger, localDate(now, order.locations[0]?.timeZone ?? 'UTC'));

export const everySequence = (check: (order: WorkOrder, states: readonly State[]) => void): void => {
  for (const [, order, begin] of orders) {
    fc.assert(
      fc.property(wishes, (row) => check(order, lived(order, begin, row))),
      { numRuns: size(40, 1000) },
    );
  }
};

export const amountsOf = (lines: readonly { readonly amount: string }[]): Decimal =>
  lines.map(({ amount }) => decimalOf(amount)).reduce(add, zero);

/** Where a state was expected: a sequence has at least the one that it begins with. */
export function never(): never {
  throw new Error('there is always a state');
}
