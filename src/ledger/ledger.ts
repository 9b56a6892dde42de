/** A ledger: its entries in the order in which they were made, and what they come to. */
import { add, type Decimal, decimalOf, negate, zero } from './decimal.ts';
import { type Account, keyOf, type LedgerEntry, type Line, line, type Pool, type Why } from './entries.ts';

export interface Ledger {
  readonly entries: readonly LedgerEntry[];
}

export const emptyLedger: Ledger = { entries: [] };

export const withEntry = ({ entries }: Ledger, entry: LedgerEntry): Ledger => ({ entries: [...entries, entry] });

/** Moves an amount from one account of a pool to another: two lines that add up to zero. */
export const move = (pool: Pool, amount: Decimal, from: Account, to: Account): readonly Line[] => [
  line(pool, from, negate(amount)),
  line(pool, to, amount),
];

export type Sums = Readonly<Record<Account, Decimal>>;

/** One pool's sums while they are being added up. */
interface Tally {
  readonly pool: Pool;
  readonly sums: Record<Account, Decimal>;
}

/**
 * The sums of every pool that has postings, by its key, in the order of their first posting. `today` is a calendar date:
 * what was reserved for an earlier day counts as used.
 */
export function poolSums(
  { entries }: Ledger,
  today: string,
): ReadonlyMap<string, { readonly pool: Pool; readonly sums: Sums }> {
  const pools = new Map<string, Tally>();
  for (const { lines, why } of entries) {
    const isOver = heldUntil(why) < today;
    for (const posted of lines) {
      const { sums } = tallyOf(posted, pools);
      const account = isOver && posted.account === 'reserved' ? 'used' : posted.account;
      sums[account] = add(sums[account], decimalOf(posted.amount));
    }
  }
  return pools;
}

function tallyOf(posted: Line, pools: Map<string, Tally>): Tally {
  const key = keyOf(posted);
  const known = pools.get(key);
  if (known !== undefined) return known;
  const sums = { available: zero, reserved: zero, used: zero, sent: zero, received: zero };
  const tally = { pool: poolOf(posted), sums };
  pools.set(key, tally);
  return tally;
}

const poolOf = ({ service, location, unit }: Line): Pool => ({ service, location, unit });

/** The last day for which an entry holds something; an entry that holds nothing holds it for ever. */
function heldUntil(why: Why): string {
  if (why.reason === 'booking' || why.reason === 'cancellation') return why.date;
  return why.reason === 'event' ? why.end : '9999-12-31';
}

/** What has left a pool up to a date, the day itself included: used, reserved or sent, less what came back. */
export function spentUntil({ entries }: Ledger, pool: Pool, date: string): Decimal {
  const key = keyOf(pool);
  return entries
    .filter(({ at }) => at.slice(0, 10) <= date)
    .flatMap(({ lines }) => lines)
    .filter((posted) => keyOf(posted) === key && posted.account !== 'available' && posted.account !== 'received')
    .reduce((spent, { amount }) => add(spent, decimalOf(amount)), zero);
}
