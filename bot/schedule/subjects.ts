/** What there is to be reminded of, out of the store: the subjects, and each with what its reminders rest on. */
import type { Edition } from '../../knowledge/schema/edition.ts';
import { WorkOrder } from '../../src/agreement/work-order.ts';
import type { Standing } from '../../src/command/scene.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { withRecordedEvents } from '../../src/ledger/events.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { hostOf, remindersOfAgreement } from '../../src/schedule/agreement-reminders.ts';
import { remindersOf } from '../../src/schedule/incident-reminders.ts';
import type { Reminder } from '../../src/schedule/reminder.ts';
import type { Store } from '../../src/store/port.ts';
import { loadIncident } from '../desk/incidents.ts';
import { loadLedger } from '../desk/ledgers.ts';
import type { Subject } from './schedule.ts';

/** An incident or a work order with the agreement that it stands on. */
export type Case =
  | { readonly kind: 'incident'; readonly tenant: string; readonly incident: Incident; readonly place: Standing }
  | { readonly kind: 'work-order'; readonly tenant: string; readonly ledger: Ledger; readonly place: Standing };

type Editions = ReadonlyMap<string, Edition>;

const PAGE = 200;

/** The lists that are walked: incidents that are open or still owe something, and every work order. */
const LISTS = [
  { kind: 'incident', where: { field: 'status', value: 'open' } },
  { kind: 'incident', where: { field: 'owed', value: 'yes' } },
  { kind: 'work-order', where: undefined },
] as const;

/** Every subject that may have reminders, page by page. */
export async function* pagesOf(store: Store): AsyncGenerator<readonly Subject[]> {
  for (const { kind, where } of LISTS) {
    for (const tenant of await store.tenants(kind)) yield* pagesOfTenant(store, tenant, kind, where);
  }
}

async function* pagesOfTenant(
  store: Store,
  tenant: string,
  kind: Subject['kind'],
  where: { readonly field: string; readonly value: string } | undefined,
): AsyncGenerator<readonly Subject[]> {
  let after: string | undefined;
  do {
    const page = await store.list(tenant, kind, {
      limit: PAGE,
      ...(where === undefined ? {} : { where }),
      ...(after === undefined ? {} : { after }),
    });
    yield page.items.map(({ id }) => ({ tenant, kind, id }));
    after = page.next;
  } while (after !== undefined);
}

/** The subject with what it rests on; undefined where it or its agreement is gone. */
export async function loadCase(store: Store, editions: Editions, subject: Subject): Promise<Case | undefined> {
  return subject.kind === 'incident' ? incidentCase(store, editions, subject) : orderCase(store, editions, subject);
}

/** Its reminders, past ones too. */
export const remindersIn = (found: Case): Reminder[] =>
  found.kind === 'incident' ? remindersOf(found.incident, found.place) : remindersOfAgreement(found.place);

async function incidentCase(store: Store, editions: Editions, { tenant, id }: Subject): Promise<Case | undefined> {
  const incident = await loadIncident(store, tenant, id);
  if (incident === undefined) return undefined;
  const { opened } = incident;
  const workOrder = await loadOrder(store, tenant, opened.workOrder);
  const edition = editions.get(opened.edition);
  const location = workOrder?.locations.find((candidate) => candidate.id === opened.location);
  if (workOrder === undefined || edition === undefined || location === undefined) return undefined;
  return { kind: 'incident', tenant, incident, place: { workOrder, edition, location } };
}

async function orderCase(store: Store, editions: Editions, { tenant, id }: Subject): Promise<Case | undefined> {
  const order = await loadOrder(store, tenant, id);
  const edition = order && editions.get(order.edition);
  const location = order && hostOf(order);
  if (order === undefined || edition === undefined || location === undefined) return undefined;
  const { ledger } = await loadLedger(store, order);
  const workOrder = withRecordedEvents(order, ledger);
  return { kind: 'work-order', tenant, ledger, place: { workOrder, edition, location } };
}

async function loadOrder(store: Store, tenant: string, id: string): Promise<WorkOrder | undefined> {
  const stored = await store.load({ tenant, kind: 'work-order', id });
  return stored === undefined ? undefined : WorkOrder.parse(stored.state);
}
