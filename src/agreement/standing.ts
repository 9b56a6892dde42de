/** Which work order and location a question is about. */
import type { PersonRole } from '../../knowledge/vocabulary.ts';
import { localDate } from '../calendar/local-date.ts';
import type { Asker, Scene, Standing } from '../command/scene.ts';
import { fail, ok, type Result } from '../result.ts';
import type { SupportTeam } from '../routing/support-teams.ts';
import type { Location, WorkOrder } from './work-order.ts';

/**
 * The asker as the contacts of the tenant's work orders and its support teams name them (design §5, *Work orders*). To
 * be an engineer makes nobody a contact: it opens the incidents of the own teams, and no location. What an order says that
 * is not in force at `now` (epoch milliseconds) does not count at a location that one in force has: whoever was no longer
 * named when the agreement was renewed has nothing to do there any more.
 */
export function askerOf(
  user: string,
  name: string | undefined,
  workOrders: readonly WorkOrder[],
  supportTeams: readonly SupportTeam[],
  now: number,
): Asker {
  const contacts = workOrders.flatMap((order) =>
    order.contacts
      .filter((contact) => contact.userId === user)
      .map((contact) => ({
        ...contact,
        locations: contact.locations.filter((id) => counts(order, id, workOrders, now)),
      }))
      .filter(({ locations }) => locations.length > 0),
  );
  const seats = supportTeams.flatMap(({ id, engineers }) =>
    engineers.filter(({ userId }) => userId === user).map((engineer) => ({ team: id, name: engineer.name })),
  );
  const given = new Set<PersonRole>(contacts.flatMap((contact) => contact.roles));
  const roles: readonly PersonRole[] = given.size > 0 ? [...given] : ['customer'];
  return {
    user,
    name: name ?? contacts[0]?.name ?? seats[0]?.name,
    roles: seats.length > 0 ? [...roles, 'engineer'] : roles,
    locations: [...new Set(contacts.flatMap((contact) => contact.locations))],
    teams: seats.map(({ team }) => team),
  };
}

/** Whether the order is the one that says who is who at the location. */
function counts(order: WorkOrder, location: string, all: readonly WorkOrder[], now: number): boolean {
  if (isInForce(order, now)) return true;
  return !all.some((other) => isInForce(other, now) && other.locations.some(({ id }) => id === location));
}

/**
 * The work order, location and edition that a question stands on: those of the named location; without one the
 * asker's first location, else the host. Orders in force come before others. `unknown-location` when the tenant
 * has no such location, `unknown-tenant` when it has no work order.
 */
export function standingOf(
  scene: Scene,
  location: string | undefined,
): Result<Standing, 'unknown-location' | 'unknown-tenant'> {
  const orders = inForceFirst(scene);
  if (orders.length === 0) return fail('unknown-tenant');
  const place = location === undefined ? usualPlace(scene.asker, orders) : placeNamed(location, orders);
  if (place === undefined) return fail('unknown-location');
  const edition = scene.knowledge.editions.get(place.workOrder.edition);
  if (edition === undefined)
    throw new Error(`work order ${place.workOrder.id} names ${place.workOrder.edition}, which is not loaded`);
  return ok({ ...place, edition });
}

interface Place {
  readonly workOrder: WorkOrder;
  readonly location: Location;
}

function placeNamed(id: string, orders: readonly WorkOrder[]): Place | undefined {
  for (const workOrder of orders) {
    const location = workOrder.locations.find((candidate) => candidate.id === id);
    if (location !== undefined) return { workOrder, location };
  }
  return undefined;
}

function usualPlace(asker: Asker, orders: readonly WorkOrder[]): Place | undefined {
  for (const workOrder of orders) {
    const contact = workOrder.contacts.find(({ userId }) => userId === asker.user);
    const location = workOrder.locations.find(({ id }) => id === contact?.locations[0]);
    if (location !== undefined) return { workOrder, location };
  }
  return hostPlace(orders);
}

function hostPlace(orders: readonly WorkOrder[]): Place | undefined {
  const hosted = orders.find((order) => order.locations.some(({ role }) => role === 'host'));
  const workOrder = hosted ?? orders[0];
  const location = workOrder?.locations.find(({ role }) => role === 'host') ?? workOrder?.locations[0];
  return workOrder !== undefined && location !== undefined ? { workOrder, location } : undefined;
}

function inForceFirst({ workOrders, now }: Scene): readonly WorkOrder[] {
  const inForce = (order: WorkOrder): number => (isInForce(order, now) ? 0 : 1);
  return [...workOrders].sort((a, b) => inForce(a) - inForce(b));
}

/** Whether the term takes in the day on which `now` (epoch milliseconds) falls at the order's first location. */
export function isInForce(order: WorkOrder, now: number): boolean {
  const today = localDate(now, order.locations[0]?.timeZone ?? 'UTC');
  return order.term.start <= today && today <= order.term.end;
}
