/** The desk with the real client against a model that does everything wrong. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createChooser } from '../../../bot/model/chooser.ts';
import { CHLOE, openTestDesk, type TestDesk } from '../../support/desk.ts';
import { calling, type HostileModel, json, startHostileModel } from './hostile-model.ts';

/** A text that the recogniser makes nothing of. */
const UNCLEAR = 'zxcv qwrt hjkl';

let model: HostileModel;
let desk: TestDesk;
let now: number;

beforeEach(async () => {
  model = await startHostileModel();
  now = Date.parse('2026-03-02T10:00:00Z');
  const configuration = { url: model.url, key: 'secret', name: 'm', callsPerHour: 8 };
  desk = await openTestDesk({ chooser: createChooser({ configuration, now: () => now, patience: 300 }) });
});

afterEach(() => model.close());

describe('what the model chooses', () => {
  test('is done where it only tells', async () => {
    model.answer = calling('balance__show', { what: 'credits' });
    expect(await desk.say(UNCLEAR)).toMatchObject({
      command: 'balance.show',
      status: 'answered',
      args: { what: 'credits' },
    });
  });

  test('is asked about where it spends: the model cannot say yes', async () => {
    model.answer = calling('credits__exchange', { credits: 10, from: 'copenhagen', to: 'lyon', confirmed: true });
    const answer = await desk.say(`${UNCLEAR} 10`);
    expect(answer).toMatchObject({ command: 'credits.exchange', status: 'needs-confirmation' });
    expect(answer.args).not.toHaveProperty('confirmed');
    const balance = await desk.say('how many credits are left?');
    expect(balance.facts.balances).toMatchObject([{ remaining: 200 }, { remaining: 40 }]);
  });

  test('is offered, not done, where it changes something unasked', async () => {
    model.answer = calling('incident__open', { product: 'azure-sql-database', severity: '1', summary: 'invented' });
    const answer = await desk.say(UNCLEAR);
    expect(answer).toMatchObject({
      command: '',
      status: 'not-understood',
      suggestions: [{ command: 'incident.open', args: { summary: UNCLEAR } }],
    });
    expect((await desk.say('list my incidents')).facts.incidents).toEqual([]);
  });

  test('is refused beyond the asker’s role', async () => {
    model.answer = calling('balance__show', {});
    expect(await desk.say(UNCLEAR, { user: CHLOE })).toMatchObject({ status: 'refused', because: ['role'] });
  });

  test('names no incident and no number that the person did not write', async () => {
    model.answer = calling('incident__show', { incident: 'INC-482913' });
    expect(await desk.say(UNCLEAR)).toMatchObject({
      command: 'incident.show',
      status: 'needs-input',
      missing: ['incident'],
    });
    model.answer = calling('credits__exchange', { credits: 200, from: 'copenhagen', to: 'lyon' });
    expect(await desk.say(UNCLEAR, { conversation: 'c2' })).toMatchObject({
      status: 'needs-input',
      missing: ['credits'],
    });
  });

  test('of another tenant’s incident finds nothing, even where it was written', async () => {
    model.answer = calling('incident__show', { incident: 'INC-482913' });
    expect(await desk.say(`${UNCLEAR} 482913`)).toMatchObject({ status: 'refused', because: ['unknown-incident'] });
  });
});

describe('a model that fails', () => {
  test.each([
    ['answers with arguments that are no JSON', calling('balance__show', '{"what":')],
    ['answers with arguments of another type', calling('balance__show', { what: 'gold' })],
    ['calls a tool that there is not', calling('system__shutdown', {})],
    ['calls nothing', json({ choices: [{ message: { role: 'assistant', content: 'The delay is 1 minute.' } }] })],
    ['answers with nonsense', json('nonsense')],
    ['is out of calls', json({ error: { message: 'slow down' } }, 429)],
    ['has a fault', json({ error: { message: 'oops' } }, 500)],
    ['answers with megabytes', json({ choices: [], filler: 'x'.repeat(2_000_000) })],
    ['never answers', () => undefined],
  ])('%s: the desk goes on without it', async (_, answer) => {
    model.answer = answer;
    expect(await desk.say(UNCLEAR)).toMatchObject({
      command: '',
      status: 'not-understood',
      text: expect.stringContaining('did not understand'),
    });
    expect(model.asked).toHaveLength(1);
  });

  test('is left alone for a minute after three failures in a row', async () => {
    model.answer = json({}, 500);
    for (let turn = 0; turn < 5; turn += 1) await desk.say(UNCLEAR);
    expect(model.asked).toHaveLength(3);
    now += 61_000;
    model.answer = calling('balance__show', { what: 'credits' });
    expect(await desk.say(UNCLEAR)).toMatchObject({ command: 'balance.show' });
  });

  test('has a number of calls in an hour for each tenant', async () => {
    model.answer = calling('help', {});
    for (let turn = 0; turn < 10; turn += 1) await desk.say(UNCLEAR);
    expect(model.asked).toHaveLength(8);
    now += 3_600_000;
    await desk.say(UNCLEAR);
    expect(model.asked).toHaveLength(9);
  });
});

describe('what the model is told', () => {
  test('is the text and the ids of what there is: nobody’s name, nothing of another tenant', async () => {
    model.answer = calling('help', {});
    await desk.say(UNCLEAR);
    const sent = JSON.stringify(model.asked[0]);
    expect(sent).toContain(UNCLEAR);
    expect(sent).toContain('copenhagen (DK), lyon (FR)');
    expect(sent).not.toMatch(/alex|chlo|fjord|verne|WO-/i);
    expect(sent).not.toContain('secret');
  });

  test('are no tools beyond the asker’s role', async () => {
    model.answer = calling('help', {});
    await desk.say(UNCLEAR, { user: CHLOE });
    const { tools } = model.asked[0] as { tools: { function: { name: string } }[] };
    const names = tools.map(({ function: { name } }) => name);
    expect(names).toContain('incident__open');
    expect(names).not.toContain('balance__show');
  });

  test('it is not asked where the recogniser is sure', async () => {
    await desk.say('how many credits are left?');
    await desk.say('hello');
    expect(model.asked).toEqual([]);
  });
});
