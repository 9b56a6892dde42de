/** How an edition that sells packages puts them together; an edition with one base package has no such terms. */
import { z } from 'zod';
import { Id, IsoDate, Unit } from '../vocabulary.ts';
import { cited } from './citation.ts';

/** Who coordinates: a remote pool, a named person in part, or a named person for one customer alone. */
export const DeliveryModel = z.enum(['pooled', 'designated', 'dedicated']);
export type DeliveryModel = z.infer<typeof DeliveryModel>;

/** Each level holds the one before it. */
export const ServiceLevel = z.enum(['core', 'standard', 'enhanced']);
export type ServiceLevel = z.infer<typeof ServiceLevel>;

/** What service delivery management does for the customer. */
export const DeliveryActivity = z.enum([
  'orientation',
  'delivery-planning',
  'service-reviews',
  'critical-security-advisory',
  'incident-management',
  'crisis-management',
  'information-services',
  'subscription-management',
  'initial-assessment',
  'remediation-planning',
  'on-site-management',
  'lifecycle-awareness',
  'incident-trend-analysis',
  'process-guidance',
]);
export type DeliveryActivity = z.infer<typeof DeliveryActivity>;

const Activities = z.array(DeliveryActivity).min(1);

export const DeliveryManagementTerms = z.strictObject({
  models: cited(z.array(DeliveryModel).min(1)),
  /** What each level adds to the one before it. */
  levels: cited(z.strictObject({ core: Activities, standard: Activities, enhanced: Activities })),
  /** What holds where the work order names neither. */
  usual: cited(z.strictObject({ model: DeliveryModel, level: ServiceLevel })),
  /** Who coordinates several countries. */
  global: cited(z.strictObject({ models: z.array(DeliveryModel).min(1), level: ServiceLevel })),
  /** Activities that only some models bring in full. */
  impactAssessmentModels: cited(z.array(DeliveryModel).min(1)),
});

export const PackageTerms = z.strictObject({
  fixed: cited(
    z.strictObject({
      termMonths: z.number().int().positive(),
      model: DeliveryModel,
      level: ServiceLevel,
      services: z
        .array(
          z.strictObject({
            service: Id,
            quantity: z.number().positive(),
            unit: Unit.optional(),
            upTo: z.literal(true).optional(),
          }),
        )
        .min(1),
    }),
  ),
  deliveryManagement: DeliveryManagementTerms,
  /** First day on which a renewal is no longer offered, by the customer's sector; the vendor may change it. */
  endOfSale: cited(z.strictObject({ commercial: IsoDate, public: IsoDate })),
});
export type PackageTerms = z.infer<typeof PackageTerms>;
