/** What a work order holds of a service, where and when. */
import type { Products } from '../../knowledge/schema/catalogue.ts';
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

/** The first day after the date on which something of the services begins to serve the location; undefined if nothing does. */
export function startsAfter(
  order: WorkOrder,
  services: readonly string[],
  date: string,
  location: Location,
  hostServesAll: boolean,
): string | undefined {
  const later = order.services.filter(({ service, start }) => services.includes(service) && (start ?? date) > date);
  return later
    .filter((bought) => servesLocation([bought], location, order, hostServesAll))
    .flatMap(({ start }) => start ?? [])
    .sort()[0];
}

/** Why the location has none of the services on the date: they are bought for later, or not at all. */
export const whyNotHeld = (...question: Parameters<typeof startsAfter>): 'service-not-started' | 'not-purchased' =>
  startsAfter(...question) === undefined ? 'not-purchased' : 'service-not-started';

/**
 * A service bought for listed products covers those alone (F-DE-04, F-EDE-05, F-REDE-01, F-ARR-02): the entries that run
 * on the date decide, of these those of the location, else those of the whole order. A list that names the Azure platform
 * as such takes all of Azure in.
 */
export function coversProduct(
  services: readonly string[],
  product: string,
  order: WorkOrder,
  location: Location,
  products: Products,
  date: string,
): boolean {
  const bought = services.flatMap((service) => holdingsOf(order, service, date));
  const here = bought.filter((entry) => entry.location === location.id);
  const names = ({ products: list = [] }: BoughtService): boolean =>
    list.length === 0 || list.includes(product) || (list.includes('azure') && products[product]?.family === 'azure');
  const entries = here.length > 0 ? here : bought;
  return entries.length === 0 || entries.some(names);
}

/** Where a date lies: within the term, before its first day or after its last. */
export function termOn({ term }: WorkOrder, date: string): 'within' | 'before' | 'after' {
  if (date < term.start) return 'before';
  return date > term.end ? 'after' : 'within';
}

const runsOn = (bought: BoughtService, { term }: WorkOrder, date: string): boolean =>
  (bought.start ?? term.start) <= date && date <= (bought.end ?? term.end);
