/** How a fact is held: its value, the section that it stands in, and the ids under which the facts are listed. */
import { z } from 'zod';

/** A section as the source numbers it: `2.2`, `4.5.2`, or an annex `A`. */
export const Section = z
  .string()
  .regex(/^(\d+(\.\d+)*|[A-Z])$/, 'must be a section number such as 2.2, or an annex letter');

/** `F-FLEX-04a`, `S-ENH-04`, `A-09`, `G-03`: a fact, a catalogue row, an anomaly, a gap. */
export const FactId = z.string().regex(/^[FSAG]-[A-Za-z0-9-]+$/, 'must be a fact id such as F-FLEX-04a');

export const SourceLanguage = z.enum(['sq', 'da', 'fr', 'zh-Hant', 'kk']);
export type SourceLanguage = z.infer<typeof SourceLanguage>;

const reference = {
  section: Section,
  facts: z.array(FactId).min(1),
  /** The anomaly or gap that makes the reading a decision of the desk's; `anomalies` says which decision and why. */
  anomaly: FactId.optional(),
  /** True when the desk concludes it and the source does not print it. */
  inferred: z.literal(true).optional(),
};

export const Reference = z.strictObject(reference);
export type Reference = z.infer<typeof Reference>;

/** One value with its citation. */
export const cited = <Value extends z.ZodType>(value: Value) => z.strictObject({ value, ...reference });

/**
 * A fact of an edition: one cited value, or, where the sources of the edition differ by language, one for each,
 * with the language whose reading promises the customer less. The work order's governing language decides;
 * without one the cautious reading holds and the answer is uncertain.
 */
export const fact = <Value extends z.ZodType>(value: Value) =>
  z.union([
    cited(value),
    z.strictObject({
      byLanguage: z.partialRecord(SourceLanguage, cited(value)),
      cautious: SourceLanguage,
    }),
  ]);

export type Cited<Value> = Reference & { value: Value };
export type Fact<Value> =
  | Cited<Value>
  | { byLanguage: Partial<Record<SourceLanguage, Cited<Value>>>; cautious: SourceLanguage };
