/** What has been booked, as the entries of a ledger tell it. */
import type { BookingFacts } from '../command/account-contract.ts';
import { type Decimal, decimalOf, toNumber } from './decimal.ts';
import type { LedgerEntry, Pool, Why } from './entries.ts';
import type { Ledger } from './ledger.ts';

/** A quantity of a pool that a booking holds. */
export interface Hold {
  readonly pool: Pool;
  readonly amount: Decimal;
}

export interface Booking {
  readonly id: string;
  readonly service: string;
  readonly location: string;
  /** A calendar date at the location. */
  readonly date: string;
  readonly state: BookingFacts['state'];
  /** What was reserved for it; undefined where the service is not counted. */
  readonly hold: Hold | undefined;
}

type Booked = Extract<Why, { reason: 'booking' }>;

/** Every booking in the order in which they were made; `today` is a calendar date at the location. */
export function bookingsOf({ entries }: Ledger, today: string): readonly Booking[] {
  const cancelled = new Set(entries.flatMap(({ why }) => (why.reason === 'cancellation' ? [why.booking] : [])));
  return entries.flatMap((entry) =>
    entry.why.reason === 'booking' ? [bookingOf(entry, entry.why, cancelled, today)] : [],
  );
}

function bookingOf(entry: LedgerEntry, why: Booked, cancelled: ReadonlySet<string>, today: string): Booking {
  const { booking: id, service, location, date } = why;
  const live = date < today ? 'past' : 'requested';
  return { id, service, location, date, state: cancelled.has(id) ? 'cancelled' : live, hold: holdOf(entry) };
}

function holdOf({ lines }: LedgerEntry): Hold | undefined {
  const reserved = lines.find(({ account }) => account === 'reserved');
  if (reserved === undefined) return undefined;
  const { service, location, unit, amount } = reserved;
  return { pool: { service, location, unit }, amount: decimalOf(amount) };
}

export const amountFacts = ({ pool, amount }: Hold): NonNullable<BookingFacts['holds']> => ({
  ...pool,
  amount: toNumber(amount),
});

export const bookingFacts = ({ hold, ...booking }: Booking): BookingFacts => ({
  ...booking,
  ...(hold === undefined ? {} : { holds: amountFacts(hold) }),
});
