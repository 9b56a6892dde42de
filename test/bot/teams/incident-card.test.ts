import { describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { IncidentCardMessage, IncidentTeller } from '../../../bot/follow/incident-card.ts';
import { incidentCardMessage } from '../../../bot/follow/incident-card.ts';
import { createOutbox } from '../../../bot/outbox/outbox.ts';
import { createIncidentCardDelivery } from '../../../bot/teams/incident-card-delivery.ts';
import { createReferences } from '../../../bot/teams/references.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';

const T = 't';
const CHANNEL = '19:incidents@thread.tacv2';
const address = {
  serviceUrl: 'https://smba.example/emea',
  channelId: 'msteams',
  bot: { id: '28:desk' },
  conversation: { id: CHANNEL, conversationType: 'channel' },
};

const refusal = (statusCode?: number) => Object.assign(new Error('as told'), { name: 'RestError', statusCode });

/** A channel that notes what is done in it, and fails as it is told. */
function bench() {
  const store = new MemoryStore();
  const references = createReferences(store);
  const done: string[] = [];
  const next: (Error | 'reached, then broke')[] = [];
  let revision = 1;
  let posts = 0;
  let now = 0;
  const act = async (what: string): Promise<void> => {
    const failure = next.shift();
    if (failure instanceof Error) throw failure;
    done.push(what);
    if (failure !== undefined) throw refusal();
  };
  const teller: IncidentTeller = {
    card: async () => ({ text: `at ${revision}`, card: {}, language: 'en', revision }),
    event: async (_tenant, _incident, at) => ({ text: `event ${at}`, card: {}, language: 'en' }),
  };
  const adapter = {
    continue: async ({ conversation }: typeof address, { summary }: { summary?: string }) => {
      await act(`${conversation.id === CHANNEL ? 'post' : `reply to ${conversation.id.split('=')[1]}`}: ${summary}`);
      posts += 1;
      return `m${posts}`;
    },
    edit: (_address: unknown, id: string, { summary }: { summary?: string }) => act(`edit ${id}: ${summary}`),
  };
  const outboxOf = () =>
    createOutbox({
      store,
      log: pino({ level: 'silent' }),
      now: () => now,
      deliveries: createIncidentCardDelivery({ adapter: adapter as never, references, store, teller }),
    });
  let saved = 0;
  return {
    store,
    done,
    next,
    join: () => references.remember(T, { channel: CHANNEL }, address),
    /** The incident has reached the revision; the message about one of its changes arrives. */
    async change(body: Partial<IncidentCardMessage> & { revision: number }, reached = body.revision): Promise<void> {
      revision = reached;
      saved += 1;
      const message = incidentCardMessage({ channel: CHANNEL, incident: 'INC-1', told: false, ...body });
      await store.save({ key: { tenant: T, kind: 'x', id: `${saved}` }, expected: 0, state: {}, messages: [message] });
    },
    /** A desk that starts anew, sends all it can and waits as long as it takes. */
    async settle(rounds = 4): Promise<void> {
      const outbox = outboxOf();
      for (let round = 0; round < rounds; round += 1) {
        await outbox.pump();
        now += 120_000;
      }
    },
  };
}

describe('the card of an incident in its team’s channel', () => {
  test('is posted once and changed in place from then on', async () => {
    const { join, change, settle, done } = bench();
    await join();
    for (const revision of [1, 2, 3]) {
      await change({ revision });
      await settle();
    }
    expect(done).toEqual(['post: at 1', 'edit m1: at 2', 'edit m1: at 3']);
  });

  test('shows at once what has happened by now; what it shows already is not shown again', async () => {
    const { join, change, settle, done } = bench();
    await join();
    await change({ revision: 1 }, 3);
    await change({ revision: 2 }, 3);
    await change({ revision: 3 }, 3);
    await settle();
    expect(done).toEqual(['post: at 3']);
  });

  test('a change that somebody has to look at is said below it, once however often it arrives', async () => {
    const { join, change, settle, done } = bench();
    await join();
    await change({ revision: 1 });
    await settle();
    for (const _again of [1, 2, 3]) {
      await change({ revision: 2, told: true });
      await settle();
    }
    expect(done).toEqual(['post: at 1', 'edit m1: at 2', 'reply to m1: event 2']);
  });

  test('when the reply fails the card is not changed again for that', async () => {
    const { join, change, settle, done, next } = bench();
    await join();
    await change({ revision: 1 });
    await settle();
    await change({ revision: 2, told: true });
    next.push(...([undefined, refusal(502)] as never[]));
    await settle();
    expect(done).toEqual(['post: at 1', 'edit m1: at 2', 'reply to m1: event 2']);
  });

  test.each([404, 410])('that is gone (%i) is posted anew, and the new one is changed from then on', async (status) => {
    const { join, change, settle, done, next } = bench();
    await join();
    await change({ revision: 1 });
    await settle();
    next.push(refusal(status));
    await change({ revision: 2 });
    await settle();
    await change({ revision: 3 });
    await settle();
    expect(done).toEqual(['post: at 1', 'post: at 2', 'edit m2: at 3']);
  });

  test('an edit whose outcome is unclear is done again, and no second card is posted', async () => {
    const { join, change, settle, done, next } = bench();
    await join();
    await change({ revision: 1 });
    await settle();
    next.push('reached, then broke', 'reached, then broke', 'reached, then broke');
    await change({ revision: 2 });
    await settle(8);
    expect(new Set(done)).toEqual(new Set(['post: at 1', 'edit m1: at 2']));
  });

  test('waits for the desk to be added to the channel', async () => {
    const { join, change, settle, done } = bench();
    await change({ revision: 1 });
    await settle(2);
    expect(done).toEqual([]);
    await join();
    await settle();
    expect(done).toEqual(['post: at 1']);
  });

  test('becomes a dead letter that says so, where the desk is never added', async () => {
    const { change, settle, store } = bench();
    await change({ revision: 1 });
    await settle(16);
    const [letter] = (await store.list(T, 'dead-letter')).items;
    expect(letter?.state).toMatchObject({
      error: { detail: `the desk is not in the channel ${CHANNEL} yet; add it to the team` },
    });
  });
});
