/** Carries hours between the ledger and the history of an incident; each message has its effect once. */
import type { Knowledge } from '../../knowledge/load.ts';
import type { Edition } from '../../knowledge/schema/edition.ts';
import type { WorkOrder } from '../../src/agreement/work-order.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { returnHours } from '../../src/ledger/return-hours.ts';
import { fail, ok, type Result } from '../../src/result.ts';
import type { Store } from '../../src/store/port.ts';
import { changeIncident, IncidentConflict, loadIncident } from '../desk/incidents.ts';
import { entriesOf } from '../desk/ledger-pages.ts';
import { LedgerConflict, type LoadedLedger, loadLedger, post } from '../desk/ledgers.ts';
import { workOrdersOf } from '../desk/work-orders.ts';
import type { Delivery } from '../outbox/outbox.ts';
import type { SendError } from '../outbox/send-error.ts';
import { HoursNoted, HoursReturn, hoursNoted, hoursNotedTopic, hoursReturnTopic } from './hours-messages.ts';

type Delivered = Result<void, SendError>;

const lost = (detail: string): Delivered => fail({ kind: 'permanent', detail });

export function hoursDeliveries(store: Store, knowledge: Knowledge): Readonly<Record<string, Delivery>> {
  return {
    [hoursNotedTopic]: {
      repeatable: true,
      deliver: ({ tenant, body }) => {
        const read = HoursNoted.safeParse(body);
        return again(() => (read.success ? note(store, tenant, read.data) : lost(read.error.message)));
      },
    },
    [hoursReturnTopic]: {
      repeatable: true,
      deliver: ({ tenant, body }) => {
        const read = HoursReturn.safeParse(body);
        return again(() => (read.success ? giveBack(store, knowledge, tenant, read.data) : lost(read.error.message)));
      },
    },
  };
}

/** Somebody was there in between: the outbox tries again. */
async function again(deliver: () => Promise<Delivered> | Delivered): Promise<Delivered> {
  try {
    return await deliver();
  } catch (error) {
    if (error instanceof IncidentConflict || error instanceof LedgerConflict)
      return fail({ kind: 'transient', detail: error.message });
    throw error;
  }
}

/** Adds the hours to the incident's history, unless they stand there. */
async function note(store: Store, tenant: string, { incident: id, ...hours }: HoursNoted): Promise<Delivered> {
  const incident = await loadIncident(store, tenant, id);
  if (incident === undefined) return lost(`no incident ${id}`);
  const isNoted = incident.events.some((event) => event.type === 'hours-recorded' && event.posting === hours.posting);
  if (!isNoted)
    await changeIncident(store, tenant, incident, { type: 'hours-recorded', ...hours }, `noted/${hours.posting}`);
  return ok(undefined);
}

/**
 * Gives the hours back in each ledger that they were taken from: an incident that outlives its work order is charged to
 * the one that follows it.
 */
async function giveBack(store: Store, knowledge: Knowledge, tenant: string, returned: HoursReturn): Promise<Delivered> {
  const incident = await loadIncident(store, tenant, returned.incident);
  if (incident === undefined) return lost(`no incident ${returned.incident}`);
  for (const workOrder of await workOrdersOf(store, tenant)) {
    const edition = knowledge.editions.get(workOrder.edition);
    const loaded = await loadLedger(store, workOrder);
    if (edition === undefined || !loaded.ledger.books.incidents.has(incident.id)) continue;
    await giveBackIn({ store, workOrder, edition, loaded }, incident, returned);
  }
  return ok(undefined);
}

interface Charged {
  readonly store: Store;
  readonly workOrder: WorkOrder;
  readonly edition: Edition;
  readonly loaded: LoadedLedger;
}

/** Posts what goes back, and notes it in the incident in its turn; nothing where the edition charges for defects too. */
async function giveBackIn(
  { store, workOrder, edition, loaded }: Charged,
  { id, opened }: Incident,
  { at, by, byName, command }: HoursReturn,
): Promise<void> {
  const entries = [];
  const since = opened.at.slice(0, 10);
  for await (const page of entriesOf(store, workOrder, loaded.ledger, { since })) entries.push(...page);
  const given = returnHours(id, edition, entries);
  if (given === undefined) return;
  const who = { at, by, ...(byName === undefined ? {} : { byName }) };
  const { why, lines } = given.draft;
  const messages = given.returned.map(({ service, hours }) =>
    hoursNoted({
      ...who,
      side: 'vendor',
      incident: id,
      service,
      hours,
      charged: 0,
      returned: hours,
      posting: `${command}/${workOrder.id}/${service}`,
    }),
  );
  const entry = { ...who, command, why, lines: [...lines] };
  await post(store, workOrder, loaded, [entry], { facts: {}, citations: [] }, messages);
}
