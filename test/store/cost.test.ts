import { beforeAll, describe, expect, test } from '@jest/globals';
import type { FileSystem } from '../../src/store/file-system.ts';
import type { Store } from '../../src/store/port.ts';
import { size } from '../support/sizes.ts';
import { creation, incident, message } from './samples.ts';
import { opened } from './temporary.ts';
import { VolatileDisk } from './volatile-disk.ts';

const directory = '/data/desk';
const many = size(3_000, 30_000);

/** A file system that counts its calls by name, and the aggregates among the files that are read. */
function counting(under: FileSystem): { fileSystem: FileSystem; counts: () => Record<string, number> } {
  let counts: Record<string, number> = {};
  const count = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  const fileSystem: FileSystem = {
    open: async (path, flags) => {
      count(`open ${flags}`);
      const file = await under.open(path, flags);
      return { ...file, sync: () => Promise.resolve(count('sync')).then(() => file.sync()) };
    },
    readFile: (path, encoding) => {
      count(path.includes('aggregates') ? 'read aggregate' : 'read other');
      return under.readFile(path, encoding);
    },
    readdir: (path) => Promise.resolve(count('readdir')).then(() => under.readdir(path)),
    mkdir: (path) => Promise.resolve(count('mkdir')).then(() => under.mkdir(path)),
    rename: (from, to) => Promise.resolve(count('rename')).then(() => under.rename(from, to)),
    unlink: (path) => Promise.resolve(count('unlink')).then(() => under.unlink(path)),
    rmdir: (path) => Promise.resolve(count('rmdir')).then(() => under.rmdir(path)),
  };
  const taken = () => {
    const before = counts;
    counts = {};
    return before;
  };
  return { fileSystem, counts: taken };
}

const opening = (n: number) =>
  creation(incident(`INC-${n}`), {
    index: { state: n % 100 === 0 ? 'rare' : 'open', severity: 'A' },
    messages: [message(`INC-${n}/opened`)],
    command: { id: `c${n}`, result: 'opened' },
  });

async function filled(aggregates: number): Promise<VolatileDisk> {
  const disk = new VolatileDisk();
  const store = await opened(directory, { fileSystem: disk });
  for (let n = 0; n < aggregates; n += 1) await store.save(opening(n));
  for (const one of await store.pending(aggregates)) await store.sent(one);
  await store.close();
  // The first opening clears away the directories that the sent messages leave, one for each thousand.
  await (await opened(directory, { fileSystem: disk })).close();
  return disk;
}

describe(`what a call costs with ${many} aggregates`, () => {
  let few: VolatileDisk;
  let lots: VolatileDisk;

  beforeAll(async () => {
    few = await filled(10);
    lots = await filled(many);
  });

  /** The system calls of some work on a store just opened on the disk, and those of opening it. */
  async function callsOf(disk: VolatileDisk, work: (store: Store) => Promise<unknown>) {
    const { fileSystem, counts } = counting(disk);
    const store = await opened(directory, { fileSystem });
    const atOpening = counts();
    try {
      await work(store);
      return { atOpening, atWork: counts() };
    } finally {
      await store.close();
    }
  }

  test('opening the store takes as many system calls as with ten, and reads no aggregate', async () => {
    const [small, large] = [await callsOf(few, async () => {}), await callsOf(lots, async () => {})];
    expect(large.atOpening['read aggregate']).toBeUndefined();
    expect(large.atOpening).toEqual(small.atOpening);
  });

  test('a first save, a change and a sent message take as many system calls as with ten', async () => {
    const work = async (store: Store) => {
      await store.save(opening(1_000_001));
      await store.save({
        ...opening(1_000_001),
        expected: 1,
        command: { id: 'next', result: 1 },
        index: { state: 'closed' },
      });
      for (const one of await store.pending(10)) await store.sent(one);
    };
    const [small, large] = [(await callsOf(few, work)).atWork, (await callsOf(lots, work)).atWork];
    expect(large).toEqual(small);
  });

  test('a page by field reads the aggregates on it and one more, not all', async () => {
    const rare = { where: { field: 'state', value: 'rare' } };
    const page = await callsOf(lots, (store) => store.list('nordlys', 'incident', { ...rare, limit: 5 }));
    expect(page.atWork['read aggregate']).toBe(6);
    const whole = await callsOf(lots, (store) => store.list('nordlys', 'incident', rare));
    expect(whole.atWork['read aggregate']).toBe(many / 100);
  });

  test('asking for tenants and for pending messages reads no aggregate', async () => {
    const asked = await callsOf(lots, async (store) => {
      expect(await store.tenants('incident')).toEqual(['nordlys']);
      expect(await store.pending(10)).toEqual([]);
    });
    expect(asked.atWork['read aggregate']).toBeUndefined();
  });

  test('a change that leaves the index as it is touches one file only', async () => {
    const change = { ...opening(7), expected: 1, messages: [], state: 'noted', command: { id: 'note', result: 1 } };
    const { atWork } = await callsOf(lots, async (store) => {
      await store.save(change);
    });
    expect(atWork.rename).toBe(1);
    expect(atWork['open w']).toBe(1);
    expect(atWork.unlink).toBeUndefined();
  });
});
