/** What the commands on bookings take and answer. */
import { z } from 'zod';
import { Id, IsoDate } from '../../knowledge/vocabulary.ts';
import { Amount, Count, quoted, Reading, Ruling } from './ruling-contract.ts';
import { Instant } from './shapes.ts';

/** `requested` until its day, then `past`; the vendor's answer is not the desk's to know. */
export const BookingState = z.enum(['requested', 'cancelled', 'past']);

export const BookingFacts = z.object({
  /** Absent before it is made. */
  id: z.string().optional(),
  service: Id,
  location: z.string(),
  date: IsoDate,
  state: BookingState,
  /** What is reserved for it; absent where the service is not counted. */
  holds: Amount.optional(),
});
export type BookingFacts = z.infer<typeof BookingFacts>;

export const BookArgs = z.object({
  service: Id,
  date: IsoDate,
  location: z.string().optional(),
  quantity: Count.optional(),
  quoted,
});
export const BookFacts = Ruling.extend({
  service: Id,
  location: z.string(),
  date: IsoDate,
  /** The last day on which a request is in time. */
  requestBy: IsoDate,
  booking: BookingFacts.optional(),
  readings: z.array(Reading).optional(),
  /** The text of an .ics file, once it is booked. */
  calendar: z.string().optional(),
  /** Where that file can be fetched, as the booking then stands. */
  calendarUrl: z.string().optional(),
});
export type BookFacts = z.infer<typeof BookFacts>;

export const CancelArgs = z.object({
  service: Id.optional(),
  deliveryDate: IsoDate.optional(),
  booking: z.string().optional(),
  location: z.string().optional(),
  /** When the cancellation is or would be asked for; now without it. With it, the fee is only quoted. */
  requestedAt: z.union([Instant, IsoDate]).optional(),
  quoted,
});
export const CancelFacts = Ruling.extend({
  service: Id.optional(),
  location: z.string(),
  deliveryDate: IsoDate,
  requested: IsoDate,
  daysAhead: z.number().int(),
  feePercent: z.number(),
  /** The fee in what the booking holds, and what comes back; absent without a booking that holds something. */
  fee: Amount.optional(),
  refund: Amount.optional(),
  booking: BookingFacts.optional(),
  calendar: z.string().optional(),
  calendarUrl: z.string().optional(),
});
export type CancelFacts = z.infer<typeof CancelFacts>;

export const MoveArgs = z.object({
  service: Id.optional(),
  /** The day that is booked. */
  deliveryDate: IsoDate.optional(),
  booking: z.string().optional(),
  /** The day that is wished for. */
  date: IsoDate,
  location: z.string().optional(),
  quoted,
});
export const MoveFacts = Ruling.extend({
  service: Id.optional(),
  location: z.string(),
  deliveryDate: IsoDate,
  date: IsoDate,
  requested: IsoDate,
  /** From the day of the request to the day that is booked. */
  daysAhead: z.number().int(),
  feePercent: z.number(),
  /** Every fee that the edition can be read to set, where it can be read in two ways; the one that was taken first. */
  feePercents: z.array(z.number()).optional(),
  /** The last day on which a request is in time. */
  requestBy: IsoDate,
  /** The fee in what the booking holds; it comes on top of what stays reserved. */
  fee: Amount.optional(),
  booking: BookingFacts.optional(),
  calendar: z.string().optional(),
  calendarUrl: z.string().optional(),
});
export type MoveFacts = z.infer<typeof MoveFacts>;
