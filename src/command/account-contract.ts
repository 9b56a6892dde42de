/** What the commands of the account take and answer: the rows of contract.ts that spend, book, plan and check. */
import { z } from 'zod';
import { Rounding } from '../../knowledge/schema/edition.ts';
import { Id, IsoDate, Unit } from '../../knowledge/vocabulary.ts';

const Codes = z.array(z.string());
const Instant = z.iso.datetime({ offset: true });

/** `ask`: only with the vendor's agreement, or the edition leaves it open; the text says which. */
export const Allowed = z.enum(['yes', 'no', 'ask']);
export type Allowed = z.infer<typeof Allowed>;

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

/** A quantity of a pool that something takes, holds or gives back. */
export const Amount = z.object({ service: Id, location: z.string(), unit: Unit, amount: z.number() });
export type Amount = z.infer<typeof Amount>;

/** What one way of reading the edition comes to; told where the readings differ, the one that was followed first. */
export const Reading = z.object({ rounding: Rounding, amount: z.number(), language: z.string().optional() });

/** A request to spend that waits, or waited, for a second administrator. Nothing is reserved for it meanwhile. */
export const ApprovalFacts = z.object({
  /** `AP-123456`. */
  id: z.string(),
  workOrder: z.string(),
  /** The command that was asked for, with its arguments; `quoted` is the figure that the asker said yes to. */
  command: z.string(),
  args: z.record(z.string(), z.unknown()),
  location: z.string(),
  state: z.enum(['pending', 'approved', 'rejected', 'lapsed']),
  /** What it would spend, and the amount of the work order above which a second administrator is needed. */
  amount: z.number(),
  above: z.number(),
  /** A unit, or the currency in which credits are valued. */
  unit: z.string(),
  by: z.string(),
  byName: z.string().optional(),
  asked: Instant,
  /** From then on it is not decided any more; absent where the work order sets no days. */
  lapses: Instant.optional(),
  decided: z
    .object({ at: Instant, by: z.string(), byName: z.string().optional(), text: z.string().optional() })
    .optional(),
  /** Names of the administrators who may decide. */
  needs: z.array(z.string()),
});
export type ApprovalFacts = z.infer<typeof ApprovalFacts>;

export const ApprovalListArgs = z.object({ filter: z.enum(['pending', 'all']).optional() });
export const ApprovalListFacts = z.object({ approvals: z.array(ApprovalFacts) });
export type ApprovalListFacts = z.infer<typeof ApprovalListFacts>;

export const ApprovalDecideArgs = z.object({
  approval: z.string(),
  decision: z.enum(['approve', 'reject']),
  text: z.string().trim().max(1000).optional(),
  /** The figure that the approver saw; another one by now is shown and asked about anew. */
  quoted: z.number().optional(),
});
export const ApprovalDecideFacts = z.object({
  approval: ApprovalFacts,
  /** The facts of the command as it is decided on the ledger that stands now; absent with a rejection. */
  result: z.record(z.string(), z.unknown()).optional(),
});
export type ApprovalDecideFacts = z.infer<typeof ApprovalDecideFacts>;

/** Something that was taken from an account: when, by whom and for what. */
export const LastSpent = z.object({ at: Instant, by: z.string(), byName: z.string().optional(), reason: z.string() });
export type LastSpent = z.infer<typeof LastSpent>;

const Ruling = z.object({
  workOrder: z.string(),
  edition: z.string(),
  allowed: Allowed,
  because: Codes,
  /** What comes with it. */
  conditions: Codes,
  uncertain: z.boolean().optional(),
  /** With `answered` after the yes: nothing is done until a second administrator agrees. */
  approval: ApprovalFacts.optional(),
  /** Where a yes came too late for the balance: what somebody else had taken at that location before. */
  lastSpent: LastSpent.optional(),
});

/** The figure that the person saw when asked to confirm; another one now is asked about anew. */
const quoted = z.number().optional();
/** Whole credits, seats, events: so many are never moved by one command. */
const Count = z.number().int().positive().max(1_000_000_000);

const Rate = z.object({ currency: z.string(), perCredit: z.number() });

export const ExchangeArgs = z.object({ credits: Count, from: z.string(), to: z.string(), quoted });
export const ExchangeFacts = Ruling.extend({
  from: z.string(),
  to: z.string(),
  debited: z.number(),
  /** Absent where it cannot be worked out. */
  credited: z.number().optional(),
  /** Absent where the edition's text is lost; `readings` then has both. */
  rounding: Rounding.optional(),
  readings: z.array(Reading).optional(),
  rates: z.object({ from: Rate.optional(), to: Rate.optional() }),
  /** What the sending location has now. */
  available: z.number(),
  /** What both locations have after it. */
  remaining: z.object({ from: z.number(), to: z.number() }).optional(),
});
export type ExchangeFacts = z.infer<typeof ExchangeFacts>;

export const RedeemArgs = z.object({
  service: Id,
  location: z.string().optional(),
  /** How many of the service; one without it. */
  quantity: Count.optional(),
  quoted,
});
export const RedeemFacts = Ruling.extend({
  service: Id,
  location: z.string(),
  quantity: z.number(),
  /** Credits by the rate card, before rounding. */
  value: z.number().optional(),
  debited: z.number().optional(),
  rounding: Rounding.optional(),
  readings: z.array(Reading).optional(),
  /** What the location has now. */
  available: z.number(),
  /** What it has after it, and as much as now where nothing is taken. */
  remaining: z.number(),
});
export type RedeemFacts = z.infer<typeof RedeemFacts>;

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

export const SubstituteArgs = z.object({ from: Id, to: Id, location: z.string().optional() });
export const SubstituteFacts = Ruling.extend({
  from: Id,
  to: Id,
  location: z.string(),
  /** What is left of the first. */
  remaining: z.number().optional(),
  /** Credits by the rate card, for one of each. */
  value: z.object({ from: z.number(), to: z.number() }).optional(),
});
export type SubstituteFacts = z.infer<typeof SubstituteFacts>;

export const EventArgs = z.object({
  start: IsoDate,
  end: IsoDate,
  /** One without it. */
  solutions: z.number().int().positive().max(1000).optional(),
  cloud: z.string().optional(),
  /** The day on which the event was confirmed in writing; today without it. */
  confirmedOn: IsoDate.optional(),
  location: z.string().optional(),
});
export const EventFacts = Ruling.extend({
  location: z.string(),
  start: IsoDate,
  end: IsoDate,
  days: z.number().int(),
  solutions: z.number().int(),
  eventsNeeded: z.number().int(),
  /** What is bought and not yet used or planned; absent where it is not bought, or bought without a number. */
  eventsAvailable: z.number().optional(),
  coverDays: z.number().int(),
  noticeWeeks: z.number().int(),
  confirmBy: IsoDate,
  confirmedOn: IsoDate.optional(),
  calendar: z.string().optional(),
});
export type EventFacts = z.infer<typeof EventFacts>;

export const FlexArgs = z.object({ amount: z.number().positive().max(1e12), for: Id });
export const FlexFacts = Ruling.extend({
  for: Id,
  amount: z.number(),
  currency: z.string(),
  /** For the capped services together; absent where the service is not capped. */
  cap: z.number().optional(),
  /** What the capped services have already. */
  capUsed: z.number().optional(),
  /** Every cap that the edition can be read to set, where it can be read in two ways; the one that holds first. */
  caps: z.array(z.number()).optional(),
  /** What is not allocated yet; absent without an allowance. */
  unallocated: z.number().optional(),
  /** The last day on which anything can be allocated. */
  allocateBy: IsoDate.optional(),
});
export type FlexFacts = z.infer<typeof FlexFacts>;

export const HoursArgs = z.object({
  /** Whose hours are taken. */
  service: Id,
  hours: z.number().positive().max(100_000),
  incident: z.string().optional(),
  /** What they were worked for, where that is another service. */
  for: Id.optional(),
  cause: z.enum(['product-defect']).optional(),
  location: z.string().optional(),
  text: z.string().trim().max(4000).optional(),
});
export const HoursFacts = Ruling.extend({
  service: Id,
  location: z.string(),
  unit: Unit,
  hours: z.number(),
  charged: z.number(),
  /** Charged beyond the balance. */
  arrears: z.number().optional(),
  remaining: z.number(),
  incident: z.string().optional(),
  for: Id.optional(),
  /** Services whose hours may stand in, with hours left. */
  alternatives: z.array(Id).optional(),
});
export type HoursFacts = z.infer<typeof HoursFacts>;

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
