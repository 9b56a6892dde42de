/** Whether a work order can be taken: each fault with its path, so that a file is mended in one go. */

import type { Knowledge } from '../../knowledge/load.ts';
import type { Edition } from '../../knowledge/schema/edition.ts';
import { Unit } from '../../knowledge/vocabulary.ts';
import { nextOpening } from '../calendar/business-calendar.ts';
import { isValidTimeZone } from '../calendar/local-date.ts';
import { calendarOf } from '../calendar/location-calendar.ts';
import { type Fault, fail, ok, type Result } from '../result.ts';
import { faultsOf } from '../schema-faults.ts';
import { type BoughtService, type Location, WorkOrder } from './work-order.ts';

/**
 * Parses and checks a work order against the knowledge: shape, dates, locations, services and units of its edition,
 * contacts. Returns the order, or every fault with its path; nothing of a faulty order is taken.
 */
export function checkWorkOrder(raw: unknown, knowledge: Knowledge): Result<WorkOrder, readonly Fault[]> {
  const parsed = WorkOrder.safeParse(raw);
  if (!parsed.success) return fail(faultsOf(parsed.error));
  const order = parsed.data;
  const faults = [
    ...termFaults(order),
    ...locationFaults(order),
    ...editionFaults(order, knowledge),
    ...contactFaults(order),
    ...flexFaults(order, knowledge),
    ...approvalFaults(order),
  ];
  return faults.length > 0 ? fail(faults) : ok(order);
}

/** Members that the desk does not know: kept with the order, and worth a second look for a slip of the pen. */
export function unknownMembers(order: WorkOrder): readonly string[] {
  const known = new Set(Object.keys(WorkOrder.shape));
  return Object.keys(order).filter((name) => !known.has(name));
}

function termFaults({ term, executed, events = [] }: WorkOrder): Fault[] {
  const faults: Fault[] = [];
  if (term.end < term.start)
    faults.push({ path: 'term', problem: `ends on ${term.end}, before it starts on ${term.start}` });
  if (executed !== undefined && executed > term.end) {
    faults.push({ path: 'executed', problem: `${executed} is after the end of the term, ${term.end}` });
  }
  for (const [index, event] of events.entries()) {
    if (event.end < event.start)
      faults.push({ path: `events[${index}]`, problem: `ends on ${event.end}, before it starts on ${event.start}` });
  }
  return faults;
}

function locationFaults(order: WorkOrder): Fault[] {
  const faults: Fault[] = [];
  const hosts = order.locations.filter(({ role }) => role === 'host');
  if (hosts.length > 1) {
    faults.push({
      path: 'locations',
      problem: `has ${hosts.length} hosts (${hosts.map(({ id }) => id).join(', ')}); a work order has one`,
    });
  }
  if (hosts.length === 0 && order.structure === 'centralised') {
    faults.push({ path: 'locations', problem: 'has no host; a centralised work order needs one' });
  }
  for (const [index, location] of order.locations.entries()) {
    if (order.locations.findIndex(({ id }) => id === location.id) < index) {
      faults.push({ path: `locations[${index}].id`, problem: `${location.id} is defined twice` });
    }
    if (!isValidTimeZone(location.timeZone)) {
      faults.push({ path: `locations[${index}].timeZone`, problem: `${location.timeZone} is no IANA time zone` });
    }
  }
  return faults;
}

function editionFaults(order: WorkOrder, knowledge: Knowledge): Fault[] {
  const edition = knowledge.editions.get(order.edition);
  if (edition === undefined) {
    const known = [...knowledge.editions.keys()].join(', ');
    return [{ path: 'edition', problem: `${order.edition} is unknown; the desk knows ${known}` }];
  }
  const faults = order.services.flatMap((service, index) =>
    serviceFaults(service, `services[${index}]`, order, edition, knowledge),
  );
  faults.push(
    ...order.locations.flatMap((location, index) => hoursFaults(location, `locations[${index}]`, order, edition)),
  );
  faults.push(...rateFaults(order, edition));
  for (const id of Object.keys(order.onboarding ?? {})) {
    if (edition.services[id] === undefined)
      faults.push({ path: `onboarding.${id}`, problem: `${order.edition} has no service ${id}` });
  }
  return faults;
}

/** A rate in hours is of use only where the edition takes hours for services; elsewhere it would be read past. */
const rateFaults = ({ rateCard = [] }: WorkOrder, { id, hours }: Edition): Fault[] =>
  rateCard.flatMap((rate, index) =>
    rate.hours !== undefined && hours.exchange === undefined
      ? [{ path: `rateCard[${index}].hours`, problem: `${id} takes no hours for services; a rate is in credits` }]
      : [],
  );

/** Hours that cannot be read, or that leave no working time in which anything could ever be due. */
function hoursFaults(location: Location, path: string, order: WorkOrder, edition: Edition): Fault[] {
  if (!isValidTimeZone(location.timeZone)) return [];
  const year = Number(order.term.start.slice(0, 4));
  const made = calendarOf(location, edition.businessHours.value, { from: year, to: year + 1 });
  if (!made.ok)
    return made.failure.map((fault) => ({ path: `${path}.businessHours.${fault.path}`, problem: fault.problem }));
  const opening = nextOpening(made.value.calendar, Date.parse(order.term.start));
  return opening.ok ? [] : [{ path: `${path}.businessHours`, problem: 'leaves no working time at all' }];
}

function serviceFaults(
  bought: BoughtService,
  path: string,
  order: WorkOrder,
  edition: Edition,
  knowledge: Knowledge,
): Fault[] {
  const faults: Fault[] = [];
  const terms = edition.services[bought.service];
  if (knowledge.services[bought.service] === undefined) {
    faults.push({ path: `${path}.service`, problem: `${bought.service} is no service of the catalogue` });
  } else if (terms === undefined) {
    faults.push({ path: `${path}.service`, problem: `${edition.id} has no service ${bought.service}` });
  }
  faults.push(...undefinedLocation(bought.location, `${path}.location`, order));
  if (
    bought.unit !== undefined &&
    terms !== undefined &&
    terms.unit !== null &&
    bought.unit !== terms.unit &&
    !isCounted(terms.unit, bought.unit)
  ) {
    faults.push({
      path: `${path}.unit`,
      problem: `${bought.service} is counted in ${terms.unit}, not in ${bought.unit}`,
    });
  }
  for (const [index, product] of (bought.products ?? []).entries()) {
    if (knowledge.products[product] === undefined) {
      faults.push({ path: `${path}.products[${index}]`, problem: `${product} is no product that the desk knows` });
    }
  }
  if (bought.start !== undefined && bought.end !== undefined && bought.end < bought.start) {
    faults.push({ path, problem: `ends on ${bought.end}, before it starts on ${bought.start}` });
  }
  return faults;
}

/** Deliveries sold by the seat may also be bought as whole events (a dedicated workshop, F-DEF-11). */
const isCounted = (printed: string, bought: string): boolean => printed === 'seats' && bought === 'events';

function undefinedLocation(id: string, path: string, order: WorkOrder): Fault[] {
  if (order.locations.some((location) => location.id === id)) return [];
  const defined = order.locations.map((location) => location.id).join(', ');
  return [{ path, problem: `${id} is not among the locations (${defined})` }];
}

function contactFaults(order: WorkOrder): Fault[] {
  return order.contacts.flatMap((contact, index) => {
    const faults = contact.locations.flatMap((id, at) =>
      undefinedLocation(id, `contacts[${index}].locations[${at}]`, order),
    );
    const first = order.contacts.findIndex(({ userId }) => userId === contact.userId);
    if (first < index)
      faults.push({ path: `contacts[${index}].userId`, problem: `${contact.userId} is already contact ${first + 1}` });
    return faults;
  });
}

function flexFaults({ flexAllowance }: WorkOrder, knowledge: Knowledge): Fault[] {
  if (flexAllowance === undefined) return [];
  const allocated = flexAllowance.allocations.reduce((sum, { amount }) => sum + amount, 0);
  const faults: Fault[] = [];
  if (allocated > flexAllowance.amount) {
    faults.push({
      path: 'flexAllowance.allocations',
      problem: `add up to ${allocated}, more than the allowance of ${flexAllowance.amount}`,
    });
  }
  for (const [index, { to }] of flexAllowance.allocations.entries()) {
    if (knowledge.services[to] === undefined) {
      faults.push({ path: `flexAllowance.allocations[${index}].to`, problem: `${to} is no service of the catalogue` });
    }
  }
  return faults;
}

/** An amount that is counted in nothing would never ask for an approval. */
function approvalFaults({ approval, locations }: WorkOrder): Fault[] {
  if (approval === undefined) return [];
  const currencies = new Set(locations.flatMap(({ creditRate }) => creditRate?.currency ?? []));
  const limits = Object.keys(approval.above);
  if (limits.length === 0) return [{ path: 'approval.above', problem: 'names no amount' }];
  return limits
    .filter((name) => !Unit.safeParse(name).success && !currencies.has(name))
    .map((name) => ({
      path: `approval.above.${name}`,
      problem: `${name} is neither a unit (${Unit.options.join(', ')}) nor the currency of a location's credit rate`,
    }));
}
