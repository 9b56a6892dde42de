/**
 * Where a person or a channel can be written to later: the conversation reference of the newest chat, per tenant, as an
 * aggregate of kind `conversation-reference`. User ids of Teams hold per bot only, so it must be kept, not computed.
 */
import { z } from 'zod';
import type { AggregateKey, Store } from '../../src/store/port.ts';
import { Address, type Recipient } from '../outbox/channel-message.ts';

export const referenceKind = 'conversation-reference';

const Reference = z.object({ address: Address, gone: z.boolean().optional() });
type Reference = z.infer<typeof Reference>;

/** A conversation as the references tell them apart: somebody's own chat, or a channel or group chat. */
export type Place = Exclude<Recipient, { address: Address }>;

export interface References {
  /** Keeps the address for the place; costs nothing when it is known already. */
  remember(tenant: string, place: Place, address: Address): Promise<void>;
  /** The desk was taken out of the place: nothing more is sent there. */
  forget(tenant: string, place: Place): Promise<void>;
  find(tenant: string, recipient: Recipient): Promise<Address | undefined>;
}

const attempts = 5;
const known = 2000;

export function createReferences(store: Store): References {
  const seen = new Map<string, string>();
  return {
    async remember(tenant, place, address) {
      const key = keyOf(tenant, place);
      const fingerprint = JSON.stringify(address);
      if (seen.get(nameOf(key)) === fingerprint) return;
      await write(store, key, place, (old) => (sameAddress(old, address) ? undefined : { address }));
      note(seen, nameOf(key), fingerprint);
    },
    async forget(tenant, place) {
      const key = keyOf(tenant, place);
      seen.delete(nameOf(key));
      await write(store, key, place, (old) => (old && !old.gone ? { ...old, gone: true } : undefined));
    },
    async find(tenant, recipient) {
      if ('address' in recipient) return recipient.address;
      const reference = read((await store.load(keyOf(tenant, recipient)))?.state);
      return reference?.gone ? undefined : reference?.address;
    },
  };
}

/** Writes what `change` makes of the stored reference; undefined leaves it. */
async function write(
  store: Store,
  key: AggregateKey,
  place: Place,
  change: (old: Reference | undefined) => Reference | undefined,
): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stored = await store.load(key);
    const state = change(read(stored?.state));
    if (!state) return;
    const outcome = await store.save({ key, expected: stored?.version ?? 0, state, index: indexOf(place) });
    if (outcome.kind !== 'conflict') return;
  }
  throw new Error('a conversation reference could not be written: it kept changing');
}

function note(seen: Map<string, string>, name: string, fingerprint: string): void {
  seen.set(name, fingerprint);
  for (const oldest of seen.keys()) {
    if (seen.size <= known) break;
    seen.delete(oldest);
  }
}

function read(state: unknown): Reference | undefined {
  const reference = Reference.safeParse(state);
  return reference.success ? reference.data : undefined;
}

const sameAddress = (old: Reference | undefined, address: Address): boolean =>
  old !== undefined && !old.gone && JSON.stringify(old.address) === JSON.stringify(address);

const indexOf = (place: Place): Record<string, string> => ({ ...place });

const keyOf = (tenant: string, place: Place): AggregateKey => ({
  tenant,
  kind: referenceKind,
  id: 'user' in place ? `user ${place.user}` : `channel ${place.channel}`,
});

const nameOf = ({ tenant, id }: AggregateKey): string => `${tenant} ${id}`;
