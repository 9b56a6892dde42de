import { beforeEach, describe, expect, test } from '@jest/globals';
import { importSupportTeams } from '../../../bot/desk/support-teams.ts';
import { WebhookMessage } from '../../../bot/webhooks/webhook-delivery.ts';
import { webhookFinder, webhookFollower } from '../../../bot/webhooks/webhook-follower.ts';
import type { IncidentEvent } from '../../../src/incident/events.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import { knowledge } from '../../support/world.ts';
import { acknowledged, acknowledgement, incidentWith, tenant } from './samples.ts';

const hook = (id: string) => ({ id, url: `https://${id}.example/in`, secretFrom: 'HOOK' });
const file = {
  format: 'support-teams/1',
  tenantId: tenant,
  teams: [
    { id: 'rapid', name: 'Rapid', queues: ['rapid-response'], webhooks: [hook('pager'), hook('board')], engineers: [] },
    { id: 'base', name: 'Base', queues: ['problem-resolution'], webhooks: [hook('desk')], engineers: [] },
  ],
};

let store: MemoryStore;
beforeEach(async () => {
  store = new MemoryStore();
  const imported = await importSupportTeams(store, knowledge, file);
  if (!imported.ok) throw new Error(JSON.stringify(imported.failure));
});

describe('webhooks of the routed team', () => {
  test('hear of its incidents, and those of other teams do not', async () => {
    const messages = await webhookFollower(store, knowledge)(acknowledgement);
    expect(messages.map(({ key }) => key)).toEqual(['webhook/rapid/pager', 'webhook/rapid/board']);
  });

  test('hear of the change by which an incident leaves the team, once, and of none after it', async () => {
    const { plan } = incidentWith();
    const lowered: IncidentEvent = {
      type: 'severity-set',
      at: '2026-03-02T10:10:00+01:00',
      by: 'e1',
      severity: 'C',
      plan: { ...plan, queue: 'problem-resolution' },
    };
    const follow = webhookFollower(store, knowledge);
    const [before, moved] = [incidentWith(acknowledged), incidentWith(acknowledged, lowered)];
    const told = await follow({ tenant, incident: moved, event: lowered, revision: 3, previous: before });
    expect(told.map(({ key, body }) => [key, WebhookMessage.parse(body).payload])).toEqual(
      ['base/desk', 'rapid/pager', 'rapid/board'].map((name) => [
        `webhook/${name}`,
        expect.objectContaining({ event: 'incident.severity-set', revision: 3, team: 'base' }),
      ]),
    );
    expect(new Set(told.map(({ body }) => WebhookMessage.parse(body).payload.delivery)).size).toBe(3);
    const noted: IncidentEvent = { type: 'noted', at: '2026-03-02T10:11:00+01:00', by: 'u1', text: 'Thanks' };
    const incident = incidentWith(acknowledged, lowered, noted);
    const after = await follow({ tenant, incident, event: noted, revision: 4, previous: moved });
    expect(after.map(({ key }) => key)).toEqual(['webhook/base/desk']);
  });

  test('of another tenant hear nothing', async () => {
    expect(await webhookFollower(store, knowledge)({ ...acknowledgement, tenant: 'another' })).toEqual([]);
  });

  test('go where the file says now', async () => {
    const find = webhookFinder(store);
    expect(await find(tenant, { team: 'rapid', webhook: 'pager' })).toMatchObject(hook('pager'));
    expect(await find(tenant, { team: 'base', webhook: 'pager' })).toBeUndefined();
    expect(await find('another', { team: 'rapid', webhook: 'pager' })).toBeUndefined();
    const [rapid] = file.teams;
    await importSupportTeams(store, knowledge, { ...file, teams: [{ ...rapid, webhooks: [] }] });
    expect(await find(tenant, { team: 'rapid', webhook: 'pager' })).toBeUndefined();
  });
});
