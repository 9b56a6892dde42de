import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import nock from 'nock';
import { DeskAdapter } from '../../../bot/teams/adapter.ts';
import { sendFailure } from '../../../bot/teams/send-failure.ts';
import { conversation, deskId, serviceUrl, tenant } from './support/activities.ts';
import { appId, grantTokens } from './support/token-issuer.ts';

const adapterOf = (appPassword: string) =>
  new DeskAdapter({ kind: 'registered', appId, appType: 'SingleTenant', appTenantId: tenant, appPassword });

const address = { serviceUrl, channelId: 'msteams', bot: { id: deskId }, conversation: { id: conversation } };

const failureOf = (adapter: DeskAdapter) =>
  adapter.continue(address, { type: 'message', summary: 'x' }).then(
    () => undefined,
    (error: unknown) => sendFailure(error),
  );

describe('the desk’s own token', () => {
  beforeAll(() => {
    nock.disableNetConnect();
  });

  afterAll(() => {
    nock.cleanAll();
    nock.enableNetConnect();
    nock.restore();
  });

  test('when the login service cannot be reached, nothing was sent and it is worth another try', async () => {
    expect(await failureOf(adapterOf('a secret'))).toMatchObject({ kind: 'transient' });
  });

  test('a wrong secret is a matter of who the desk is, and the detail names the cause', async () => {
    grantTokens(tenant, {
      status: 401,
      body: { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret provided.' },
    });
    expect(await failureOf(adapterOf('wrong'))).toMatchObject({
      kind: 'auth',
      detail: expect.stringMatching(/AADSTS7000215/),
    });
    nock.cleanAll();
  });

  test('a good secret gets a token, with which the message is posted', async () => {
    grantTokens(tenant);
    const posted = nock('https://smba.trafficmanager.net', {
      reqheaders: { authorization: 'Bearer token-of-the-desk' },
    })
      .post(`/emea/v3/conversations/${encodeURIComponent(conversation)}/activities`)
      .reply(200, { id: '1' });
    expect(await failureOf(adapterOf('right'))).toBeUndefined();
    expect(posted.isDone()).toBe(true);
  });
});
