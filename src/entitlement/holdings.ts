/** What a work order holds of a service, where and when. */
import type { BoughtService, Location, WorkOrder } from '../agreement/work-order.ts';

/** The entries of a service that run on a date (a calendar date at the location). */
export function holdingsOf(order: WorkOrder, service: string, date: string): readonly BoughtService[] {
  return order.services.filter((bought) => bought.service === service && runsOn(bought, order, date));
}

/** Whether one of the entries serves a location: bought there, or for the host where the host's serves all. */
export function servesLocation(
  holdings: readonly BoughtService[],
  location: Location,
  order: WorkOrder,
  hostServesAll: boolean,
): boolean {
  const host = order.locations.find(({ role }) => role === 'host')?.id;
  return holdings.some((bought) => bought.location === location.id || (hostServesAll && bought.location === host));
}

/** Where a date lies: within the term, before its first day or after its last. */
export function termOn({ term }: WorkOrder, date: string): 'within' | 'before' | 'after' {
  if (date < term.start) return 'before';
  return date > term.end ? 'after' : 'within';
}

const runsOn = (bought: BoughtService, { term }: WorkOrder, date: string): boolean =>
  (bought.start ?? term.start) <= date && date <= (bought.end ?? term.end);
