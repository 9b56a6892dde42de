import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { deadLettersIn } from '../../../bot/outbox/dead-letters.ts';
import { createOutbox } from '../../../bot/outbox/outbox.ts';
import { createWebhookDelivery, type WebhookTarget } from '../../../bot/webhooks/webhook-delivery.ts';
import { webhookMessages } from '../../../bot/webhooks/webhook-follower.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import type { Message, PendingMessage } from '../../../src/store/port.ts';
import { eventually } from '../teams/support/connector.ts';
import { openReceiver, type Receiver, type Reply, status } from './receiver.ts';
import { acknowledgement, newSecret, secret, tenant } from './samples.ts';

let receiver: Receiver;
let target: WebhookTarget | undefined;
let environment: Record<string, string>;
let now: number;
let timeoutMs: number;

beforeEach(async () => {
  receiver = await openReceiver();
  target = { url: receiver.url, secretFrom: 'HOOK_SECRET' };
  environment = { HOOK_SECRET: secret };
  now = Date.parse('2026-03-02T09:05:30.900Z');
  timeoutMs = 30_000;
});
afterEach(() => receiver.close());

const delivery = () => createWebhookDelivery({ find: async () => target, environment, now: () => now, timeoutMs });

function message(revision = 2, webhook = 'pager'): Message {
  const [first] = webhookMessages({ ...acknowledgement, revision }, [{ team: 'db', webhook }]);
  if (first === undefined) throw new Error('a webhook gets a message');
  return { ...first, key: `change/${revision}/${first.key}` };
}

const pending = (one: Message): PendingMessage => ({ ...one, tenant, source: { tenant, kind: 'incident', id: 'i' } });

const errorAfter = async (reply: Reply) => {
  receiver.replies.push(reply);
  const result = await delivery().deliver(pending(message()));
  return result.ok ? undefined : result.failure;
};

describe('a delivery', () => {
  test('is a POST of the payload as JSON, with its id and the time', async () => {
    const sent = message();
    expect(await delivery().deliver(pending(sent))).toEqual({ ok: true, value: undefined });
    const [{ method, url, headers, body } = {}] = receiver.arrived as Partial<(typeof receiver.arrived)[0]>[];
    expect([method, url, headers?.['content-type']]).toEqual(['POST', '/hook', 'application/json']);
    expect(headers).toMatchObject({
      'webhook-id': `${tenant}/INC-123456/2/pager`,
      'idempotency-key': `${tenant}/INC-123456/2/pager`,
      'webhook-timestamp': String(Math.floor(now / 1000)),
    });
    expect(JSON.parse(body ?? '')).toEqual((sent.body as { payload: unknown }).payload);
  });

  test('is signed with both secrets while one is replaced', async () => {
    environment.HOOK_SECRET = `${newSecret} ${secret}`;
    await delivery().deliver(pending(message()));
    expect(receiver.arrived[0]?.headers['webhook-signature']).toMatch(/^v1,\S{44} v1,\S{44}$/);
  });

  test.each([200, 201, 202, 204])('is done with %i', async (code) => {
    expect(await errorAfter(status(code, {}, 'x'.repeat(code === 204 ? 0 : 100_000)))).toBeUndefined();
  });

  test.each([400, 401, 403, 404, 410, 413, 422])('is refused for good with %i', async (code) => {
    expect(await errorAfter(status(code, {}, 'not\nyours'))).toEqual({
      kind: 'permanent',
      detail: `${code} not yours`,
    });
  });

  test.each([408, 425])('may be tried again after %i', async (code) => {
    expect(await errorAfter(status(code))).toMatchObject({ kind: 'transient' });
  });

  test.each([500, 502, 504])('may have been taken at %i', async (code) => {
    expect(await errorAfter(status(code))).toMatchObject({ kind: 'maybe-delivered' });
  });

  test.each([
    [429, '7', 7000],
    [503, '7', 7000],
    [429, 'Mon, 02 Mar 2026 09:06:00 GMT', 29_100],
    [429, '', undefined],
  ])('waits as long as %i asks (%s)', async (code, header, retryAfterMs) => {
    const error = await errorAfter(status(code, header === '' ? {} : { 'retry-after': header }));
    expect(error).toEqual({ kind: 'throttled', detail: String(code), ...(retryAfterMs ? { retryAfterMs } : {}) });
  });

  test.each([301, 302, 303, 307, 308])('does not follow a redirect (%i)', async (code) => {
    const elsewhere = await openReceiver();
    try {
      expect(await errorAfter(status(code, { location: elsewhere.url }))).toMatchObject({
        kind: 'permanent',
        detail: expect.stringContaining('redirect'),
      });
      expect(elsewhere.arrived).toEqual([]);
    } finally {
      await elsewhere.close();
    }
  });

  test('that hangs is given up in time', async () => {
    timeoutMs = 100;
    expect(await errorAfter(() => {})).toMatchObject({ kind: 'maybe-delivered' });
  });

  test('whose refusal never ends is read no further than its start', async () => {
    const endless: Reply = (response) => {
      response.writeHead(400);
      const more = (): void => {
        if (!response.destroyed) response.write('no '.repeat(10_000), () => setImmediate(more));
      };
      more();
    };
    const error = await errorAfter(endless);
    expect(error).toMatchObject({ kind: 'permanent' });
    expect(error?.detail.length).toBeLessThan(250);
  });

  test('that is cut off may have arrived; one that finds nobody has not', async () => {
    expect(await errorAfter((response) => response.destroy())).toMatchObject({ kind: 'maybe-delivered' });
    await receiver.close();
    const result = await delivery().deliver(pending(message()));
    expect(result).toMatchObject({ ok: false, failure: { kind: 'transient' } });
  });

  test('without a secret is not sent, and the variable is named', async () => {
    environment = {};
    expect(await delivery().deliver(pending(message()))).toMatchObject({
      ok: false,
      failure: { kind: 'auth', detail: expect.stringContaining('HOOK_SECRET') },
    });
    expect(receiver.arrived).toEqual([]);
  });

  test('to an address that is not allowed is not sent', async () => {
    environment.NODE_ENV = 'production';
    expect(await delivery().deliver(pending(message()))).toMatchObject({ ok: false, failure: { kind: 'permanent' } });
    expect(receiver.arrived).toEqual([]);
  });

  test('to a webhook that is configured no more is refused for good', async () => {
    target = undefined;
    expect(await delivery().deliver(pending(message()))).toMatchObject({ ok: false, failure: { kind: 'permanent' } });
  });
});

describe('webhooks in the outbox', () => {
  function openOutbox(store: MemoryStore, find: (webhook: string) => WebhookTarget | undefined) {
    return createOutbox({
      store,
      log: pino({ level: 'silent' }),
      policy: {
        tries: { auth: 1, throttled: 5, transient: 5, 'maybe-delivered': 1 },
        firstWaitMs: 5,
        longestWaitMs: 5,
        budgetMs: 60_000,
      },
      deliveries: {
        webhook: createWebhookDelivery({ find: async (_, { webhook }) => find(webhook), environment, timeoutMs }),
      },
    });
  }

  const revisionsOf = ({ arrived }: Receiver): number[] => arrived.map(({ body }) => JSON.parse(body).revision);

  test('what happens to one incident arrives in order, past failures, with the same id each time', async () => {
    const store = new MemoryStore();
    const outbox = openOutbox(store, () => target);
    receiver.replies.push(status(500), status(503), (response) => response.destroy());
    for (const revision of [1, 2, 3]) await outbox.put(tenant, message(revision));
    outbox.start();
    await eventually(async () => (await store.pending(10)).length === 0);
    await outbox.stop();
    expect(revisionsOf(receiver)).toEqual([1, 1, 1, 1, 2, 3]);
    const ids = receiver.arrived.map(({ headers }) => headers['idempotency-key']);
    expect(new Set(ids.slice(0, 4)).size).toBe(1);
  });

  test('a receiver that hangs holds up no other', async () => {
    const store = new MemoryStore();
    const slow = await openReceiver();
    slow.replies.push(...Array<Reply>(20).fill(() => {}));
    const outbox = openOutbox(store, (webhook) =>
      webhook === 'slow' ? { url: slow.url, secretFrom: 'HOOK_SECRET' } : target,
    );
    outbox.start();
    await outbox.put(tenant, message(1, 'slow'));
    await eventually(() => slow.arrived.length > 0);
    for (const revision of [1, 2, 3]) await outbox.put(tenant, message(revision));
    await eventually(() => receiver.arrived.length === 3);
    expect([revisionsOf(receiver), slow.arrived.length]).toEqual([[1, 2, 3], 1]);
    await slow.close();
    await outbox.stop();
  });

  test('after the mend of a wrong address, what was given up is sent there', async () => {
    const store = new MemoryStore();
    target = { url: 'http://hooks.example/in', secretFrom: 'HOOK_SECRET' };
    const outbox = openOutbox(store, () => target);
    await outbox.put(tenant, message());
    await outbox.pump();
    const letters = deadLettersIn(store);
    expect(await letters.list()).toMatchObject([{ topic: 'webhook', error: { kind: 'permanent' } }]);
    target = { url: receiver.url, secretFrom: 'HOOK_SECRET' };
    await letters.resendAll();
    await outbox.pump();
    expect([receiver.arrived.length, await letters.list()]).toEqual([1, []]);
  });
});
