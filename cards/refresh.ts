/** The part of a card that lets a client fetch its reader's own view of an incident by itself. */
import { button } from './button.ts';
import type { Voice } from './voice.ts';

/** Teams refreshes a card for at most so many users. */
export const MOST_REFRESHED = 60;

export interface Refresh {
  readonly action: object;
  readonly userIds: readonly string[];
}

/** The refresh of an incident's card for the first sixty of `users`, ids in the channel (`29:…`). */
export function refreshOf(incident: string, users: readonly string[], voice: Voice): Refresh {
  const { title, data } = button(voice.say('action.refresh'), 'incident.refresh', { incident });
  return {
    action: { type: 'Action.Execute', title, verb: data.verb, data },
    userIds: users.slice(0, MOST_REFRESHED),
  };
}
