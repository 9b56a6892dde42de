/** Command keys: what makes the second press of a button known as the second. */
import { createHash } from 'node:crypto';
import type { CommandName } from '../src/command/contract.ts';
import type { Audience } from './audience.ts';
import type { CommandKey } from './verbs.ts';

/**
 * The key of a form or a confirmation: the same for every press of its button; that of its question where that has a name,
 * else told apart by who saw it and when.
 */
export function keyOf(
  verb: CommandName,
  args: Readonly<Record<string, unknown>>,
  { user = '', now, asking }: Pick<Audience, 'user' | 'now' | 'asking'>,
): CommandKey {
  if (asking !== undefined) return { incident: `draft-${asking}`, verb, revision: 0 };
  const draft = createHash('sha256')
    .update(JSON.stringify([user, now, verb, args]))
    .digest('base64url')
    .slice(0, 16);
  return { incident: `draft-${draft}`, verb, revision: 0 };
}

/** The key of a step on an incident as it stands at a revision. */
export const stepKey = (incident: string, verb: CommandName, revision: number): CommandKey => ({
  incident,
  verb,
  revision,
});
