import type { Address } from '../outbox/channel-message.ts';
import type { Activity } from './activity.ts';
import type { Place } from './references.ts';

/** Whose conversation it is: a person's own chat with the desk, or a channel or group chat that many read. */
export function placeOf(activity: Activity, user: string): Place {
  const { conversation, channelData } = activity;
  if (!isShared(activity)) return { user };
  return { channel: channelData?.channel?.id ?? withoutThread(conversation.id) };
}

/** Whether others read what is said there. */
export const isShared = ({ conversation }: Activity): boolean =>
  conversation.isGroup === true ||
  conversation.conversationType === 'channel' ||
  conversation.conversationType === 'groupChat';

/** In a channel the conversation names the thread too: `19:…@thread.tacv2;messageid=…`. */
const withoutThread = (conversation: string): string => conversation.split(';')[0] ?? conversation;

/** The address for what has nothing to do with the thread that was read last. */
export const outsideOfThreads = (address: Address): Address => ({
  ...address,
  conversation: { ...address.conversation, id: withoutThread(address.conversation.id) },
});
