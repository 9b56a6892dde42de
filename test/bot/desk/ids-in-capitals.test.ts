import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Desk } from '../../../bot/desk/desk.ts';
import { loadIncident } from '../../../bot/desk/incidents.ts';
import { importSupportTeams, supportTeamsOf } from '../../../bot/desk/support-teams.ts';
import { workOrdersOf } from '../../../bot/desk/work-orders.ts';
import type { Answer } from '../../../src/command/answer.ts';
import { type CommandName, contracts } from '../../../src/command/contract.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import type { AggregateKey } from '../../../src/store/port.ts';
import { deskOver, takeIn } from '../../support/desk.ts';
import { knowledge, orderWith } from '../../support/world.ts';

const TENANT = 'aaaaaaaa-1111-4111-8111-11111111aaaa';
const MAJA = 'bbbbbbbb-2222-4222-8222-22222222bbbb';
const IDA = 'cccccccc-3333-4333-8333-33333333cccc';
const BO = 'dddddddd-4444-4444-8444-44444444dddd';
const inCapitals = (id: string): string => id.toUpperCase();

const base = orderWith();
const order = {
  ...base,
  customer: { ...base.customer, tenantId: inCapitals(TENANT) },
  contacts: base.contacts.slice(0, 1).map((contact) => ({ ...contact, userId: inCapitals(MAJA) })),
};
const teams = {
  format: 'support-teams/1',
  tenantId: inCapitals(TENANT),
  teams: [
    { id: 'all', name: 'All', queues: ['problem-resolution'], engineers: [{ userId: inCapitals(IDA), name: 'Ida' }] },
  ],
};

let store: MemoryStore;
let desk: Desk;
beforeEach(() => {
  store = new MemoryStore();
  desk = deskOver(store);
});

const give = (user: string, command: CommandName, args: object): Promise<Answer> =>
  desk.perform({ tenant: TENANT, user, command, args: { ...args }, confirmed: true });

const open = (): Promise<Answer> =>
  give(MAJA, 'incident.open', { product: 'exchange-online', severity: 'B', summary: 'Mail is slow' });

/** Rewrites what is kept as a release did that took ids as they were written. */
async function spellStored(key: AggregateKey, ...ids: readonly string[]): Promise<void> {
  const stored = await store.load(key);
  const text = ids.reduce((whole, id) => whole.replaceAll(id, inCapitals(id)), JSON.stringify(stored?.state));
  const saved = await store.save({ key, expected: stored?.version ?? 0, state: JSON.parse(text) });
  expect([saved.kind, text]).toEqual(['saved', expect.stringContaining(inCapitals(ids[0] ?? ''))]);
}

describe('a work order whose file has ids in capitals', () => {
  test('is that of the tenant and of the people whom Teams names in small letters', async () => {
    await takeIn(store, order);
    const shown = await give(MAJA, 'balance.show', { what: 'all' });
    expect([shown.status, shown.because]).toEqual(['answered', undefined]);
    expect((await open()).status).toBe('done');
  });

  test('matches when it was stored with capitals', async () => {
    await takeIn(store, order);
    await spellStored({ tenant: TENANT, kind: 'work-order', id: order.id }, MAJA, TENANT);
    const [read] = await workOrdersOf(store, TENANT);
    expect([read?.customer.tenantId, read?.contacts[0]?.userId]).toEqual([TENANT, MAJA]);
    expect((await give(MAJA, 'balance.show', { what: 'all' })).status).toBe('answered');
    await takeIn(store, order);
    expect((await workOrdersOf(store, TENANT))[0]?.contacts).toHaveLength(1);
  });
});

describe('support teams whose file has ids in capitals', () => {
  test.each([
    ['as imported', async () => {}],
    [
      'as stored with capitals',
      () => spellStored({ tenant: TENANT, kind: 'support-teams', id: 'support-teams' }, IDA, TENANT),
    ],
  ])('are those of the people whom Teams names in small letters: %s', async (_title, spell) => {
    await takeIn(store, order);
    expect(await importSupportTeams(store, knowledge, teams)).toMatchObject({ ok: true, value: { tenant: TENANT } });
    await spell();
    expect((await supportTeamsOf(store, TENANT))[0]?.engineers[0]?.userId).toBe(IDA);
  });
});

test('an incident that was opened by an id in capitals is that person’s', async () => {
  await takeIn(store, order);
  const { id } = (await open()).facts.incident as { id: string };
  await spellStored({ tenant: TENANT, kind: 'incident', id }, MAJA);
  expect((await loadIncident(store, TENANT, id))?.opened.by).toBe(MAJA);
});

describe('a contact', () => {
  test('who is named by an id in capitals is known by it in small letters', async () => {
    await takeIn(store, order);
    const added = await give(MAJA, 'contact.add', { name: 'Bo Lund', userId: inCapitals(BO) });
    expect([added.status, (added.facts.contact as { userId: string }).userId]).toEqual(['done', BO]);
    const removed = await give(MAJA, 'contact.remove', { userId: inCapitals(BO) });
    expect([removed.status, (removed.facts.contact as { name: string }).name]).toEqual(['done', 'Bo Lund']);
  });

  test.each(['contact.add', 'contact.remove'] as const)('is told by one id in the arguments of %s', (command) => {
    expect(contracts[command].args.parse({ name: 'Bo Lund', userId: inCapitals(BO) })).toMatchObject({ userId: BO });
  });
});
