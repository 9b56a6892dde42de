import { beforeEach, describe, expect, test } from '@jest/globals';
import { ALEX, CHLOE, FJORD, openTestDesk, type TestDesk } from '../../support/desk.ts';

const VERNE = '1a2b3c4d-5e6f-4708-9a0b-1c2d3e4f5061';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});

/** What every answer must have, whatever was asked. */
function expectWhole(answer: { text: string; card: object; language: string }): void {
  expect(answer.text).toMatch(/\S/);
  expect(answer.language).toBe('en');
  expect(answer.card).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
  expect(JSON.stringify(answer.card)).not.toContain('${missing');
}

describe('a question', () => {
  test('is answered with figure, due time, clause, words and card', async () => {
    const answer = await desk.say('How fast will you respond if our Azure SQL is down?');
    expect(answer).toMatchObject({
      command: 'response.expect',
      status: 'answered',
      args: { severity: '1', product: 'azure-sql-database' },
      facts: { chart: 'azure-rapid-response', firstResponseMinutes: 15, due: '2026-03-02T10:15:00+01:00' },
      citations: expect.arrayContaining([{ edition: 'unified-2025-01', section: 'A' }]),
    });
    expect(answer.text).toContain('15');
    expectWhole(answer);
  });

  test('may be followed by another that refers back', async () => {
    await desk.say('How fast will you respond if our Azure SQL is down?');
    expect(await desk.say('and for severity B?')).toMatchObject({
      args: { severity: 'B', product: 'azure-sql-database' },
      facts: { firstResponseMinutes: 120 },
    });
    expect(await desk.say('what about Lyon?')).toMatchObject({ args: { severity: 'B', location: 'lyon' } });
  });

  test('asks for what is missing and takes the answer', async () => {
    const asked = await desk.say('How fast do you respond?');
    expect(asked).toMatchObject({ command: 'response.expect', status: 'needs-input', missing: ['severity'] });
    expectWhole(asked);
    expect(await desk.say('severity A')).toMatchObject({ status: 'answered', facts: { severity: 'A' } });
  });

  test('stands alone without a conversation', async () => {
    await desk.desk.ask({ tenant: FJORD, user: CHLOE, text: 'severity 1 on Azure SQL: how fast do you respond?' });
    expect(await desk.desk.ask({ tenant: FJORD, user: CHLOE, text: 'B' })).toMatchObject({ status: 'not-understood' });
  });
});

describe('an incident', () => {
  test('is opened by conversation, listed and shown', async () => {
    expect(await desk.say('I want to open an incident')).toMatchObject({
      status: 'needs-input',
      missing: expect.arrayContaining(['product']),
    });
    const opened = await desk.say('OneDrive in Lyon, severity C: icons are wrong');
    expect(opened).toMatchObject({
      status: 'done',
      facts: { incident: { product: 'onedrive', severity: 'C', location: 'lyon', state: 'open' } },
    });
    const listed = await desk.say('list my incidents');
    expect(listed).toMatchObject({ facts: { incidents: [{ product: 'onedrive' }] } });
    expect(await desk.say('show me that incident')).toMatchObject({
      status: 'answered',
      facts: { history: [{ event: 'opened', by: 'Alex Lind' }] },
    });
    for (const answer of [opened, listed]) expectWhole(answer);
  });

  test('closes after a yes and not before', async () => {
    await desk.say('open a severity C incident for OneDrive in Lyon: icons are wrong');
    expect(await desk.say('close the incident')).toMatchObject({
      command: 'incident.close',
      status: 'needs-confirmation',
    });
    expect(await desk.say('no')).toMatchObject({ status: 'answered' });
    expect(await desk.say('show the incident')).toMatchObject({ facts: { incident: { state: 'open' } } });
    await desk.say('close the incident');
    expect(await desk.say('yes')).toMatchObject({ status: 'done', facts: { incident: { state: 'closed' } } });
  });

  test('is opened once, however often its command arrives', async () => {
    const turn = {
      command: 'incident.open',
      args: { product: 'onedrive', severity: 'C', summary: 'x' },
      tenant: FJORD,
      user: CHLOE,
      commandId: 'activity-1',
    } as const;
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => desk.desk.perform(turn)));
    const numbers = new Set(answers.map(({ facts }) => (facts.incident as { id: string }).id));
    expect(numbers.size).toBe(1);
    expect(await desk.say('list all incidents')).toMatchObject({ facts: { incidents: [{ product: 'onedrive' }] } });
  });

  test('of another location or tenant is as unknown as none', async () => {
    const opened = await desk.say('open a severity C incident for OneDrive in Copenhagen: icons are wrong');
    const { id } = opened.facts.incident as { id: string };
    expect(await desk.say(`show incident ${id}`, { user: CHLOE })).toMatchObject({
      status: 'refused',
      because: ['unknown-incident'],
    });
    const verne = { tenant: '1a2b3c4d-5e6f-4708-9a0b-1c2d3e4f5061', user: '20000000-0000-4000-8000-000000000001' };
    expect(await desk.say(`show incident ${id}`, verne)).toMatchObject({
      status: 'refused',
      because: ['unknown-incident'],
    });
  });
});

describe('who may', () => {
  test('customers ask, contacts open, administrators see balances', async () => {
    const somebody = { user: 'somebody' };
    expect(await desk.say('do we have azure rapid response?', somebody)).toMatchObject({ status: 'answered' });
    expect(await desk.say('open a severity 1 incident for Exchange Online: mail is down', somebody)).toMatchObject({
      status: 'refused',
      because: ['role'],
    });
    expect(await desk.say('how many credits are left?', { user: CHLOE })).toMatchObject({
      status: 'refused',
      because: ['role'],
    });
    expect(await desk.say('how many credits are left?')).toMatchObject({ status: 'answered' });
  });

  test('an unknown tenant learns nothing', async () => {
    const answer = await desk.say('show me our contract', { tenant: 'eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee' });
    expect(answer).toMatchObject({ status: 'refused', because: ['unknown-tenant'], facts: {} });
    expectWhole(answer);
  });
});

describe('bad input gets a clear card, and the desk stays up', () => {
  test.each([
    [
      'an unknown product',
      'how fast do you respond to a severity 1 on FrobnicatorDB?',
      { status: 'needs-input', because: ['unknown-product'], missing: ['product'] },
    ],
    [
      'a severity that does not exist',
      'how fast do you respond to severity X on Exchange Online?',
      { status: 'needs-input', because: ['unknown-severity'], missing: ['severity'] },
    ],
    ['an empty text', '   ', { status: 'not-understood', because: ['empty-text'] }],
    ['20 KB of text', 'my server is slow and '.repeat(1000), { status: 'not-understood', because: ['text-too-long'] }],
    ['nonsense', 'asdf qwrt zxcv hjkl', { status: 'not-understood', command: '' }],
    ['only punctuation', '???', { status: 'not-understood', command: '' }],
  ])('%s', async (_what, text, expected) => {
    const answer = await desk.say(text);
    expect(answer).toMatchObject(expected);
    expect(answer.facts).not.toHaveProperty('firstResponseMinutes');
    expectWhole(answer);
  });

  test('yesterday: the clock is told from then, as gone by', async () => {
    const answer = await desk.say(
      'if our Azure SQL had died on 1 March 2026 at 09:00, severity 1, when would you have responded?',
    );
    expect(answer).toMatchObject({ facts: { due: '2026-03-01T09:15:00+01:00', past: true } });
  });

  test('markup and placeholders in a summary show as typed', async () => {
    const answer = await desk.say(
      'open a severity C incident for OneDrive in Lyon: <script>alert(1)</script> and ${user.name} in a name',
    );
    expect(answer).toMatchObject({
      status: 'done',
      facts: { incident: { summary: '<script>alert(1)</script> and ${user.name} in a name' } },
    });
    expectWhole(answer);
  });

  test('arguments of a button that make no sense are asked for again', async () => {
    const answer = await desk.desk.perform({
      tenant: FJORD,
      user: CHLOE,
      command: 'incident.open',
      args: { product: 'nope', severity: 'Z', summary: '' },
    });
    expect(answer).toMatchObject({
      status: 'needs-input',
      missing: expect.arrayContaining(['product', 'severity', 'summary']),
    });
  });
});

describe('where others read along', () => {
  const inChannel = { shared: true, conversation: 'channel-1', channelUser: '29:alex' };

  test.each(['how many credits are left?', 'do we have azure rapid response?', 'open an incident'])(
    '"%s" shows a neutral card that refreshes for the one who asked',
    async (text) => {
      const answer = await desk.say(text, inChannel);
      expect(answer).toMatchObject({ args: {}, facts: { view: expect.any(String) }, citations: [] });
      expect(answer.card).toMatchObject({ refresh: { userIds: ['29:alex'], action: { verb: 'view.own' } } });
      // The view's random id is no secret, and its digits may be those of a figure.
      const told = JSON.stringify(answer).replaceAll(String(answer.facts.view), '');
      expect(told).not.toMatch(/200|rapid response|copenhagen|WO-FJ26/i);
      expectWhole(answer);
    },
  );

  test('the reader opens the answer; anybody else is told to ask', async () => {
    const { facts } = await desk.say('how many credits are left?', inChannel);
    const view = String(facts.view);
    const caller = { tenant: FJORD, conversation: 'channel-1', locale: 'en', view };
    const own = await desk.desk.view({ ...caller, user: ALEX });
    expect(own.text).toContain('200');
    const other = await desk.desk.view({ ...caller, user: CHLOE });
    expect(other).toMatchObject({ status: 'refused', because: ['private'], facts: {} });
    expect(other.text).not.toContain('200');
    const elsewhere = await desk.desk.view({ ...caller, user: ALEX, tenant: VERNE });
    expect(elsewhere).toMatchObject({ status: 'refused' });
  });

  test('courtesy and refusals are said to all', async () => {
    expect(await desk.say('hello', inChannel)).toMatchObject({ facts: { smallTalk: 'greeting' } });
    const refused = await desk.say('how many credits are left?', { ...inChannel, user: CHLOE });
    expect(refused).toMatchObject({ status: 'refused', because: ['role'] });
  });

  test('two people in one thread are asked and answered apart', async () => {
    await desk.say('open an incident', inChannel);
    const asked = await desk.desk.awaits({ tenant: FJORD, user: ALEX, conversation: 'channel-1' });
    const other = await desk.desk.awaits({ tenant: FJORD, user: CHLOE, conversation: 'channel-1' });
    expect([asked, other]).toEqual([true, false]);
  });
});
