import { beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Desk } from '../../../bot/desk/desk.ts';
import { loadIncident } from '../../../bot/desk/incidents.ts';
import { importSupportTeams } from '../../../bot/desk/support-teams.ts';
import type { Follower, IncidentChange } from '../../../bot/follow/follower.ts';
import { openerNews } from '../../../bot/follow/opener-news.ts';
import { surveyRequest } from '../../../bot/follow/survey-request.ts';
import { teamCard } from '../../../bot/follow/team-card.ts';
import { createPresenter } from '../../../cards/present.ts';
import type { CommandName } from '../../../src/command/contract.ts';
import { incidentOf } from '../../../src/incident/incident.ts';
import type { Message, Store } from '../../../src/store/port.ts';
import { ALEX, FJORD, openTestDesk } from '../../support/desk.ts';
import { knowledge } from '../../support/world.ts';

const IDA = '30000000-0000-4000-8000-000000000001';
const presenter = createPresenter(knowledge);

let desk: Desk;
let store: Store;
let id: string;

/** Two teams with channels of their own: one takes the higher severities, the other the rest. */
const teams = {
  format: 'support-teams/1',
  tenantId: FJORD,
  teams: [
    { id: 'fast', name: 'Fast', queues: ['rapid-response'], channel: 'fast-channel' },
    { id: 'base', name: 'Base', queues: ['problem-resolution'], channel: 'base-channel' },
  ].map((team) => ({ ...team, engineers: [{ userId: IDA, name: 'Ida Brandt' }] })),
};

async function perform(user: string, command: CommandName, args: object = {}): Promise<void> {
  const incident = command === 'incident.open' ? {} : { incident: id };
  const change = { confirmed: true, locale: user === ALEX ? 'da' : 'en' };
  const answer = await desk.perform({ tenant: FJORD, user, command, args: { ...incident, ...args }, ...change });
  if (answer.status !== 'done') throw new Error(`${command}: ${answer.status} ${answer.because?.join()}`);
  if (command === 'incident.open') id = (answer.facts.incident as { id: string }).id;
}

/** The newest change of the incident. */
async function lastChange(): Promise<IncidentChange> {
  const incident = await loadIncident(store, FJORD, id);
  const event = incident?.events.at(-1);
  if (incident === undefined || event === undefined) throw new Error('no incident');
  const { events } = incident;
  const previous = events.length === 1 ? undefined : incidentOf(id, events.slice(0, -1));
  return { tenant: FJORD, incident, event, revision: events.length, previous };
}

const follow = async (follower: Follower): Promise<readonly Message[]> => follower(await lastChange());
const cards = async (): Promise<unknown[]> =>
  (await follow(teamCard(store, knowledge))).map(({ body }) => {
    const { channel, revision, told } = body as { channel: string; revision: number; told: boolean };
    return [channel, revision, told];
  });

const Told = z.looseObject({ text: z.string() });
const textOf = (message: Message | undefined): string => Told.parse(message?.body).text;

beforeEach(async () => {
  const opened = await openTestDesk();
  ({ desk, store } = opened);
  expect(await importSupportTeams(store, knowledge, teams)).toMatchObject({ ok: true });
  await perform(ALEX, 'incident.open', {
    product: 'azure-sql-database',
    severity: 'A',
    summary: 'x',
    location: 'copenhagen',
  });
});

describe('the channel of the team', () => {
  test('gets the card at the opening, and it follows every change', async () => {
    expect(await cards()).toEqual([['fast-channel', 1, false]]);
    await perform(IDA, 'incident.acknowledge');
    expect(await cards()).toEqual([['fast-channel', 2, false]]);
  });

  test.each<[string, CommandName, object]>([
    ['another severity is asked for', 'severity.request', { severity: '1' }],
    ['it is escalated', 'incident.escalate', { text: 'hurry' }],
  ])('is told when %s', async (_what, command, args) => {
    await perform(ALEX, command, args);
    expect(await cards()).toEqual([['fast-channel', 2, true]]);
  });

  test('an incident that goes to another team is told to the old one, and gets a card at the new one', async () => {
    const change = await lastChange();
    const plan = { ...change.incident.plan, queue: 'problem-resolution' as const };
    const event = { type: 'severity-set', at: '2026-03-02T10:05:00+01:00', by: IDA, severity: 'C', plan } as const;
    const events = [...change.incident.events, event];
    const incident = incidentOf(id, events);
    const messages = await teamCard(
      store,
      knowledge,
    )({ tenant: FJORD, incident, event, revision: 2, previous: change.incident });
    expect(messages.map(({ body }) => body)).toEqual([
      { channel: 'fast-channel', incident: id, revision: 2, told: true },
      { channel: 'base-channel', incident: id, revision: 2, told: false },
    ]);
  });

  test('a team without a channel is told nowhere', async () => {
    const without = teams.teams.map(({ channel: _channel, ...team }) => team);
    await importSupportTeams(store, knowledge, { ...teams, teams: without });
    expect(await cards()).toEqual([]);
  });
});

describe('who opened the incident', () => {
  test('is told in the own chat and language what somebody else did', async () => {
    await perform(IDA, 'incident.acknowledge');
    const [news, ...others] = await follow(openerNews(presenter));
    expect(others).toEqual([]);
    expect(news).toMatchObject({ key: 'opener', topic: 'channel', body: { to: { user: ALEX }, language: 'da' } });
    expect(textOf(news)).toMatch(new RegExp(`${id}.*Overtaget.*10[.:]00.*Ida Brandt`));
  });

  test('is not told of the own doing, nor of what is no news', async () => {
    expect(await follow(openerNews(presenter))).toEqual([]);
    await perform(ALEX, 'severity.request', { severity: '1' });
    expect(await follow(openerNews(presenter))).toEqual([]);
    await perform(IDA, 'incident.note', { text: 'looking' });
    expect(await follow(openerNews(presenter))).toEqual([]);
  });

  test.each<[CommandName, object, string]>([
    ['severity.set', { severity: '1' }, '1'],
    ['incident.mitigate', {}, 'Ida Brandt'],
    ['incident.resolve', {}, 'Ida Brandt'],
    ['incident.close', {}, 'Ida Brandt'],
  ])('is told of %s', async (command, args, told) => {
    await perform(IDA, 'incident.acknowledge');
    await perform(IDA, command, args);
    const [news] = await follow(openerNews(presenter));
    expect(textOf(news)).toContain(told);
  });
});

describe('the survey', () => {
  test('is asked of who opened the incident, once, when the vendor has ended it', async () => {
    await perform(IDA, 'incident.acknowledge');
    expect(await follow(surveyRequest(presenter))).toEqual([]);
    await perform(IDA, 'incident.resolve');
    const [asked, ...others] = await follow(surveyRequest(presenter));
    expect(others).toEqual([]);
    expect(asked).toMatchObject({ key: 'survey', topic: 'channel', body: { to: { user: ALEX }, language: 'da' } });
    expect(textOf(asked)).toContain(id);
    expect(JSON.stringify(asked)).toMatch(/"command":"survey\.answer","args":\{"incident":"INC-/);
    await perform(IDA, 'incident.close');
    expect(await follow(surveyRequest(presenter))).toEqual([]);
  });

  test('is not asked of who ended it alone: the card of that step offers it', async () => {
    await perform(ALEX, 'incident.close');
    expect(await follow(surveyRequest(presenter))).toEqual([]);
  });

  test('is not asked of who has answered it', async () => {
    await perform(IDA, 'incident.acknowledge');
    await perform(IDA, 'incident.resolve');
    await perform(ALEX, 'survey.answer', { score: 4 });
    await perform(IDA, 'incident.reopen');
    await perform(IDA, 'incident.resolve');
    expect(await follow(surveyRequest(presenter))).toEqual([]);
  });
});
