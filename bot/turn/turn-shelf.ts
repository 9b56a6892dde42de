/**
 * The part of the turn memory that outlives the process: a fixed number of slots for each tenant (the store deletes
 * nothing), each an aggregate of kind `turn` that holds its few newest answers.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Answer } from '../../src/command/answer.ts';
import type { Store } from '../../src/store/port.ts';
import { StoredAnswer } from './stored-answer.ts';

const slots = 1024;
const answersPerSlot = 4;
const attempts = 8;

const Slot = z.object({ entries: z.array(z.object({ key: z.string(), at: z.number(), answer: StoredAnswer })) });
type Slot = z.infer<typeof Slot>;

export interface ShelfOptions {
  readonly store: Store;
  readonly now: () => number;
  readonly keptForMs: number;
}

export interface Shelf {
  find(tenant: string, keys: readonly string[]): Promise<Answer | undefined>;
  /** @throws when the slot keeps being changed by others, or the store fails. */
  keep(tenant: string, keys: readonly string[], answer: Answer): Promise<void>;
}

export function createShelf(options: ShelfOptions): Shelf {
  return {
    async find(tenant, keys) {
      const found = await Promise.all(keys.map((key) => lookUp(options, tenant, key)));
      return found.find((answer) => answer !== undefined);
    },
    async keep(tenant, keys, answer) {
      for (const key of keys) await putAway(options, tenant, key, answer);
    },
  };
}

async function lookUp(options: ShelfOptions, tenant: string, key: string): Promise<Answer | undefined> {
  const { entries } = await readSlot(options, tenant, key);
  return entries.find((entry) => entry.key === key)?.answer;
}

async function putAway(options: ShelfOptions, tenant: string, key: string, answer: Answer): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { entries, version } = await readSlot(options, tenant, key);
    const others = entries.filter((entry) => entry.key !== key).slice(0, answersPerSlot - 1);
    const state: Slot = { entries: [{ key, at: options.now(), answer }, ...others] };
    const outcome = await options.store.save({ key: slotOf(tenant, key), expected: version, state });
    if (outcome.kind !== 'conflict') return;
  }
  throw new Error('the turn memory could not be written: its slot kept changing');
}

/** The slot's answers that have not expired, newest first. A slot that cannot be read counts as empty. */
async function readSlot(
  { store, now, keptForMs }: ShelfOptions,
  tenant: string,
  key: string,
): Promise<Slot & { readonly version: number }> {
  const stored = await store.load(slotOf(tenant, key));
  const slot = Slot.safeParse(stored?.state);
  const since = now() - keptForMs;
  return {
    version: stored?.version ?? 0,
    entries: slot.success ? slot.data.entries.filter(({ at }) => at >= since) : [],
  };
}

function slotOf(tenant: string, key: string): { tenant: string; kind: 'turn'; id: string } {
  const number = createHash('sha256').update(key).digest().readUInt16BE(0) % slots;
  return { tenant, kind: 'turn', id: `slot-${number}` };
}
