/**
 * The stored form of a ledger. What was bought stands in the work order, what became of it here: a head with the books and
 * the open page, and closed pages beside it. An older ledger, all in one, is read as a head without closed pages.
 */
import { z } from 'zod';
import { IsoDate, Unit } from '../../knowledge/vocabulary.ts';
import { DirectoryId } from '../directory-id.ts';
import { Approval } from './approvals.ts';
import { type BookedDay, type Books, booksAfter, emptyBooks, type PoolBooks } from './books.ts';
import { type Decimal, decimalOf, toText } from './decimal.ts';
import { keyOf, LedgerEntry } from './entries.ts';
import type { Ledger } from './ledger.ts';

const Amount = z.string().regex(/^-?\d+(\.\d+)?$/);
const Pool = z.strictObject({ service: z.string(), location: z.string(), unit: Unit });
const ByDay = z.record(z.string(), Amount);

const StoredBooks = z.strictObject({
  count: z.int().min(0),
  pools: z.array(
    Pool.extend({ available: Amount, used: Amount, sent: Amount, received: Amount, held: ByDay, spent: ByDay }),
  ),
  bookings: z.array(
    z.strictObject({
      id: z.string(),
      service: z.string(),
      location: z.string(),
      date: IsoDate,
      hold: Pool.extend({ amount: Amount }).optional(),
      /** Absent in what was stored before it was kept. */
      taken: IsoDate.optional(),
      cancelled: z.boolean(),
      moves: z.int().min(0),
    }),
  ),
  events: z.array(z.strictObject({ start: IsoDate, end: IsoDate, location: z.string() })),
  incidents: z.array(z.string()),
});
type StoredBooks = z.infer<typeof StoredBooks>;

const FirstForm = z.strictObject({ format: z.literal('ledger/1'), entries: z.array(LedgerEntry) });

const SecondForm = z.strictObject({
  format: z.literal('ledger/2'),
  books: StoredBooks,
  entries: z.array(LedgerEntry),
  pages: z.array(z.strictObject({ id: z.string(), count: z.int().positive(), from: IsoDate, to: IsoDate })),
  files: z.array(
    z.strictObject({
      digest: z.string(),
      name: z.string(),
      at: z.iso.datetime({ offset: true }),
      by: DirectoryId,
      postings: z.int().min(0),
    }),
  ),
  /** Absent while nothing has waited for an approval. */
  approvals: z.array(Approval).optional(),
});

export const StoredLedger = z.discriminatedUnion('format', [FirstForm, SecondForm]);
export type StoredLedger = z.infer<typeof SecondForm>;

/** A closed page: entries that never change again. */
export const StoredPage = z.strictObject({ format: z.literal('ledger-page/1'), entries: z.array(LedgerEntry).min(1) });
export type StoredPage = z.infer<typeof StoredPage>;

/** The ledger in a stored head, of this form or the one before. @throws ZodError where it is neither. */
export function readLedger(state: unknown): Ledger {
  const stored = StoredLedger.parse(state);
  if (stored.format === 'ledger/1')
    return {
      books: booksAfter(emptyBooks, stored.entries),
      entries: stored.entries,
      pages: [],
      files: [],
      approvals: [],
    };
  const { books, entries, pages, files, approvals = [] } = stored;
  return { books: readBooks(books), entries, pages, files, approvals };
}

export const writeLedger = ({ books, entries, pages, files, approvals }: Ledger): StoredLedger => ({
  format: 'ledger/2',
  books: writeBooks(books),
  entries: [...entries],
  pages: [...pages],
  files: [...files],
  ...(approvals.length > 0 ? { approvals: [...approvals] } : {}),
});

function writeBooks({ count, pools, bookings, events, incidents }: Books): StoredBooks {
  return {
    count,
    pools: [...pools.values()].map(({ pool, sums: { available, used, sent, received }, held, spent }) => ({
      ...pool,
      available: toText(available),
      used: toText(used),
      sent: toText(sent),
      received: toText(received),
      held: byDay(held),
      spent: byDay(spent),
    })),
    bookings: [...bookings.values()].map(({ hold, ...booked }) => ({
      ...booked,
      ...(hold === undefined ? {} : { hold: { ...hold.pool, amount: toText(hold.amount) } }),
    })),
    events: events.map((event) => ({ ...event })),
    incidents: [...incidents],
  };
}

const byDay = (amounts: ReadonlyMap<string, Decimal>): Record<string, string> =>
  Object.fromEntries([...amounts].map(([day, amount]) => [day, toText(amount)]));

function readBooks({ count, pools, bookings, events, incidents }: StoredBooks): Books {
  return {
    count,
    pools: new Map(pools.map((stored) => [keyOf(stored), readPool(stored)])),
    bookings: new Map(bookings.map((stored) => [stored.id, readBooking(stored)])),
    events,
    incidents: new Set(incidents),
  };
}

function readPool(stored: StoredBooks['pools'][number]): PoolBooks {
  const { service, location, unit, available, used, sent, received, held, spent } = stored;
  return {
    pool: { service, location, unit },
    sums: {
      available: decimalOf(available),
      reserved: decimalOf(0),
      used: decimalOf(used),
      sent: decimalOf(sent),
      received: decimalOf(received),
    },
    held: amountsOf(held),
    spent: amountsOf(spent),
  };
}

const amountsOf = (stored: Readonly<Record<string, string>>): ReadonlyMap<string, Decimal> =>
  new Map(Object.entries(stored).map(([day, amount]) => [day, decimalOf(amount)]));

function readBooking({ hold, ...booked }: StoredBooks['bookings'][number]): BookedDay {
  if (hold === undefined) return { ...booked, hold: undefined };
  const { amount, ...pool } = hold;
  return { ...booked, hold: { pool, amount: decimalOf(amount) } };
}
