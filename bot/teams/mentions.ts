import { type Activity, type Mention, mentionsOf } from './activity.ts';

/**
 * The text without the desk's own name: in a channel a message reads `<at>Desk</at> how fast …`. Other people who are
 * mentioned stay in the text by name, for they may be part of what is asked.
 * @param desk the id under which the desk takes part in the conversation
 */
export function withoutMentionOf(desk: string | undefined, text: string, mentions: readonly Mention[]): string {
  const ours = mentions.filter(({ mentioned }) => mentioned.id === desk);
  const spoken = ours.reduce((rest, mention) => rest.replaceAll(mention.text, ' '), text);
  return collapse(namesOnly(mentions.length === 0 ? withoutLeading(spoken) : spoken));
}

/** A client that marks no mentions addresses the desk at the start. */
const withoutLeading = (text: string): string => text.replace(/^\s*<at\b[^<>]*>[^<>]*<\/at>/, ' ');

const namesOnly = (text: string): string => text.replace(/<\/?at\b[^<>]*>/g, '');

/** Teams writes a hard space, as a character or as an entity, after a mention. */
const collapse = (text: string): string => text.replace(/&nbsp;|\u00a0/g, ' ').trim();

/** Whether the desk is called by its name: by a mention, or as a client that marks none writes it at the start. */
export function isMentioned(activity: Activity): boolean {
  const mentions = mentionsOf(activity);
  if (mentions.length === 0) return /^\s*<at\b/.test(activity.text ?? '');
  return mentions.some(({ mentioned }) => mentioned.id === activity.recipient?.id);
}
