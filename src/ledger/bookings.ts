/** What has been booked, as the entries of a ledger tell it. */
import type { BookingFacts } from '../command/account-contract.ts';
import type { BookedDay } from './books.ts';
import { type Decimal, toNumber } from './decimal.ts';
import type { Pool } from './entries.ts';
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
  /** How often it was moved to another day. */
  readonly moves: number;
}

/** Every booking in the order in which they were made; `today` is a calendar date at the location. */
export const bookingsOf = ({ books }: Ledger, today: string): readonly Booking[] =>
  [...books.bookings.values()].map((booked) => bookingOf(booked, today));

/** The booking of that number; undefined where there is none. */
export function bookingNumbered({ books }: Ledger, id: string, today: string): Booking | undefined {
  const booked = books.bookings.get(id);
  return booked && bookingOf(booked, today);
}

function bookingOf({ cancelled, taken: _taken, ...booked }: BookedDay, today: string): Booking {
  const live = booked.date < today ? 'past' : 'requested';
  return { ...booked, state: cancelled ? 'cancelled' : live };
}

export const amountFacts = ({ pool, amount }: Hold): NonNullable<BookingFacts['holds']> => ({
  ...pool,
  amount: toNumber(amount),
});

export const bookingFacts = ({ hold, moves: _moves, ...booking }: Booking): BookingFacts => ({
  ...booking,
  ...(hold === undefined ? {} : { holds: amountFacts(hold) }),
});
