import { createHash } from 'node:crypto';
import type { AggregateKey, Message, PendingMessage, Store } from '../../src/store/port.ts';

const attempts = 8;
const carriers = 64;

/**
 * Records a message that no change of an aggregate brought about. The store takes messages only with a save, so one of
 * a fixed number of small aggregates carries it.
 * @throws when the store fails, or the carrier keeps being changed by others.
 */
export async function put(store: Store, tenant: string, message: Message): Promise<PendingMessage> {
  const source = carrierOf(tenant, message.key);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const expected = (await store.load(source))?.version ?? 0;
    const outcome = await store.save({
      key: source,
      expected,
      state: { last: message.key },
      messages: [message],
      command: { id: message.key, result: null },
    });
    if (outcome.kind !== 'conflict') return { ...message, tenant, source };
  }
  throw new Error('a message could not be recorded: its carrier kept changing');
}

function carrierOf(tenant: string, key: string): AggregateKey {
  const number = (createHash('sha256').update(key).digest()[0] ?? 0) % carriers;
  return { tenant, kind: 'outbox', id: `carrier-${number}` };
}
