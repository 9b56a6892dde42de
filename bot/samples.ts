/** Two sample customers, so that `npm start` has something to say. Their terms are the current year's. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Knowledge } from '../knowledge/load.ts';
import type { Store } from '../src/store/port.ts';
import { importWorkOrder } from './desk/work-orders.ts';

/** Whom the Playground's user is taken for: the administrator of the first sample. */
export const sampleCaller = {
  tenant: '0f1e2d3c-4b5a-4678-8899-aabbccddeeff',
  user: '10000000-0000-4000-8000-000000000001',
  name: 'Alex Lind',
} as const;

/** Who else is in the Playground's team and group chat: a contact at one location, and a customer with no role. */
export const sampleColleagues = [
  { id: '10000000-0000-4000-8000-000000000002', name: 'Chloé Martin' },
  { id: '10000000-0000-4000-8000-000000000003', name: 'Noah Berg' },
] as const;

const FILES = ['fjord-logistics.json', 'atelier-verne.json'];
const Sample = z.looseObject({ term: z.object({ start: z.string(), end: z.string() }) });

/** Imports the samples whose tenants have no work order yet. A faulty sample is a bug and throws. */
export async function seedSamples(store: Store, knowledge: Knowledge, year: number): Promise<void> {
  const taken = await store.tenants('work-order');
  for (const file of FILES) {
    const path = join(import.meta.dirname, '..', 'samples', file);
    const sample = Sample.parse(JSON.parse(readFileSync(path, 'utf8')));
    const order = { ...sample, term: { start: `${year}-01-01`, end: `${year}-12-31` } };
    const { customer } = z.object({ customer: z.object({ tenantId: z.string() }) }).parse(order);
    if (taken.includes(customer.tenantId)) continue;
    const imported = await importWorkOrder(store, knowledge, order);
    if (!imported.ok)
      throw new Error(`${file}: ${imported.failure.map(({ path, problem }) => `${path}: ${problem}`).join('; ')}`);
  }
}
