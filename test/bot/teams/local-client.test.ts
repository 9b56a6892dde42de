import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isLoopbackHost } from '../../../bot/teams/local-client.ts';
import { messageOf } from './support/activities.ts';
import { type Connector, startConnector } from './support/connector.ts';
import { type Running, startTeams } from './support/running-teams.ts';

describe('without an app id', () => {
  let running: Running;
  let connector: Connector;

  beforeAll(async () => {
    connector = await startConnector();
    running = await startTeams({ kind: 'local' });
  });

  afterAll(async () => {
    await running.stop();
    await connector.close();
  });

  /** Posts with headers that `fetch` would not let through. */
  const statusWith = (headers: Record<string, string>, serviceUrl = connector.url) =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify(messageOf('hello', { serviceUrl }));
      const posting = request(`${running.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
      });
      posting.on('response', (response) => resolve(response.resume().statusCode));
      posting.on('error', reject);
      posting.end(body);
    });

  test.each<[string, Record<string, string>]>([
    ['itself', {}],
    ['itself by name', { host: 'localhost:3978' }],
    ['itself by address of version 6', { host: '[::1]:3978' }],
  ])('a client that calls %s is answered', async (_title, headers) => {
    expect(await statusWith(headers)).toBe(200);
  });

  test.each<[string, Record<string, string>]>([
    ['through a tunnel', { 'x-forwarded-for': '203.0.113.7' }],
    ['through a proxy', { forwarded: 'for=203.0.113.7' }],
    ['under a foreign name, as a web page might', { host: 'desk.attacker.example' }],
    ['under a name that only begins so', { host: '127.0.0.1.attacker.example' }],
    ['under a name that only ends so', { host: 'attacker.localhost.example' }],
  ])('a client that calls %s is not', async (_title, headers) => {
    expect(await statusWith(headers)).toBe(403);
    expect(running.desk.turns).not.toContainEqual(expect.objectContaining({ text: 'through' }));
  });

  test.each(['http://169.254.169.254/latest', 'https://attacker.example/', 'http://localhost.attacker.example/'])(
    'answers do not go to %s',
    async (serviceUrl) => {
      expect(await statusWith({}, serviceUrl)).toBe(403);
    },
  );

  test.each<[string, boolean]>([
    ['127.0.0.1', true],
    ['127.8.9.10', true],
    ['::1', true],
    ['[::1]', true],
    ['::ffff:127.0.0.1', true],
    ['LOCALHOST', true],
    ['10.0.0.1', false],
    ['128.0.0.1', false],
    ['::ffff:10.0.0.1', false],
    ['127.example', false],
    ['', false],
  ])('%j is this machine: %s', (host, expected) => {
    expect(isLoopbackHost(host)).toBe(expected);
  });
});
