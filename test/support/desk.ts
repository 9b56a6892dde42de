/** A whole desk over a store in memory, with the first sample customer, at a fixed hour. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDesk, type DeskParts } from '../../bot/desk/create-desk.ts';
import type { Desk } from '../../bot/desk/desk.ts';
import { importWorkOrder } from '../../bot/desk/work-orders.ts';
import { createUnderstander, type Understander } from '../../bot/understanding/understand.ts';
import { createPresenter } from '../../cards/present.ts';
import type { Answer } from '../../src/command/answer.ts';
import { MemoryStore } from '../../src/store/memory-store.ts';
import type { Store } from '../../src/store/port.ts';
import { knowledge } from './world.ts';

export const FJORD = '0f1e2d3c-4b5a-4678-8899-aabbccddeeff';
export const ALEX = '10000000-0000-4000-8000-000000000001';
export const CHLOE = '10000000-0000-4000-8000-000000000002';
export const NOW = '2026-03-02T10:00:00+01:00';

let understander: Understander | undefined;
/** What was learnt is read once, and only where text is to be understood. */
const understanderOnce = (): Understander => {
  understander ??= createUnderstander(knowledge);
  return understander;
};
const presenter = createPresenter(knowledge);

export const sample = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../samples', file), 'utf8')) as Record<string, unknown>;

export interface TestDesk {
  readonly desk: Desk;
  readonly store: Store;
  /** Asks as the sample's administrator in one conversation. */
  readonly say: (text: string, change?: Partial<Parameters<Desk['ask']>[0]>) => Promise<Answer>;
}

/** Takes in the work orders; throws the faults of one that is not taken. */
export async function takeIn(store: Store, ...orders: readonly object[]): Promise<void> {
  for (const order of orders) {
    const imported = await importWorkOrder(store, knowledge, order);
    if (!imported.ok) throw new Error(JSON.stringify(imported.failure));
  }
}

/** A desk over what the store holds, at the fixed hour unless the parts say another. */
export const deskOver = (store: Store, parts: Partial<DeskParts> = {}): Desk =>
  createDesk({
    store,
    knowledge,
    understander: parts.understander ?? understanderOnce(),
    presenter,
    clock: () => Date.parse(NOW),
    timeZoneData: 'test',
    ...parts,
  });

/** A desk that knows the sample customers. */
export async function openTestDesk(parts: Partial<DeskParts> = {}): Promise<TestDesk> {
  const { store = new MemoryStore() } = parts;
  await takeIn(store, sample('fjord-logistics.json'), sample('atelier-verne.json'));
  const desk = deskOver(store, parts);
  const say: TestDesk['say'] = (text, change = {}) =>
    desk.ask({ tenant: FJORD, user: ALEX, conversation: 'c1', locale: 'en', text, ...change });
  return { desk, store, say };
}
