import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pino } from 'pino';
import { deadLettersIn } from '../../../bot/outbox/dead-letters.ts';
import { createOutbox } from '../../../bot/outbox/outbox.ts';
import { defaultPolicy } from '../../../bot/outbox/retry-policy.ts';
import type { SendError } from '../../../bot/outbox/send-error.ts';
import { fail, ok } from '../../../src/result.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import type { PendingMessage } from '../../../src/store/port.ts';
import { size } from '../../support/sizes.ts';
import { eventually } from '../teams/support/connector.ts';

type Outcome = SendError['kind'] | 'ok';

interface Sent {
  readonly key: string;
  readonly lane: string;
  readonly receiver: string;
  /** What comes of its tries, in order; afterwards it is taken. */
  readonly outcomes: readonly Outcome[];
  /** How long a try takes, in turns of the event loop. */
  readonly turns: number;
}

const message = fc.record({
  lane: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'),
  receiver: fc.constantFrom('x', 'y'),
  outcomes: fc.array(fc.constantFrom<Outcome>('ok', 'transient', 'throttled', 'maybe-delivered', 'auth', 'permanent'), {
    maxLength: 3,
  }),
  turns: fc.nat(3),
});

/** What it says of what is pending may be out of date when it arrives, as with any store that takes its time. */
class SlowStore extends MemoryStore {
  override async pending(limit: number): Promise<readonly PendingMessage[]> {
    const found = await super.pending(limit);
    for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate);
    return found;
  }
}

/** Sends them as a running outbox does, and notes what it did. */
async function run(messages: readonly Sent[], putTogether: number) {
  const store = new SlowStore();
  const tries = new Map<string, number>();
  const taken: Sent[] = [];
  const running = new Map<string, number>();
  let most = { lane: 0, receiver: 0 };
  const count = (name: string, by: number): number => {
    const now = (running.get(name) ?? 0) + by;
    running.set(name, now);
    return now;
  };
  const byKey = new Map(messages.map((one) => [one.key, one]));
  const sentOf = (key: string): Sent => byKey.get(key) as Sent;
  const outbox = createOutbox({
    store,
    log: pino({ level: 'silent' }),
    policy: { ...defaultPolicy, firstWaitMs: 1, longestWaitMs: 2 },
    deliveries: {
      post: {
        repeatable: true,
        laneOf: ({ key }) => `${sentOf(key).receiver} ${sentOf(key).lane}`,
        receiverOf: ({ key }) => sentOf(key).receiver,
        async deliver({ key }) {
          const one = sentOf(key);
          const lane = count(`${one.receiver} ${one.lane}`, 1);
          const receiver = count(one.receiver, 1);
          most = { lane: Math.max(most.lane, lane), receiver: Math.max(most.receiver, receiver) };
          for (let turn = 0; turn < one.turns; turn += 1) await new Promise(setImmediate);
          count(`${one.receiver} ${one.lane}`, -1);
          count(one.receiver, -1);
          const tried = tries.get(key) ?? 0;
          tries.set(key, tried + 1);
          const outcome = one.outcomes[tried] ?? 'ok';
          if (outcome !== 'ok') return fail({ kind: outcome, detail: outcome });
          taken.push(one);
          return ok(undefined);
        },
      },
    },
  });
  outbox.start();
  for (let at = 0; at < messages.length; at += putTogether) {
    const some = messages.slice(at, at + putTogether);
    for (const { key } of some) await outbox.put('t', { key, topic: 'post', body: null });
    await new Promise(setImmediate);
  }
  await eventually(async () => (await store.pending(1)).length === 0);
  await outbox.stop();
  const dead = (await deadLettersIn(store).list()).map(({ key }) => key);
  return { taken, dead, most };
}

/** A permanent failure before it is taken ends it; anything else is tried again, so often as three times at most here. */
const isGivenUp = ({ outcomes }: Sent): boolean =>
  outcomes.slice(0, outcomes.includes('ok') ? outcomes.indexOf('ok') : undefined).includes('permanent');

describe('whatever is sent to whomever, with whatever failures', () => {
  test('each message is taken once or is a dead letter, in order in its lane, one at a time, eight at most a receiver', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(message, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        async (drawn, putTogether) => {
          const messages = drawn.map((one, at) => ({ ...one, key: String(at) }));
          const { taken, dead, most } = await run(messages, putTogether);
          const lost = messages.filter(isGivenUp).map(({ key }) => key);
          expect(dead.toSorted()).toEqual(lost.toSorted());
          for (const lane of new Set(messages.map((one) => `${one.receiver} ${one.lane}`))) {
            const isOf = (one: Sent): boolean => `${one.receiver} ${one.lane}` === lane;
            const meant = messages.filter((one) => isOf(one) && !isGivenUp(one)).map(({ key }) => key);
            expect(taken.filter(isOf).map(({ key }) => key)).toEqual(meant);
          }
          expect(most.lane).toBe(1);
          expect(most.receiver).toBeLessThanOrEqual(8);
        },
      ),
      { numRuns: size(15, 500) },
    );
  });
});
