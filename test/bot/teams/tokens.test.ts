import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { generateKeyPair } from 'jose';
import nock from 'nock';
import type { TeamsConfiguration } from '../../../bot/teams/configuration.ts';
import { activityOf, messageOf, serviceUrl, tenant } from './support/activities.ts';
import { type Running, startTeams } from './support/running-teams.ts';
import { appId, type Claims, createTokenIssuer, grantTokens, type TokenIssuer } from './support/token-issuer.ts';

const configuration: TeamsConfiguration = {
  kind: 'registered',
  appId,
  appType: 'SingleTenant',
  appTenantId: tenant,
  appPassword: 'a secret',
  tenants: new Set([tenant]),
};

describe('tokens at /api/messages', () => {
  let issuer: TokenIssuer;
  let running: Running;
  let posted: unknown[];

  beforeAll(async () => {
    nock.disableNetConnect();
    nock.enableNetConnect('127.0.0.1');
    issuer = await createTokenIssuer();
    grantTokens(tenant);
    nock('https://smba.trafficmanager.net')
      .persist()
      .post(/\/emea\/v3\/conversations\/.*/, (body) => posted.push(body) > 0)
      .reply(200, { id: 'reply-1' });
    running = await startTeams(configuration);
    // botbuilder writes to the console what the desk's own log says already
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
  });

  beforeEach(() => {
    posted = [];
    running.desk.turns.length = 0;
    running.logged.length = 0;
  });

  afterEach(() => {
    expect(running.logged.filter(({ level }) => level === 50)).toEqual([]);
  });

  afterAll(async () => {
    await running.stop();
    nock.cleanAll();
    nock.enableNetConnect();
    nock.restore();
    jest.restoreAllMocks();
  });

  test('a token of the channel for this app is let in, and the answer is posted with the desk’s own token', async () => {
    const response = await running.post(messageOf('hello'), { authorization: await issuer.header() });
    expect({ status: response.status, body: await response.text(), turns: running.desk.turns.length }).toEqual({
      status: 200,
      body: '',
      turns: 1,
    });
    expect(posted).toMatchObject([{ summary: 'You said: hello', replyToId: expect.any(String) }]);
  });

  const day = 24 * 3600;
  const now = Math.floor(Date.now() / 1000);
  test.each<[string, Claims]>([
    ['for another app', { aud: '44444444-4444-4444-8444-444444444444' }],
    ['that has expired', { exp: now - day }],
    ['that is not valid yet', { nbf: now + day }],
    ['of another issuer', { iss: 'https://issuer.example' }],
    ['for another service', { serviceurl: 'https://elsewhere.example/' }],
    ['without a service', { serviceurl: '' }],
    [
      'that was issued to the desk itself, as every receiver of a message could send back',
      { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', appid: appId, ver: '1.0' },
    ],
  ])('a token %s is refused', async (_title, claims) => {
    const response = await running.post(messageOf('hello'), { authorization: await issuer.header(claims) });
    expect([response.status, await response.json()]).toEqual([
      401,
      { code: 'Unauthorized', message: 'The token does not pass.' },
    ]);
    expect(running.desk.turns).toEqual([]);
  });

  test('of a token that was issued to the desk itself, nothing is wrong but that the channel did not issue it', async () => {
    const iss = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';
    await running.post(messageOf('hello'), { authorization: await issuer.header({ iss, appid: appId, ver: '1.0' }) });
    expect(running.logged).toMatchObject([{ reason: 'The token was not issued by the channel.' }]);
  });

  test('a token signed with another key is refused, under the known key id or its own', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const known = await issuer.header({}, { key: privateKey });
    const unknown = await issuer.header({}, { key: privateKey, keyId: 'key-2' });
    const statuses = [known, unknown].map(
      async (authorization) => (await running.post(messageOf('hello'), { authorization })).status,
    );
    expect(await Promise.all(statuses)).toEqual([401, 401]);
    expect(running.desk.turns).toEqual([]);
  });

  test.each(['', 'Bearer', 'Bearer ', 'Bearer x.y.z', 'Basic dXNlcjpwYXNz', 'nonsense'])(
    'the header %j is refused',
    async (authorization) => {
      const response = await running.post(messageOf('hello'), authorization ? { authorization } : {});
      expect(response.status).toBe(401);
      expect(running.desk.turns).toEqual([]);
    },
  );

  test('a channel in which writers name their own tenant is not served, whatever the token', async () => {
    const response = await running.post(messageOf('hello', { channelId: 'directline' }), {
      authorization: await issuer.header(),
    });
    expect([response.status, await response.json()]).toMatchObject([403, { code: 'ChannelNotServed' }]);
  });

  test.each([
    ['a tenant that is not allowed', '99999999-9999-4999-8999-999999999999', '99999999-9999-4999-8999-999999999999'],
    ['two tenants that do not agree', tenant, '99999999-9999-4999-8999-999999999999'],
    ['no tenant at all', undefined, undefined],
  ])('a person of %s is told so and not served', async (_title, inChannel, inConversation) => {
    const activity = activityOf({
      text: 'hello',
      channelData: inChannel ? { tenant: { id: inChannel } } : {},
      conversation: { id: 'a:other', conversationType: 'personal', tenantId: inConversation },
    });
    const response = await running.post(activity, { authorization: await issuer.header({ serviceurl: serviceUrl }) });
    expect([response.status, running.desk.turns]).toEqual([200, []]);
    expect(posted).toMatchObject([{ summary: expect.stringMatching(/does not know your organisation/) }]);
    expect(await running.store.tenants('conversation-reference')).not.toContain('99999999-9999-4999-8999-999999999999');
  });
});
