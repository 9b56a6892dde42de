/** What the commands that name and remove contacts take and answer. */
import { z } from 'zod';
import { DirectoryGuid, DirectoryId } from '../directory-id.ts';
import { Allowed } from './account-contract.ts';

const Role = z.enum(['contact', 'administrator']);

export const ContactAddArgs = z.object({
  name: z.string().trim().min(1).max(200),
  /** The object id in Microsoft Entra: by it, and not by an e-mail address, Teams says who writes. */
  userId: DirectoryGuid(),
  /** `contact` without it; an administrator is a support contact too. */
  role: Role.optional(),
  /** Every location of the work order without it. */
  location: z.string().optional(),
  email: z.email().optional(),
  phone: z.string().trim().min(1).max(60).optional(),
});

export const ContactRemoveArgs = z.object({
  name: z.string().trim().min(1).max(200).optional(),
  email: z.email().optional(),
  userId: DirectoryId.min(1).max(100).optional(),
  /** Tells apart whoever is a contact of several work orders. */
  location: z.string().optional(),
});

export const ContactFacts = z.object({
  workOrder: z.string(),
  edition: z.string(),
  allowed: Allowed,
  because: z.array(z.string()),
  conditions: z.array(z.string()),
  contact: z.object({
    name: z.string(),
    userId: z.string(),
    roles: z.array(Role),
    locations: z.array(z.string()),
    email: z.string().optional(),
    phone: z.string().optional(),
  }),
});
export type ContactFacts = z.infer<typeof ContactFacts>;
