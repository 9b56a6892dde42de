/**
 * Delivers messages of topic `webhook`. Where a webhook's messages go is looked up when they are sent, so that a mended
 * address holds for what is sent again. A receiver knows a repetition by its id: whatever may have been delivered is
 * sent again.
 */
import { z } from 'zod';
import { fail, type Result } from '../../src/result.ts';
import type { PendingMessage } from '../../src/store/port.ts';
import type { Delivery } from '../outbox/outbox.ts';
import type { SendError } from '../outbox/send-error.ts';
import { WebhookPayload } from './payload.ts';
import { post } from './post.ts';
import { readSecrets, signatureHeaders } from './signature.ts';
import { readWebhookUrl } from './webhook-url.ts';

export const webhookTopic = 'webhook';

/** Which webhook of which support team. */
export const WebhookName = z.object({ team: z.string().min(1), webhook: z.string().min(1) });
export type WebhookName = z.infer<typeof WebhookName>;

export const WebhookMessage = z.object({ to: WebhookName, payload: WebhookPayload });
export type WebhookMessage = z.infer<typeof WebhookMessage>;

export interface WebhookTarget {
  readonly url: string;
  /** The environment variable that holds its secret. */
  readonly secretFrom: string;
}

export interface WebhookDeliveryOptions {
  /** Where a webhook of a tenant goes now; undefined when it is no longer configured. */
  readonly find: (tenant: string, name: WebhookName) => Promise<WebhookTarget | undefined>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** For the whole exchange. */
  readonly timeoutMs?: number;
}

export function createWebhookDelivery(options: WebhookDeliveryOptions): Delivery {
  return {
    repeatable: true,
    deliver: (message) => deliver(message, options),
    laneOf: ({ body }) => namesOf(body).join(' '),
    receiverOf: ({ tenant, body }) => [tenant, ...namesOf(body).slice(0, 2)].join(' '),
  };
}

async function deliver(
  { tenant, body }: PendingMessage,
  { find, environment, now = Date.now, timeoutMs = 10_000 }: WebhookDeliveryOptions,
): Promise<Result<void, SendError>> {
  const message = WebhookMessage.safeParse(body);
  if (!message.success) return permanent(`the body is no webhook message: ${message.error.message}`);
  const { to, payload } = message.data;
  const target = await find(tenant, to);
  if (target === undefined) return permanent(`team ${to.team} has no webhook ${to.webhook} any more`);
  const url = readWebhookUrl(target.url, environment.NODE_ENV === 'production');
  if (!url.ok) return permanent(`the address of webhook ${to.webhook} ${url.failure}`);
  const secrets = readSecrets(target.secretFrom, environment[target.secretFrom]);
  if (!secrets.ok) return fail({ kind: 'auth', detail: secrets.failure });
  const text = JSON.stringify(payload);
  const signed = { id: payload.delivery, timestamp: Math.floor(now() / 1000), body: text };
  return post({ url: url.value, body: text, headers: signatureHeaders(signed, secrets.value), timeoutMs, now });
}

/** One incident's deliveries to one webhook keep their order. */
function namesOf(body: unknown): readonly [string, string, string] | readonly [] {
  const message = WebhookMessage.safeParse(body);
  if (!message.success) return [];
  const { to, payload } = message.data;
  return [to.team, to.webhook, String(payload.incident.id)];
}

const permanent = (detail: string): Result<void, SendError> => fail({ kind: 'permanent', detail });
