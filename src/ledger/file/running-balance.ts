/** The balances while a file is read from top to bottom: whether each posting may stand, and its two lines. */
import type { Edition } from '../../../knowledge/schema/edition.ts';
import type { WorkOrder } from '../../agreement/work-order.ts';
import { fail, ok, type Result } from '../../result.ts';
import { add, compare, type Decimal, decimalOf, isNegative, negate, subtract, toText, zero } from '../decimal.ts';
import { keyOf, type Line, type Pool } from '../entries.ts';
import { type Ledger, move } from '../ledger.ts';
import { poolBalance } from '../pools.ts';
import type { PostingRow, RowFault } from './posting-row.ts';

interface Running {
  readonly purchased: Decimal;
  /** What can still be spent; negative only where hours may go on as arrears. */
  left: Decimal;
  used: Decimal;
  /** Whether anything has been posted: an opening balance comes before all else. */
  begun: boolean;
}

export interface RunningBalance {
  /** The lines of a posting, and the balance moves on; or why it cannot stand, and the balance stays. */
  take(row: PostingRow): Result<readonly Line[], RowFault>;
}

/** Starts from what the ledger holds now. */
export function runningBalance(workOrder: WorkOrder, edition: Edition, ledger: Ledger): RunningBalance {
  const pools = new Map<string, Running>();
  const runningOf = (pool: Pool): Running => {
    const key = keyOf(pool);
    const known = pools.get(key) ?? runningFrom(workOrder, ledger, pool);
    pools.set(key, known);
    return known;
  };
  return {
    take(row) {
      const running = runningOf(row.pool);
      const problem = problemOf(row, running, edition);
      if (problem !== undefined) return fail({ row: row.row, ...problem });
      const lines = linesOf(row, running);
      advance(running, lines);
      return ok(lines);
    },
  };
}

function runningFrom(workOrder: WorkOrder, ledger: Ledger, pool: Pool): Running {
  const books = ledger.books.pools.get(keyOf(pool));
  const { purchased } = poolBalance(workOrder, ledger, workOrder.term.start, pool);
  const left = add(purchased, books?.sums.available ?? zero);
  return { purchased, left, used: books?.sums.used ?? zero, begun: books !== undefined };
}

type Problem = Omit<RowFault, 'row'>;

function problemOf(
  { kind, amount, pool }: PostingRow,
  { left, used, begun }: Running,
  edition: Edition,
): Problem | undefined {
  const mayOwe = edition.hours.exhausted !== null && pool.service === 'problem-resolution-support';
  if (kind === 'opening' && begun)
    return {
      column: 'kind',
      problem: `an opening balance comes after other postings of ${pool.service} at ${pool.location}`,
      remedy: 'Put it first, or post the difference as used, returned, received or sent.',
    };
  if ((kind === 'sent' || (kind === 'used' && !mayOwe)) && compare(amount, left) > 0)
    return {
      column: 'amount',
      problem: `${toText(amount)} is more than is left of ${pool.service} at ${pool.location}: ${toText(left)} ${pool.unit}`,
      remedy: 'Check the amount and what was bought, or post first what was received.',
    };
  if (kind === 'returned' && compare(amount, used) > 0)
    return {
      column: 'amount',
      problem: `${toText(amount)} is more than was used of ${pool.service} at ${pool.location}: ${toText(used)} ${pool.unit}`,
      remedy: 'Post what was used before what is returned of it.',
    };
  return undefined;
}

/** An opening balance is what is left on its day: less than was bought has been used, more has been received. */
function linesOf({ kind, amount, pool }: PostingRow, { left }: Running): readonly Line[] {
  switch (kind) {
    case 'opening': {
      const gone = subtract(left, amount);
      if (gone.digits === 0n) return [];
      return isNegative(gone)
        ? move(pool, negate(gone), 'received', 'available')
        : move(pool, gone, 'available', 'used');
    }
    case 'used':
      return move(pool, amount, 'available', 'used');
    case 'sent':
      return move(pool, amount, 'available', 'sent');
    case 'returned':
      return move(pool, amount, 'used', 'available');
    case 'received':
      return move(pool, amount, 'received', 'available');
  }
}

function advance(running: Running, lines: readonly Line[]): void {
  running.begun = true;
  for (const { account, amount } of lines) {
    const change = decimalOf(amount);
    if (account === 'available') running.left = add(running.left, change);
    if (account === 'used') running.used = add(running.used, change);
  }
}
