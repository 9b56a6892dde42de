/** What a receiver gets to read: the body of a delivery, as docs/webhooks.md describes it. */
import { z } from 'zod';
import type { IncidentEvent } from '../../src/incident/events.ts';
import { factsOf } from '../../src/incident/incident.ts';
import type { IncidentChange } from '../follow/follower.ts';

export const WebhookPayload = z.object({
  format: z.literal('incident-event/1'),
  /** The same however often it is sent. */
  delivery: z.string(),
  /** `incident.` and the type of what happened, such as `incident.acknowledged`. */
  event: z.string(),
  occurredAt: z.iso.datetime({ offset: true }),
  tenant: z.string(),
  /** The number of events of the incident up to this one. */
  revision: z.number().int().positive(),
  /** The id of the team that has the incident after the event; absent where none has. */
  team: z.string().optional(),
  /** The incident as it stood after the event. */
  incident: z.record(z.string(), z.unknown()),
  /** What came with the event: who, their words, a severity. */
  detail: z.record(z.string(), z.unknown()),
});
export type WebhookPayload = z.infer<typeof WebhookPayload>;

/** The payload of one thing that happened, for one delivery. */
export function payloadOf(
  { tenant, incident, event, revision }: IncidentChange,
  delivery: string,
  team?: string,
): WebhookPayload {
  const { workOrder, edition, queue: _queue, ...rest } = incident.opened;
  return {
    format: 'incident-event/1',
    delivery,
    event: `incident.${event.type}`,
    occurredAt: event.at,
    tenant,
    revision,
    ...(team === undefined ? {} : { team }),
    incident: {
      ...factsOf(incident),
      workOrder,
      edition,
      ...(rest.language === undefined ? {} : { language: rest.language }),
    },
    detail: detailOf(event),
  };
}

/** What the incident's facts say already (its opening, its promise) is not said twice. */
function detailOf(event: IncidentEvent): Record<string, unknown> {
  const { type: _type, at: _at, by, byName, ...rest } = event;
  const said = new Set(event.type === 'opened' ? Object.keys(rest) : ['plan']);
  const own = Object.entries(rest).filter(([name, value]) => !said.has(name) && value !== undefined);
  return { by: byName ?? by, ...Object.fromEntries(own) };
}
