/** What a work order bought of each service at each location, and what of it is left. */
import type { BoughtService, WorkOrder } from '../agreement/work-order.ts';
import { type PoolBooks, spentUntil, sumsOn } from './books.ts';
import { add, type Decimal, decimalOf, greatest, isNegative, negate, subtract, sum, zero } from './decimal.ts';
import { keyOf, type Pool } from './entries.ts';
import type { Ledger } from './ledger.ts';

export interface PoolBalance {
  readonly pool: Pool;
  readonly purchased: Decimal;
  readonly used: Decimal;
  readonly reserved: Decimal;
  /** Received less sent. */
  readonly exchanged: Decimal;
  /** What was bought for a part of the term that is over and was not used in it. */
  readonly lapsed: Decimal;
  /** Never negative. */
  readonly remaining: Decimal;
  /** What was used beyond what there was (F-REA-31). */
  readonly arrears: Decimal;
  /** What may be spent on that day: without what is bought for a later part of the term. */
  readonly spendable: Decimal;
  /** The last day on which it can be used. */
  readonly expires: string;
}

type Lot = BoughtService & { readonly quantity: number; readonly unit: Pool['unit'] };

/** Every pool of a work order on a calendar date, bought ones first, in the order of the work order. */
export function poolsOf(workOrder: WorkOrder, ledger: Ledger, today: string): readonly PoolBalance[] {
  const lots = lotsOf(workOrder);
  const when = { today, termEnd: workOrder.term.end };
  const { pools: posted } = ledger.books;
  const bought = [...lots].map(([key, own]) => balance(poolOf(own[0]), own, posted.get(key), when));
  const others = [...posted].filter(([key]) => !lots.has(key));
  return [...bought, ...others.map(([, books]) => balance(books.pool, [], books, when))];
}

type Lots = readonly [Lot, ...Lot[]];

/** What was bought of each pool, in the order of the work order. */
function lotsOf({ services }: WorkOrder): ReadonlyMap<string, Lots> {
  const lots = new Map<string, Lots>();
  for (const lot of services.filter(isCounted)) {
    const key = keyOf(lot);
    const known = lots.get(key);
    lots.set(key, known === undefined ? [lot] : [...known, lot]);
  }
  return lots;
}

/** The pools of one service, those of a location first named, then the others. */
export function poolsFor(
  workOrder: WorkOrder,
  ledger: Ledger,
  today: string,
  service: string,
  location: string,
): readonly PoolBalance[] {
  const pools = poolsOf(workOrder, ledger, today).filter(({ pool }) => pool.service === service);
  return [
    ...pools.filter(({ pool }) => pool.location === location),
    ...pools.filter(({ pool }) => pool.location !== location),
  ];
}

/** One pool; an empty one where nothing was bought or posted. */
export function poolBalance(workOrder: WorkOrder, ledger: Ledger, today: string, pool: Pool): PoolBalance {
  const key = keyOf(pool);
  const lots = lotsOf(workOrder).get(key) ?? [];
  return balance(pool, lots, ledger.books.pools.get(key), { today, termEnd: workOrder.term.end });
}

/** Whether what is held has lapsed by a date: with an end of its own, before that of the term (F-TERM-05). */
export const lapsesBefore = ({ expires }: PoolBalance, date: string, { term }: WorkOrder): boolean =>
  expires < term.end && expires < date;

interface When {
  readonly today: string;
  readonly termEnd: string;
}

function balance(pool: Pool, lots: readonly Lot[], books: PoolBooks | undefined, when: When): PoolBalance {
  const sums = books && sumsOn(books, when.today);
  const purchased = quantityOf(lots);
  const lapsed = lapsedOf(lots, books, when);
  const left = subtract(add(purchased, sums?.available ?? zero), lapsed);
  const remaining = greatest(left, zero);
  const later = quantityOf(lots.filter(({ start }) => start !== undefined && start > when.today));
  return {
    pool,
    purchased,
    used: sums?.used ?? zero,
    reserved: sums?.reserved ?? zero,
    exchanged: sums === undefined ? zero : negate(add(sums.sent, sums.received)),
    lapsed,
    remaining,
    arrears: isNegative(left) ? negate(left) : zero,
    spendable: greatest(subtract(remaining, later), zero),
    expires: lastDayOf(lots, when.termEnd),
  };
}

/**
 * What lapsed with the lots that have ended before today. What ends first is used first: after each end, the bought less
 * the spent up to then is gone, unless an earlier end took as much. What was spent of it and comes back later is gone too.
 */
function lapsedOf(lots: readonly Lot[], books: PoolBooks | undefined, { today, termEnd }: When): Decimal {
  const ends = [...new Set(lots.map(({ end }) => end ?? termEnd))].filter((end) => end < today && end < termEnd).sort();
  return ends.reduce((lapsed, end) => {
    const bought = quantityOf(lots.filter((lot) => (lot.end ?? termEnd) <= end));
    return greatest(lapsed, subtract(bought, spentUntil(books, end, today)));
  }, zero);
}

const lastDayOf = (lots: readonly Lot[], termEnd: string): string =>
  lots
    .map(({ end }) => end ?? termEnd)
    .sort()
    .at(-1) ?? termEnd;

const quantityOf = (lots: readonly Lot[]): Decimal => sum(lots.map(({ quantity }) => decimalOf(quantity)));

const isCounted = (bought: BoughtService): bought is Lot => bought.quantity !== undefined && bought.unit !== undefined;

const poolOf = ({ service, location, unit }: Lot): Pool => ({ service, location, unit });
