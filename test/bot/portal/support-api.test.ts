import type { SupportTicketDetails } from '@azure/arm-support';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import nock from 'nock';
import type { SendError } from '../../../bot/outbox/send-error.ts';
import { createSupportApi } from '../../../bot/portal/support-api.ts';
import type { Result } from '../../../src/result.ts';
import { TENANT } from '../../support/world.ts';
import { grantTokens } from '../teams/support/token-issuer.ts';
import { DIRECTORY, SUBSCRIPTION, settings } from './samples.ts';

const NAME = 'desk-INC-123456-0123456789';
const PATH = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Support/supportTickets/${NAME}`;
const ticket: SupportTicketDetails = {
  title: 'INC-123456: Orders time out',
  description: 'AEM\nOrders time out',
  severity: 'critical',
};

beforeEach(() => {
  nock.disableNetConnect();
  grantTokens(DIRECTORY);
});
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.abortPendingRequests();
  nock.enableNetConnect();
  nock.restore();
});

const portal = (): nock.Scope =>
  nock('https://management.azure.com').matchHeader('authorization', 'Bearer token-of-the-desk');
const at = (path: string) => (uri: string) => uri.startsWith(`${path}?api-version=`);
const absent = { error: { code: 'ResourceNotFound', message: 'no such ticket' } };
const made = { name: NAME, properties: { supportTicketId: '2603020010000123', title: 'x' } };

function open(options: Parameters<typeof createSupportApi>[0] = {}): Promise<Result<string, SendError>> {
  const customer = settings.customers.get(TENANT);
  if (customer === undefined) throw new Error('the customer is configured');
  return createSupportApi({ lookEveryMs: 1, ...options }).open(customer, SUBSCRIPTION, NAME, ticket);
}

const number = { ok: true, value: '2603020010000123' };

describe('opening a ticket in the portal', () => {
  test('makes it, waits until it is made, and gives the number', async () => {
    const status = 'https://management.azure.com/operations/1?api-version=2020-04-01';
    let sent: unknown;
    portal()
      .get(at(PATH))
      .reply(404, absent)
      .put(at(PATH), (body) => {
        sent = body;
        return true;
      })
      .reply(202, '', { 'azure-asyncoperation': status })
      .get('/operations/1')
      .query(true)
      .reply(200, { status: 'InProgress' })
      .get('/operations/1')
      .query(true)
      .reply(200, { status: 'Succeeded' })
      .get(at(PATH))
      .reply(200, made);
    expect(await open()).toEqual(number);
    expect(sent).toEqual({ properties: ticket });
    expect(nock.pendingMocks().filter((mock) => mock.includes('management'))).toEqual([]);
  });

  test('takes one of this name that is there, and makes none', async () => {
    portal().get(at(PATH)).reply(200, made);
    expect(await open()).toEqual(number);
  });

  test('comes back for one that is there and has no number yet', async () => {
    portal().get(at(PATH)).reply(200, { name: NAME, properties: {} });
    expect(await open()).toMatchObject({ ok: false, failure: { kind: 'transient' } });
  });

  test('waits as long as a busy portal asks, and then makes it', async () => {
    portal().get(at(PATH)).times(2).reply(404, absent);
    portal()
      .put(at(PATH))
      .reply(429, { error: { code: 'TooManyRequests', message: 'slow down' } }, { 'retry-after': '7' });
    portal().put(at(PATH)).reply(200, made);
    expect(await open()).toMatchObject({ ok: false, failure: { kind: 'throttled', retryAfterMs: 7000 } });
    expect(await open()).toEqual(number);
  });

  test('after an answer that never came, finds what was made', async () => {
    portal().get(at(PATH)).reply(404, absent);
    portal().put(at(PATH)).delay(5000).reply(200, made);
    expect(await open({ makingMs: 200 })).toMatchObject({ ok: false, failure: { kind: 'maybe-delivered' } });
    portal().get(at(PATH)).reply(200, made);
    expect(await open()).toEqual(number);
  });

  test.each([
    [403, 'AuthorizationFailed', 'permanent', 'Support Request Contributor'],
    [400, 'InvalidSeverity', 'permanent', 'InvalidSeverity'],
    [404, 'SubscriptionNotFound', 'permanent', 'SubscriptionNotFound'],
    [409, 'Conflict', 'transient', 'Conflict'],
    [500, 'InternalServerError', 'maybe-delivered', '500'],
    [502, 'BadGateway', 'transient', '502'],
    [401, 'InvalidAuthenticationToken', 'auth', '401'],
  ])('refused with %i %s is %s', async (status, code, kind, told) => {
    portal().get(at(PATH)).reply(404, absent);
    portal()
      .put(at(PATH))
      .reply(status, { error: { code, message: `${code} it is` } });
    expect(await open()).toMatchObject({ ok: false, failure: { kind, detail: expect.stringContaining(told) } });
  });

  test('in a subscription that is unknown makes nothing', async () => {
    portal()
      .get(at(PATH))
      .reply(404, { error: { code: 'SubscriptionNotFound', message: 'no such subscription' } });
    expect(await open()).toMatchObject({ ok: false, failure: { kind: 'permanent' } });
  });

  test('with a secret that is refused sends nothing and says that it is about who we are', async () => {
    nock.cleanAll();
    const body = {
      error: 'invalid_client',
      error_description: 'AADSTS7000215: the secret is wrong',
      error_codes: [7000215],
    };
    grantTokens(DIRECTORY, { status: 401, body });
    const failed = await open();
    expect(failed).toMatchObject({ ok: false, failure: { kind: 'auth' } });
    expect(JSON.stringify(failed)).not.toContain('not-a-secret');
  });

  test('without a connection may be tried again', async () => {
    portal()
      .get(at(PATH))
      .replyWithError(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
    expect(await open()).toMatchObject({ ok: false, failure: { kind: 'transient' } });
  });
});

describe('checking the credentials', () => {
  const TICKETS = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Support/supportTickets`;
  const customer = settings.customers.get(TENANT);
  if (customer === undefined) throw new Error('the customer is configured');

  test('looks at the tickets of the default subscription and opens none', async () => {
    portal().get(at(TICKETS)).reply(200, { value: [] });
    expect(await createSupportApi().check(customer)).toEqual({ ok: true, value: undefined });
  });

  test('without a default subscription asks what belongs to nobody', async () => {
    portal().get(at('/providers/Microsoft.Support/operations')).reply(200, { value: [] });
    expect(await createSupportApi().check({ ...customer, subscription: undefined })).toEqual({
      ok: true,
      value: undefined,
    });
  });

  test('tells that the app lacks its role', async () => {
    portal()
      .get(at(TICKETS))
      .reply(403, { error: { code: 'AuthorizationFailed', message: 'no' } });
    expect(await createSupportApi().check(customer)).toMatchObject({
      failure: { kind: 'permanent', detail: expect.stringContaining('Support Request Contributor') },
    });
  });
});
