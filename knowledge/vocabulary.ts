/**
 * The closed lists of the domain: every id that knowledge files, work orders, commands and answers may use.
 * Service and product ids are open here (a new edition may bring new ones); `catalogue` and `products` hold them.
 */
import { z } from 'zod';

export const Programme = z.enum(['unified', 'premier']);
export type Programme = z.infer<typeof Programme>;

/** `1` is the gravest. */
export const Severity = z.enum(['1', 'A', 'B', 'C']);
export type Severity = z.infer<typeof Severity>;

/** In the order in which the charts are walked to find the one that governs; `base` is last and always applies. */
export const Chart = z.enum([
  'azure-events',
  'mcs-security',
  'mcs-azure-platform',
  'azure-rapid-response',
  'unified-enhanced-response',
  'base',
]);
export type Chart = z.infer<typeof Chart>;

/** `elapsed` runs day and night; `business` runs in the location's business hours. */
export const Clock = z.enum(['elapsed', 'business']);
export type Clock = z.infer<typeof Clock>;

export const Effort = z.enum(['continuous', 'business-hours']);
export type Effort = z.infer<typeof Effort>;

export const Channel = z.enum(['phone', 'web', 'portal', 'chat']);
export type Channel = z.infer<typeof Channel>;

export const VendorRole = z.enum([
  'critical-situation-resource',
  'critical-situation-oversight',
  'critical-situation-manager',
  'senior-incident-manager',
  'experienced-specialist',
  'security-engineer',
  'solution-aware-engineer',
]);
export type VendorRole = z.infer<typeof VendorRole>;

export const Escalation = z.enum(['product-teams', 'cloud-operations-teams', 'vendor-executives', 'on-request']);
export type Escalation = z.infer<typeof Escalation>;

/** What a severity asks of the customer. */
export const Obligation = z.enum([
  'notify-executives',
  'notify-management',
  'resources-continuous',
  'rapid-access',
  'resources-aligned',
  'change-authority-4-business-hours',
  'accurate-contact',
  'respond-24-hours',
  'phone-only',
]);
export type Obligation = z.infer<typeof Obligation>;

/** Standing duties of the customer, whatever the incident. */
export const Responsibility = z.enum([
  'name-administrator',
  'name-contacts',
  'submit-online-requests',
  'understand-and-reproduce',
  'determine-problem',
  'plan-services',
  'update-contacts',
  'back-up-data',
  'answer-surveys',
  'bear-travel',
  'hold-subscriptions',
  'request-60-days-ahead',
  'give-access',
]);
export type Responsibility = z.infer<typeof Responsibility>;

export const ResponseCondition = z.enum([
  'language-en',
  'language-en-ja',
  'language-en-zh-ja',
  'language-where-possible',
  'downgrade-without-resources',
  'business-hours-may-vary',
]);
export type ResponseCondition = z.infer<typeof ResponseCondition>;

/** Why a chart was passed over. */
export const Rejection = z.enum([
  'not-in-edition',
  'not-purchased',
  'service-not-started',
  'location-not-covered',
  'agreement-expired',
  'product-out-of-scope',
  'product-excluded',
  'severity-not-covered',
  'before-onboarding',
  'outside-event-window',
  'language-not-offered',
]);
export type Rejection = z.infer<typeof Rejection>;

export const CoverageDecision = z.enum([
  'included',
  'purchased',
  'available',
  'not-offered',
  'excluded',
  'exhausted',
  'expired',
  'not-at-location',
  'needs-prerequisite',
]);
export type CoverageDecision = z.infer<typeof CoverageDecision>;

/** What a service is counted in. */
export const Unit = z.enum(['credits', 'hours', 'days', 'seats', 'events', 'licences']);
export type Unit = z.infer<typeof Unit>;

/** People of a customer; `engineer` is the vendor's. Anyone of the tenant who is not a contact is a `customer`. */
export const PersonRole = z.enum(['customer', 'contact', 'administrator', 'engineer']);
export type PersonRole = z.infer<typeof PersonRole>;

export const LocationRole = z.enum(['host', 'downstream']);
export type LocationRole = z.infer<typeof LocationRole>;

export const Structure = z.enum(['centralised', 'decentralised', 'mixed']);
export type Structure = z.infer<typeof Structure>;

/** The languages that the desk speaks (BCP 47). */
export const DeskLanguage = z.enum(['en', 'sq', 'kk', 'da', 'zh-Hant', 'fr']);
export type DeskLanguage = z.infer<typeof DeskLanguage>;

export const ProductFamily = z.enum([
  'azure',
  'cloud-environment',
  'microsoft-365',
  'security',
  'server-and-client',
  'business-and-developer',
]);
export type ProductFamily = z.infer<typeof ProductFamily>;

/** Kebab-case, as in `azure-rapid-response`. */
export const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');

/** A calendar date, `YYYY-MM-DD`. */
export const IsoDate = z.iso.date();
export type IsoDate = z.infer<typeof IsoDate>;
