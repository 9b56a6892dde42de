/** What an edition says of one service of the catalogue. */
import { z } from 'zod';
import { Id, Severity, Unit } from '../vocabulary.ts';
import { FactId, fact, Reference, Section, SourceLanguage } from './citation.ts';

export const ServiceCategory = z.enum([
  'planning',
  'implementation',
  'maintenance',
  'optimisation',
  'education',
  'additional-proactive',
  'proactive-credits',
  'reactive',
  'success-management',
  'mission-critical',
  'enhanced-solution',
  'enhanced-service',
  'partner',
  'multi-country',
  'consulting',
]);
export type ServiceCategory = z.infer<typeof ServiceCategory>;

/** Codes that come with a yes, or that a decision gives as its reason. Their words stand in cards/strings. */
export const Condition = z.enum([
  'remote-only',
  'remote-by-default',
  'extra-fee',
  'quantity-capped',
  'host-only',
  'single-location',
  'own-work-order-country',
  'annex-required',
  'english-only',
  'subject-to-resources',
  'certain-technologies-only',
  'listed-products-only',
  'listed-tenants-only',
  'enrolled-subscriptions-only',
  'public-cloud-only',
  'business-hours-only',
  'request-before-closure',
  'minimum-registration',
  'recording-needs-consent',
  'recording-needs-permission',
  'not-everywhere',
  'ends-with-agreement',
  'does-not-change-response-times',
  'travel-billed',
  'internal-use-only',
  'enrolment-fee',
  'one-way-hours',
  'contacts-limited',
  'agreed-time-zone',
  'single-solution',
  'cancellable-without-resources',
  'location-named-at-contract',
]);
export type Condition = z.infer<typeof Condition>;

export const Prerequisite = z.enum([
  'active-agreement',
  'active-azure-subscription',
  'azure-rapid-response-agreement',
  'estimated-spend-or-floor-price',
  'onboarding-documents',
  'onboarding-period',
  'customisable-package',
  'problem-resolution-hours',
  'subcontracting-addendum',
  'signed-contract',
]);
export type Prerequisite = z.infer<typeof Prerequisite>;

export const ServiceTerms = z.strictObject({
  category: ServiceCategory,
  /** The table of the source, where it has a number. */
  table: z.string().optional(),
  section: Section,
  /** Further sections that offer the same service, as consulting work for one. */
  alsoSections: z.array(Section).min(1).optional(),
  facts: z.array(FactId).min(1),
  /** `included` is ✓, `add-on` is +, `capped-add-on` is +1 of the source. */
  offer: z.enum(['included', 'add-on', 'capped-add-on']),
  /** The printed names, first the usual one, in the languages of the edition's sources. */
  printed: z.partialRecord(SourceLanguage, z.array(z.string().min(1)).min(1)),
  unit: Unit.nullable(),
  delivery: z.array(z.enum(['remote', 'on-site', 'online', 'in-person', 'phone', 'email', 'chat'])),
  /** Numbers with their unit in the name: onsiteDays, hoursPerIncident, noticeWeeks… */
  limits: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), fact(z.number().nonnegative())).optional(),
  prerequisites: z.array(z.strictObject({ code: Prerequisite, ...Reference.shape })).optional(),
  conditions: z.array(z.strictObject({ code: Condition, ...Reference.shape })).optional(),
  /** Languages of delivery (BCP 47), where the edition names them for this service. */
  languages: fact(z.array(z.string()).min(1)).optional(),
  excludedProducts: fact(z.array(Id).min(1)).optional(),
  /** Products that it is for; absent: whatever the work order lists. */
  products: fact(z.array(Id).min(1)).optional(),
  /** Severities of incidents that the service's people join by themselves; others on request. */
  joins: fact(z.array(Severity).min(1)).optional(),
  endsWithAgreement: fact(z.boolean()).optional(),
  anomalies: z.array(FactId).optional(),
});
export type ServiceTerms = z.infer<typeof ServiceTerms>;
