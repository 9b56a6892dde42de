/** A ledger: what its entries come to, and the newest of them; older ones stand in closed pages. */
import type { Approval } from './approvals.ts';
import { type Books, booksAfter, emptyBooks } from './books.ts';
import { type Decimal, negate } from './decimal.ts';
import { type Account, type LedgerEntry, type Line, line, type Pool } from './entries.ts';

/** A page of entries that is kept apart and never changes again. */
export interface ClosedPage {
  readonly id: string;
  /** How many entries it holds. */
  readonly count: number;
  /** The earliest and the latest day of an entry, as `at` has it. */
  readonly from: string;
  readonly to: string;
}

/** A file whose postings were taken over. */
export interface TakenFile {
  /** SHA-256 of its bytes. */
  readonly digest: string;
  readonly name: string;
  readonly at: string;
  readonly by: string;
  /** The postings that came of it. */
  readonly postings: number;
}

export interface Ledger {
  /** Of all entries, closed pages included. */
  readonly books: Books;
  /** The entries of the open page, in the order in which they were made. */
  readonly entries: readonly LedgerEntry[];
  /** Oldest first. */
  readonly pages: readonly ClosedPage[];
  readonly files: readonly TakenFile[];
  /** Requests that wait for a second administrator, and the newest that were decided; oldest first. */
  readonly approvals: readonly Approval[];
}

export const emptyLedger: Ledger = { books: emptyBooks, entries: [], pages: [], files: [], approvals: [] };

/** A ledger of one open page. */
export const ledgerOf = (entries: readonly LedgerEntry[]): Ledger => ({
  ...emptyLedger,
  books: booksAfter(emptyBooks, entries),
  entries,
});

export const withEntry = (ledger: Ledger, entry: LedgerEntry): Ledger => ({
  ...ledger,
  books: booksAfter(ledger.books, [entry]),
  entries: [...ledger.entries, entry],
});

/** Moves an amount from one account of a pool to another: two lines that add up to zero. */
export const move = (pool: Pool, amount: Decimal, from: Account, to: Account): readonly Line[] => [
  line(pool, from, negate(amount)),
  line(pool, to, amount),
];
