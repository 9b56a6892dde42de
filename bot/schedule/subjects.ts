/** What there is to be reminded of, out of the store: the subjects, and each with what its reminders rest on. */
import type { Knowledge } from '../../knowledge/load.ts';
import type { Standing } from '../../src/command/scene.ts';
import type { ClockScene } from '../../src/incident/clocks.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { ownStanding } from '../../src/incident/own-standing.ts';
import { withRecordedEvents } from '../../src/ledger/events.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { hostOf, remindersOfAgreement } from '../../src/schedule/agreement-reminders.ts';
import { remindersOf } from '../../src/schedule/incident-reminders.ts';
import type { Reminder } from '../../src/schedule/reminder.ts';
import { everyPage } from '../../src/store/every-page.ts';
import type { Store } from '../../src/store/port.ts';
import { loadIncident } from '../desk/incidents.ts';
import { loadLedger } from '../desk/ledgers.ts';
import type { Orders } from './order-cache.ts';
import type { Subject } from './schedule.ts';

/** An incident or a work order with the agreement that it stands on. */
export type Case =
  | { readonly kind: 'incident'; readonly tenant: string; readonly incident: Incident; readonly place: Standing }
  | { readonly kind: 'work-order'; readonly tenant: string; readonly ledger: Ledger; readonly place: Standing };

const PAGE = 200;
const DAY = 24 * 60 * 60_000;

/**
 * What is walked: incidents that are open, that owe a date, or that were closed a short while ago, since for some days
 * more may be asked for; and every work order.
 */
const lists = (now: number) =>
  [
    { kind: 'incident', where: { field: 'status', value: 'open' } },
    { kind: 'incident', where: { field: 'owed', value: 'yes' } },
    ...latestMonths(now).map((value) => ({ kind: 'incident', where: { field: 'closed', value } }) as const),
    { kind: 'work-order', where: undefined },
  ] as const;

/** The months, `YYYY-MM`, that any clock on earth shows now, and the ones before them. */
function latestMonths(now: number): readonly string[] {
  const month = (instant: number): string => new Date(instant).toISOString().slice(0, 'YYYY-MM'.length);
  return [...new Set([now + DAY, now, now - 28 * DAY].map(month))];
}

/** Every subject that may have reminders, page by page; one that is on two lists comes twice. */
export async function* pagesOf(store: Store, now: number): AsyncGenerator<readonly Subject[]> {
  for (const { kind, where } of lists(now)) {
    for (const tenant of await store.tenants(kind))
      for await (const items of everyPage(store, tenant, kind, { where, limit: PAGE }))
        yield items.map(({ id }) => ({ tenant, kind, id }));
  }
}

/** Where a case is read from. */
export interface Sources {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly orders: Orders;
}

/** The subject with what it rests on; undefined where it or its agreement is gone. */
export async function loadCase(sources: Sources, subject: Subject): Promise<Case | undefined> {
  return subject.kind === 'incident' ? incidentCase(sources, subject) : orderCase(sources, subject);
}

/** Its reminders, past ones too. */
export const remindersIn = (found: Case, scene: ClockScene): Reminder[] =>
  found.kind === 'incident' ? remindersOf(found.incident, found.place, scene) : remindersOfAgreement(found.place);

async function incidentCase(sources: Sources, { tenant, id }: Subject): Promise<Case | undefined> {
  const incident = await loadIncident(sources.store, tenant, id);
  if (incident === undefined) return undefined;
  const workOrder = await sources.orders(tenant, incident.opened.workOrder);
  const place = workOrder && ownStanding(incident, [workOrder], sources.knowledge);
  return place && { kind: 'incident', tenant, incident, place };
}

async function orderCase(sources: Sources, { tenant, id }: Subject): Promise<Case | undefined> {
  const order = await sources.orders(tenant, id);
  const edition = order && sources.knowledge.editions.get(order.edition);
  const location = order && hostOf(order);
  if (order === undefined || edition === undefined || location === undefined) return undefined;
  const { ledger } = await loadLedger(sources.store, order);
  const workOrder = withRecordedEvents(order, ledger);
  return { kind: 'work-order', tenant, ledger, place: { workOrder, edition, location } };
}
