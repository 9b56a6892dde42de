/** Uses a store and says of each save and each sending when it begins and when it is answered. */
import type { AggregateKey, Message, Save, Store } from '../../src/store/port.ts';
import { message } from './samples.ts';
import type { Testimony } from './witness.ts';

export type Tell = (testimony: Testimony) => void;

/** Saves the next version of an aggregate: a state, an index, messages and a command that no other save has. */
export async function saveNext(
  store: Store,
  tell: Tell,
  key: AggregateKey,
  state: 'open' | 'closed' | undefined,
  messages = 0,
): Promise<void> {
  const expected = (await store.load(key))?.version ?? 0;
  const name = `${key.tenant}/${key.id}/${expected + 1}`;
  const save: Save = {
    key,
    expected,
    state: { name, filling: 'x'.repeat(expected % 700) },
    ...(state ? { index: { state, owner: key.id } } : {}),
    messages: Array.from({ length: messages }, (_, n): Message => message(`${name}/${n}`)),
    command: { id: name, result: `${name} is done` },
  };
  tell({ what: 'save-begun', save });
  const outcome = await store.save(save);
  if (outcome.kind !== 'saved') throw new Error(`${name}: ${outcome.kind}`);
  tell({ what: 'save-answered', save });
}

/** Marks as many messages as sent as are pending, up to a limit. */
export async function sendSome(store: Store, tell: Tell, limit: number): Promise<void> {
  for (const pending of await store.pending(limit)) {
    tell({ what: 'sent-begun', message: pending.key });
    await store.sent(pending);
    tell({ what: 'sent-answered', message: pending.key });
  }
}
