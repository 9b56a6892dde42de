/** The tenant's support teams in the store: one aggregate. */
import { z } from 'zod';
import type { Knowledge } from '../../knowledge/load.ts';
import { DirectoryGuid } from '../../src/directory-id.ts';
import { type Fault, fail, ok, type Result } from '../../src/result.ts';
import { checkSupportTeams } from '../../src/routing/check-support-teams.ts';
import { type SupportTeam, SupportTeams } from '../../src/routing/support-teams.ts';
import { lastWord } from '../../src/store/last-word.ts';
import type { AggregateKey, Store } from '../../src/store/port.ts';
import { checkedOnce } from './checked-once.ts';
import { workOrdersOf } from './work-orders.ts';

const KIND = 'support-teams';

const keyOf = (tenant: string): AggregateKey => ({ tenant, kind: KIND, id: KIND });

/** The teams that work on a tenant's incidents, in the order of their file. */
export async function supportTeamsOf(store: Store, tenant: string): Promise<readonly SupportTeam[]> {
  const key = keyOf(tenant);
  const stored = await store.load(key);
  return stored === undefined ? [] : checkedOnce(store, key, stored, (state) => SupportTeams.parse(state)).teams;
}

export interface ImportedTeams {
  readonly tenant: string;
  readonly teams: readonly string[];
}

/** Checks a file's content and puts it in the place of the tenant's teams; a faulty one is refused whole. */
export async function importSupportTeams(
  store: Store,
  knowledge: Knowledge,
  content: unknown,
): Promise<Result<ImportedTeams, readonly Fault[]>> {
  const locations = await locationsOf(store, content);
  const checked = checkSupportTeams(content, { products: knowledge.products, locations });
  if (!checked.ok) return fail(checked.failure);
  const { tenantId, teams } = checked.value;
  await lastWord(store, keyOf(tenantId), () => checked.value);
  return ok({ tenant: tenantId, teams: teams.map(({ name }) => name) });
}

const Whose = z.looseObject({ tenantId: DirectoryGuid() });

async function locationsOf(store: Store, content: unknown): Promise<readonly string[]> {
  const whose = Whose.safeParse(content);
  if (!whose.success) return [];
  const orders = await workOrdersOf(store, whose.data.tenantId);
  return orders.flatMap((order) => order.locations.map(({ id }) => id));
}
