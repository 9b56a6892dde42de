/** What a message of topic `channel` holds: something to be said in a chat or a channel. */
import { z } from 'zod';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import type { Answer } from '../../src/command/answer.ts';
import { DirectoryId } from '../../src/directory-id.ts';

const Account = z.object({ id: z.string().min(1), name: z.string().optional(), aadObjectId: z.string().optional() });

/** Where a conversation can be continued: plain data, as the client's service needs it. */
export const Address = z.object({
  serviceUrl: z.url(),
  channelId: z.string().min(1),
  bot: Account,
  user: Account.optional(),
  conversation: z.object({
    id: z.string().min(1),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
    isGroup: z.boolean().optional(),
    name: z.string().optional(),
  }),
  locale: z.string().optional(),
});
export type Address = z.infer<typeof Address>;

/** A person's own chat, a team's channel, or a conversation whose address is at hand. */
export const Recipient = z.union([
  z.object({ user: DirectoryId.min(1) }),
  z.object({ channel: z.string().min(1) }),
  z.object({ address: Address }),
]);
export type Recipient = z.infer<typeof Recipient>;

export const ChannelMessage = z.object({
  to: Recipient,
  /** What a notification shows and a screen reader reads. */
  text: z.string(),
  /** The Adaptive Card. */
  card: z.record(z.string(), z.unknown()),
  language: z.union([DeskLanguage, z.string()]).optional(),
});
export type ChannelMessage = z.infer<typeof ChannelMessage>;

export const channelTopic = 'channel';

/** An answer as something to be said at an address. */
export function sayAt(address: Address, { text, card, language }: Answer): ChannelMessage {
  return { to: { address }, text, card: { ...card }, language };
}
