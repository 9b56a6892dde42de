/** Work orders for what is planned: it asks for the same ones again and again. */
import type { WorkOrder } from '../../src/agreement/work-order.ts';
import type { Store } from '../../src/store/port.ts';
import { workOrderOf } from '../desk/work-orders.ts';

export type Orders = (tenant: string, id: string) => Promise<WorkOrder | undefined>;

/** Reads work orders; one whose version is still the same is not checked again. */
export const ordersIn =
  (store: Store): Orders =>
  (tenant, id) =>
    workOrderOf(store, tenant, id);
