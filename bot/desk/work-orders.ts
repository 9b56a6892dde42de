/** The tenant's work orders in the store: one aggregate each. */
import type { Knowledge } from '../../knowledge/load.ts';
import { checkWorkOrder, unknownMembers } from '../../src/agreement/check-work-order.ts';
import { WorkOrder } from '../../src/agreement/work-order.ts';
import { type Fault, fail, ok, type Result } from '../../src/result.ts';
import type { Store } from '../../src/store/port.ts';

const KIND = 'work-order';

/** Every work order of a tenant, in the order of their ids. */
export async function workOrdersOf(store: Store, tenant: string): Promise<readonly WorkOrder[]> {
  const { items } = await store.list(tenant, KIND, { limit: 1000 });
  return items.map(({ state }) => WorkOrder.parse(state)).sort((a, b) => a.id.localeCompare(b.id, 'en'));
}

export interface Imported {
  readonly id: string;
  readonly tenant: string;
  readonly customer: string;
  /** Members that the desk does not know; kept, but perhaps a slip of the pen. */
  readonly unknown: readonly string[];
}

/** Checks a file's content and keeps it; a faulty one is refused whole with every fault's path. */
export async function importWorkOrder(
  store: Store,
  knowledge: Knowledge,
  content: unknown,
): Promise<Result<Imported, readonly Fault[]>> {
  const checked = checkWorkOrder(content, knowledge);
  if (!checked.ok) return fail(checked.failure);
  const order = checked.value;
  const key = { tenant: order.customer.tenantId, kind: KIND, id: order.id };
  for (;;) {
    const version = (await store.load(key))?.version ?? 0;
    const saved = await store.save({ key, expected: version, state: order });
    if (saved.kind !== 'conflict') break;
  }
  return ok({ id: order.id, tenant: key.tenant, customer: order.customer.name, unknown: unknownMembers(order) });
}
