import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../../bot/outbox/retry-policy.ts';
import { messageOf, pressOf, tenant } from './support/activities.ts';
import { answerOf } from './support/answers.ts';
import { type Answered, type Connector, eventually, startConnector } from './support/connector.ts';
import { type Running, startTeams } from './support/running-teams.ts';

/** The policy with waits that a test can wait for. */
const policy = { ...defaultPolicy, firstWaitMs: 1, longestWaitMs: 2 };
const never = { ...defaultPolicy, firstWaitMs: 3_600_000, longestWaitMs: 3_600_000, budgetMs: Number.MAX_SAFE_INTEGER };

describe('answers on their way out', () => {
  let running: Running;
  let connector: Connector;
  const local = { serviceUrl: '' };

  beforeEach(async () => {
    connector = await startConnector();
    local.serviceUrl = connector.url;
  });

  afterEach(async () => {
    await running.stop();
    await connector.close();
  });

  const pending = async () => (await running.store.pending(10)).length;
  const dead = async () => (await running.store.list(tenant, 'dead-letter')).items.map(({ state }) => state);

  test.each<[string, Answered, string]>([
    ['408', { status: 408 }, 'maybe-delivered'],
    ['412', { status: 412 }, 'transient'],
    ['429', { status: 429 }, 'throttled'],
    ['500', { status: 500 }, 'maybe-delivered'],
    ['502', { status: 502 }, 'transient'],
    ['503', { status: 503 }, 'maybe-delivered'],
    ['503 with a time', { status: 503, headers: { 'retry-after': '1' } }, 'throttled'],
    ['504', { status: 504 }, 'maybe-delivered'],
    ['401', { status: 401 }, 'auth'],
    ['a connection that breaks', 'reset', 'maybe-delivered'],
  ])(
    'after %s the client does not post again on its own; the message waits in the outbox',
    async (_title, answered, kind) => {
      running = await startTeams({ kind: 'local' }, { policy: never });
      connector.next.push(answered);
      expect((await running.post(messageOf('hello', local))).status).toBe(200);
      expect([connector.posted.length, await pending()]).toEqual([1, 1]);
      expect(running.logged).toContainEqual(expect.objectContaining({ error: expect.objectContaining({ kind }) }));
    },
  );

  test('the outbox posts it by its own policy, once it is taken', async () => {
    running = await startTeams({ kind: 'local' }, { policy });
    connector.next.push({ status: 502 }, { status: 429, headers: { 'retry-after': '0' } }, { status: 412 });
    await running.post(messageOf('hello', local));
    await eventually(async () => (await pending()) === 0);
    expect(connector.posted.map(({ body }) => body.summary)).toEqual(Array(4).fill('You said: hello'));
    expect(await dead()).toEqual([]);
  });

  test('what may have been delivered is posted once more and no oftener', async () => {
    running = await startTeams({ kind: 'local' }, { policy });
    connector.next.push(...Array<Answered>(5).fill({ status: 503 }));
    await running.post(messageOf('hello', local));
    await eventually(async () => (await pending()) === 0);
    expect(connector.posted).toHaveLength(2);
    expect(await dead()).toMatchObject([{ topic: 'channel', tried: 2, error: { kind: 'maybe-delivered' } }]);
  });

  test.each([400, 403, 404, 413])('after %i it is kept as a dead letter and not posted again', async (status) => {
    running = await startTeams({ kind: 'local' }, { policy });
    connector.next.push({ status, body: { error: { code: 'MessageWritesBlocked', message: 'blocked' } } });
    await running.post(messageOf('hello', local));
    expect([connector.posted.length, await pending()]).toEqual([1, 0]);
    expect(await dead()).toMatchObject([{ tried: 1, error: { kind: 'permanent' }, body: { text: 'You said: hello' } }]);
  });

  test('a service that is not there is tried again', async () => {
    running = await startTeams({ kind: 'local' }, { policy: never });
    await connector.close();
    await running.post(messageOf('hello', local));
    expect(await pending()).toBe(1);
    expect(running.logged).toContainEqual(
      expect.objectContaining({ error: expect.objectContaining({ kind: 'transient' }) }),
    );
    connector = await startConnector();
  });

  test('many answers share one connection', async () => {
    running = await startTeams({ kind: 'local' });
    for (let count = 0; count < 20; count += 1) await running.post(messageOf('hello', local));
    expect([connector.posted.length, connector.connections()]).toEqual([20, 1]);
  });

  describe('when the desk needs longer than the turn has', () => {
    const budgets = { message: 20, invoke: 20 };

    test('a message is answered in time and the real answer follows, once', async () => {
      running = await startTeams({ kind: 'local' }, { budgets, policy });
      const { promise: hold, resolve: release } = Promise.withResolvers<void>();
      running.desk.answer = async () => {
        await hold;
        return answerOf('at last', { status: 'done' });
      };
      const activity = messageOf('a hard question', { ...local, locale: 'da-DK' });
      expect((await running.post(activity)).status).toBe(200);
      expect((await running.post(activity)).status).toBe(200);
      release();
      await eventually(() => connector.posted.length >= 2);
      expect((await running.post(activity)).status).toBe(200);
      await eventually(async () => (await pending()) === 0);
      expect(connector.posted.map(({ body }) => body.summary)).toEqual([
        expect.stringMatching(/^Jeg arbejder stadig/),
        'at last',
      ]);
      expect(running.desk.turns).toHaveLength(1);
    });

    test('a press is answered with a line, so that its card stays; the real answer follows as a message', async () => {
      running = await startTeams({ kind: 'local' }, { budgets, policy });
      const { promise: hold, resolve: release } = Promise.withResolvers<void>();
      running.desk.answer = async () => {
        await hold;
        return answerOf('at last');
      };
      const response = await running.post(pressOf('contract.show', {}, local));
      expect(await response.json()).toEqual({
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: expect.stringMatching(/^Still working/),
      });
      release();
      await eventually(() => connector.posted.length >= 1);
      expect(connector.posted).toMatchObject([{ body: { summary: 'at last' } }]);
    });

    test('a failure after the time is told too', async () => {
      running = await startTeams({ kind: 'local' }, { budgets, policy });
      const { promise: hold, reject } = Promise.withResolvers<never>();
      running.desk.answer = () => hold;
      await running.post(messageOf('a hard question', local));
      reject(new Error('gave up'));
      await eventually(() => connector.posted.length >= 2);
      expect(connector.posted[1]).toMatchObject({ body: { summary: expect.stringMatching(/^The desk failed/) } });
    });

    test('stopping waits for the answer that is owed', async () => {
      running = await startTeams({ kind: 'local' }, { budgets, policy });
      const { promise: hold, resolve: release } = Promise.withResolvers<void>();
      running.desk.answer = async () => {
        await hold;
        return answerOf('at last');
      };
      await running.post(messageOf('a hard question', local));
      const stopped = running.teams.stop();
      release();
      await stopped;
      expect(connector.posted.map(({ body }) => body.summary)).toContain('at last');
    });
  });
});
