/** What the commands on requests for a second administrator take and answer. */
import { z } from 'zod';
import { Instant } from './shapes.ts';

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
