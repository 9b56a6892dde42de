import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { OpenFile } from '../../src/store/file-system.ts';
import { Gate } from '../../src/store/gate.ts';
import { KeyQueue } from '../../src/store/key-queue.ts';
import { creation, idsOf, incident, message } from './samples.ts';
import { opened } from './temporary.ts';
import { VolatileDisk } from './volatile-disk.ts';

const directory = '/data/desk';

/** Lets everything happen that waits for nothing outside. */
const settle = async (): Promise<void> => {
  for (let n = 0; n < 20; n += 1) await nextTurn();
};

/** A disk on which files with such a path wait before they take their place, until they are let go. */
class SlowDisk extends VolatileDisk {
  readonly #slow: RegExp;
  readonly #waiting: (() => void)[] = [];

  constructor(slow: RegExp) {
    super();
    this.#slow = slow;
  }

  override async rename(from: string, to: string): Promise<void> {
    if (this.#slow.test(to)) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return super.rename(from, to);
  }

  get held(): number {
    return this.#waiting.length;
  }

  letGo(): void {
    for (const go of this.#waiting.splice(0)) go();
  }
}

/** Remembers how many files were open at a time. */
class CrowdedDisk extends VolatileDisk {
  most = 0;
  #open = 0;

  override async open(path: string, flags: 'r' | 'w' | 'wx'): Promise<OpenFile> {
    this.#open += 1;
    this.most = Math.max(this.most, this.#open);
    const file = await super.open(path, flags);
    const close = async () => {
      this.#open -= 1;
    };
    return { ...file, close };
  }
}

describe('while a save is under way', () => {
  const open = { where: { field: 'state', value: 'open' } };

  test('saves of other aggregates end, those of the same one wait', async () => {
    const disk = new SlowDisk(/\+k1\.json$/);
    const store = await opened(directory, { fileSystem: disk });
    const ended: string[] = [];
    const saves = [
      store.save(creation(incident('K1'))).then(() => ended.push('K1')),
      store.save({ ...creation(incident('K1')), expected: 1 }).then(() => ended.push('K1 again')),
      store.save(creation(incident('K2'))).then(() => ended.push('K2')),
    ];
    await settle();
    expect(ended).toEqual(['K2']);
    expect(disk.held).toBe(1);
    disk.letGo();
    await settle();
    expect(ended).toEqual(['K2', 'K1']);
    disk.letGo();
    await Promise.all(saves);
    expect((await store.load(incident('K1')))?.version).toBe(2);
    await store.close();
  });

  test('a list that meets its marker neither loses it nor shows what is not there yet', async () => {
    const disk = new SlowDisk(/\+k1\.json$/);
    const store = await opened(directory, { fileSystem: disk });
    const saving = store.save(creation(incident('K1'), { index: { state: 'open' } }));
    await settle();
    const listing = store.list('nordlys', 'incident', open);
    await settle();
    disk.letGo();
    await saving;
    expect(idsOf((await listing).items)).toEqual(['K1']);
    expect(idsOf((await store.list('nordlys', 'incident', open)).items)).toEqual(['K1']);
    await store.close();
  });

  test('its messages are not pending, and those of a later save are not held up', async () => {
    const disk = new SlowDisk(/\+k1\.json$/);
    const store = await opened(directory, { fileSystem: disk });
    const saving = store.save(creation(incident('K1'), { messages: [message('first')] }));
    await settle();
    await store.save(creation(incident('K2'), { messages: [message('second')] }));
    expect((await store.pending(10)).map((one) => one.key)).toEqual(['second']);
    disk.letGo();
    await saving;
    expect((await store.pending(10)).map((one) => one.key)).toEqual(['first', 'second']);
    await store.close();
  });

  test('a load shows what stood before', async () => {
    const disk = new SlowDisk(/never/);
    const before = await opened(directory, { fileSystem: disk });
    await before.save(creation(incident('K1'), { state: 'before' }));
    await before.close();
    const store = await opened(directory, { fileSystem: disk });
    const loads = Promise.all(Array.from({ length: 50 }, () => store.load(incident('K1'))));
    const saving = store.save({ key: incident('K1'), expected: 1, state: 'after' });
    for (const stored of await loads) expect(['before', 'after']).toContain(stored?.state);
    await saving;
    expect((await store.load(incident('K1')))?.state).toBe('after');
    await store.close();
  });
});

describe('a key queue', () => {
  test('runs the work of one key in order, and goes on after a failure', async () => {
    const queue = new KeyQueue();
    const done: number[] = [];
    const work = [1, 2, 3, 4].map((n) =>
      queue.run('key', async () => {
        await nextTurn();
        done.push(n);
        if (n === 2) throw new Error('two');
        return n;
      }),
    );
    const outcomes = await Promise.allSettled(work);
    expect(done).toEqual([1, 2, 3, 4]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  });

  test('is idle when all that was given has ended, also what failed', async () => {
    const queue = new KeyQueue();
    let ended = 0;
    const end = async () => {
      await settle();
      ended += 1;
      throw new Error('failed');
    };
    const work = ['a', 'a', 'b'].map((key) => queue.run(key, end).catch(() => {}));
    await queue.idle();
    expect(ended).toBe(3);
    await Promise.all(work);
  });
});

describe('a gate', () => {
  test('lets so many through at a time, in the order in which they came', async () => {
    const gate = new Gate(3);
    const order: number[] = [];
    let inside = 0;
    let most = 0;
    const work = Array.from({ length: 20 }, (_, n) =>
      gate.run(async () => {
        order.push(n);
        inside += 1;
        most = Math.max(most, inside);
        await nextTurn();
        inside -= 1;
      }),
    );
    await Promise.all(work);
    expect(most).toBe(3);
    expect(order).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  test('gives the place back after a failure', async () => {
    const gate = new Gate(1);
    await expect(gate.run(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await gate.run(async () => 'through')).toBe('through');
  });

  test('keeps the store from holding more files open than a process may', async () => {
    const disk = new CrowdedDisk();
    const store = await opened(directory, { fileSystem: disk });
    await Promise.all(
      Array.from({ length: 500 }, (_, n) => store.save(creation(incident(`K${n}`), { index: { n: `${n}` } }))),
    );
    expect(disk.most).toBeGreaterThan(10);
    expect(disk.most).toBeLessThanOrEqual(64);
    await store.close();
  });
});
