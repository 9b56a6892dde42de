/** What a save does to an aggregate, apart from where it is kept: every engine that keeps envelopes decides by this. */

import { directoryId } from '../directory-id.ts';
import type { Envelope, WaitingMessage } from './envelope.ts';
import type { Message, Save, SaveOutcome } from './port.ts';

/** Commands whose result is remembered per aggregate. */
export const commandsKept = 64;

export type SaveDecision =
  | { readonly kind: 'answer'; readonly outcome: SaveOutcome }
  | { readonly kind: 'write'; readonly next: Envelope; readonly outcome: SaveOutcome };

/** Decides on a change; `order` is the place of its messages among those that wait. */
export function applySave(current: Envelope | undefined, change: Save, order: number): SaveDecision {
  const done = current?.commands.find((command) => command.id === change.command?.id);
  if (done) return { kind: 'answer', outcome: { kind: 'repeated', result: done.result } };
  const version = current?.version ?? 0;
  if (version !== change.expected) return { kind: 'answer', outcome: { kind: 'conflict', version } };
  return {
    kind: 'write',
    next: nextEnvelope(current, change, order),
    outcome: { kind: 'saved', version: version + 1 },
  };
}

function nextEnvelope(current: Envelope | undefined, change: Save, order: number): Envelope {
  const { tenant, kind, id } = change.key;
  return {
    key: { tenant: directoryId(tenant), kind, id },
    version: change.expected + 1,
    state: change.state,
    index: change.index ?? {},
    commands: [...(current?.commands ?? []), ...(change.command ? [change.command] : [])].slice(-commandsKept),
    messages: (change.messages ?? []).reduce(
      (waiting, message) => enqueue(waiting, message, order),
      [...(current?.messages ?? [])],
    ),
  };
}

/** The same key is the same message: while one waits, another is not added. */
function enqueue(waiting: WaitingMessage[], { key, topic, body }: Message, order: number): WaitingMessage[] {
  return waiting.some((other) => other.key === key) ? waiting : [...waiting, { key, topic, body, order }];
}

/** The aggregate without a message that has been sent; its version stays, because nothing that was decided changes. */
export function withoutMessage(envelope: Envelope, messageKey: string): Envelope {
  return { ...envelope, messages: envelope.messages.filter((message) => message.key !== messageKey) };
}
