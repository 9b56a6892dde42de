import { Address } from '../outbox/channel-message.ts';
import type { Activity } from './activity.ts';

/** Where the conversation of an activity can be continued later; undefined when it does not say who the desk is in it. */
export function addressOf(activity: Activity): Address | undefined {
  const { serviceUrl, channelId, recipient, from, conversation, locale } = activity;
  const read = Address.safeParse({ serviceUrl, channelId, bot: recipient, user: from, conversation, locale });
  return read.success ? read.data : undefined;
}
