import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mayOpenBrowser } from '../../../../bot/teams/playground/browser.ts';
import { playgroundFile } from '../../../../bot/teams/playground/people.ts';
import { type Playground, startPlayground } from '../../../../bot/teams/playground/playground.ts';
import { tenant, user } from '../support/activities.ts';
import { eventually } from '../support/connector.ts';
import { type Running, startTeams } from '../support/running-teams.ts';

const people = { tenant, caller: { id: user, name: 'Maja Holm', email: 'maja.holm@nordlys.example' } };

describe('the playground beside the desk', () => {
  let desk: Running;
  let playground: Playground;
  const port = 56990;

  beforeAll(async () => {
    desk = await startTeams({ kind: 'local' });
    const started = await startPlayground({ desk: desk.url, people, port, openBrowser: false });
    if (!started.ok) throw new Error(started.failure);
    playground = started.value;
  });

  afterAll(async () => {
    await playground.stop();
    await desk.stop();
  });

  test('serves its page', async () => {
    const page = await (await fetch(playground.url)).text();
    expect(page).toContain('<div id="root">');
  });

  /** What the page itself sends to the playground. */
  const asThePage = (path: string, body: object) =>
    fetch(`${playground.url}/_conversation/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: { id: '29:person-0' }, ...body }),
    });

  test('what is written there reaches the desk as the sample administrator, and the card comes back', async () => {
    const text = 'how fast do you answer?';
    const response = await asThePage('conversations/personal-chat/messages', { text, textFormat: 'plain' });
    expect(response.status).toBe(200);
    await eventually(() => desk.logged.some(({ msg }) => msg === 'turn'));
    expect(desk.desk.turns).toMatchObject([{ tenant, user, name: 'Maja Holm', text }]);
    expect(desk.logged.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });

  test('is reachable from this machine only', async () => {
    const addresses = Object.values(networkInterfaces())
      .flat()
      .filter((each) => each?.family === 'IPv4' && !each.internal);
    for (const each of addresses) await expect(fetch(`http://${each?.address}:${playground.port}`)).rejects.toThrow();
    expect(new URL(playground.url).hostname).toBe('127.0.0.1');
  });

  test('beside another one it takes a free port, and stopping it ends it', async () => {
    const second = await startPlayground({ desk: desk.url, people, port: playground.port, openBrowser: false });
    if (!second.ok) throw new Error(second.failure);
    expect(second.value.port).not.toBe(playground.port);
    await second.value.stop();
    await expect(fetch(second.value.url)).rejects.toThrow();
  });

  test('what it cannot play it says, in its own words', async () => {
    const nameless = { tenant, caller: { id: user, name: 'x'.repeat(300) } };
    const started = await startPlayground({ desk: desk.url, people: nameless, openBrowser: false, port: port + 1 });
    expect(started).toEqual({ ok: false, failure: expect.stringMatching(/config file.*256 characters/) });
  });
});

describe('the people of the playground', () => {
  test('are the caller and exactly five others', () => {
    const others = [{ id: 'alex', name: 'Alex Wilber' }];
    const file = JSON.parse(playgroundFile({ ...people, others }));
    expect(file).toMatchObject({
      tenantId: tenant,
      currentUser: { aadObjectId: user, givenName: 'Maja', surname: 'Holm' },
    });
    expect(file.users.map(({ aadObjectId }: { aadObjectId: string }) => aadObjectId)).toEqual([
      'alex',
      'guest-2',
      'guest-3',
      'guest-4',
      'guest-5',
    ]);
  });
});

describe('opening a browser', () => {
  test.each([
    ['at a terminal', {}, true, true],
    ['where nobody looks on', {}, false, false],
    ['in a test run', { CI: 'true' }, true, false],
    ['when told not to', { DESK_NO_BROWSER: '1' }, true, false],
    ['when there is to be none', { BROWSER: 'none' }, true, false],
    ['when another one is wanted', { BROWSER: 'firefox' }, true, true],
  ])('%s', (_title, environment, isTerminal, expected) => {
    expect(mayOpenBrowser(environment, isTerminal)).toBe(expected);
  });
});
