/**
 * What could not be sent is kept, with the reason, for a person to look at. The store deletes nothing, so a letter has a
 * status: it waits for a person, is on its way again, has arrived after all, or was dropped.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AggregateKey, PendingMessage, Store, Stored } from '../../src/store/port.ts';
import { SendError } from './send-error.ts';

export const deadLetterKind = 'dead-letter';

export const LetterStatus = z.enum(['dead', 'resent', 'delivered', 'dropped']);
export type LetterStatus = z.infer<typeof LetterStatus>;

export const DeadLetter = z.object({
  key: z.string(),
  topic: z.string(),
  body: z.unknown(),
  source: z.object({ kind: z.string(), id: z.string() }),
  error: SendError,
  /** How often it was tried before it was given up, all rounds together. */
  tried: z.number().int(),
  at: z.iso.datetime(),
  status: LetterStatus.default('dead'),
  /** How often a person has sent it again. */
  resent: z.number().int().default(0),
});
export type DeadLetter = z.infer<typeof DeadLetter>;

/**
 * Keeps the message as an aggregate of kind `dead-letter`; keeping it twice is keeping it once. One that was sent again
 * in vain is dead again, with all of its tries.
 */
export async function bury(
  store: Store,
  message: PendingMessage,
  failure: Pick<DeadLetter, 'error' | 'tried' | 'at'>,
): Promise<void> {
  const { key, topic, body, source, tenant } = message;
  const grave = graveOf(tenant, key);
  await change(store, grave, (before) => {
    if (before === undefined) {
      const from = { kind: source.kind, id: source.id };
      return { key, topic, body, source: from, ...failure, status: 'dead', resent: 0 };
    }
    if (before.status !== 'resent') return undefined;
    return { ...before, ...failure, tried: before.tried + failure.tried, status: 'dead' };
  });
}

/** Notes that a message has arrived; for one that was never dead there is nothing to note. */
export async function settle(store: Store, { source }: PendingMessage): Promise<void> {
  if (source.kind !== deadLetterKind) return;
  await change(store, source, (letter) => letter && { ...letter, status: 'delivered' });
}

/** How often somebody may come in between before that is taken for a bug. */
const attempts = 8;

/**
 * Changes a letter; an undefined change leaves it as it is. A letter whose new status is `resent` carries its message
 * again, under the key that it always had, in the same save.
 * @returns the letter as it now stands, or undefined where there is none
 */
export async function change(
  store: Store,
  grave: AggregateKey,
  next: (letter: DeadLetter | undefined) => DeadLetter | undefined,
): Promise<DeadLetter | undefined> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stored = await store.load(grave);
    const before = letterOf(stored);
    const after = next(before);
    if (after === undefined) return before;
    const saved = await store.save({
      key: grave,
      expected: stored?.version ?? 0,
      state: after,
      index: { topic: after.topic, error: after.error.kind, status: after.status },
      ...(after.status === 'resent' ? { messages: [{ key: after.key, topic: after.topic, body: after.body }] } : {}),
    });
    if (saved.kind === 'saved') return after;
  }
  throw new Error(`dead letter ${grave.id} kept changing`);
}

const letterOf = (stored: Stored | undefined): DeadLetter | undefined =>
  stored === undefined ? undefined : DeadLetter.parse(stored.state);

/** The tenant is in the name, so that a letter's id is its own among all tenants. */
const graveOf = (tenant: string, key: string): AggregateKey => ({
  tenant,
  kind: deadLetterKind,
  id: createHash('sha256')
    .update(JSON.stringify([tenant, key]))
    .digest('hex')
    .slice(0, 20),
});
