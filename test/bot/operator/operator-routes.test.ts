import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { readConfiguration } from '../../../bot/configuration.ts';
import { deadLettersPath, operatorRoutes } from '../../../bot/operator/operator-routes.ts';
import { DeskUnreachable, remoteDeadLetters } from '../../../bot/operator/remote-dead-letters.ts';
import { bury } from '../../../bot/outbox/dead-letter.ts';
import { type DeadLetters, deadLettersIn } from '../../../bot/outbox/dead-letters.ts';
import { createServer, type DeskServer } from '../../../bot/server.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';

const key = 'an-operators-key-for-tests';
const log = pino({ level: 'silent' });

let server: DeskServer;
let store: MemoryStore;
let local: DeadLetters;
let url: URL;
let woken: number;

beforeEach(async () => {
  store = new MemoryStore();
  woken = 0;
  local = deadLettersIn(store, () => {
    woken += 1;
  });
  server = createServer({ routes: operatorRoutes(local, key), ready: {}, log });
  const { port } = await server.listen(0, '127.0.0.1');
  url = new URL(`http://127.0.0.1:${port}`);
  for (const [tenant, name] of [
    ['t', 'one'],
    ['u', 'two'],
  ] as const) {
    await bury(
      store,
      { key: name, topic: 'webhook', body: { text: 'naïve ☎' }, tenant, source: { tenant, kind: 'incident', id: 'i' } },
      { error: { kind: 'permanent', detail: '404' }, tried: 1, at: '2026-03-02T09:00:00.000Z' },
    );
  }
});
afterEach(() => server.close());

describe('the operator’s routes', () => {
  test('give the console what it would find in the store itself', async () => {
    const remote = remoteDeadLetters(url, key);
    expect(await remote.list()).toEqual(await local.list());
    expect(await remote.list('u')).toEqual(await local.list('u'));
    const [first] = await local.list();
    expect(await remote.find(first?.id.slice(0, 6) ?? '')).toEqual({ ok: true, value: first });
  });

  test('send again and drop', async () => {
    const remote = remoteDeadLetters(url, key);
    const [first, second] = await remote.list();
    expect(await remote.resend(first?.id ?? '')).toMatchObject({ ok: true, value: { status: 'resent' } });
    expect(await remote.drop(second?.id ?? '')).toMatchObject({ ok: true, value: { status: 'dropped' } });
    expect((await store.pending(10)).map((message) => message.key)).toEqual([first?.key]);
    expect([woken, (await remote.list()).map(({ status }) => status)]).toEqual([1, ['resent']]);
  });

  test('send all again, or those of one tenant', async () => {
    const remote = remoteDeadLetters(url, key);
    expect(await remote.resendAll('t')).toMatchObject([{ key: 'one', status: 'resent' }]);
    expect(await remote.resendAll()).toMatchObject([{ key: 'two', status: 'resent' }]);
    expect(await remote.resendAll()).toEqual([]);
  });

  test('tell why something is not done', async () => {
    const remote = remoteDeadLetters(url, key);
    expect(await remote.find('nothing-like-it')).toEqual({ ok: false, failure: 'unknown' });
    const [first] = await remote.list();
    await remote.resend(first?.id ?? '');
    expect(await remote.drop(first?.id ?? '')).toEqual({ ok: false, failure: 'under-way' });
  });

  test.each([
    ['no key', undefined],
    ['another key', 'Bearer an-operators-key-for-guests'],
    ['the start of the key', `Bearer ${key.slice(0, -1)}`],
    ['another scheme', `Basic ${key}`],
    ['nothing after the scheme', 'Bearer '],
  ])('answer nobody who comes with %s', async (_what, authorization) => {
    const headers = authorization === undefined ? {} : { authorization };
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/abcd'],
      ['POST', '/resend'],
      ['POST', '/abcd/resend'],
      ['POST', '/abcd/drop'],
    ]) {
      const response = await fetch(new URL(`${deadLettersPath}${path}`, url), {
        headers,
        ...(method ? { method } : {}),
      });
      expect([response.status, (await response.json()) as object]).toMatchObject([401, { code: 'Unauthorized' }]);
    }
    expect((await local.list()).map(({ status }) => status)).toEqual(['dead', 'dead']);
  });

  test('are not there without a key', () => {
    expect(operatorRoutes(local, undefined)).toEqual([]);
  });

  test('a console with another key, and one that finds no desk, are told what to do', async () => {
    await expect(remoteDeadLetters(url, 'wrong').list()).rejects.toThrow(/another DESK_OPERATOR_KEY/);
    await server.close();
    await expect(remoteDeadLetters(url, key).list()).rejects.toThrow(DeskUnreachable);
  });

  test.each(['short', 'with a blank in the middle of it'])('take no key that is easily guessed (%s)', (weak) => {
    expect(readConfiguration({ DESK_OPERATOR_KEY: weak })).toMatchObject({
      ok: false,
      failure: [{ path: 'DESK_OPERATOR_KEY' }],
    });
    expect(readConfiguration({ DESK_OPERATOR_KEY: key })).toMatchObject({ ok: true, value: { operatorKey: key } });
  });
});
