/** Each change of an incident goes to every webhook of the team that it is routed to. */

import type { Message } from '../../src/store/port.ts';
import type { IncidentChange } from '../follow/follower.ts';
import { payloadOf } from './payload.ts';
import { type WebhookMessage, type WebhookName, webhookTopic } from './webhook-delivery.ts';

/** The messages of a change, one a webhook; the same change gives the same deliveries. */
export function webhookMessages(change: IncidentChange, webhooks: readonly WebhookName[]): readonly Message[] {
  const { tenant, incident, revision } = change;
  return webhooks.map((to) => {
    const delivery = `${tenant}/${incident.id}/${revision}/${to.webhook}`;
    const body: WebhookMessage = { to, payload: payloadOf(change, delivery) };
    return { key: `webhook/${to.team}/${to.webhook}`, topic: webhookTopic, body };
  });
}
