import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { deliveriesOf } from '../../bot/deliveries.ts';
import { importSupportTeams } from '../../bot/desk/support-teams.ts';
import { createOutbox, type Outbox } from '../../bot/outbox/outbox.ts';
import { WebhookPayload } from '../../bot/webhooks/payload.ts';
import { createPresenter } from '../../cards/present.ts';
import { FJORD, openTestDesk, type TestDesk } from '../support/desk.ts';
import { knowledge } from '../support/world.ts';
import { settings as portal } from './portal/samples.ts';
import { openReceiver, type Receiver } from './webhooks/receiver.ts';
import { secret } from './webhooks/samples.ts';

const presenter = createPresenter(knowledge);

/** Nothing is due here. */
const schedule = { changed: async () => {} };

let desk: TestDesk;
let receiver: Receiver;
let outbox: Outbox;

beforeEach(async () => {
  desk = await openTestDesk();
  receiver = await openReceiver();
  const imported = await importSupportTeams(desk.store, knowledge, {
    format: 'support-teams/1',
    tenantId: FJORD,
    teams: [
      {
        id: 'everyone',
        name: 'Everyone',
        queues: ['problem-resolution', 'rapid-response', 'advisory', 'enhanced-incident-management'],
        webhooks: [{ id: 'board', url: receiver.url, secretFrom: 'HOOK' }],
        engineers: [],
      },
    ],
  });
  if (!imported.ok) throw new Error(JSON.stringify(imported.failure));
  const log = pino({ level: 'silent' });
  const environment = { HOOK: secret };
  const deliveries = await deliveriesOf({ store: desk.store, knowledge, presenter, schedule, log, environment });
  outbox = createOutbox({ store: desk.store, log, deliveries });
});
afterEach(async () => {
  await outbox.stop();
  await receiver.close();
});

describe('what happens to an incident', () => {
  test('that is opened and noted in conversation arrives at the team’s webhook, in order and once', async () => {
    const opened = await desk.say('open a severity C incident for OneDrive in Lyon: files do not sync');
    expect(opened.status).toBe('done');
    const { incident } = opened.facts as { incident: { id: string } };
    await desk.say(`note on ${incident.id}: only on Macs`);
    await outbox.pump();
    await outbox.pump();
    const payloads = receiver.arrived.map(({ body }) => WebhookPayload.parse(JSON.parse(body)));
    expect(payloads.map(({ event, revision }) => [event, revision])).toEqual([
      ['incident.opened', 1],
      ['incident.noted', 2],
    ]);
    expect(payloads.map((payload) => payload.incident.id)).toEqual([incident.id, incident.id]);
    expect(await desk.store.pending(10)).toEqual([]);
  });
});

test('the portal is among the deliveries where it is configured, and nowhere else', async () => {
  const parts = { store: desk.store, knowledge, presenter, schedule, log: pino({ level: 'silent' }), environment: {} };
  const usual = ['approval-changed', 'incident-changed', 'incident-hours', 'return-hours', 'webhook'];
  expect(Object.keys(await deliveriesOf(parts)).sort()).toEqual(usual);
  expect(Object.keys(await deliveriesOf({ ...parts, portal })).sort()).toEqual([...usual, 'portal'].sort());
});
