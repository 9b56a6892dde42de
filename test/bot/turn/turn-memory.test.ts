import { describe, expect, test } from '@jest/globals';
import { createTurnMemory, type MemoryOptions } from '../../../bot/turn/turn-memory.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import { answerOf } from '../teams/support/answers.ts';

const hour = 60 * 60_000;
const done = answerOf('done', { status: 'done', because: ['x'], missing: ['y'] });

function memories(options: Partial<MemoryOptions> = {}) {
  const store = new MemoryStore();
  let now = 1_800_000_000_000;
  const make = () => createTurnMemory({ store, now: () => now, ...options });
  return { store, memory: make(), anew: make, pass: (ms: number) => (now += ms) };
}

describe('the memory of turns', () => {
  test('gives back what was kept, under any of its keys', async () => {
    const { memory, anew } = memories();
    await memory.keep('t', ['delivery 1', 'button 1'], done);
    expect(await memory.find('t', ['button 1'])).toEqual(done);
    expect(await anew().find('t', ['other', 'delivery 1'])).toEqual(done);
  });

  test('keeps tenants apart', async () => {
    const { memory } = memories();
    await memory.keep('t', ['delivery 1'], done);
    expect(await memory.find('u', ['delivery 1'])).toBeUndefined();
  });

  test('a plain answer is not worth a write: it is known until the desk is started anew', async () => {
    const { memory, anew, store } = memories();
    await memory.keep('t', ['delivery 1'], answerOf('four hours'));
    expect(await memory.find('t', ['delivery 1'])).toMatchObject({ text: 'four hours' });
    expect(await anew().find('t', ['delivery 1'])).toBeUndefined();
    expect(await store.tenants('turn')).toEqual([]);
  });

  test('where several desks share the store, everything can be made to last', async () => {
    const { memory, anew } = memories({ lasting: () => true });
    await memory.keep('t', ['delivery 1'], answerOf('four hours'));
    expect(await anew().find('t', ['delivery 1'])).toMatchObject({ text: 'four hours' });
  });

  test('forgets after an hour', async () => {
    const { memory, anew, pass } = memories();
    await memory.keep('t', ['delivery 1'], done);
    pass(hour);
    expect(await memory.find('t', ['delivery 1'])).toEqual(done);
    pass(1);
    expect([await memory.find('t', ['delivery 1']), await anew().find('t', ['delivery 1'])]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('holds no more than it may, in memory and in the store', async () => {
    const { memory, store } = memories({ held: 10 });
    for (let turn = 0; turn < 6000; turn += 1) await memory.keep('t', [`delivery ${turn}`], done);
    const slots = (await store.list('t', 'turn')).items;
    expect(slots.length).toBeLessThanOrEqual(1024);
    const entries = slots.map(({ state }) => (state as { entries: unknown[] }).entries.length);
    expect(Math.max(...entries)).toBeLessThanOrEqual(4);
    expect(await memory.find('t', ['delivery 5999'])).toEqual(done);
  });

  test('desks that write at the same time lose nothing', async () => {
    const { anew } = memories();
    const desks = [anew(), anew(), anew()];
    await Promise.all(desks.map((desk, number) => desk.keep('t', ['delivery 1', `delivery ${number}`], done)));
    for (const number of [0, 1, 2]) expect(await anew().find('t', [`delivery ${number}`])).toEqual(done);
  });

  test('a slot that cannot be read counts as empty and is written over', async () => {
    const { memory, anew, store } = memories();
    await memory.keep('t', ['delivery 1'], done);
    const [slot] = (await store.list('t', 'turn')).items;
    const key = { tenant: 't', kind: 'turn', id: slot?.id ?? '' };
    await store.save({ key, expected: slot?.version ?? 0, state: 'rubbish' });
    expect(await anew().find('t', ['delivery 1'])).toBeUndefined();
    await anew().keep('t', ['delivery 1'], done);
    expect(await anew().find('t', ['delivery 1'])).toEqual(done);
  });
});
