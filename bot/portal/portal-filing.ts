/**
 * Files in the vendor's portal what belongs there, where the desk has the customer's credentials: opens the ticket and
 * keeps the vendor's number as an event of the incident.
 */
import { z } from 'zod';
import type { Products } from '../../knowledge/schema/catalogue.ts';
import { toLocalIso } from '../../src/calendar/local-date.ts';
import type { IncidentEvent } from '../../src/incident/events.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { fail, ok, type Result } from '../../src/result.ts';
import type { PendingMessage, Store } from '../../src/store/port.ts';
import { changeIncident, IncidentConflict, loadIncident } from '../desk/incidents.ts';
import { workOrdersOf } from '../desk/work-orders.ts';
import type { Delivery } from '../outbox/outbox.ts';
import type { SendError } from '../outbox/send-error.ts';
import { isToFile, PortalMessage } from './portal-follower.ts';
import type { PortalSettings } from './portal-settings.ts';
import type { SupportApi } from './support-api.ts';
import { ticketName, ticketOf } from './ticket.ts';

export interface PortalDeliveryOptions {
  readonly store: Store;
  readonly settings: PortalSettings;
  readonly products: Products;
  readonly api: Pick<SupportApi, 'open'>;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** The outbox's delivery of topic `portal`. A repetition finds the ticket by its name, and the event by its command. */
export function createPortalDelivery(options: PortalDeliveryOptions): Delivery {
  return {
    repeatable: true,
    deliver: (message) => deliver(message, options),
    laneOf: ({ body }) => PortalMessage.safeParse(body).data?.incident ?? '',
    receiverOf: ({ tenant }) => tenant,
  };
}

async function deliver(message: PendingMessage, options: PortalDeliveryOptions): Promise<Result<void, SendError>> {
  const { tenant } = message;
  const body = PortalMessage.safeParse(message.body);
  if (!body.success) return permanent(`the body is no filing: ${body.error.message}`);
  const incident = await loadIncident(options.store, tenant, body.data.incident);
  if (incident === undefined) return permanent(`there is no incident ${body.data.incident}`);
  // Filed already; or over, or told in another way by now.
  if (!isToFile(incident)) return ok(undefined);
  const filed = await file(tenant, incident, options);
  if (!filed.ok) return filed;
  await keep(tenant, incident, filed.value, options);
  return ok(undefined);
}

async function file(
  tenant: string,
  incident: Incident,
  { store, settings, products, api }: PortalDeliveryOptions,
): Promise<Result<string, SendError>> {
  const customer = settings.customers.get(tenant);
  if (customer === undefined) return permanent('the portal file has no credentials for this customer any more');
  const subscription = incident.opened.subscription ?? customer.subscription;
  if (subscription === undefined)
    return permanent('the incident names no subscription, and the portal file has no default');
  if (!z.guid().safeParse(subscription).success)
    return permanent(`the incident's subscription ${subscription} is no subscription id (a GUID)`);
  const orders = await workOrdersOf(store, tenant);
  const workOrder = orders.find(({ id }) => id === incident.opened.workOrder);
  const location = workOrder?.locations.find(({ id }) => id === incident.opened.location);
  if (workOrder === undefined || location === undefined)
    return permanent(`work order ${incident.opened.workOrder} has no location ${incident.opened.location} any more`);
  const ticket = ticketOf({ incident, workOrder, location, problems: settings.problems, products });
  if (!ticket.ok) return permanent(ticket.failure);
  return api.open(customer, subscription, ticketName(tenant, incident.id), ticket.value);
}

/** Keeps the vendor's number with the incident, whoever else changes it meanwhile. */
async function keep(
  tenant: string,
  incident: Incident,
  caseNumber: string,
  { store, now = Date.now }: PortalDeliveryOptions,
): Promise<void> {
  const event: IncidentEvent = {
    type: 'filed',
    at: toLocalIso(now(), incident.plan.timeZone),
    by: 'desk',
    byName: 'Entitlement Desk',
    side: 'customer',
    text: caseNumber,
    case: caseNumber,
    where: 'azure-portal',
  };
  let current = incident;
  for (;;) {
    try {
      await changeIncident(store, tenant, current, event, `portal/${incident.id}`);
      return;
    } catch (error) {
      if (!(error instanceof IncidentConflict)) throw error;
      current = error.current;
      if (current.filed) return;
    }
  }
}

const permanent = <Value>(detail: string): Result<Value, SendError> => fail({ kind: 'permanent', detail });
