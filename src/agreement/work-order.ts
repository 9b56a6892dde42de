/**
 * A work order: what one customer bought, for which locations, under which edition of the description.
 * The shape is `work-order/1`. Members that the desk does not know are kept and named on import, not refused.
 */
import { z } from 'zod';
import { Id, IsoDate, LocationRole, Structure, Unit } from '../../knowledge/vocabulary.ts';
import { DirectoryGuid, DirectoryId } from '../directory-id.ts';

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time of day, HH:MM');
const Window = z.looseObject({ start: TimeOfDay, end: TimeOfDay });
const Weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

/** One window for Monday to Friday, or the windows of each day that has any. An end before its start is the next day's. */
const BusinessHours = z.union([Window, z.partialRecord(Weekday, z.array(Window))]);

const Location = z.looseObject({
  id: z.string().min(1),
  role: LocationRole,
  country: z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 country code such as DK'),
  region: z.string().optional(),
  timeZone: z.string().min(1),
  languages: z.array(z.string().min(2)).default([]),
  businessHours: BusinessHours.optional(),
  /** The location's public holidays; without the list they are proposed from its country. */
  holidays: z.array(IsoDate).optional(),
  creditRate: z.looseObject({ currency: z.string().length(3), perCredit: z.number().positive() }).optional(),
  /** The vendor's number for calls from here; else that of the order. */
  supportPhone: z.string().min(1).optional(),
});
export type Location = z.infer<typeof Location>;

const Service = z.looseObject({
  service: Id,
  location: z.string().min(1),
  quantity: z.number().nonnegative().optional(),
  unit: Unit.optional(),
  products: z.array(Id).optional(),
  /** When it was added or ends within the term; the term's own ends without them. */
  start: IsoDate.optional(),
  end: IsoDate.optional(),
});
export type BoughtService = z.infer<typeof Service>;

/** What one of a service costs: credits, or hours of assistance under an edition that has no credits. */
const Rate = z
  .looseObject({
    service: Id,
    location: z.string().optional(),
    credits: z.number().positive().optional(),
    hours: z.number().positive().optional(),
  })
  .refine(({ credits, hours }) => (credits === undefined) !== (hours === undefined), {
    error: 'must say either credits or hours',
  });

const Onboarding = z.looseObject({
  started: IsoDate.optional(),
  documentsReceived: IsoDate.optional(),
  completed: IsoDate.optional(),
});
export type Onboarding = z.infer<typeof Onboarding>;

const Contact = z.looseObject({
  name: z.string().min(1),
  userId: DirectoryId.min(1),
  roles: z.array(z.enum(['contact', 'administrator'])).min(1),
  locations: z.array(z.string()).min(1),
  languages: z.array(z.string()).default([]),
  email: z.string().optional(),
  phone: z.string().optional(),
});
export type Contact = z.infer<typeof Contact>;

const ContactChange = z.looseObject({
  at: z.iso.datetime({ offset: true }),
  by: DirectoryId.min(1),
  change: z.enum(['contact-added', 'contact-removed']),
  userId: DirectoryId.min(1),
  name: z.string().min(1),
  roles: z.array(z.string()),
});

export const WorkOrder = z.looseObject({
  format: z.literal('work-order/1'),
  id: z.string().min(1),
  edition: z.string().min(1),
  /** Decides where the sources of one edition differ by language. */
  governingLanguage: z.enum(['sq', 'da', 'fr', 'zh-Hant', 'kk']).optional(),
  customer: z.looseObject({
    name: z.string().min(1),
    tenantId: DirectoryGuid('must be a tenant id (a GUID)'),
    sector: z.enum(['commercial', 'public']).default('commercial'),
  }),
  term: z.looseObject({ start: IsoDate, end: IsoDate }),
  /** The day on which the contract was executed; the start of the term without it. */
  executed: IsoDate.optional(),
  structure: Structure,
  /**
   * From when the first response to another accepted severity counts: `forward` from the decision, `from-opening` as if
   * it had been opened so; both owe none once it has been given. `reset` from the decision, and a response that has been
   * given is owed again. What had been missed stays missed under each.
   */
  severityClock: z.enum(['forward', 'from-opening', 'reset']).default('forward'),
  package: z.string().optional(),
  deliveryModel: z.string().optional(),
  /** The vendor's number for calls, where no location has its own. */
  supportPhone: z.string().min(1).optional(),
  serviceLevel: z.string().optional(),
  locations: z.array(Location).min(1),
  services: z.array(Service),
  flexAllowance: z
    .looseObject({
      amount: z.number().nonnegative(),
      currency: z.string().length(3),
      allocations: z.array(z.looseObject({ to: Id, amount: z.number().positive() })).default([]),
    })
    .optional(),
  rateCard: z.array(Rate).optional(),
  enrolled: z
    .looseObject({
      subscriptions: z.array(z.string()).default([]),
      tenants: z.array(z.string()).default([]),
      products: z.array(z.string()).default([]),
    })
    .optional(),
  onboarding: z.record(z.string(), Onboarding).optional(),
  /** Confirmed Azure events: their covered days switch the azure-events chart on. */
  events: z.array(z.looseObject({ start: IsoDate, end: IsoDate, location: z.string().optional() })).optional(),
  contacts: z.array(Contact),
  /**
   * Spending of more than this, by unit (`credits`, `hours`, `events`, …) or by the worth of credits in a currency
   * (`EUR`), waits for a second administrator. Without `lapsesAfterDays` a request waits until it is decided.
   */
  approval: z
    .looseObject({
      above: z.record(z.string(), z.number().nonnegative()),
      lapsesAfterDays: z.number().int().positive().optional(),
    })
    .optional(),
  /** Who was named or left as a contact through the desk, the oldest first. */
  history: z.array(ContactChange).optional(),
  /** The contacts as the last file had them: set by the desk on import, so that it knows what the next file changes. */
  fileContacts: z.array(Contact).optional(),
});
export type WorkOrder = z.infer<typeof WorkOrder>;
