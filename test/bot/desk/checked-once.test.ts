import { describe, expect, test } from '@jest/globals';
import { checkedOnce } from '../../../bot/desk/checked-once.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';

const key = { tenant: 't', kind: 'work-order', id: 'WO-1' };

/** Counts what it checks. */
function counting() {
  const seen: unknown[] = [];
  const check = (state: unknown): string => {
    seen.push(state);
    if (state === 'bad') throw new Error('bad');
    return `checked ${String(state)}`;
  };
  return { seen, check };
}

describe('the state of an aggregate', () => {
  test('is checked again when its version has changed, and only then', () => {
    const store = new MemoryStore();
    const { seen, check } = counting();
    const told = [1, 1, 2, 2].map((version) => checkedOnce(store, key, { version, state: `v${version}` }, check));
    expect(told).toEqual(['checked v1', 'checked v1', 'checked v2', 'checked v2']);
    expect(seen).toEqual(['v1', 'v2']);
  });

  test('is its own: of another id, kind, tenant or store nothing is taken over', () => {
    const { check } = counting();
    const stores = [new MemoryStore(), new MemoryStore()];
    const keys = [key, { ...key, id: 'WO-2' }, { ...key, kind: 'support-teams' }, { ...key, tenant: 'u' }];
    const all = stores.flatMap((store, at) =>
      keys.map((one) => ({ store, one, state: `${at} ${JSON.stringify(one)}` })),
    );
    for (const _ of [1, 2]) {
      for (const { store, one, state } of all) {
        expect(checkedOnce(store, one, { version: 1, state }, check)).toBe(`checked ${state}`);
      }
    }
  });

  test('that does not pass is checked each time', () => {
    const store = new MemoryStore();
    const { seen, check } = counting();
    for (const _ of [1, 2]) expect(() => checkedOnce(store, key, { version: 1, state: 'bad' }, check)).toThrow('bad');
    expect(seen).toHaveLength(2);
  });
});
