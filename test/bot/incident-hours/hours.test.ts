import { beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { Desk } from '../../../bot/desk/desk.ts';
import { loadIncident } from '../../../bot/desk/incidents.ts';
import { importSupportTeams } from '../../../bot/desk/support-teams.ts';
import { following } from '../../../bot/follow/following.ts';
import { incidentChangedTopic } from '../../../bot/follow/incident-changed.ts';
import { defectFollower } from '../../../bot/incident-hours/defect-follower.ts';
import { hoursDeliveries } from '../../../bot/incident-hours/hours-deliveries.ts';
import { createOutbox, type Outbox } from '../../../bot/outbox/outbox.ts';
import type { CommandName } from '../../../src/command/contract.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import type { Store } from '../../../src/store/port.ts';
import { deskOver, takeIn } from '../../support/desk.ts';
import { ADMINISTRATOR, knowledge, rawOrder, TENANT } from '../../support/world.ts';

const log = pino({ level: 'silent' });
let store: Store;
let desk: Desk;
let outbox: Outbox;
let incident: string;
let turns = 0;

const hoursOf = (service: string, quantity: number) => ({ service, location: 'odense', quantity, unit: 'hours' });

const premier = {
  ...structuredClone(rawOrder),
  edition: 'premier-2022',
  flexAllowance: undefined,
  services: [hoursOf('problem-resolution-support', 20), hoursOf('third-tier-support', 5)],
};

beforeEach(async () => {
  store = new MemoryStore();
  await takeIn(store, premier);
  const engineers = [{ userId: 'e', name: 'Bo' }];
  await importSupportTeams(store, knowledge, {
    format: 'support-teams/1',
    tenantId: TENANT,
    teams: [{ id: 'resolution', name: 'Resolution', queues: ['problem-resolution'], engineers }],
  });
  desk = deskOver(store);
  const deliveries = {
    [incidentChangedTopic]: following({ store, followers: [defectFollower], log }),
    ...hoursDeliveries(store, knowledge),
  };
  outbox = createOutbox({ store, deliveries, log });
  const opened = await give('incident.open', { product: 'windows-server', severity: 'B', summary: 'slow' });
  incident = (opened.facts.incident as { id: string }).id;
});

const NOW = '2026-03-02T10:00:00+01:00';

const give = (
  command: CommandName,
  args: Record<string, unknown>,
  user = ADMINISTRATOR,
  commandId = `t${turns++}`,
  now = NOW,
) => desk.perform({ tenant: TENANT, user, command, args, confirmed: true, commandId, now });

/** Delivers until nothing waits: a message may bring about another. */
async function pump(): Promise<void> {
  while ((await store.pending(1)).length > 0) await outbox.pump();
}

async function remaining(now = NOW): Promise<Record<string, number>> {
  const { facts } = await give('balance.show', { what: 'hours' }, ADMINISTRATOR, `t${turns++}`, now);
  const balances = facts.balances as { service: string; remaining: number }[];
  return Object.fromEntries(balances.map(({ service, remaining: left }) => [service, left]));
}

const noted = async () =>
  (await loadIncident(store, TENANT, incident))?.events.filter(({ type }) => type === 'hours-recorded');

describe('hours worked on an incident', () => {
  test('are taken from the balance and noted in the incident, each once', async () => {
    const record = () =>
      give('hours.record', { service: 'problem-resolution-support', hours: 3, incident }, 'e', 'once');
    expect((await record()).facts).toMatchObject({ charged: 3, remaining: 17 });
    await pump();
    await record();
    await pump();
    expect(await noted()).toMatchObject([
      { by: 'e', side: 'vendor', service: 'problem-resolution-support', hours: 3, charged: 3, posting: 'once' },
    ]);
    expect(await remaining()).toMatchObject({ 'problem-resolution-support': 17 });
  });

  test('go back to where they came from when it turns out to be a product defect (F-REA-30, F-REA-34)', async () => {
    await give('hours.record', { service: 'problem-resolution-support', hours: 3, incident }, 'e');
    await give('hours.record', { service: 'third-tier-support', hours: 2, incident }, 'e');
    expect(await remaining()).toEqual({ 'problem-resolution-support': 17, 'third-tier-support': 3 });
    await give('incident.resolve', { incident, cause: 'product-defect' }, 'e');
    await pump();
    expect(await remaining()).toEqual({ 'problem-resolution-support': 20, 'third-tier-support': 5 });
    expect((await noted())?.flatMap((event) => ('returned' in event ? [event.returned] : []))).toEqual(
      expect.arrayContaining([3, 2]),
    );
  });

  test('go back to each work order that they were taken from, where the incident outlives one', async () => {
    const next = { ...premier, id: 'WO-T2', term: { start: '2027-01-01', end: '2027-12-31' } };
    await takeIn(store, next);
    const later = '2027-01-04T10:00:00+01:00';
    await give('hours.record', { service: 'problem-resolution-support', hours: 3, incident }, 'e');
    await give('hours.record', { service: 'problem-resolution-support', hours: 4, incident }, 'e', 'later', later);
    expect([await remaining(), await remaining(later)]).toMatchObject([
      { 'problem-resolution-support': 17 },
      { 'problem-resolution-support': 16 },
    ]);
    await give('incident.resolve', { incident, cause: 'product-defect' }, 'e', 'resolved', later);
    await pump();
    expect([await remaining(), await remaining(later)]).toMatchObject([
      { 'problem-resolution-support': 20 },
      { 'problem-resolution-support': 20 },
    ]);
    expect((await noted())?.flatMap((event) => ('returned' in event ? [event.returned] : []))).toEqual([3, 4]);
  });

  test('are given back once, also when it is reopened and resolved so again', async () => {
    await give('hours.record', { service: 'problem-resolution-support', hours: 3, incident }, 'e');
    for (const _round of [1, 2]) {
      await give('incident.resolve', { incident, cause: 'product-defect' }, 'e');
      await give('incident.reopen', { incident }, 'e');
      await pump();
    }
    expect(await remaining()).toMatchObject({ 'problem-resolution-support': 20 });
  });

  test('are not charged once the defect is known', async () => {
    await give('incident.resolve', { incident, cause: 'product-defect' }, 'e');
    const later = await give('hours.record', { service: 'problem-resolution-support', hours: 4, incident }, 'e');
    expect(later.facts).toMatchObject({ charged: 0, because: ['product-defect-in-mainstream-support'] });
  });

  test('stay charged when it is resolved for another cause', async () => {
    await give('hours.record', { service: 'problem-resolution-support', hours: 3, incident }, 'e');
    await give('incident.resolve', { incident }, 'e');
    await pump();
    expect(await remaining()).toMatchObject({ 'problem-resolution-support': 17 });
  });

  test('of problem resolution are not for the third tier (F-3T-03)', async () => {
    const asked = await give('hours.record', {
      service: 'problem-resolution-support',
      hours: 1,
      incident,
      for: 'third-tier-support',
    });
    expect(asked.facts).toMatchObject({ allowed: 'no', because: ['one-way-hours'] });
  });
});
