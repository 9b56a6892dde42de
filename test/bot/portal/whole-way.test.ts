import { afterAll, beforeEach, expect, test } from '@jest/globals';
import nock from 'nock';
import { pino } from 'pino';
import { deliveriesOf } from '../../../bot/deliveries.ts';
import { ChannelMessage } from '../../../bot/outbox/channel-message.ts';
import { createOutbox, type Delivery } from '../../../bot/outbox/outbox.ts';
import type { PortalSettings } from '../../../bot/portal/portal-settings.ts';
import { createPresenter } from '../../../cards/present.ts';
import { ok } from '../../../src/result.ts';
import { FJORD, openTestDesk } from '../../support/desk.ts';
import { knowledge, TENANT } from '../../support/world.ts';
import { grantTokens } from '../teams/support/token-issuer.ts';
import { DIRECTORY, SUBSCRIPTION, settings } from './samples.ts';

const customer = settings.customers.get(TENANT);
if (customer === undefined) throw new Error('the customer is configured');
const portal: PortalSettings = { ...settings, customers: new Map([[FJORD, { ...customer, tenantId: FJORD }]]) };

beforeEach(() => {
  nock.disableNetConnect();
  grantTokens(DIRECTORY);
});
afterAll(() => {
  nock.cleanAll();
  nock.enableNetConnect();
  nock.restore();
});

test('a conversation opens an incident, the desk files it in the portal, and the incident shows the vendor’s number', async () => {
  const { store, say } = await openTestDesk({ filesInPortal: (tenant) => portal.customers.has(tenant) });
  let sent: { properties?: Record<string, unknown> } = {};
  const tickets = new RegExp(`^/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Support/supportTickets/desk-INC-`);
  nock('https://management.azure.com')
    .get(tickets)
    .reply(404, { error: { code: 'ResourceNotFound', message: 'no such ticket' } })
    .put(tickets, (body) => {
      sent = body;
      return true;
    })
    .reply(200, { properties: { supportTicketId: '2603020010000123' } });

  const opened = await say('open a severity A incident for Azure SQL in Copenhagen: orders time out');
  expect([opened.status, opened.facts]).toMatchObject(['done', { nextSteps: expect.arrayContaining(['desk-files']) }]);
  expect(opened.text).toContain('The desk files the case in the product’s own portal for you');

  const log = pino({ level: 'silent' });
  const presenter = createPresenter(knowledge);
  const schedule = { changed: () => {} };
  const deliveries = await deliveriesOf({ store, knowledge, presenter, schedule, log, environment: {}, portal });
  const told: string[] = [];
  const channel: Delivery = {
    async deliver({ body }) {
      told.push(ChannelMessage.parse(body).text);
      return ok(undefined);
    },
  };
  const outbox = createOutbox({ store, log, deliveries: { ...deliveries, channel } });
  for (let pass = 0; pass < 6; pass += 1) await outbox.pump();

  expect(told.join()).toContain('Filed in the product’s portal');
  expect(sent.properties).toMatchObject({ severity: 'critical', require24X7Response: true });
  const { incident } = opened.facts as { incident: { id: string } };
  const shown = await say(`show ${incident.id}`);
  expect(shown.facts).toMatchObject({ incident: { filed: true, caseNumber: '2603020010000123' } });
  expect(JSON.stringify(shown.card)).toContain('2603020010000123');
  expect(JSON.stringify(shown.card)).toContain('Filed in the product’s portal');
});
