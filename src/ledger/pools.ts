/** What a work order bought of each service at each location, and what of it is left. */
import type { BoughtService, WorkOrder } from '../agreement/work-order.ts';
import { add, type Decimal, decimalOf, greatest, isNegative, negate, subtract, sum, zero } from './decimal.ts';
import { keyOf, type Pool } from './entries.ts';
import { type Ledger, poolSums, type Sums, spentUntil } from './ledger.ts';

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
  const lots = workOrder.services.filter(isCounted);
  const posted = poolSums(ledger, today);
  const pools = new Map<string, Pool>(lots.map((lot) => [keyOf(lot), poolOf(lot)]));
  for (const [key, { pool }] of posted) if (!pools.has(key)) pools.set(key, pool);
  return [...pools].map(([key, pool]) => {
    const bought = lots.filter((lot) => keyOf(lot) === key);
    return balance(pool, bought, posted.get(key)?.sums, { ledger, today, termEnd: workOrder.term.end });
  });
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
  const found = poolsOf(workOrder, ledger, today).find((candidate) => keyOf(candidate.pool) === keyOf(pool));
  return found ?? balance(pool, [], undefined, { ledger, today, termEnd: workOrder.term.end });
}

interface When {
  readonly ledger: Ledger;
  readonly today: string;
  readonly termEnd: string;
}

function balance(pool: Pool, lots: readonly Lot[], sums: Sums | undefined, when: When): PoolBalance {
  const purchased = quantityOf(lots);
  const lapsed = lapsedOf(pool, lots, when);
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
 * the spent up to then is gone, unless an earlier end took as much.
 */
function lapsedOf(pool: Pool, lots: readonly Lot[], { ledger, today, termEnd }: When): Decimal {
  const ends = [...new Set(lots.map(({ end }) => end ?? termEnd))].filter((end) => end < today && end < termEnd).sort();
  return ends.reduce((lapsed, end) => {
    const bought = quantityOf(lots.filter((lot) => (lot.end ?? termEnd) <= end));
    return greatest(lapsed, subtract(bought, spentUntil(ledger, pool, end)));
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
