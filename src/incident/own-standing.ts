/**
 * The agreement that an incident stands on: the order and the edition of its opening, as its history names them. What
 * was promised then holds, whichever agreement has followed since.
 */
import type { Knowledge } from '../../knowledge/load.ts';
import type { WorkOrder } from '../agreement/work-order.ts';
import type { Standing } from '../command/scene.ts';
import type { PromisedResponse } from './events.ts';
import type { Incident } from './incident.ts';

/** The standing of the opening; undefined where the order, its location or the edition is gone. */
export const ownStanding = (
  { opened }: Incident,
  workOrders: readonly WorkOrder[],
  knowledge: Pick<Knowledge, 'editions'>,
): Standing | undefined => standingUnder(opened, workOrders, knowledge);

/** The standing under which a promise was made: that of the opening, or of the agreement that has followed it. */
export function standingUnder(
  made: Pick<PromisedResponse, 'workOrder' | 'edition' | 'location'>,
  workOrders: readonly WorkOrder[],
  { editions }: Pick<Knowledge, 'editions'>,
): Standing | undefined {
  const workOrder = workOrders.find(({ id }) => id === made.workOrder);
  const location = workOrder?.locations.find(({ id }) => id === made.location);
  const edition = editions.get(made.edition);
  if (workOrder === undefined || location === undefined || edition === undefined) return undefined;
  return { workOrder, location, edition };
}
