import { request } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { HttpFault } from '../../bot/http/http-fault.ts';
import { readJsonBody } from '../../bot/http/json-body.ts';
import { createServer, type DeskServer, type ReadinessChecks, type Route } from '../../bot/server.ts';

const post = (path: string, handle: Route['handle']): Route => ({ method: 'post', path, handle });

describe('the server', () => {
  let server: DeskServer;
  let url: string;
  let logged: Record<string, unknown>[];

  async function start(routes: readonly Route[] = [], ready: ReadinessChecks = {}): Promise<void> {
    logged = [];
    const log = pino({ level: 'info' }, { write: (line: string) => logged.push(JSON.parse(line)) });
    server = createServer({ routes, ready, log });
    const { port } = await server.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${port}`;
  }

  afterEach(() => server.close(100));

  const get = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    return [response.status, text === '' ? undefined : JSON.parse(text)];
  };
  const send = (path: string, body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    get(path, { method: 'POST', body, headers });

  test('is alive as soon as it answers', async () => {
    await start();
    expect(await get('/healthz')).toEqual([200, { status: 'alive' }]);
  });

  test.each<[string, ReadinessChecks, unknown]>([
    ['nothing is checked', {}, [200, { status: 'ready', checks: {} }]],
    ['all holds', { store: async () => true }, [200, { status: 'ready', checks: { store: true } }]],
    [
      'one does not hold',
      { store: async () => true, knowledge: async () => false },
      [503, { status: 'not-ready', checks: { store: true, knowledge: false } }],
    ],
    [
      'one cannot be checked',
      { store: () => Promise.reject(new Error('a secret')) },
      [503, { status: 'not-ready', checks: { store: false } }],
    ],
  ])('readiness when %s', async (_title, checks, expected) => {
    await start([], checks);
    expect(await get('/readyz')).toEqual(expected);
  });

  const echo = post('/echo', async (request, response) => {
    response.json(200, await readJsonBody(request, 1000));
  });

  test.each<[string, string, Record<string, string>, number, string]>([
    ['broken JSON', '{"a":', { 'content-type': 'application/json' }, 400, 'InvalidJson'],
    ['too much', JSON.stringify('x'.repeat(2000)), { 'content-type': 'application/json' }, 413, 'PayloadTooLarge'],
    ['a form', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'UnsupportedMediaType'],
  ])('%s is the caller’s fault, said in plain JSON', async (_title, body, headers, status, code) => {
    await start([echo]);
    expect(await send('/echo', body, headers)).toEqual([status, { code, message: expect.any(String) }]);
    expect(logged).toEqual([]);
    expect(await send('/echo', '{"a":1}')).toEqual([200, { a: 1 }]);
  });

  test('a body that never ends is cut off at the limit', async () => {
    await start([echo]);
    const status = await new Promise((resolve, reject) => {
      const endless = request(`${url}/echo`, { method: 'POST', headers: { 'content-type': 'application/json' } });
      endless.on('response', (response) => resolve(response.statusCode));
      endless.on('error', reject);
      endless.write('x'.repeat(5000));
    });
    expect(status).toBe(413);
  });

  test('an unknown path and a wrong method say so without naming the inside', async () => {
    await start([echo]);
    expect(await get('/nothing/<script>')).toEqual([
      404,
      { code: 'ResourceNotFound', message: 'There is nothing at this path.' },
    ]);
    expect(await get('/echo')).toEqual([405, { code: 'MethodNotAllowed', message: expect.any(String) }]);
  });

  test('a failure inside is logged and shows neither message nor stack outside', async () => {
    await start([
      post('/broken', async () => {
        throw new TypeError('password of the database is tiger');
      }),
    ]);
    const [status, body] = await send('/broken', '{}');
    expect([status, body]).toEqual([500, { code: 'Internal', message: expect.stringMatching(/^The desk failed/) }]);
    expect(logged).toMatchObject([{ msg: 'a request failed', path: '/broken' }]);
  });

  test('an error that only looks like a restify error does not put its words outside', async () => {
    await start([
      post('/broken', async () => {
        throw Object.assign(new Error('tiger'), { statusCode: 418, body: { code: 'Teapot', message: 'tiger' } });
      }),
    ]);
    expect(JSON.stringify(await send('/broken', '{}'))).not.toContain('tiger');
  });

  test('a fault may name its own status and words', async () => {
    await start([
      post('/closed', async () => {
        throw new HttpFault(403, 'Closed', 'Not today.');
      }),
    ]);
    expect(await send('/closed', '{}')).toEqual([403, { code: 'Closed', message: 'Not today.' }]);
  });

  test('closing lets the request that runs end and takes no more', async () => {
    const { promise: hold, resolve: release } = Promise.withResolvers<void>();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    await start([
      post('/slow', async (_request, response) => {
        arrive();
        await hold;
        response.json(200, { done: true });
      }),
    ]);
    const running = send('/slow', '{}');
    await arrived;
    const closed = server.close(60_000);
    release();
    expect(await running).toEqual([200, { done: true }]);
    await closed;
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  test('closing cuts what does not end in time', async () => {
    await start([post('/endless', () => new Promise(() => undefined))]);
    const running = send('/endless', '{}');
    await get('/healthz');
    await server.close(10);
    await expect(running).rejects.toThrow();
  });

  test('a port that is taken is an error of listening', async () => {
    await start();
    const other = createServer({ routes: [], ready: {}, log: pino({ level: 'silent' }) });
    await expect(other.listen(Number(new URL(url).port), '127.0.0.1')).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
