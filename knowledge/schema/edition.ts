/**
 * An edition of the service description: everything that the desk knows of it, each fact with its citation.
 * Differences between editions are data here and never a branch in code.
 */
import { z } from 'zod';
import { Chart, Clock, Id, Obligation, Programme, Responsibility, Severity } from '../vocabulary.ts';
import { ChartTerms } from './chart.ts';
import { cited, FactId, fact, Reference, Section, SourceLanguage } from './citation.ts';
import { PackageTerms } from './package.ts';
import { ServiceCategory, ServiceTerms } from './service.ts';

export const Rounding = z.enum(['up', 'nearest']);
export type Rounding = z.infer<typeof Rounding>;

const Country = z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 code');
const Days = z.number().int().positive();
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM');

/** Subjects with one home section in each edition; deep links and citations of rules go through this map. */
export const Topic = z.enum([
  'about',
  'overview',
  'purchase',
  'definitions',
  'flex-allowance',
  'services',
  'reactive',
  'success-management',
  'mission-critical',
  'enhanced-solutions',
  'multi-country',
  'terms',
  'responsibilities',
  'severity-charts',
]);
export type Topic = z.infer<typeof Topic>;

export const FlexTerms = z.strictObject({
  eligible: fact(z.array(ServiceCategory).min(1)),
  /** Of the allotted allowance, for the capped services together. `ambiguous`: the edition does not say which of the two. */
  cap: cited(
    z.strictObject({
      services: z.array(Id).min(1),
      percent: z.number().positive(),
      usd: z.number().positive(),
      rule: z.enum(['higher', 'ambiguous']),
    }),
  ),
  notFor: cited(z.array(Id).min(1)),
  annual: cited(z.literal(true)),
  allocateBy: cited(z.literal('contract-execution')),
  exchange: cited(z.literal('with-agreement')),
});

export const CreditTerms = z.strictObject({
  /** Rounding of what a service takes from the balance. */
  deduction: fact(Rounding),
  exchange: z.strictObject({
    /** Null: the edition's text is lost or prints none. */
    rounding: fact(Rounding).nullable(),
    scope: fact(z.enum(['locations-of-one-work-order'])).nullable(),
    /** Null: the edition uses the term without a list, or its text is lost. */
    excludedCountries: fact(z.array(Country)).nullable(),
    /** True where the edition speaks of excluded countries but prints no list. */
    excludedCountriesUnlisted: Reference.nullable(),
  }),
});

export const CancellationTerms = z.strictObject({
  /** Whole calendar days from the request to the delivery, from the longest notice to the shortest. */
  bands: cited(
    z
      .array(
        z.strictObject({
          minDays: z.number().int().nonnegative(),
          feePercent: z.number().min(0).max(100),
          /** Set where the vendor may charge up to that much, at its discretion. */
          upTo: z.literal(true).optional(),
        }),
      )
      .min(2),
  ),
  coversRescheduling: cited(z.boolean()).nullable(),
});

export const RootCauseTerms = z.strictObject({
  /** Services that may hold a root cause analysis, in an edition that does not sell it by itself. */
  within: cited(z.array(Id).min(1)).optional(),
  /** Base rule: ask before the incident is closed. Null where the edition has no such service. */
  base: z
    .strictObject({
      request: cited(z.literal('before-closure')),
      certainTechnologies: cited(z.literal(true)),
      mayCost: cited(z.literal(true)),
    })
    .nullable(),
  /** The wider rule of mission-critical Azure (or Azure Engineering Direct); null where there is none. */
  extended: z
    .strictObject({
      services: z.array(Id).min(1),
      windowDays: fact(z.number().int().positive()),
      /** How the window lies around the closure; `ambiguous` where the words can be read in more than one way. */
      window: fact(z.enum(['after-closure', 'ambiguous'])),
      severities: fact(z.array(Severity).min(1)),
      /** Only for incidents that touch production. */
      productionOnly: cited(z.literal(true)),
      deliveryBusinessDays: cited(Days),
      deliveredFrom: cited(z.literal('later-of-request-and-mitigation')),
    })
    .nullable(),
  /** Who takes the request under Unified Enhanced Response, and whether it must come before closure. */
  enhancedResponse: z
    .strictObject({
      ask: cited(z.array(z.enum(['success-manager', 'incident-management'])).min(1)),
      beforeClosure: cited(z.boolean()).nullable(),
    })
    .nullable(),
});

export const EventTerms = z.strictObject({
  service: Id,
  coverDays: cited(Days),
  noticeWeeks: cited(z.number().int().positive()),
  /** Whether several events may run one after the other; null where the edition does not print it. */
  chaining: cited(z.literal(true)).nullable(),
  oneSolutionPerEvent: cited(z.literal(true)).nullable(),
  shorterNotice: cited(z.literal('with-agreement')).nullable(),
  publicCloudOnly: cited(z.literal(true)).nullable(),
  /** Whether the vendor sums up the incidents of the covered days afterwards. */
  summary: cited(z.literal(true)),
});

export const MissionCriticalAzureTerms = z.strictObject({
  services: z.array(Id).min(1),
  onboardingDays: cited(Days),
  documentDays: cited(Days).nullable(),
  spendThresholdUsd: cited(z.number().positive()),
  improvementPlansPerYear: cited(z.number().int().positive()),
  monitoringScenarios: cited(z.number().int().positive()),
  monitoringServices: fact(z.strictObject({ count: z.number().int().positive(), moreThan: z.boolean() })),
  monitoringReadyDaysAfterOnboarding: cited(Days),
  monitoringMaterialDays: cited(Days).nullable(),
});

/** Hours that may stand in for others, one way only: third tier for problem resolution, and so on. */
export const HourRules = z.strictObject({
  prepaid: cited(z.array(Id)).nullable(),
  interchange: z.array(z.strictObject({ from: Id, to: Id, ...Reference.shape })),
  notChargedFor: cited(z.literal('product-defect-in-mainstream-support')).nullable(),
  exhausted: cited(z.literal('arrears-then-buy-before-next-incident')).nullable(),
  /** Of assistance hours that a scheduled service takes; hours that are worked are not rounded. */
  rounding: cited(Rounding).nullable(),
  /** The hours that a scheduled service may be paid with, and the services: those printed before the rule. */
  exchange: z.strictObject({ from: Id, to: z.array(Id).min(1), ...Reference.shape }).optional(),
  /** When problem resolution is given as needed and takes no hours. */
  asNeeded: z
    .array(z.strictObject({ when: z.enum(['public-sector-online-services', 'premier-ultimate']), ...Reference.shape }))
    .optional(),
});

/** A list names what its ids are by the end of its own name: `excludedProducts`, `languages`, `countries`, `severities`. */
export const FigureValue = z.union([z.number(), z.string(), z.boolean(), z.array(z.string()).min(1)]);
export type FigureValue = z.infer<typeof FigureValue>;

/** A figure that fills an argument of a topic's words; per language where the sources of the edition differ. */
export const Figure = z.union([
  FigureValue,
  z.strictObject({ byLanguage: z.partialRecord(SourceLanguage, FigureValue), cautious: SourceLanguage }),
]);
export type Figure = z.infer<typeof Figure>;

/** A clause that a person may ask for: its words stand in topics/, its figures here. */
export const Clause = z.strictObject({
  topic: Id,
  section: Section,
  facts: z.array(FactId).min(1),
  figures: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), Figure).optional(),
  anomaly: FactId.optional(),
  inferred: z.literal(true).optional(),
});
export type Clause = z.infer<typeof Clause>;

export const Anomaly = z.strictObject({
  id: FactId,
  section: Section,
  languages: z.array(SourceLanguage).min(1),
  /** What the source prints, in the desk's own words. */
  what: z.string().min(1),
  /** How the desk treats it, and why. */
  treatment: z.string().min(1),
  /** Facts that are about the slip and nothing else. */
  facts: z.array(FactId).optional(),
});

/** What the edition does not say although a person may ask for it, and what the desk answers then. */
export const Gap = z.strictObject({
  id: FactId,
  /** Where one would look for it; null where no section comes near. */
  section: Section.nullable(),
  what: z.string().min(1),
  treatment: z.string().min(1),
  facts: z.array(FactId).optional(),
});

export const Edition = z.strictObject({
  format: z.literal('edition/1'),
  id: z.string().regex(/^(unified|premier)-\d{4}(-\d{2})?$/),
  programme: Programme,
  /** Place in time among the editions: a later edition has the higher number. */
  order: z.number().int().nonnegative(),
  published: z.strictObject({
    printed: z.string().nullable(),
    approximately: z.string().optional(),
    facts: z.array(FactId).min(1),
  }),
  sources: z.array(z.strictObject({ language: SourceLanguage, facts: z.array(FactId).min(1) })).min(1),
  /** Every section and annex that the edition has, in its own order: whatever is cited must stand here. */
  sections: z.array(Section).min(1),
  topics: z.partialRecord(Topic, Section),
  businessHours: cited(
    z.strictObject({
      start: TimeOfDay,
      end: TimeOfDay,
      weekends: z.literal(false),
      publicHolidays: z.literal(false),
      mayVary: z.boolean(),
    }),
  ),
  charts: z
    .partialRecord(Chart, ChartTerms)
    .refine((charts) => charts.base !== undefined, { error: 'needs a base chart' }),
  severity: z.strictObject({
    setBy: cited(z.enum(['vendor', 'vendor-with-customer'])),
    /** Whether the customer may ask for another severity during the incident; null where the edition is silent. */
    changeOnRequest: cited(z.literal(true)).nullable(),
    firstResponseIs: cited(z.literal('non-automated-phone-or-email')).nullable(),
    managedOnRequest: cited(z.array(Severity)).nullable(),
    managedAutomatically: cited(z.array(Severity)).nullable(),
  }),
  services: z.record(Id, ServiceTerms),
  flexAllowance: FlexTerms.nullable(),
  credits: CreditTerms.nullable(),
  cancellation: CancellationTerms,
  rootCauseAnalysis: RootCauseTerms,
  events: EventTerms,
  missionCriticalAzure: MissionCriticalAzureTerms.nullable(),
  hours: HourRules,
  packages: PackageTerms.optional(),
  deadlines: z.strictObject({
    proactiveRequestDaysBeforeEnd: cited(Days),
    unusedLapseAtEnd: cited(z.literal(true)),
  }),
  multiCountry: z.strictObject({
    /** Countries that need a work order of their own; null where the edition prints no list. */
    ownWorkOrderCountries: cited(z.array(Country)).nullable(),
    baseDeliveredTo: fact(z.enum(['all-designated-locations', 'host-managed-globally'])).nullable(),
    structures: cited(z.array(z.enum(['centralised', 'decentralised', 'mixed']))).nullable(),
  }),
  responsibilities: z.array(
    z.strictObject({ id: Responsibility, role: z.enum(['administrator', 'contact', 'customer']), ...Reference.shape }),
  ),
  /** How long the customer has for those duties of a severity that carry a time. */
  dutyTimes: z.partialRecord(Obligation, cited(z.strictObject({ minutes: z.number().int().positive(), clock: Clock }))),
  /** The review that a service gives after an incident of these severities; no edition prints by when. */
  incidentReview: cited(z.strictObject({ service: Id, severities: z.array(Severity).min(1) })).nullable(),
  /** Where the duties of a severity stand that are no row of a chart. */
  obligationNotes: z.partialRecord(Obligation, Reference).optional(),
  clauses: z.array(Clause),
  anomalies: z.array(Anomaly),
  gaps: z.array(Gap),
});
export type Edition = z.infer<typeof Edition>;
