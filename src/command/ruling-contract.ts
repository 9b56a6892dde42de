/** What every ruling of the account holds, and the small shapes that its commands share. */
import { z } from 'zod';
import { Rounding } from '../../knowledge/schema/edition.ts';
import { Id, Unit } from '../../knowledge/vocabulary.ts';
import { ApprovalFacts } from './approval-contract.ts';
import { Codes, Instant } from './shapes.ts';

/** `ask`: only with the vendor's agreement, or the edition leaves it open; the text says which. */
export const Allowed = z.enum(['yes', 'no', 'ask']);
export type Allowed = z.infer<typeof Allowed>;

/** A quantity of a pool that something takes, holds or gives back. */
export const Amount = z.object({ service: Id, location: z.string(), unit: Unit, amount: z.number() });
export type Amount = z.infer<typeof Amount>;

/** What one way of reading the edition comes to; told where the readings differ, the one that was followed first. */
export const Reading = z.object({ rounding: Rounding, amount: z.number(), language: z.string().optional() });

/** Something that was taken from an account: when, by whom and for what. */
export const LastSpent = z.object({ at: Instant, by: z.string(), byName: z.string().optional(), reason: z.string() });
export type LastSpent = z.infer<typeof LastSpent>;

export const Ruling = z.object({
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
export const quoted = z.number().optional();
/** Whole credits, seats, events: so many are never moved by one command. */
export const Count = z.number().int().positive().max(1_000_000_000);
