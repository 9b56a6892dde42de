import { createHash } from 'node:crypto';
import type { CommandKey } from '../../cards/verbs.ts';
import type { Answer } from '../../src/command/answer.ts';
import type { Turn } from './turn.ts';

export interface TurnKeys {
  /** This delivery of this activity. */
  readonly delivery?: string;
  /** This person pressing this button with these inputs, whatever the activity: a double click comes with two ids. */
  readonly button?: string;
}

/** What the turn may be a repeat of; nothing for a turn that names no activity or whose tenant is not established. */
export function keysOf(turn: Turn): TurnKeys {
  if (turn.caller.tenant === '') return {};
  const button = buttonKey(turn);
  return {
    ...(turn.delivery ? { delivery: `delivery ${turn.delivery}` } : {}),
    ...(button ? { button: `button ${turn.caller.user} ${button}` } : {}),
  };
}

/**
 * The id under which the desk does the command once: that of the button where there is one, for then a second person's
 * click finds the first one's result; else that of the delivery. Inputs count: two notes from one card are two notes.
 */
export function commandIdOf(turn: Turn): string | undefined {
  return buttonKey(turn) ?? turn.delivery;
}

/**
 * The keys under which an answer is to be found again. A button is only spent by having done something: after a refusal
 * or a question back, pressing it again must try again.
 */
export function keysToKeep(keys: TurnKeys, answer: Answer): string[] {
  const lasting = answer.status === 'done' ? keys.button : undefined;
  return [keys.delivery, lasting].filter((key) => key !== undefined);
}

export const allKeys = (keys: TurnKeys): string[] => [keys.delivery, keys.button].filter((key) => key !== undefined);

function buttonKey({ commandKey, request }: Turn): string | undefined {
  if (commandKey === undefined || request.kind !== 'command') return undefined;
  return pressOf(commandKey, request);
}

/** One button with one set of inputs: a command under this id is done once. */
export const pressOf = (
  commandKey: string,
  { args, confirmed }: Pick<Extract<Turn['request'], { kind: 'command' }>, 'args' | 'confirmed'>,
): string => `${commandKey} ${digest(canonicalJson([args, confirmed]))}`;

/** A command key as the text that turns are told apart by. */
export const keyText = ({ incident, verb, revision }: CommandKey): string => JSON.stringify([incident, verb, revision]);

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** JSON with the keys of every object in order, so that the same inputs read the same. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
