import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pino } from 'pino';
import { onceOnly } from '../../../bot/turn/once-only.ts';
import type { Reply, Turn } from '../../../bot/turn/turn.ts';
import { allKeys, keysOf } from '../../../bot/turn/turn-keys.ts';
import { createTurnMemory, type TurnMemory } from '../../../bot/turn/turn-memory.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import { answerOf } from '../teams/support/answers.ts';

const silent = pino({ level: 'silent' });
const memoryOf = () => createTurnMemory({ store: new MemoryStore() });
const turnOf = (delivery: string): Turn => ({
  face: 'message',
  caller: { tenant: 't', user: 'u' },
  request: { kind: 'text', text: '' },
  delivery,
});

describe('doing it once', () => {
  test('whatever comes how often and in which order, each delivery is done once and all get its answer', async () => {
    const deliveries = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(deliveries, fc.scheduler(), async (arriving, scheduler) => {
        const done: string[] = [];
        const step = onceOnly(memoryOf(), silent);
        const next = scheduler.scheduleFunction(async ({ delivery = '' }: Turn): Promise<Reply> => {
          done.push(delivery);
          return { answer: answerOf(`${delivery} ${done.length}`, { status: 'done' }) };
        });
        const replies = arriving.map((delivery) => step(turnOf(delivery), next));
        const all = await scheduler.waitFor(Promise.all(replies));
        const texts = all.map(({ answer }) => answer.text);
        const firsts = all.filter(({ repeated }) => !repeated);
        const distinct = new Set(arriving).size;
        expect([done.length, new Set(texts).size, firsts.length]).toEqual([distinct, distinct, distinct]);
      }),
    );
  });

  test('those who wait for a first one that fails are told so, and the next one tries again', async () => {
    const step = onceOnly(memoryOf(), silent);
    const failing = () => Promise.reject(new Error('gone'));
    const both = await Promise.allSettled([step(turnOf('a'), failing), step(turnOf('a'), failing)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await step(turnOf('a'), async () => ({ answer: answerOf('back') }))).toMatchObject({
      answer: { text: 'back' },
    });
  });

  test('a delivery of another tenant is another one, whatever it is called', async () => {
    const step = onceOnly(memoryOf(), silent);
    const answering = async ({ caller }: Turn): Promise<Reply> => {
      await setImmediate();
      return { answer: answerOf(`for ${caller.tenant}`, { status: 'done' }) };
    };
    const ofTenant = (tenant: string): Turn => ({ ...turnOf('a'), caller: { tenant, user: 'u' } });
    const both = await Promise.all(['t1', 't2'].map((tenant) => step(ofTenant(tenant), answering)));
    expect(both.map(({ answer }) => answer.text)).toEqual(['for t1', 'for t2']);
  });

  test('an answer that cannot be remembered is still an answer', async () => {
    const memory: TurnMemory = { find: async () => undefined, keep: () => Promise.reject(new Error('disk full')) };
    const reply = await onceOnly(memory, silent)(turnOf('a'), async () => ({ answer: answerOf('given') }));
    expect(reply).toMatchObject({ answer: { text: 'given' } });
  });

  test('while the late answer is awaited, a repeat is told that work goes on, and does not say it', async () => {
    const step = onceOnly(memoryOf(), silent);
    const { promise: late, resolve } = Promise.withResolvers<Reply>();
    const first = await step(turnOf('a'), async () => ({ answer: answerOf('still working'), late }));
    const second = await step(turnOf('a'), () => Promise.reject(new Error('asked twice')));
    expect(second).toEqual({ answer: answerOf('still working'), repeated: true });
    resolve({ answer: answerOf('at last', { status: 'done' }) });
    await first.late;
    await setImmediate();
    const third = await step(turnOf('a'), () => Promise.reject(new Error('asked twice')));
    expect(third).toMatchObject({ answer: { text: 'at last' }, repeated: true });
  });
});

describe('what a turn may be a repeat of', () => {
  const press = (args: Record<string, unknown>, given: Partial<Turn> = {}): Turn => ({
    ...turnOf('d'),
    request: { kind: 'command', command: 'incident.open', args },
    commandKey: 'k',
    ...given,
  });

  test('the order of inputs does not matter, their values do', () => {
    const keys = (args: Record<string, unknown>) => keysOf(press(args)).button;
    expect(keys({ a: 1, b: { c: 2, d: 3 } })).toBe(keys({ b: { d: 3, c: 2 }, a: 1 }));
    expect(keys({ a: 1 })).not.toBe(keys({ a: 2 }));
    expect(keys({ a: [1, 2] })).not.toBe(keys({ a: [2, 1] }));
  });

  test('yes and no are two deeds', () => {
    const answering = (confirmed: boolean) =>
      keysOf(press({}, { request: { kind: 'command', command: 'help', args: {}, confirmed } })).button;
    expect(answering(true)).not.toBe(answering(false));
  });

  test('nothing, where the tenant is not established', () => {
    expect(allKeys(keysOf(press({}, { caller: { tenant: '', user: 'u' } })))).toEqual([]);
  });
});
