/** Each change of an incident goes to every webhook of the team that it is routed to. */
import type { Message } from '../../src/store/port.ts';
import { type Happened, payloadOf } from './payload.ts';
import { type WebhookMessage, type WebhookName, webhookTopic } from './webhook-delivery.ts';

/** The messages of a change, one a webhook; the same change gives the same keys. */
export function webhookMessages(happened: Happened, webhooks: readonly WebhookName[]): readonly Message[] {
  return webhooks.map((to) => {
    const key = `webhook/${to.team}/${to.webhook}/${happened.incident.id}/${happened.revision}`;
    const body: WebhookMessage = { to, payload: payloadOf(happened, key) };
    return { key, topic: webhookTopic, body };
  });
}
