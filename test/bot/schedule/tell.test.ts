import { beforeEach, describe, expect, test } from '@jest/globals';
import pino from 'pino';
import { createIncident } from '../../../bot/desk/incidents.ts';
import { setLanguage } from '../../../bot/desk/people.ts';
import { reminderHandlers } from '../../../bot/desk/reminder-handlers.ts';
import { importSupportTeams } from '../../../bot/desk/support-teams.ts';
import { importWorkOrder } from '../../../bot/desk/work-orders.ts';
import { ChannelMessage } from '../../../bot/outbox/channel-message.ts';
import { createDueWork } from '../../../bot/schedule/due-work.ts';
import { createTell } from '../../../bot/schedule/tell.ts';
import { createReferences } from '../../../bot/teams/references.ts';
import { createPresenter } from '../../../cards/present.ts';
import type { ArgsOf } from '../../../src/command/contract.ts';
import { openIncident } from '../../../src/incident/open-incident.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import {
  ADMINISTRATOR,
  knowledge,
  LYON_CONTACT,
  orderWith,
  rawOrder,
  sceneOf,
  standingAt,
  TENANT,
} from '../../support/world.ts';

const HOUR = 3_600_000;
const OPENED = '2026-03-02T10:00:00+01:00';
const order = orderWith({
  contacts: [
    rawOrder.contacts[0],
    { ...rawOrder.contacts[1], languages: ['fr', 'en'] },
    { name: 'Tokyo Co', userId: 'tokyo', roles: ['contact'], locations: ['osaka'] },
  ],
});
const scene = sceneOf(order, OPENED);

let store: MemoryStore;
let logged: string[];

beforeEach(async () => {
  store = new MemoryStore();
  logged = [];
  await importWorkOrder(store, knowledge, JSON.parse(JSON.stringify(order)));
  await importSupportTeams(store, knowledge, {
    format: 'support-teams/1',
    tenantId: TENANT,
    teams: [
      {
        id: 'base-team',
        name: 'Base',
        queues: ['problem-resolution', 'rapid-response'],
        channel: '19:base@thread.tacv2',
        engineers: [],
      },
    ],
  });
  for (const user of [ADMINISTRATOR, LYON_CONTACT]) await meet(user);
});

const references = () => createReferences(store);
const meet = (user: string): Promise<void> =>
  references().remember(
    TENANT,
    { user },
    {
      serviceUrl: 'https://smba.example/',
      channelId: 'msteams',
      bot: { id: 'b' },
      conversation: { id: `a:${user}` },
      locale: 'da-DK',
    },
  );

async function open(args: Partial<ArgsOf<'incident.open'>>): Promise<string> {
  const place = standingAt(scene, args.location ?? 'lyon');
  const wanted = { product: 'windows-server', severity: 'A' as const, summary: 'down', location: 'lyon', ...args };
  const opened = openIncident(wanted, place, scene);
  if (!opened.ok) throw new Error(opened.failure);
  return createIncident(store, TENANT, `c-${JSON.stringify(args)}`, opened.value.event, (id) => id);
}

/** Attends to what is due at an instant and gives the messages, for whom and in which language. */
async function toldAt(kind: 'incident' | 'work-order', id: string, now: number) {
  const lines = { write: (line: string) => void logged.push(line) };
  const presenter = createPresenter(knowledge);
  const tell = createTell({ store, knowledge, presenter, references: references(), log: pino({}, lines) });
  const before = new Set((await store.pending(1000)).map(({ key }) => key));
  await createDueWork({ store, knowledge, tell }).attend({ tenant: TENANT, kind, id }, now);
  const fresh = (await store.pending(1000)).filter(({ key, topic }) => topic === 'channel' && !before.has(key));
  return fresh.map(({ key, body }) => ({ key, ...ChannelMessage.parse(body) }));
}

const mute = (user: string, args: ArgsOf<'reminder.set'>) =>
  reminderHandlers['reminder.set'](args, sceneOf(order, OPENED, user), {
    store,
    commandId: JSON.stringify([user, args]),
    confirmed: false,
    search: () => [],
  });

const at = (hours: number): number => Date.parse(OPENED) + hours * HOUR;

describe('who is reminded of an incident', () => {
  test('half of the time goes to the channel of the routed team alone', async () => {
    const id = await open({});
    const told = await toldAt('incident', id, at(0.5));
    expect(told.map(({ to }) => to)).toEqual([{ channel: '19:base@thread.tacv2' }]);
    expect(told[0]?.key).toBe(`${id}/first-response/0/half/team/19:base@thread.tacv2`);
  });

  test('a missed response goes to the team and to the contacts at the location, each in their language', async () => {
    const id = await open({});
    const told = await toldAt('incident', id, at(2));
    expect(told.map(({ to, language }) => [to, language])).toEqual([
      [{ channel: '19:base@thread.tacv2' }, 'en'],
      [{ user: ADMINISTRATOR }, 'da'],
      [{ user: LYON_CONTACT }, 'fr'],
    ]);
    expect(told[2]?.text).toContain('Première réponse : en retard');
  });

  test('is told once, however often it is looked at', async () => {
    const id = await open({});
    expect(await toldAt('incident', id, at(2))).toHaveLength(3);
    expect(await toldAt('incident', id, at(2))).toEqual([]);
    expect(await toldAt('incident', id, at(300))).toEqual([]);
  });

  test('the language that a person has set comes first', async () => {
    await setLanguage(store, TENANT, LYON_CONTACT, 'kk');
    const told = await toldAt('incident', await open({}), at(2));
    expect(told.find(({ to }) => 'user' in to && to.user === LYON_CONTACT)?.language).toBe('kk');
  });

  test('whoever never wrote to the desk is passed over and logged; the team is told all the same', async () => {
    const id = await open({ location: 'osaka' });
    const told = await toldAt('incident', id, at(2));
    expect(told.map(({ to }) => to)).toEqual([{ channel: '19:base@thread.tacv2' }, { user: ADMINISTRATOR }]);
    expect(logged.join('')).toContain('"user":"tokyo"');
  });

  test('whoever turned reminders off gets none, and others do', async () => {
    const id = await open({});
    await mute(LYON_CONTACT, { reminders: 'off', incident: id.toLowerCase() });
    await mute(ADMINISTRATOR, { reminders: 'off', about: 'account' });
    const told = await toldAt('incident', id, at(2));
    expect(told.map(({ to }) => to)).toEqual([{ channel: '19:base@thread.tacv2' }, { user: ADMINISTRATOR }]);
  });

  test('the contacts of the order that follows are told of what outlives its own', async () => {
    const next = {
      id: 'WO-T2',
      term: { start: '2027-01-01', end: '2027-12-31' },
      contacts: order.contacts.slice(0, 1),
    };
    await importWorkOrder(store, knowledge, JSON.parse(JSON.stringify({ ...order, ...next })));
    const told = await toldAt('incident', await open({}), Date.parse('2027-01-04T10:00:00+01:00'));
    expect(told.flatMap(({ to }) => ('user' in to ? [to.user] : []))).toEqual([ADMINISTRATOR]);
  });

  test('an incident of another location cannot be named', async () => {
    const id = await open({ location: 'osaka' });
    expect(await mute(LYON_CONTACT, { reminders: 'off', incident: id })).toMatchObject({
      because: ['unknown-incident'],
    });
  });
});

describe('what a work order tells its administrators', () => {
  const morning = Date.parse('2026-10-02T09:00:00+02:00');

  test('90 days ahead: one message with what would be lost, in the administrator’s chat', async () => {
    const sixtyDaysBeforeTheLastRequest = await toldAt('work-order', order.id, morning - 1);
    expect(sixtyDaysBeforeTheLastRequest).toHaveLength(1);
    const told = await toldAt('work-order', order.id, morning);
    expect(told.map(({ to }) => to)).toEqual([{ user: ADMINISTRATOR }]);
    expect(told[0]?.text).toContain('Ubrugte tjenester bortfalder');
    expect(told[0]?.text).toContain('Arbejdsordren udløber');
    expect(told[0]?.text).toContain('200');
  });

  test('90 days ahead of the end of a part: what lapses with it, and nothing else', async () => {
    const workshops = { service: 'workshops', location: 'odense', quantity: 3, unit: 'events', end: '2026-06-30' };
    const parted = { ...order, services: [...order.services, workshops] };
    await importWorkOrder(store, knowledge, JSON.parse(JSON.stringify(parted)));
    const told = await toldAt('work-order', order.id, Date.parse('2026-04-01T09:00:00+02:00'));
    expect(told.map(({ to }) => to)).toEqual([{ user: ADMINISTRATOR }]);
    expect(told[0]?.text).toContain('Ubrugte tjenester bortfalder');
    expect(told[0]?.text).not.toContain('200');
  });

  test('a term that was extended is told for its new end only', async () => {
    const extended = { ...order, term: { start: '2026-01-01', end: '2027-06-30' } };
    await importWorkOrder(store, knowledge, JSON.parse(JSON.stringify(extended)));
    expect(await toldAt('work-order', order.id, morning)).toEqual([]);
    expect(await toldAt('work-order', order.id, Date.parse('2027-04-01T09:00:00+02:00'))).toHaveLength(1);
  });

  test('whoever does not want reminders about the account gets none', async () => {
    await mute(ADMINISTRATOR, { reminders: 'off', about: 'account' });
    expect(await toldAt('work-order', order.id, morning)).toEqual([]);
  });
});
