import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Desk } from '../../../bot/desk/desk.ts';
import { importSupportTeams } from '../../../bot/desk/support-teams.ts';
import { ordersIn } from '../../../bot/schedule/order-cache.ts';
import { loadCase, remindersIn } from '../../../bot/schedule/subjects.ts';
import type { Answer } from '../../../src/command/answer.ts';
import type { CommandName } from '../../../src/command/contract.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import { deskOver, takeIn } from '../../support/desk.ts';
import { ADMINISTRATOR, knowledge, rawOrder, TENANT } from '../../support/world.ts';

const bare = { ...rawOrder, services: [], flexAllowance: undefined };
const LAST_EVENING = '2026-12-30T20:00:00+01:00';
const LAST_DAY = '2026-12-31T10:00:00+01:00';
const NEW_YEAR = '2027-01-04T10:00:00+01:00';
const ENGINEER = 'e';

const next = { id: 'WO-T2', term: { start: '2027-01-01', end: '2027-12-31' } };
/** Gives a review after severity 1, and an analysis that may be asked for within seven days of the closure. */
const rich = {
  edition: 'unified-2024-04',
  governingLanguage: 'da',
  services: ['azure-engineering-direct', 'unified-enhanced-response'].map((service) => ({
    service,
    location: 'odense',
  })),
};
const plain = { edition: 'premier-2022' };

let store: MemoryStore;
let desk: Desk;
beforeEach(() => {
  store = new MemoryStore();
  desk = deskOver(store);
});

const give = (command: CommandName, args: object, now: string, user: string = ADMINISTRATOR): Promise<Answer> =>
  desk.perform({ tenant: TENANT, user, locale: 'en', command, args: { ...args }, confirmed: true, now });

async function renewed(first: object, then: object): Promise<void> {
  await takeIn(store, { ...bare, ...first }, { ...bare, ...next, ...then });
  const queues = ['problem-resolution', 'mission-critical-azure', 'enhanced-incident-management'];
  const teams = [{ id: 'all', name: 'All', queues, engineers: [{ userId: ENGINEER, name: 'Bo' }] }];
  const taken = await importSupportTeams(store, knowledge, { format: 'support-teams/1', tenantId: TENANT, teams });
  expect(taken).toMatchObject({ ok: true });
}

async function opened(severity: string, product: string): Promise<string> {
  const { facts } = await give('incident.open', { product, severity, summary: 'slow' }, LAST_EVENING);
  return (facts.incident as { id: string }).id;
}

/** What is due by the chat, and what people are reminded of: never two stories. */
async function owed(incident: string): Promise<readonly string[]> {
  const { facts } = await give('incident.show', { incident }, NEW_YEAR);
  const told = (facts.deadlines as { what: string; due: string }[]).map(({ what, due }) => `${what} ${due}`);
  const found = await loadCase(
    { store, knowledge, orders: ordersIn(store) },
    { tenant: TENANT, kind: 'incident', id: incident },
  );
  const scene = { now: Date.parse(NEW_YEAR), knowledge };
  const reminded = found === undefined ? [] : remindersIn(found, scene).map(({ what, due }) => `${what} ${due}`);
  expect([...new Set(reminded)].sort()).toEqual([...told].sort());
  return told;
}

async function over(incident: string): Promise<void> {
  for (const [command, user] of [
    ['incident.acknowledge', ENGINEER],
    ['incident.resolve', ENGINEER],
    ['incident.close', ADMINISTRATOR],
  ] as const) {
    expect(await give(command, { incident }, LAST_DAY, user)).toMatchObject({ status: 'done' });
  }
}

test('an incident that outlives its agreement is cited where its promise was printed', async () => {
  await renewed(plain, { edition: 'unified-2025-01' });
  const incident = await opened('B', 'windows-server');
  const { citations } = await give('incident.show', { incident }, NEW_YEAR);
  expect(citations).toEqual([
    { edition: 'premier-2022', section: knowledge.editions.get('premier-2022')?.charts.base?.section },
  ]);
  expect(citations).not.toEqual([
    { edition: 'unified-2025-01', section: knowledge.editions.get('unified-2025-01')?.charts.base?.section },
  ]);
});

describe('after a renewal to another edition, an incident', () => {
  test('keeps the window for its analysis and the review that its own agreement came with', async () => {
    await renewed(rich, plain);
    const incident = await opened('1', 'azure-sql-database');
    await over(incident);
    expect(await owed(incident)).toEqual(['rca-request 2027-01-07']);
    const asked = await give('rca.request', { incident }, NEW_YEAR);
    expect(asked.facts).toMatchObject({ allowed: 'yes', route: 'extended', due: '2027-01-18' });
    expect(asked.citations.map(({ edition }) => edition)).toEqual(['unified-2024-04']);
    const given = await give('incident.review', { incident, what: 'incident-review' }, NEW_YEAR, ENGINEER);
    expect([given.status, given.citations.map(({ edition }) => edition)]).toEqual(['done', ['unified-2024-04']]);
  });

  test('gets neither by the agreement that has followed its own', async () => {
    await renewed(plain, rich);
    const incident = await opened('1', 'azure-sql-database');
    await over(incident);
    expect(await owed(incident)).toEqual([]);
    expect((await give('rca.request', { incident }, NEW_YEAR)).facts).toMatchObject({ allowed: 'ask', route: 'base' });
    const given = await give('incident.review', { incident, what: 'incident-review' }, NEW_YEAR, ENGINEER);
    expect([given.status, given.because]).toEqual(['refused', ['not-owed']]);
  });

  test('owes the customer’s answer alike in the chat and in reminders', async () => {
    await renewed(plain, { edition: 'unified-2025-01' });
    const incident = await opened('B', 'windows-server');
    expect(await give('incident.acknowledge', { incident }, NEW_YEAR, ENGINEER)).toMatchObject({ status: 'done' });
    expect(await owed(incident)).toEqual([expect.stringMatching(/^next-duty 2027-01-04T14:00/)]);
  });

  test('is promised another severity under the agreement in force, with its proof', async () => {
    await renewed(plain, { edition: 'unified-2025-01' });
    const incident = await opened('B', 'windows-server');
    const set = await give('severity.set', { incident, severity: 'A' }, NEW_YEAR, ENGINEER);
    expect(set).toMatchObject({ status: 'done', facts: { plan: { workOrder: 'WO-T2', edition: 'unified-2025-01' } } });
    const { facts, citations } = await give('incident.show', { incident }, NEW_YEAR);
    expect((facts.plan as { proof: { segments: unknown[] } }).proof.segments).not.toEqual([]);
    expect(citations.map(({ edition }) => edition)).toEqual(['unified-2025-01']);
  });
});
