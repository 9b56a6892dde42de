/** What the questions on balances take and answer: what is left, where it is heading, and every posting. */
import { z } from 'zod';
import { Id, IsoDate, Unit } from '../../knowledge/vocabulary.ts';
import { BookingFacts } from './booking-contract.ts';
import { Amount } from './ruling-contract.ts';
import { Codes, Instant } from './shapes.ts';

export const Balance = z.object({
  service: Id,
  location: z.string().optional(),
  unit: z.string(),
  purchased: z.number(),
  used: z.number(),
  reserved: z.number(),
  /** What came by exchange or redemption, less what went by exchange; absent where nothing did. */
  exchanged: z.number().optional(),
  /** What was not used in its time and is gone. */
  lapsed: z.number().optional(),
  /** What was used beyond the balance; absent where nothing was. */
  arrears: z.number().optional(),
  /** Never negative: purchased and exchanged, less used, reserved and lapsed. */
  remaining: z.number(),
  expires: IsoDate,
});
export type Balance = z.infer<typeof Balance>;

const Kind = z.enum(['credits', 'hours', 'flex', 'events', 'all']);
export const BalanceArgs = z.object({ what: Kind.optional(), service: Id.optional(), location: z.string().optional() });

export const BalanceForecast = z.object({
  service: Id,
  location: z.string(),
  unit: Unit,
  /** What there was to spend: bought, and exchanged. */
  purchased: z.number(),
  used: z.number(),
  reserved: z.number(),
  remaining: z.number(),
  expires: IsoDate,
  /** What it rests on: the days gone by before today, and those from today to the last one. */
  days: z.number().int(),
  daysLeft: z.number().int(),
  /** Some of it ends before `expires`. */
  parted: z.boolean().optional(),
  /** `lasts`: just to the end; `unused`: nothing is used or reserved, so all would lapse. */
  outlook: z.enum(['lapses', 'unused', 'lasts', 'runs-out', 'spent', 'ended', 'too-little-history']),
  /** Of the remaining, what would be used and what would lapse; together they are the remaining. */
  drawn: z.number().optional(),
  lapses: z.number().optional(),
  /** The day on which nothing would be left. */
  runsOut: IsoDate.optional(),
});
export type BalanceForecast = z.infer<typeof BalanceForecast>;
export const ForecastFacts = z.object({
  workOrder: z.string(),
  edition: z.string(),
  asOf: IsoDate,
  /** The last day on which a proactive service can be asked for in time. */
  requestBy: IsoDate,
  because: Codes,
  forecasts: z.array(BalanceForecast),
});

export const StatementArgs = z.object({
  since: IsoDate.optional(),
  until: IsoDate.optional(),
  service: Id.optional(),
  location: z.string().optional(),
});

const Posting = Amount.extend({ account: z.enum(['available', 'reserved', 'used', 'sent', 'received']) });
export const StatementEntry = z.object({
  at: Instant,
  by: z.string(),
  byName: z.string().optional(),
  command: z.string(),
  /** What it was for: `exchange`, `redemption`, `hours`, `booking`, `cancellation` or `event`, and its particulars. */
  why: z.looseObject({ reason: z.string() }),
  lines: z.array(Posting),
  /** The second administrator, where the amount asked for one. */
  approvedBy: z.string().optional(),
  approvedByName: z.string().optional(),
  text: z.string().optional(),
});
export type StatementEntry = z.infer<typeof StatementEntry>;

export const StatementFacts = z.object({
  workOrder: z.string(),
  edition: z.string(),
  since: IsoDate.optional(),
  until: IsoDate.optional(),
  /** What could be spent before the first and after the last entry that the span takes in. */
  opening: z.array(Amount),
  closing: z.array(Amount),
  /** Oldest first. */
  entries: z.array(StatementEntry),
  /** How many older entries of the span are left out. */
  more: z.number().int().optional(),
  bookings: z.array(BookingFacts),
});
export type StatementFacts = z.infer<typeof StatementFacts>;
