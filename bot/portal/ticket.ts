/** An incident as a support ticket of the vendor's API. Its texts are for the vendor's engineers, in English. */

import { createHash } from 'node:crypto';
import type { SupportTicketDetails } from '@azure/arm-support';
import type { Products } from '../../knowledge/schema/catalogue.ts';
import type { Location, WorkOrder } from '../../src/agreement/work-order.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { fail, ok, type Result } from '../../src/result.ts';
import { contactProfile } from './contact-profile.ts';
import type { Problem } from './portal-settings.ts';
import severities from './severities.json' with { type: 'json' };

export interface Filed {
  readonly incident: Incident;
  readonly workOrder: WorkOrder;
  readonly location: Location;
  readonly problems: Readonly<Record<string, Problem>>;
  readonly products: Products;
}

const mostTitle = 200;

/** The ticket's name in its subscription: the same for the same incident, whatever happens in between. */
export function ticketName(tenant: string, incident: string): string {
  const whose = createHash('sha256').update(tenant).digest('hex').slice(0, 10);
  return `desk-${incident}-${whose}`;
}

/** The ticket, or what is missing to file one, with the mend. */
export function ticketOf({
  incident,
  workOrder,
  location,
  problems,
  products,
}: Filed): Result<SupportTicketDetails, string> {
  const { opened, severity, plan } = incident;
  const problem = problemOf(opened.product, problems, products);
  if (problem === undefined)
    return fail(`the portal file names no service and problem for ${opened.product}; add it under "problems"`);
  const contact = contactOf(incident, workOrder);
  if (contact === undefined) return fail('who opened the incident is no contact of the work order any more');
  const { phone } = incident.contact ?? {};
  const urgent = severity === '1' || severity === 'A';
  const profile = contactProfile({ contact, location, phone, language: opened.language, urgent });
  if (!profile.ok) return fail(`${profile.failure}; mend the work order and send the message again`);
  const service = `/providers/Microsoft.Support/services/${problem.service}`;
  return ok({
    title: titleOf(incident),
    description: descriptionOf(incident, location),
    severity: severities[severity].level,
    serviceId: service,
    problemClassificationId: `${service}/problemClassifications/${problem.problem}`,
    contactDetails: profile.value,
    require24X7Response: plan.effort === 'continuous',
    problemStartTime: new Date(opened.at),
  });
}

function problemOf(product: string, problems: Filed['problems'], products: Products): Problem | undefined {
  const family = products[product]?.family;
  return problems[product] ?? (family === undefined ? undefined : problems[family]);
}

/** The person named last as reachable where they are a contact, else who opened it. */
function contactOf({ opened, contact }: Incident, { contacts }: WorkOrder): WorkOrder['contacts'][number] | undefined {
  return contacts.find(({ name }) => name === contact?.name) ?? contacts.find(({ userId }) => userId === opened.by);
}

function titleOf({ id, opened }: Incident): string {
  const title = `${id}: ${opened.summary.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()}`;
  return title.length > mostTitle ? `${title.slice(0, mostTitle - 1)}…` : title;
}

/** The marker stands first, where nobody overlooks it. */
function descriptionOf(incident: Incident, location: Location): string {
  const { id, opened, severity, plan, contact, changeAuthority } = incident;
  const lines = [
    plan.submission.mention,
    opened.summary,
    '',
    opened.environment && `Environment: ${opened.environment}`,
    opened.reproduction && `To reproduce: ${opened.reproduction}`,
    contact && `To be reached: ${[contact.name, contact.phone].filter(Boolean).join(', ')}`,
    changeAuthority && `May allow changes: ${changeAuthority}`,
    `Product: ${opened.product}. Severity: ${severity}. Location: ${location.id} (${location.country}).`,
    `The customer's own number for this case is ${id}.`,
  ];
  return lines.filter((line) => line !== undefined).join('\n');
}
