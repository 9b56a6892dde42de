/** What could not be sent is kept, with the reason, for a person to look at. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AggregateKey, PendingMessage, Store } from '../../src/store/port.ts';
import { SendError } from './send-error.ts';

export const deadLetterKind = 'dead-letter';

export const DeadLetter = z.object({
  key: z.string(),
  topic: z.string(),
  body: z.unknown(),
  source: z.object({ kind: z.string(), id: z.string() }),
  error: SendError,
  tried: z.number().int(),
  at: z.iso.datetime(),
});
export type DeadLetter = z.infer<typeof DeadLetter>;

/** Keeps the message as an aggregate of kind `dead-letter`; keeping it twice is keeping it once. */
export async function bury(
  store: Store,
  message: PendingMessage,
  failure: Pick<DeadLetter, 'error' | 'tried' | 'at'>,
): Promise<void> {
  const { key, topic, body, source, tenant } = message;
  const state: DeadLetter = { key, topic, body, source: { kind: source.kind, id: source.id }, ...failure };
  await store.save({ key: graveOf(tenant, key), expected: 0, state, index: { topic, error: failure.error.kind } });
}

const graveOf = (tenant: string, key: string): AggregateKey => ({
  tenant,
  kind: deadLetterKind,
  id: createHash('sha256').update(key).digest('hex').slice(0, 32),
});
