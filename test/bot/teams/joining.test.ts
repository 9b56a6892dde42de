import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { tenantsKnown } from '../../../bot/desk/work-orders.ts';
import { referenceKind } from '../../../bot/teams/references.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import { activityOf, deskId, messageOf, tenant, user } from './support/activities.ts';
import { type Connector, eventually, startConnector } from './support/connector.ts';
import { type Running, startTeams } from './support/running-teams.ts';

describe('joining and leaving conversations', () => {
  let running: Running;
  let connector: Connector;
  const local = { serviceUrl: '' };

  beforeEach(async () => {
    connector = await startConnector();
    local.serviceUrl = connector.url;
    running = await startTeams({ kind: 'local' });
  });

  afterEach(async () => {
    await running.stop();
    await connector.close();
  });

  const added = () =>
    activityOf({ ...local, type: 'conversationUpdate', membersAdded: [{ id: '29:p' }, { id: deskId }] });
  const installation = (action: string) => activityOf({ ...local, type: 'installationUpdate', action });
  const say = (to: object, text = 'due in an hour') =>
    running.teams.outbox.put(tenant, {
      key: `said ${text}`,
      topic: 'channel',
      body: { to, text, card: { type: 'AdaptiveCard', version: '1.5', body: [] }, language: 'en' },
    });
  const settled = () => eventually(async () => (await running.store.pending(10)).length === 0);

  test('the help card greets once, however often the joining is announced', async () => {
    for (const activity of [added(), added(), installation('add'), added()]) await running.post(activity);
    expect(running.desk.turns).toMatchObject([{ command: 'help', args: {}, tenant, user }]);
    expect(connector.posted).toHaveLength(1);
  });

  test('of a tenant without a work order nothing is kept, and the desk is not asked', async () => {
    const store = new MemoryStore();
    const walled = await startTeams({ kind: 'local' }, { store, knows: tenantsKnown(store) });
    for (const activity of [added(), messageOf('hello', local)]) await walled.post(activity);
    expect(connector.posted).toHaveLength(2);
    for (const kind of [referenceKind, 'turn', 'conversation']) expect(await store.tenants(kind)).toEqual([]);
    expect(walled.desk.turns).toEqual([]);
    await store.save({ key: { tenant, kind: 'work-order', id: 'WO-1' }, expected: 0, state: {} });
    await walled.post(messageOf('hello again', local));
    await walled.stop();
    expect([walled.desk.turns.length, await store.tenants(referenceKind)]).toEqual([1, [tenant]]);
  });

  test('whoever wrote once can be written to later, also after a restart', async () => {
    await running.post(messageOf('hello', local));
    const anew = await startTeams({ kind: 'local' }, { store: running.store });
    await say({ user });
    await eventually(() => connector.posted.length === 2);
    await anew.stop();
    expect(connector.posted[1]).toMatchObject({
      path: expect.stringMatching(/\/conversations\/a%3A1personal\/activities$/),
      body: { type: 'message', summary: 'due in an hour', speak: 'due in an hour', recipient: { id: '29:person' } },
    });
  });

  test('the newest chat of a person is the one that is written to', async () => {
    await running.post(messageOf('hello', local));
    await running.post(
      messageOf('hello again', {
        ...local,
        conversation: { id: 'a:2new', conversationType: 'personal', tenantId: tenant },
      }),
    );
    await say({ user });
    await settled();
    expect(connector.posted[2]?.path).toMatch(/a%3A2new/);
  });

  test('a channel is written to by its id, not in the thread that was read last', async () => {
    const channel = '19:team@thread.tacv2';
    await running.post(
      messageOf('<at>Desk</at> hello', {
        ...local,
        conversation: { id: `${channel};messageid=1`, conversationType: 'channel', isGroup: true, tenantId: tenant },
        channelData: { tenant: { id: tenant }, channel: { id: channel }, team: { id: 'team' } },
      }),
    );
    await say({ channel });
    await settled();
    expect(connector.posted[1]?.path).toMatch(/\/conversations\/19%3Ateam%40thread\.tacv2\/activities$/);
  });

  test('where the desk was taken out, nothing is sent; the message is kept', async () => {
    await running.post(installation('add'));
    await running.post(installation('remove'));
    await say({ user });
    await settled();
    expect(connector.posted).toHaveLength(1);
    const letters = (await running.store.list(tenant, 'dead-letter')).items;
    expect(letters).toMatchObject([{ state: { error: { detail: expect.stringMatching(/not installed/) } } }]);
  });

  test('coming back makes it reachable again', async () => {
    for (const action of ['add', 'remove', 'add']) await running.post(installation(action));
    await say({ user });
    await settled();
    expect(connector.posted.at(-1)).toMatchObject({ body: { summary: 'due in an hour' } });
  });

  test('the same person in the same chat costs no write', async () => {
    await running.post(messageOf('hello', local));
    const before = (await running.store.load({ tenant, kind: 'conversation-reference', id: `user ${user}` }))?.version;
    await running.post(messageOf('hello', local));
    const after = (await running.store.load({ tenant, kind: 'conversation-reference', id: `user ${user}` }))?.version;
    expect([before, after]).toEqual([1, 1]);
  });

  test('a message for somebody who never wrote, and one of no known shape, are kept as dead letters', async () => {
    await say({ user: 'nobody' });
    await say({ planet: 'mars' }, 'of no shape');
    await settled();
    expect((await running.store.list(tenant, 'dead-letter')).items).toHaveLength(2);
  });

  test('local ids can stand for those of the client', async () => {
    const mapped = await startTeams({ kind: 'local', tenant: 'sample-tenant', user: 'sample-administrator' });
    await mapped.post(messageOf('hello', local));
    await mapped.stop();
    expect(mapped.desk.turns).toMatchObject([{ tenant: 'sample-tenant', user: 'sample-administrator' }]);
  });
});
