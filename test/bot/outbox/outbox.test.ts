import { afterEach, describe, expect, test } from '@jest/globals';
import type { Delivery } from '../../../bot/outbox/outbox.ts';
import { defaultPolicy } from '../../../bot/outbox/retry-policy.ts';
import type { SendError } from '../../../bot/outbox/send-error.ts';
import { ok } from '../../../src/result.ts';
import { eventually } from '../teams/support/connector.ts';
import { Bench } from './bench.ts';

const transient: SendError = { kind: 'transient', detail: '502' };
const throttled = (retryAfterMs: number): SendError => ({ kind: 'throttled', detail: '429', retryAfterMs });

describe('the outbox', () => {
  let bench: Bench;

  afterEach(() => bench.outbox.stop());

  test('sends what is pending, in order, and marks it as sent', async () => {
    bench = new Bench();
    for (const key of ['1', '2', '3']) await bench.put(key);
    await bench.outbox.pump();
    await bench.outbox.pump();
    expect([bench.sent, await bench.pending()]).toEqual([['1', '2', '3'], []]);
  });

  test('a message recorded twice under one key is sent once', async () => {
    bench = new Bench();
    await Promise.all([bench.put('1'), bench.put('1')]);
    await bench.put('1');
    await bench.outbox.pump();
    await bench.put('1');
    await bench.outbox.pump();
    expect(bench.sent).toEqual(['1']);
  });

  test('waits as long as the channel asks', async () => {
    bench = new Bench();
    bench.next.push(throttled(30_000));
    await bench.put('1');
    await bench.outbox.pump();
    bench.now += 30_000;
    await bench.outbox.pump();
    expect(bench.sent).toEqual(['1']);
    bench.now += defaultPolicy.firstWaitMs;
    await bench.outbox.pump();
    expect([bench.sent, await bench.pending()]).toEqual([['1', '1'], []]);
  });

  test('a message that waits holds up what comes after it in its lane, and nothing else', async () => {
    bench = new Bench();
    bench.next.push(transient);
    await bench.put('maja 1');
    await bench.put('maja 2');
    await bench.put('alex 1', 'alex');
    await bench.outbox.pump();
    expect(bench.sent).toEqual(['maja 1', 'alex 1']);
    bench.now += 1000;
    await bench.outbox.pump();
    expect(bench.sent).toEqual(['maja 1', 'alex 1', 'maja 1', 'maja 2']);
  });

  test('a receiver that hangs holds up nobody else, not even what is put meanwhile', async () => {
    const hang = Promise.withResolvers<void>();
    const sent: string[] = [];
    const slow: Delivery = {
      async deliver({ key }) {
        if (key.startsWith('slow')) await hang.promise;
        sent.push(key);
        return ok(undefined);
      },
      laneOf: ({ key }) => key,
      receiverOf: ({ body }) => String((body as { to: string }).to),
    };
    bench = new Bench({ deliveries: { channel: slow }, everyMs: 1_000_000 });
    bench.outbox.start();
    for (let number = 0; number < 300; number += 1) await bench.put(`slow ${number}`, 'slow');
    await bench.put('quick 1', 'quick');
    await eventually(() => sent.length === 1);
    await bench.put('quick 2', 'quick');
    await eventually(() => sent.length === 2);
    expect(sent).toEqual(['quick 1', 'quick 2']);
    hang.resolve();
    await eventually(() => sent.length === 302);
    expect(new Set(sent).size).toBe(302);
  });

  test('what waits for its time hides nothing that could go, however much of it there is', async () => {
    bench = new Bench();
    bench.next.push(transient);
    for (let number = 0; number < 450; number += 1) await bench.put(`maja ${number}`);
    await bench.put('alex', 'alex');
    await bench.outbox.pump();
    expect(bench.sent).toEqual(['maja 0', 'alex']);
    bench.now += 1000;
    await bench.outbox.pump();
    expect([bench.sent.length, await bench.pending()]).toEqual([452, []]);
    expect(bench.sent.slice(2)).toEqual(Array.from({ length: 450 }, (_, number) => `maja ${number}`));
  });

  test('what may have been delivered is tried on where the receiver knows a repetition', async () => {
    const unclear: SendError = { kind: 'maybe-delivered', detail: 'no answer' };
    for (const repeatable of [true, false]) {
      bench = new Bench();
      const { outbox } = new Bench({
        store: bench.store,
        deliveries: { channel: { ...bench.delivery(), repeatable } },
        now: () => bench.now,
      });
      bench.next.push(...Array<SendError>(20).fill(unclear));
      await bench.put('1');
      for (let pass = 0; pass < 20; pass += 1) {
        await outbox.pump();
        bench.now += defaultPolicy.longestWaitMs;
      }
      const tries = defaultPolicy.tries[repeatable ? 'transient' : 'maybe-delivered'];
      expect([bench.sent.length, await bench.pending()]).toEqual([tries, []]);
    }
  });

  test('what is given up is kept with its reason, and the next in its lane goes', async () => {
    bench = new Bench();
    bench.next.push({ kind: 'permanent', detail: '403 MessageWritesBlocked' });
    await bench.put('1');
    await bench.put('2');
    await bench.outbox.pump();
    expect([bench.sent, await bench.pending()]).toEqual([['1', '2'], []]);
    expect(await bench.dead()).toEqual([
      {
        key: '1',
        topic: 'channel',
        body: { to: 'maja' },
        source: { kind: 'outbox', id: expect.any(String) },
        error: { kind: 'permanent', detail: '403 MessageWritesBlocked' },
        tried: 1,
        at: new Date(bench.now).toISOString(),
        status: 'dead',
        resent: 0,
      },
    ]);
  });

  test('gives up a lasting fault by the policy', async () => {
    bench = new Bench();
    bench.next.push(...Array<SendError>(20).fill(transient));
    await bench.put('1');
    for (let pass = 0; pass < 20; pass += 1) {
      await bench.outbox.pump();
      bench.now += defaultPolicy.longestWaitMs;
    }
    expect([bench.sent.length, await bench.pending()]).toEqual([defaultPolicy.tries.transient, []]);
    expect(await bench.dead()).toMatchObject([{ tried: 10, error: transient }]);
  });

  test('a topic that nobody delivers, and a delivery that throws, leave a dead letter and harm nothing else', async () => {
    bench = new Bench();
    bench.next.push(new Error('a bug'));
    await bench.put('1');
    await bench.put('2', 'maja', 'pigeon');
    await bench.put('3', 'maja', 'constructor');
    await bench.put('4');
    await bench.outbox.pump();
    expect([bench.sent, await bench.pending(), (await bench.dead()).length]).toEqual([['1', '4'], [], 3]);
  });

  test('when the store cannot take that it was sent, it is told again, and the message is not sent again', async () => {
    bench = new Bench();
    const { store } = bench;
    const sent = store.sent.bind(store);
    let failures = 2;
    store.sent = async (message) => {
      failures -= 1;
      if (failures >= 0) throw new Error('disk full');
      await sent(message);
    };
    await bench.put('1');
    await expect(bench.outbox.pump()).rejects.toThrow('disk full');
    await expect(bench.outbox.pump()).rejects.toThrow('disk full');
    await bench.outbox.pump();
    expect([bench.sent, await bench.pending()]).toEqual([['1'], []]);
  });

  test('a try that was made already counts', async () => {
    bench = new Bench();
    await bench.outbox.put(
      't',
      { key: '1', topic: 'channel', body: { to: 'maja' } },
      { kind: 'maybe-delivered', detail: '503' },
    );
    await bench.outbox.pump();
    expect(bench.sent).toEqual([]);
    bench.now += 1000;
    bench.next.push({ kind: 'maybe-delivered', detail: '503' });
    await bench.outbox.pump();
    expect([bench.sent, await bench.pending()]).toEqual([['1'], []]);
    expect(await bench.dead()).toMatchObject([{ tried: 2 }]);
  });

  test('what a dead process left is sent by the next', async () => {
    const before = new Bench();
    await before.put('1');
    bench = new Bench({ store: before.store });
    bench.outbox.start();
    await eventually(() => bench.sent.length > 0);
    expect(bench.sent).toEqual(['1']);
  });

  test('what waited for its time when the process ended is tried at once by the next, and counted anew', async () => {
    const before = new Bench();
    before.next.push(throttled(30 * 60_000));
    await before.put('1');
    await before.outbox.pump();
    bench = new Bench({ store: before.store });
    bench.next.push(...Array<SendError>(20).fill(transient));
    for (let pass = 0; pass < 20; pass += 1) {
      await bench.outbox.pump();
      bench.now += defaultPolicy.longestWaitMs;
    }
    expect([before.sent.length, bench.sent.length]).toEqual([1, defaultPolicy.tries.transient]);
  });

  test('once started, it is woken by what is put and by the time that a message waits for', async () => {
    bench = new Bench({ now: Date.now, policy: { ...defaultPolicy, firstWaitMs: 1 } });
    bench.outbox.start();
    bench.next.push(transient, transient);
    await bench.put('1');
    await eventually(async () => (await bench.pending()).length === 0);
    expect(bench.sent).toEqual(['1', '1', '1']);
  });

  test('a store that cannot be read is tried again', async () => {
    bench = new Bench({ everyMs: 1 });
    const { store } = bench;
    const pending = store.pending.bind(store);
    let failures = 3;
    store.pending = (limit) => {
      failures -= 1;
      return failures >= 0 ? Promise.reject(new Error('away')) : pending(limit);
    };
    bench.outbox.start();
    await bench.put('1');
    await eventually(() => bench.sent.length > 0);
    expect(bench.logged.filter((line) => line.startsWith('the outbox could not be read'))).toHaveLength(3);
  });

  test('stopped, it sends nothing, and what was on its way has ended', async () => {
    bench = new Bench({ everyMs: 1 });
    bench.outbox.start();
    await bench.put('1');
    await bench.outbox.stop();
    expect(bench.sent).toEqual(['1']);
    await bench.put('2');
    bench.outbox.wake();
    expect([bench.sent, await bench.pending()]).toEqual([['1'], ['2']]);
  });
});
