/** The tenant's work orders in the store: one aggregate each. */
import type { Knowledge } from '../../knowledge/load.ts';
import { checkWorkOrder, unknownMembers } from '../../src/agreement/check-work-order.ts';
import { type KeptContacts, withConversation } from '../../src/agreement/merge-contacts.ts';
import { WorkOrder } from '../../src/agreement/work-order.ts';
import { type Fault, fail, ok, type Result } from '../../src/result.ts';
import { lastWord } from '../../src/store/last-word.ts';
import type { AggregateKey, Save, Store, Stored } from '../../src/store/port.ts';
import { checkedOnce } from './checked-once.ts';

const KIND = 'work-order';

/** Every work order of a tenant, in the order of their ids. */
export async function workOrdersOf(store: Store, tenant: string): Promise<readonly WorkOrder[]> {
  const { items } = await store.list(tenant, KIND, { limit: 1000 });
  return items
    .map((stored) => readOrder(store, tenant, stored.id, stored))
    .sort((a, b) => a.id.localeCompare(b.id, 'en'));
}

/** One work order, or undefined where there is none of this id. */
export async function workOrderOf(store: Store, tenant: string, id: string): Promise<WorkOrder | undefined> {
  const stored = await store.load({ tenant, kind: KIND, id });
  return stored && readOrder(store, tenant, id, stored);
}

const readOrder = (store: Store, tenant: string, id: string, stored: Stored): WorkOrder =>
  checkedOnce(store, { tenant, kind: KIND, id }, stored, (state) => WorkOrder.parse(state));

/** Whether the desk has anything for a tenant; whom it knows it need not look up again, since no work order is taken out. */
export function tenantsKnown(store: Store): (tenant: string) => Promise<boolean> {
  const known = new Set<string>();
  return async (tenant) => {
    if (known.has(tenant)) return true;
    const isKnown = (await store.list(tenant, KIND, { limit: 1 })).items.length > 0;
    if (isKnown) known.add(tenant);
    return isKnown;
  };
}

export interface Imported {
  readonly id: string;
  readonly tenant: string;
  readonly customer: string;
  /** Members that the desk does not know; kept, but perhaps a slip of the pen. */
  readonly unknown: readonly string[];
  /** Contacts that stay as the conversation has left them. */
  readonly kept: KeptContacts;
}

/**
 * Checks a file's content and keeps it in the place of the order of its id, with the contacts that were changed in
 * conversation since; a faulty one is refused whole with every fault's path.
 */
export async function importWorkOrder(
  store: Store,
  knowledge: Knowledge,
  content: unknown,
): Promise<Result<Imported, readonly Fault[]>> {
  const checked = checkWorkOrder(content, knowledge);
  if (!checked.ok) return fail(checked.failure);
  const order = checked.value;
  const key = { tenant: order.customer.tenantId, kind: KIND, id: order.id };
  let merged = withConversation(order, undefined);
  await lastWord(store, key, (stored) => {
    merged = withConversation(order, stored && WorkOrder.parse(stored.state));
    return merged.ok ? merged.value.order : undefined;
  });
  if (!merged.ok) return merged;
  const { kept } = merged.value;
  return ok({ id: order.id, tenant: key.tenant, customer: order.customer.name, unknown: unknownMembers(order), kept });
}

const keyOf = ({ id, customer }: WorkOrder): AggregateKey => ({ tenant: customer.tenantId, kind: KIND, id });

/** The result of a command that changed the work order before, or undefined. */
export const workOrderResult = (
  store: Store,
  workOrder: WorkOrder,
  commandId: string,
): Promise<{ readonly result: unknown } | undefined> => store.resultOf(keyOf(workOrder), commandId);

/**
 * Changes the work order as it is stored, once for one command, and gives the command's result. Whoever comes after
 * somebody else has the change worked out anew on what stands then.
 */
export async function changeWorkOrder<Failure>(
  store: Store,
  workOrder: WorkOrder,
  change: (order: WorkOrder) => Result<WorkOrder, Failure>,
  command: NonNullable<Save['command']>,
): Promise<Result<unknown, Failure>> {
  const key = keyOf(workOrder);
  for (;;) {
    const stored = await store.load(key);
    if (stored === undefined) throw new Error(`the work order ${workOrder.id} is gone`);
    const changed = change(WorkOrder.parse(stored.state));
    const before = changed.ok ? undefined : await store.resultOf(key, command.id);
    if (before !== undefined) return ok(before.result);
    if (!changed.ok) return changed;
    const saved = await store.save({ key, expected: stored.version, state: changed.value, command });
    if (saved.kind === 'repeated') return ok(saved.result);
    if (saved.kind === 'saved') return ok(command.result);
  }
}
