import { beforeEach, describe, expect, test } from '@jest/globals';
import { createDesk } from '../../../bot/desk/create-desk.ts';
import type { Desk } from '../../../bot/desk/desk.ts';
import { loadIncident } from '../../../bot/desk/incidents.ts';
import { importSupportTeams } from '../../../bot/desk/support-teams.ts';
import { importWorkOrder } from '../../../bot/desk/work-orders.ts';
import { createUnderstander } from '../../../bot/understanding/understand.ts';
import { createPresenter } from '../../../cards/present.ts';
import type { Answer } from '../../../src/command/answer.ts';
import type { CommandName } from '../../../src/command/contract.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import { ADMINISTRATOR, knowledge, rawOrder, TENANT } from '../../support/world.ts';

const understander = createUnderstander(knowledge);
const presenter = createPresenter(knowledge);
let store: MemoryStore;
let desk: Desk;
let incident: string;

const give = (command: CommandName, args: object, day = '02', user: string = ADMINISTRATOR): Promise<Answer> => {
  const now = `2026-03-${day}T10:00:00+01:00`;
  return desk.perform({ tenant: TENANT, user, locale: 'en', command, args: { ...args }, confirmed: true, now });
};

beforeEach(async () => {
  store = new MemoryStore();
  const services = [{ service: 'mcs-azure-platform', location: 'odense' }];
  const onboarding = { 'mcs-azure-platform': { started: '2026-01-01', completed: '2026-02-01' } };
  await importWorkOrder(store, knowledge, { ...rawOrder, services, onboarding, flexAllowance: undefined });
  const engineers = [{ userId: 'e', name: 'Bo' }];
  const teams = [{ id: 'mission', name: 'Mission', queues: ['mission-critical-azure'], engineers }];
  await importSupportTeams(store, knowledge, { format: 'support-teams/1', tenantId: TENANT, teams });
  desk = createDesk({ store, knowledge, understander, presenter, clock: () => 0, timeZoneData: 'test' });
  const wish = { product: 'azure-sql-database', severity: '1', summary: 'down', environment: 'production' };
  const { facts } = await give('incident.open', wish);
  ({ id: incident } = facts.incident as { id: string });
});

const asked = async (): Promise<number> =>
  (await loadIncident(store, TENANT, incident))?.events.filter(({ type }) => type === 'root-cause-analysis-requested')
    .length ?? 0;

describe('a root cause analysis that is asked for twice', () => {
  test('is owed once, for the day that the first request brought', async () => {
    await give('incident.mitigate', { incident }, '02', 'e');
    const first = await give('rca.request', { incident });
    expect(first).toMatchObject({
      status: 'answered',
      facts: { allowed: 'yes', route: 'extended', due: '2026-03-16' },
    });
    const again = await give('rca.request', { incident }, '05');
    expect([again.facts, await asked()]).toEqual([first.facts, 1]);
    const { facts } = await give('deadline.list', { within: 60 }, '05');
    const due = (facts.deadlines as { what: string; due: string }[]).filter(({ what }) => what === 'root-cause');
    expect(due).toMatchObject([{ due: '2026-03-16' }]);
  });

  test('gets its day once the incident is mitigated', async () => {
    expect((await give('rca.request', { incident })).facts).not.toHaveProperty('due');
    await give('incident.mitigate', { incident }, '03', 'e');
    expect((await give('rca.request', { incident }, '05')).facts).toMatchObject({ due: '2026-03-17' });
    expect(await asked()).toBe(1);
  });

  test('is asked for anew once the first one was given', async () => {
    await give('incident.mitigate', { incident }, '02', 'e');
    await give('rca.request', { incident });
    await give('incident.review', { incident, what: 'root-cause-analysis' }, '04', 'e');
    expect((await give('rca.request', { incident }, '05')).facts).toMatchObject({ due: '2026-03-19' });
    expect(await asked()).toBe(2);
  });
});
