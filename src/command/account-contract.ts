/** What the commands of the account take and answer: those that spend, plan, check and record, with what they share. */
import { z } from 'zod';
import { Rounding } from '../../knowledge/schema/edition.ts';
import { Id, IsoDate, Unit } from '../../knowledge/vocabulary.ts';
import { Count, quoted, Reading, Ruling } from './ruling-contract.ts';

export * from './approval-contract.ts';
export * from './balance-contract.ts';
export * from './booking-contract.ts';
export { Allowed, Amount, LastSpent, Reading } from './ruling-contract.ts';

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
