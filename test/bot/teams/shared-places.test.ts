import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ALEX, CHLOE, FJORD, openTestDesk, type TestDesk } from '../../support/desk.ts';
import { activityOf, deskId, messageOf, pressOf, tenant } from './support/activities.ts';
import { type Connector, eventually, startConnector } from './support/connector.ts';
import { type Running, startTeams } from './support/running-teams.ts';

const thread = {
  conversation: { id: '19:team@thread.tacv2;messageid=1', conversationType: 'channel', isGroup: true, tenantId: FJORD },
  channelData: { tenant: { id: FJORD }, channel: { id: '19:team@thread.tacv2' }, team: { id: 'team' } },
};
const alex = { from: { id: '29:alex', name: 'Alex Lind', aadObjectId: ALEX } };
const chloe = { from: { id: '29:chloe', name: 'Chloé Martin', aadObjectId: CHLOE } };
const mentioned = {
  entities: [{ type: 'mention', text: '<at>Desk</at>', mentioned: { id: deskId, name: 'Desk' } }],
};

let running: Running;
let connector: Connector;
let desk: TestDesk;
let local: { serviceUrl: string };

beforeEach(async () => {
  connector = await startConnector();
  desk = await openTestDesk();
  local = { serviceUrl: connector.url };
  running = await startTeams({ kind: 'local' }, { desk: desk.desk, store: desk.store });
});

afterEach(async () => {
  await running.stop();
  await connector.close();
});

const write = (text: string, given: object = {}): Promise<Response> =>
  running.post(messageOf(text, { ...local, ...thread, ...alex, ...given }));
const said = (): Record<string, unknown>[] => connector.posted.map(({ body }) => body);
const cardOf = (body: Record<string, unknown> | undefined): Record<string, unknown> =>
  Object((body?.attachments as { content: object }[] | undefined)?.[0]?.content);
const press = async (button: { verb?: unknown; data?: unknown }, who: object): Promise<Record<string, unknown>> => {
  const response = await running.post(pressOf(button.verb, button.data, { ...local, ...thread, ...who }));
  return Object(await response.json());
};

describe('in a channel or group chat', () => {
  test.each([
    ['a channel', thread],
    [
      'a group chat',
      { conversation: { id: '19:g@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: FJORD } },
    ],
  ])('in %s the desk keeps to itself until it is mentioned', async (_, place) => {
    await write('how many credits are left?', { ...place, channelData: { tenant: { id: FJORD } } });
    expect(connector.posted).toEqual([]);
    await write('<at>Desk</at> how many credits are left?', {
      ...place,
      channelData: { tenant: { id: FJORD } },
      ...mentioned,
    });
    expect(connector.posted).toHaveLength(1);
  });

  test('another person’s mention is none of its business', async () => {
    await write('<at>Chloé</at> how many credits are left?', {
      entities: [{ type: 'mention', text: '<at>Chloé</at>', mentioned: { id: '29:chloe', name: 'Chloé' } }],
    });
    expect(connector.posted).toEqual([]);
  });

  test('the one whom it has asked something need not mention it; others still must', async () => {
    await write('<at>Desk</at> open an incident', mentioned);
    await write('Azure SQL, severity B, in Denmark: orders hang');
    expect(connector.posted).toHaveLength(2);
    await write('Azure SQL, severity B', chloe);
    expect(connector.posted).toHaveLength(2);
  });

  test('nothing of the answer is in what everybody gets, neither shown nor hidden', async () => {
    await write('<at>Desk</at> how many credits are left?', mentioned);
    const [message] = said();
    // The view's random id is no secret, and its digits may be those of a figure.
    const { view } = Object(Object(cardOf(message).refresh).action).data;
    expect(JSON.stringify(message).replaceAll(String(view), '')).not.toMatch(/200|WO-FJ26|copenhagen|lyon|credits/i);
    expect(cardOf(message)).toMatchObject({ refresh: { userIds: ['29:alex'] } });
    expect(String(message?.summary)).toContain('For Alex Lind only');
  });

  test('the client of the asker gets the answer by the refresh; another person is told to ask', async () => {
    await write('<at>Desk</at> how many credits are left?', mentioned);
    const { action } = Object(cardOf(said()[0]).refresh);
    expect(JSON.stringify(await press(action, alex))).toContain('200 credits');
    const other = JSON.stringify(await press(action, chloe));
    expect(other).not.toContain('200 credits');
    expect(other).toContain('belongs to somebody else');
  });

  test('another person’s press acts with that person’s own rights', async () => {
    await write('<at>Desk</at> exchange 10 credits from Denmark to France', mentioned);
    const { action } = Object(cardOf(said()[0]).refresh);
    const own = await press(action, alex);
    const yes = buttonIn(own, 'confirm.yes');
    expect(JSON.stringify(await press(yes, chloe))).toContain('Who may');
    const done = JSON.stringify(await press(yes, alex));
    expect(done).toContain('Done');
    const again = JSON.stringify(await press(action, alex));
    expect(again).toContain('Done');
    expect(again).not.toContain('confirm.yes');
  });

  test('what a button gets back is for the one who pressed it, so it is the answer itself', async () => {
    const button = { verb: 'suggestion', data: { verb: 'suggestion', command: 'balance.show', args: {} } };
    expect(JSON.stringify(await press(button, alex))).toContain('200 credits');
    expect(JSON.stringify(await press(button, chloe))).not.toContain('200 credits');
  });

  test('what a press gets too late for its time is said to the one who pressed, and not in the channel', async () => {
    const slow = await startTeams(
      { kind: 'local' },
      {
        store: desk.store,
        budgets: { message: 5000, invoke: 1 },
        desk: { ...desk.desk, perform: async (turn) => slowly(() => desk.desk.perform(turn)) },
      },
    );
    const personal = { id: 'a:alex', conversationType: 'personal', tenantId: FJORD };
    await slow.post(
      messageOf('hello', { ...local, ...alex, conversation: personal, channelData: { tenant: { id: FJORD } } }),
    );
    const button = { verb: 'suggestion', data: { verb: 'suggestion', command: 'balance.show', args: {} } };
    await slow.post(pressOf(button.verb, button.data, { ...local, ...thread, ...alex }));
    await eventually(() => connector.posted.length === 2);
    await slow.stop();
    expect(connector.posted[1]?.path).toMatch(/a%3Aalex/);
    expect(JSON.stringify(said()[1])).toContain('200 credits');
  });

  test('a button of a client without Action.Execute is answered to all, so it is neutral', async () => {
    const value = { verb: 'suggestion', command: 'balance.show', args: {} };
    await running.post(activityOf({ ...local, ...thread, ...alex, type: 'message', value }));
    await eventually(() => connector.posted.length === 1);
    expect(JSON.stringify(said()[0])).not.toContain('200 credits');
  });

  test('two answers to one message are two messages, in order', async () => {
    await running.post(
      messageOf('how many credits are left and which incidents are open?', {
        ...local,
        ...alex,
        conversation: { id: 'a:alex', conversationType: 'personal', tenantId: FJORD },
        channelData: { tenant: { id: FJORD } },
      }),
    );
    expect(said().map(({ summary }) => String(summary))).toEqual([
      expect.stringContaining('credits'),
      expect.stringContaining('No incident'),
    ]);
  });

  test('a stranger’s tenant gets nothing', async () => {
    await write('hello', {
      ...mentioned,
      channelData: { tenant: { id: tenant } },
      conversation: { ...thread.conversation, tenantId: tenant },
    });
    expect(JSON.stringify(said())).not.toMatch(/Fjord/);
  });
});

const slowly = async <Made>(make: () => Promise<Made>): Promise<Made> => {
  await new Promise((resolve) => setTimeout(resolve, 60));
  return make();
};

function buttonIn(answer: Record<string, unknown>, verb: string): { verb: string; data: unknown } {
  const found: { verb: string; data: unknown }[] = [];
  JSON.stringify(answer, (_key, node: unknown) => {
    const { type, verb: own, data } = Object(node) as Record<string, unknown>;
    if (type === 'Action.Execute' && own === verb) found.push({ verb, data });
    return node;
  });
  const [first] = found;
  if (first === undefined) throw new Error(`no button ${verb}`);
  return first;
}
