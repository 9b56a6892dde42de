/** Two sample customers, so that `npm start` has something to say. Their year is a quarter old, so that there is something to look back on and time to book. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Knowledge } from '../knowledge/load.ts';
import { DirectoryId } from '../src/directory-id.ts';
import type { Fault, Result } from '../src/result.ts';
import type { Store } from '../src/store/port.ts';
import { importSupportTeams } from './desk/support-teams.ts';
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

/** An engineer of the vendor's, who works on the first sample's incidents. */
export const sampleEngineer = { id: '30000000-0000-4000-8000-000000000001', name: 'Ida Brandt' } as const;

const FILES = ['fjord-logistics.json', 'atelier-verne.json'];
const TEAMS = ['fjord-logistics-teams.json', 'atelier-verne-teams.json'];
const Sample = z.looseObject({ customer: z.looseObject({ tenantId: DirectoryId }) });
const SampleTeams = z.looseObject({ tenantId: DirectoryId });

/** Imports the samples of which their tenants have none yet. A faulty sample is a bug and throws. */
export async function seedSamples(store: Store, knowledge: Knowledge, now: number): Promise<void> {
  const term = termAround(now);
  const withOrders = await store.tenants('work-order');
  for (const file of FILES) {
    const order = { ...Sample.parse(read(file)), term };
    if (!withOrders.includes(order.customer.tenantId)) taken(file, await importWorkOrder(store, knowledge, order));
  }
  const withTeams = await store.tenants('support-teams');
  for (const file of TEAMS) {
    const teams = SampleTeams.parse(read(file));
    if (!withTeams.includes(teams.tenantId)) taken(file, await importSupportTeams(store, knowledge, teams));
  }
}

/** A year in whole months, the fourth of which is the present one. Only the month of `now` counts, so any zone will do. */
function termAround(now: number): { readonly start: string; readonly end: string } {
  const begin = DateTime.fromMillis(now, { zone: 'utc' }).startOf('month').minus({ months: 3 });
  return {
    start: begin.toFormat('yyyy-MM-dd'),
    end: begin.plus({ years: 1 }).minus({ days: 1 }).toFormat('yyyy-MM-dd'),
  };
}

const read = (file: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', 'samples', file), 'utf8'));

function taken(file: string, imported: Result<unknown, readonly Fault[]>): void {
  if (!imported.ok)
    throw new Error(`${file}: ${imported.failure.map(({ path, problem }) => `${path}: ${problem}`).join('; ')}`);
}
