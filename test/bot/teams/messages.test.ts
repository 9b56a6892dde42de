import { describe, expect, test } from '@jest/globals';
import { activityOf, deskId, messageOf, pressOf, tenant, user } from './support/activities.ts';
import { answerOf } from './support/answers.ts';
import type { Connector } from './support/connector.ts';
import { type Running, startTeams } from './support/running-teams.ts';
import { teamsOnce } from './support/teams-once.ts';

const local = { serviceUrl: '' };

describe('messages and buttons', () => {
  let running: Running;
  let connector: Connector;

  teamsOnce((teams, service) => {
    running = teams;
    connector = service;
    local.serviceUrl = service.url;
  });

  test('an answer is one message with the card alone; the words travel as summary and speech', async () => {
    expect((await running.post(messageOf('hello', local))).status).toBe(200);
    expect(connector.posted).toMatchObject([
      {
        path: expect.stringMatching(/\/conversations\/a%3A1personal\/activities\/activity-\d+$/),
        body: {
          type: 'message',
          summary: 'You said: hello',
          speak: 'You said: hello',
          attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } }],
        },
      },
    ]);
    expect(connector.posted[0]?.body).not.toHaveProperty('text');
  });

  test('the desk learns who asks, from where, in which language and time zone', async () => {
    await running.post(messageOf('hello', { ...local, id: 'm-1', locale: 'da-dk' }));
    expect(running.desk.turns).toEqual([
      {
        tenant,
        user,
        name: 'Maja Holm',
        conversation: 'a:1personal',
        channelUser: '29:person',
        locale: 'da-DK',
        timeZone: 'Europe/Copenhagen',
        commandId: 'a:1personal m-1',
        text: 'hello',
      },
    ]);
  });

  test('without an object id of the directory the account’s own id stands for the person', async () => {
    await running.post(messageOf('hello', { ...local, from: { id: '29:person' } }));
    expect(running.desk.turns).toMatchObject([{ user: '29:person' }]);
  });

  test('the desk’s own mention is taken out of a channel message, other people stay by name', async () => {
    await running.post(
      messageOf('<at>Desk</at>&nbsp;open an incident for <at>Alex Wilber</at>\r\n', {
        ...local,
        conversation: {
          id: '19:x@thread.tacv2;messageid=1',
          conversationType: 'channel',
          isGroup: true,
          tenantId: tenant,
        },
        entities: [
          { type: 'mention', text: '<at>Desk</at>', mentioned: { id: deskId, name: 'Desk' } },
          { type: 'mention', text: '<at>Alex Wilber</at>', mentioned: { id: '29:alex', name: 'Alex Wilber' } },
        ],
      }),
    );
    expect(running.desk.turns).toMatchObject([{ text: 'open an incident for Alex Wilber', shared: true }]);
  });

  test('a button by Action.Execute gets its card back', async () => {
    const response = await running.post(pressOf('severity.explain', { severity: 'A' }, local));
    expect([response.status, await response.json()]).toMatchObject([
      200,
      { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { type: 'AdaptiveCard' } },
    ]);
    expect(running.desk.turns).toMatchObject([{ command: 'severity.explain', args: { severity: 'A' } }]);
    expect(connector.posted).toEqual([]);
  });

  test('a button by Action.Submit gets a message', async () => {
    const value = { verb: 'severity.explain', severity: 'A' };
    await running.post(activityOf({ ...local, value }));
    expect(running.desk.turns).toMatchObject([{ command: 'severity.explain', args: { severity: 'A' } }]);
    expect(connector.posted).toHaveLength(1);
  });

  test('the button that answers what was asked back says so to the desk', async () => {
    const key = { incident: 'AB12', verb: 'incident.open', revision: 3 };
    const data = { command: 'incident.open', args: { summary: 'down' }, commandKey: key };
    await running.post(pressOf('confirm.no', data, local));
    expect(running.desk.turns).toMatchObject([{ command: 'incident.open', confirmed: false }]);
  });

  test.each<[string, unknown, unknown]>([
    ['an unknown verb', 'format.disk', {}],
    ['no verb', undefined, {}],
    ['a verb that is no text', { $gt: '' }, {}],
    ['a verb of every object', 'constructor', {}],
    ['a payload that does not fit', 'severity.explain', { chart: ['base'] }],
    ['a payload that is no object', 'severity.explain', 'A'],
  ])('a press with %s is answered with what to do instead', async (_title, verb, data) => {
    const response = await running.post(pressOf(verb, data, local));
    expect([response.status, await response.json()]).toMatchObject([
      200,
      {
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
        value: { message: expect.stringMatching(/button no longer fits/) },
      },
    ]);
    expect(running.desk.turns).toEqual([]);
  });

  test.each<[string, object, string, RegExp]>([
    ['a severity that there is not', { severity: 'Z' }, 'unknown-severity', /no such severity.*Choose 1, A, B or C/],
    ['a product that cannot be one', { product: 'Our Mail!' }, 'unknown-product', /no such product/],
  ])('a form with %s says what to change, and stays as it was filled in', async (_title, data, code, message) => {
    const response = await running.post(pressOf('response.expect', data, local));
    expect(await response.json()).toEqual({
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code, message: expect.stringMatching(message) },
    });
  });

  test('an unknown verb by Action.Submit is answered with a card', async () => {
    await running.post(activityOf({ ...local, value: { verb: 'format.disk' }, locale: 'fr-FR' }));
    expect(connector.posted).toMatchObject([{ body: { summary: expect.stringMatching(/Ce bouton/), locale: 'fr' } }]);
  });

  test('an invoke that the desk does not know is not implemented', async () => {
    expect((await running.post(activityOf({ ...local, type: 'invoke', name: 'task/fetch' }))).status).toBe(501);
  });

  test.each(['typing', 'messageReaction', 'endOfConversation', 'event', 'messageUpdate', 'something-new'])(
    'an activity of type %s is taken note of and not answered',
    async (type) => {
      expect((await running.post(activityOf({ ...local, type }))).status).toBe(200);
      expect([connector.posted, running.desk.turns]).toEqual([[], []]);
    },
  );

  test.each([
    ['nothing', ''],
    ['blanks', ' \u00a0\r\n '],
    ['nothing but the desk’s name', '<at>Desk</at>'],
  ])('a message of %s reaches the desk as empty text', async (_title, text) => {
    await running.post(messageOf(text, local));
    expect(running.desk.turns).toMatchObject([{ text: '' }]);
    expect(connector.posted).toHaveLength(1);
  });

  test('20 KB of text, in any script, reach the desk whole', async () => {
    const texts = [
      'x'.repeat(20_480),
      '郵'.repeat(20_480),
      '🙂'.repeat(5120),
      '<at>'.repeat(5120),
      '\u0000'.repeat(100),
    ];
    for (const text of texts) expect((await running.post(messageOf(text, local))).status).toBe(200);
    expect(running.desk.turns.map((turn) => 'text' in turn && turn.text.length)).toEqual([
      20_480, 20_480, 10_240, 0, 100,
    ]);
  });

  test('a bug of the desk is answered with a card that says so, and logged; the next message is answered', async () => {
    running.desk.answer = () => {
      throw new TypeError('state.secret is undefined');
    };
    await running.post(messageOf('hello', local));
    running.desk.answer = (turn) => answerOf('text' in turn ? turn.text : '');
    await running.post(messageOf('again', local));
    expect(connector.posted.map(({ body }) => body.summary)).toEqual([
      expect.stringMatching(/^The desk failed on this/),
      'again',
    ]);
    expect(JSON.stringify(connector.posted)).not.toContain('state.secret');
    expect(running.logged).toContainEqual(expect.objectContaining({ msg: 'the desk failed on a turn' }));
  });

  test('what was said does not go into the log', async () => {
    running.logged.length = 0;
    await running.post(messageOf('our database password is tiger', local));
    expect(running.logged).toMatchObject([
      { msg: 'turn', face: 'message', tenant, user, command: 'help', status: 'answered', ms: expect.any(Number) },
    ]);
    expect(JSON.stringify(running.logged)).not.toContain('tiger');
  });

  describe('a card that asks for itself when it comes into sight', () => {
    const refresh = () => {
      const press = pressOf(
        'incident.refresh',
        { verb: 'incident.refresh', incident: 'AB12' },
        { ...local, id: 'same' },
      );
      return { ...press, value: { ...Object(press.value), trigger: 'automatic' } };
    };

    test('gets a whole card each time: it is no repeat of what was pressed or asked before', async () => {
      let count = 0;
      running.desk.answer = () => {
        count += 1;
        return answerOf(`look ${count}`, { status: 'answered' });
      };
      for (const look of ['look 1', 'look 2']) {
        expect(await (await running.post(refresh())).json()).toEqual({
          statusCode: 200,
          type: 'application/vnd.microsoft.card.adaptive',
          value: expect.objectContaining({ type: 'AdaptiveCard', speak: look }),
        });
      }
      expect(running.desk.turns).toMatchObject([{ command: 'incident.show' }, { command: 'incident.show' }]);
    });

    test('is nothing that the person said: the dialog does not hear of it', async () => {
      await running.post(refresh());
      expect(running.desk.turns.at(-1)).not.toHaveProperty('conversation');
    });

    test('keeps the card that everybody sees where the person may not see more', async () => {
      running.desk.answer = () => answerOf('not for you', { status: 'refused', because: ['role'] });
      expect(await (await running.post(refresh())).json()).toEqual({
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: 'not for you',
      });
    });

    test('says nothing in the chat when it takes too long', async () => {
      const slow = await startTeams({ kind: 'local' }, { budgets: { message: 1000, invoke: 20 } });
      const { promise: hold, resolve: release } = Promise.withResolvers<void>();
      slow.desk.answer = async () => {
        await hold;
        return answerOf('late');
      };
      expect(await (await slow.post(refresh())).json()).toMatchObject({ statusCode: 200 });
      release();
      await slow.stop();
      expect(connector.posted).toEqual([]);
    });
  });
});
