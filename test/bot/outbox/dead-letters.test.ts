import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { type DeadLetters, deadLettersIn } from '../../../bot/outbox/dead-letters.ts';
import { createOutbox, type Outbox } from '../../../bot/outbox/outbox.ts';
import type { SendError } from '../../../bot/outbox/send-error.ts';
import { fail, ok } from '../../../src/result.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import type { PendingMessage } from '../../../src/store/port.ts';

const refused: SendError = { kind: 'permanent', detail: '403' };

let store: MemoryStore;
let outbox: Outbox;
let letters: DeadLetters;
let sent: PendingMessage[];
/** Keys that the receiver refuses. */
let refusing: Set<string>;
let now: number;

beforeEach(() => {
  store = new MemoryStore();
  sent = [];
  refusing = new Set(['1', '2']);
  now = Date.parse('2026-03-02T09:00:00Z');
  outbox = createOutbox({
    store,
    log: pino({ level: 'silent' }),
    now: () => now,
    deliveries: {
      pigeon: {
        async deliver(message) {
          sent.push(message);
          return refusing.has(message.key) ? fail(refused) : ok(undefined);
        },
      },
    },
  });
  letters = deadLettersIn(store, () => outbox.wake());
});
afterEach(() => outbox.stop());

async function put(key: string, tenant = 't'): Promise<void> {
  await outbox.put(tenant, { key, topic: 'pigeon', body: { say: key } });
  await outbox.pump();
  now += 1000;
}

const listed = async (tenant?: string): Promise<string[]> =>
  (await letters.list(tenant)).map(({ tenant: of, key, status }) => `${of} ${key} ${status}`);

async function idOf(key: string): Promise<string> {
  return (await letters.list()).find((letter) => letter.key === key)?.id ?? 'none';
}

describe('dead letters', () => {
  test('are listed oldest first, of all tenants or of one', async () => {
    await put('2', 'u');
    await put('1');
    await put('3');
    expect(await listed()).toEqual(['u 2 dead', 't 1 dead']);
    expect(await listed('t')).toEqual(['t 1 dead']);
  });

  test('of two tenants under one key are two', async () => {
    await put('1', 't');
    await put('1', 'u');
    expect(new Set((await letters.list()).map(({ id }) => id)).size).toBe(2);
  });

  test('sent again go under the same key with the same body, and once delivered are gone from the list', async () => {
    await put('1');
    refusing.clear();
    expect(await letters.resend(await idOf('1'))).toMatchObject({ ok: true, value: { status: 'resent', resent: 1 } });
    expect(await listed()).toEqual(['t 1 resent']);
    await outbox.pump();
    expect(await listed()).toEqual([]);
    expect(sent.map(({ key, body }) => ({ key, body }))).toEqual(Array(2).fill({ key: '1', body: { say: '1' } }));
  });

  test('sent again in vain are dead again, with all tries counted', async () => {
    await put('1');
    await letters.resend(await idOf('1'));
    await outbox.pump();
    expect(await letters.list()).toMatchObject([{ status: 'dead', tried: 2, resent: 1, error: refused }]);
    await letters.resend(await idOf('1'));
    await outbox.pump();
    expect(await letters.list()).toMatchObject([{ status: 'dead', tried: 3, resent: 2 }]);
  });

  test('asked to be sent again by two people at once are sent once', async () => {
    await put('1');
    refusing.clear();
    const id = await idOf('1');
    await Promise.all([letters.resend(id), letters.resend(id)]);
    await outbox.pump();
    expect([sent.length, await listed()]).toEqual([2, []]);
  });

  test('are sent again all at once, or those of one tenant', async () => {
    await put('1');
    await put('2', 'u');
    refusing.clear();
    expect(await letters.resendAll('u')).toHaveLength(1);
    await outbox.pump();
    expect(await listed()).toEqual(['t 1 dead']);
    expect(await letters.resendAll()).toHaveLength(1);
    await outbox.pump();
    expect(await listed()).toEqual([]);
  });

  test('that are dropped are gone from the list and not sent', async () => {
    await put('1');
    const id = await idOf('1');
    expect(await letters.drop(id)).toMatchObject({ ok: true, value: { status: 'dropped' } });
    await outbox.pump();
    expect([await listed(), sent.length, await letters.resend(id)]).toEqual([[], 1, { ok: false, failure: 'unknown' }]);
  });

  test('on their way are not dropped', async () => {
    await put('1');
    const id = await idOf('1');
    await letters.resend(id);
    expect(await letters.drop(id)).toEqual({ ok: false, failure: 'under-way' });
  });

  test('are found by the start of their id; an unknown or a too short one is told', async () => {
    await put('1');
    const id = await idOf('1');
    expect(await letters.find(id.slice(0, 6))).toMatchObject({ ok: true, value: { key: '1' } });
    expect(await letters.find(id.slice(0, 3))).toEqual({ ok: false, failure: 'unknown' });
    expect(await letters.find('zzzzzz')).toEqual({ ok: false, failure: 'unknown' });
  });

  test('an outbox that ended between the delivery and its note sends once more and then has it noted', async () => {
    await put('1');
    refusing.clear();
    await letters.resend(await idOf('1'));
    const before = store.sent.bind(store);
    store.sent = () => Promise.reject(new Error('killed'));
    await expect(outbox.pump()).rejects.toThrow('killed');
    store.sent = before;
    outbox = createOutbox({
      store,
      log: pino({ level: 'silent' }),
      deliveries: {
        pigeon: {
          async deliver(message) {
            sent.push(message);
            return ok(undefined);
          },
        },
      },
    });
    await outbox.pump();
    expect([sent.length, new Set(sent.map(({ key }) => key)).size, await listed()]).toEqual([3, 1, []]);
  });
});
