/**
 * The vendor's teams that work on a customer's incidents: which queues they take, where they are told, who is in them.
 * The shape of a file is `support-teams/1`. Members that the desk does not know are refused: a misspelt `queue` would
 * leave a team without work, and nobody would notice.
 */
import { z } from 'zod';
import { Queue } from '../../knowledge/schema/chart.ts';
import { Id } from '../../knowledge/vocabulary.ts';
import { DirectoryGuid, DirectoryId } from '../directory-id.ts';

const Language = z.string().min(2);

const Engineer = z.strictObject({
  userId: DirectoryId.min(1),
  name: z.string().min(1),
  languages: z.array(Language).optional(),
});
export type Engineer = z.infer<typeof Engineer>;

const Webhook = z.strictObject({
  id: Id,
  url: z.url({ protocol: /^https?$/ }),
  /** The name of the environment variable that holds the secret; the secret itself is in no file. */
  secretFrom: z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'must be the name of an environment variable, such as DESK_HOOK'),
});
export type Webhook = z.infer<typeof Webhook>;

export const SupportTeam = z.strictObject({
  id: Id,
  name: z.string().min(1),
  queues: z.array(Queue).min(1),
  /** What the team is limited to; without the member it takes every location, product or language. */
  locations: z.array(z.string().min(1)).min(1).optional(),
  products: z.array(Id).min(1).optional(),
  languages: z.array(Language).min(1).optional(),
  /** The id of the team's channel in Teams, where its incidents are shown. */
  channel: z.string().min(1).optional(),
  webhooks: z.array(Webhook).default([]),
  engineers: z.array(Engineer),
});
export type SupportTeam = z.infer<typeof SupportTeam>;

/** All teams of one customer; a new file takes the place of the old one. */
export const SupportTeams = z.strictObject({
  format: z.literal('support-teams/1'),
  tenantId: DirectoryGuid('must be a tenant id (a GUID)'),
  teams: z.array(SupportTeam),
});
export type SupportTeams = z.infer<typeof SupportTeams>;
