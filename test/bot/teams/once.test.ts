import { describe, expect, test } from '@jest/globals';
import { messageOf, pressOf, tenant } from './support/activities.ts';
import { answerOf } from './support/answers.ts';
import { type Connector, eventually } from './support/connector.ts';
import { type Running, startTeams } from './support/running-teams.ts';
import { teamsOnce } from './support/teams-once.ts';

const times = <Value>(count: number, make: () => Promise<Value>): Promise<Value>[] =>
  Array.from({ length: count }, make);

describe('a channel that repeats', () => {
  let running: Running;
  let connector: Connector;
  const local = { serviceUrl: '' };

  teamsOnce((teams, service) => {
    running = teams;
    connector = service;
    local.serviceUrl = service.url;
  });

  test('five deliveries of one message, one after the other: asked once, said once', async () => {
    const activity = messageOf('open an incident', local);
    for (let delivery = 0; delivery < 5; delivery += 1) expect((await running.post(activity)).status).toBe(200);
    expect([running.desk.turns.length, connector.posted.length]).toEqual([1, 1]);
  });

  test('five deliveries of one message at the same time: asked once, said once', async () => {
    const activity = messageOf('open an incident', local);
    const { promise: hold, resolve: release } = Promise.withResolvers<void>();
    running.desk.answer = async () => {
      await hold;
      return answerOf('opened', { status: 'done' });
    };
    const deliveries = times(5, () => running.post(activity));
    await eventually(() => running.desk.turns.length > 0);
    release();
    expect((await Promise.all(deliveries)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect([running.desk.turns.length, connector.posted.length]).toEqual([1, 1]);
  });

  test('five deliveries of one press: done once, and each gets the same card', async () => {
    let count = 0;
    running.desk.answer = () => {
      count += 1;
      return answerOf(`number ${count}`, { status: 'done' });
    };
    const press = pressOf('incident.show', { incident: 'AB12' }, local);
    const bodies = await Promise.all(times(5, async () => (await running.post(press)).text()));
    expect([running.desk.turns.length, new Set(bodies).size, bodies[0]]).toEqual([
      1,
      1,
      expect.stringContaining('number 1'),
    ]);
  });

  const key = { incident: 'draft-1', verb: 'incident.open', revision: 1 };
  const form = { product: 'azure-storage', severity: 'A', summary: 'disks are gone', commandKey: key };

  test('a double click comes with two activity ids and is still one press', async () => {
    running.desk.answer = () => answerOf('opened', { status: 'done' });
    const clicks = [pressOf('incident.open', form, local), pressOf('incident.open', form, local)];
    await Promise.all(clicks.map((click) => running.post(click)));
    await running.post(pressOf('incident.open', form, local));
    expect(running.desk.turns).toHaveLength(1);
  });

  test('a press that did nothing may be tried again', async () => {
    const other = { ...form, commandKey: { ...key, incident: 'draft-2' } };
    running.desk.answer = () => answerOf('busy', { status: 'refused', because: ['busy'] });
    await running.post(pressOf('incident.open', other, local));
    running.desk.answer = () => answerOf('opened', { status: 'done' });
    const response = await running.post(pressOf('incident.open', other, local));
    expect(await response.json()).toMatchObject({ value: { speak: 'opened' } });
  });

  test('another person’s press reaches the desk, under the same command id: their roles differ, the deed does not', async () => {
    const shared = { ...form, commandKey: { ...key, incident: 'draft-3' } };
    running.desk.answer = () => answerOf('opened', { status: 'done' });
    await running.post(pressOf('incident.open', shared, local));
    await running.post(pressOf('incident.open', shared, { ...local, from: { id: '29:alex', aadObjectId: 'alex' } }));
    const [first, second] = running.desk.turns;
    expect([first?.user, second?.user]).toEqual([expect.not.stringMatching('alex'), 'alex']);
    expect(second?.commandId).toBe(first?.commandId);
  });

  test('other inputs in the same form are another deed', async () => {
    const once = { ...form, commandKey: { ...key, incident: 'draft-4' } };
    await running.post(pressOf('incident.open', once, local));
    await running.post(pressOf('incident.open', { ...once, summary: 'and the tapes' }, local));
    const [first, second] = running.desk.turns;
    expect(second?.commandId).not.toBe(first?.commandId);
  });

  test('a failure is not remembered: the next delivery tries again', async () => {
    const press = pressOf('contract.show', {}, local);
    running.desk.answer = () => {
      throw new Error('store gone');
    };
    expect(await (await running.post(press)).json()).toMatchObject({ statusCode: 500 });
    running.desk.answer = () => answerOf('better');
    expect(await (await running.post(press)).json()).toMatchObject({ statusCode: 200, value: { speak: 'better' } });
  });

  test('what was done is remembered by a desk that was started anew', async () => {
    const activity = messageOf('open an incident', local);
    running.desk.answer = () => answerOf('opened', { status: 'done' });
    await running.post(activity);
    const anew = await startTeams({ kind: 'local' }, { store: running.store });
    expect((await anew.post(activity)).status).toBe(200);
    await anew.stop();
    expect([anew.desk.turns.length, connector.posted.length]).toEqual([0, 1]);
  });

  test('the same activity id in another conversation is another turn', async () => {
    await running.post(messageOf('hello', { ...local, id: 'same' }));
    await running.post(messageOf('hello', { ...local, id: 'same', conversation: { id: 'a:2', tenantId: tenant } }));
    expect(running.desk.turns).toHaveLength(2);
  });
});
