import { beforeEach, describe, expect, test } from '@jest/globals';
import { everyPage } from '../../src/store/every-page.ts';
import { lastWord } from '../../src/store/last-word.ts';
import { MemoryStore } from '../../src/store/memory-store.ts';

const key = { tenant: 't', kind: 'k', id: 'one' };

let store: MemoryStore;
beforeEach(() => {
  store = new MemoryStore();
});

describe('the last word', () => {
  test('is spoken again on what stands when somebody came in between', async () => {
    await store.save({ key, expected: 0, state: ['first'] });
    const rival = {
      load: async () => {
        const stored = await store.load(key);
        if (stored?.version === 1) await store.save({ key, expected: 1, state: ['first', 'rival'] });
        return stored;
      },
      save: store.save.bind(store),
    };
    await lastWord(rival, key, (stored) => [...((stored?.state ?? []) as string[]), 'last']);
    expect((await store.load(key))?.state).toEqual(['first', 'rival', 'last']);
  });

  test('may be to leave it as it is, and is spoken once for one command', async () => {
    await lastWord(store, key, () => undefined);
    expect(await store.load(key)).toBeUndefined();
    for (const state of ['one', 'two']) await lastWord(store, key, () => state, { id: 'c', result: null });
    expect((await store.load(key))?.state).toBe('one');
  });
});

test.each([1, 2, 7, 8])('every page of %i is walked, and every item met once', async (limit) => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  for (const id of ids) await store.save({ key: { ...key, id }, expected: 0, state: id });
  const met: string[] = [];
  for await (const items of everyPage(store, 't', 'k', { limit })) {
    expect(items.length).toBeLessThanOrEqual(limit);
    met.push(...items.map(({ id }) => id));
  }
  expect(met).toEqual(ids);
});
