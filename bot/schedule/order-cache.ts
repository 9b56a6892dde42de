/** Work orders as they were last read: checking one costs more than all that is derived from it. */
import { WorkOrder } from '../../src/agreement/work-order.ts';
import type { Store } from '../../src/store/port.ts';

export type Orders = (tenant: string, id: string) => Promise<WorkOrder | undefined>;

/** Work orders that are held; past that number all are read anew. */
const HELD = 200;

/** Reads work orders; one whose version is still the same is not checked again. */
export function ordersIn(store: Store): Orders {
  const held = new Map<string, { readonly version: number; readonly order: WorkOrder }>();
  return async (tenant, id) => {
    const stored = await store.load({ tenant, kind: 'work-order', id });
    if (stored === undefined) return undefined;
    const name = JSON.stringify([tenant, id]);
    const known = held.get(name);
    if (known?.version === stored.version) return known.order;
    const order = WorkOrder.parse(stored.state);
    if (held.size >= HELD) held.clear();
    held.set(name, { version: stored.version, order });
    return order;
  };
}
