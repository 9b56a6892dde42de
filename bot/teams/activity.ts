/**
 * What arrives at /api/messages, checked before anything is done with it. What the desk cannot do without is required;
 * everything else may be odd or missing and then counts as not said.
 */
import { z } from 'zod';
import { DirectoryId } from '../../src/directory-id.ts';

const text = z.string().optional().catch(undefined);
const directoryId = DirectoryId.optional().catch(undefined);

const Account = z
  .object({ id: z.string().min(1), name: text, aadObjectId: directoryId })
  .optional()
  .catch(undefined);

const Named = z
  .object({ id: z.string().min(1) })
  .optional()
  .catch(undefined);

const Tenant = z
  .object({ id: DirectoryId.min(1) })
  .optional()
  .catch(undefined);

const ChannelData = z.object({ tenant: Tenant, team: Named, channel: Named }).partial().catch({});

const Mention = z.object({ type: z.literal('mention'), text: z.string(), mentioned: z.object({ id: z.string() }) });
export type Mention = z.infer<typeof Mention>;
const ClientInfo = z.object({ type: z.literal('clientInfo'), locale: text, timezone: text });
export type ClientInfo = z.infer<typeof ClientInfo>;

const Entities = z.array(z.unknown()).catch([]).default([]);

export const Activity = z.object({
  type: z.string().min(1),
  id: z.string().min(1).optional().catch(undefined),
  channelId: z.string().min(1),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  conversation: z.object({
    id: z.string().min(1),
    conversationType: text,
    tenantId: directoryId,
    isGroup: z.boolean().optional().catch(undefined),
    name: text,
  }),
  from: Account,
  recipient: Account,
  channelData: ChannelData.optional(),
  name: text,
  text,
  value: z.unknown().optional(),
  locale: text,
  localTimezone: text,
  action: text,
  replyToId: text,
  entities: Entities,
  membersAdded: z
    .array(z.object({ id: z.string() }))
    .optional()
    .catch(undefined),
  membersRemoved: z
    .array(z.object({ id: z.string() }))
    .optional()
    .catch(undefined),
});
export type Activity = z.infer<typeof Activity>;

export const mentionsOf = ({ entities }: Activity): Mention[] => pick(Mention, entities);

/** What the client says of itself, such as the reader's time zone. */
export const clientInfoOf = ({ entities }: Activity): ClientInfo | undefined => pick(ClientInfo, entities)[0];

function pick<Wanted>(schema: z.ZodType<Wanted>, entities: readonly unknown[]): Wanted[] {
  return entities.flatMap((entity) => {
    const read = schema.safeParse(entity);
    return read.success ? [read.data] : [];
  });
}
