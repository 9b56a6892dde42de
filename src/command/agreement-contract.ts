/** What the answers on the agreement itself hold: deadlines, duties, differences of editions, clauses. */
import { z } from 'zod';
import { Codes } from './shapes.ts';

export const Deadline = z.object({
  what: z.string(),
  due: z.string(),
  because: Codes,
  incident: z.string().optional(),
});
export type Deadline = z.infer<typeof Deadline>;

/** A duty of the customer's, by the id of an obligation or a responsibility; its words come with the answer's language. */
export const Duty = z.object({ id: z.string(), text: z.string().optional(), section: z.string() });
export type Duty = z.infer<typeof Duty>;

/** What one edition says of a subject and another says otherwise; null where an edition does not have it. */
export const Difference = z.object({
  topic: z.string(),
  from: z.json(),
  to: z.json(),
  /** For the customer, seen from `from` to `to`. */
  effect: z.enum(['gain', 'loss', 'change']),
  sections: z.object({ from: z.string().optional(), to: z.string().optional() }),
});
export type Difference = z.infer<typeof Difference>;

export const FoundClause = z.object({
  edition: z.string(),
  section: z.string(),
  title: z.string(),
  summary: z.string(),
  score: z.number(),
  /** The printed clause from the customer's own copy of the description, where one was indexed. */
  printed: z.string().optional(),
});
export type FoundClause = z.infer<typeof FoundClause>;
