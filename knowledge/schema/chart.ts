/** A severity chart of an edition: who it is for, and what each severity brings. */
import { z } from 'zod';
import {
  Channel,
  Clock,
  Effort,
  Escalation,
  Id,
  Obligation,
  ProductFamily,
  ResponseCondition,
  Severity,
  VendorRole,
} from '../vocabulary.ts';
import { cited, FactId, fact, Reference, Section } from './citation.ts';

const Minutes = z.number().int().positive();

/** The business situations that a row describes; their words stand in cards/strings under `situation.…`. */
export const Situation = z.enum([
  'system-down',
  'business-at-risk',
  'complete-loss',
  'core-process-lost',
  'system-degraded',
  'significant-loss',
  'moderate-impact',
  'moderate-loss',
  'work-continues-impaired',
  'minimal-impact',
  'substantially-functioning',
  'production-environment',
  'catastrophic-impact',
  'critical-impact',
]);
export type Situation = z.infer<typeof Situation>;

/** The vendor's team that an incident goes to. */
export const Queue = z.enum([
  'problem-resolution',
  'rapid-response',
  'mission-critical-azure',
  'mission-critical-security',
  'enhanced-incident-management',
  'cybersecurity',
  'third-tier',
  'advisory',
]);
export type Queue = z.infer<typeof Queue>;

export const Scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('families'), families: z.array(ProductFamily).min(1) }),
  z.strictObject({ kind: z.literal('products'), products: z.array(Id).min(1) }),
]);
export type Scope = z.infer<typeof Scope>;

export const ChartRow = z.strictObject({
  severity: Severity,
  situation: z.array(Situation).min(1),
  /** How soon the situation wants attention, as its column prints it; null where it prints nothing. */
  attention: z.union([z.literal('immediate'), z.strictObject({ minutes: Minutes, clock: Clock }), z.null()]),
  /** Minutes to the first response; `azure` where the row has a line of its own for Azure components. */
  firstResponse: z.strictObject({ minutes: Minutes, azure: Minutes.optional() }),
  clock: Clock,
  effort: Effort,
  roles: z.array(
    z.strictObject({ role: VendorRole, automatic: z.literal(true).optional(), withinMinutes: Minutes.optional() }),
  ),
  escalation: z.array(Escalation),
  /** Set where the vendor's people come to the customer's site. */
  onSite: z.enum(['as-soon-as-possible', 'as-required']).optional(),
  obligations: z.array(Obligation).min(1),
  /** Conditions of this row alone, beside those of the whole chart. */
  conditions: z.array(ResponseCondition).optional(),
  /** `exceptions` open a further channel for products that have their own online portal. */
  submission: z.strictObject({
    via: z.array(Channel).min(1),
    mention: z.string().optional(),
    onlineServicesVia: z.array(Channel).optional(),
  }),
  facts: z.array(FactId).min(1),
  anomalies: z.array(FactId).optional(),
  /** True where a merged cell of the source is read as covering this row. */
  inferred: z.literal(true).optional(),
});
export type ChartRow = z.infer<typeof ChartRow>;

export const ChartTerms = z
  .strictObject({
    /** Where the chart itself stands. */
    section: Section,
    /** Where the entitlement behind it is described. */
    textSection: Section,
    facts: z.array(FactId).min(1),
    /** The service that must be bought; null for the base chart. */
    service: Id.nullable(),
    scope: Scope,
    /** Products that the service does not cover at all. */
    excludedProducts: fact(z.array(Id)).nullable(),
    /** Products that a footnote takes out of the Azure line only. */
    azureTimeExcludes: fact(z.array(Id)).nullable(),
    /** Languages of support (BCP 47); null where the chart sets none. */
    languages: fact(z.array(z.string()).min(1)).nullable(),
    /** Set where buying it for the host serves every location of the work order. */
    hostServesAll: Reference.nullable(),
    conditions: z.array(ResponseCondition),
    queue: Queue,
    /** Severities without a row here that the service's team takes all the same. */
    alsoRoutes: fact(z.array(Severity)).nullable(),
    /** What the vendor may lower when the customer cannot provide the resources: the severity, or the round-the-clock work. */
    downgrade: cited(z.enum(['severity', 'effort'])),
    rows: z.array(ChartRow).min(1),
  })
  .superRefine((chart, context) => {
    const seen = new Set<Severity>();
    for (const [index, row] of chart.rows.entries()) {
      if (seen.has(row.severity)) {
        context.addIssue({
          code: 'custom',
          path: ['rows', index, 'severity'],
          message: `second row for ${row.severity}`,
        });
      }
      seen.add(row.severity);
    }
  });
export type ChartTerms = z.infer<typeof ChartTerms>;
