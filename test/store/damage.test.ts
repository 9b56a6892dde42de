import { mkdir, readdir, readFile, rename, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { StoreFailure, type StoreFault } from '../../src/store/fault.ts';
import { Layout } from '../../src/store/layout.ts';
import type { AggregateKey, Store } from '../../src/store/port.ts';
import { creation, everyPage, idsOf, incident, message } from './samples.ts';
import { inTemporaryDirectory, opened, refused } from './temporary.ts';

const open = { where: { field: 'state', value: 'open' } };

/** A store with three open incidents, each with a message, of which the second's file is then spoilt. */
async function withSpoilt(
  spoil: (file: string, directory: string) => Promise<unknown>,
  work: (spoilt: { store: Store; file: string; faults: StoreFault[] }) => Promise<void>,
): Promise<void> {
  await inTemporaryDirectory(async (directory) => {
    const before = await opened(directory);
    for (const id of ['K1', 'K2', 'K3']) {
      await before.save(creation(incident(id), { index: { state: 'open' }, messages: [message(id)] }));
    }
    await before.close();
    const file = new Layout(directory).aggregate(incident('K2'));
    await spoil(file, directory);
    const faults: StoreFault[] = [];
    const store = await opened(directory, { report: (fault) => faults.push(fault) });
    await work({ store, file, faults });
    await store.close();
  });
}

async function faultOf(work: Promise<unknown>): Promise<StoreFault> {
  const failure = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure instanceof StoreFailure) return failure.fault;
  throw new Error(`no fault: ${failure}`);
}

const inFile = (change: (content: Record<string, unknown>) => unknown) => async (file: string) =>
  writeFile(file, JSON.stringify(change(JSON.parse(await readFile(file, 'utf8')))));

describe('an aggregate whose file is not what the store wrote', () => {
  const spoilings: { how: string; code: string; spoil: (file: string, directory: string) => Promise<unknown> }[] = [
    { how: 'cut short', code: 'damaged', spoil: (file) => truncate(file, 40) },
    { how: 'emptied', code: 'damaged', spoil: (file) => truncate(file, 0) },
    { how: 'edited so that a field is missing', code: 'damaged', spoil: inFile(({ version, ...rest }) => rest) },
    { how: 'replaced by other JSON', code: 'foreign', spoil: (file) => writeFile(file, '{"name":"other"}') },
    {
      how: 'replaced by another incident',
      code: 'foreign',
      spoil: (file, directory) => rename(new Layout(directory).aggregate(incident('K3')), file),
    },
    {
      how: 'of a later release',
      code: 'newer-format',
      spoil: inFile((content) => ({ ...content, format: 'aggregate/9' })),
    },
  ];

  test.each(spoilings)('$how: each call about it names the file and what to do', async ({ code, spoil }) => {
    await withSpoilt(spoil, async ({ store, file }) => {
      const calls = [
        store.load(incident('K2')),
        store.resultOf(incident('K2'), 'c'),
        store.save({ key: incident('K2'), expected: 1, state: 'over it' }),
        store.save(creation(incident('K2'))),
      ];
      for (const call of calls) {
        expect(await faultOf(call)).toEqual({
          code,
          file,
          problem: expect.stringMatching(/^The file .*\.$/),
          remedy: expect.stringMatching(/\.$/),
        });
      }
    });
  });

  test.each(spoilings)('$how: the file is left as it is', async ({ spoil }) => {
    await withSpoilt(spoil, async ({ store, file }) => {
      const before = await readFile(file, 'utf8');
      await faultOf(store.save(creation(incident('K2'))));
      await store.list('nordlys', 'incident', open);
      await store.pending(10);
      expect(await readFile(file, 'utf8')).toBe(before);
    });
  });

  test.each(spoilings.slice(0, 4))(
    '$how: all others work on, and the fault is reported once',
    async ({ code, spoil }) => {
      await withSpoilt(spoil, async ({ store, file, faults }) => {
        expect(idsOf((await store.list('nordlys', 'incident')).items)).toEqual(['K1', 'K3']);
        expect(idsOf(await everyPage(store, 'nordlys', 'incident', { ...open, limit: 1 }))).toEqual(['K1', 'K3']);
        expect((await store.pending(10)).map((one) => one.key)).toEqual(['K1', 'K3']);
        expect((await store.pending(2)).map((one) => one.key)).toEqual(['K1', 'K3']);
        expect(await store.save({ key: incident('K1'), expected: 1, state: 2 })).toEqual({ kind: 'saved', version: 2 });
        expect(await store.tenants('incident')).toEqual(['nordlys']);
        expect(faults).toEqual([expect.objectContaining({ code, file })]);
      });
    },
  );

  test('restored, it is found, listed and sent as before', async () => {
    let whole = '';
    const spoil = async (file: string) => {
      whole = await readFile(file, 'utf8');
      await truncate(file, 10);
    };
    await withSpoilt(spoil, async ({ store, file }) => {
      await store.list('nordlys', 'incident', open);
      await store.pending(10);
      await writeFile(file, whole);
      expect((await store.load(incident('K2')))?.version).toBe(1);
      expect(idsOf((await store.list('nordlys', 'incident', open)).items)).toEqual(['K1', 'K2', 'K3']);
      expect((await store.pending(10)).map((one) => one.key)).toEqual(['K1', 'K2', 'K3']);
    });
  });

  test('moved away, it is as if it had never been', async () => {
    await withSpoilt(
      (file) => rename(file, `${file}.away`),
      async ({ store, faults }) => {
        expect(await store.load(incident('K2'))).toBeUndefined();
        expect(idsOf((await store.list('nordlys', 'incident')).items)).toEqual(['K1', 'K3']);
        expect(idsOf((await store.list('nordlys', 'incident', open)).items)).toEqual(['K1', 'K3']);
        expect((await store.pending(10)).map((one) => one.key)).toEqual(['K1', 'K3']);
        expect(faults).toEqual([]);
        expect(await store.save(creation(incident('K2'), { index: { state: 'open' } }))).toMatchObject({ version: 1 });
        expect(idsOf((await store.list('nordlys', 'incident', open)).items)).toEqual(['K1', 'K2', 'K3']);
      },
    );
  });

  test('a tenant with a name too long to be a file name is known by its other aggregates', async () => {
    await inTemporaryDirectory(async (directory) => {
      const tenant = 'x'.repeat(300);
      const keys: AggregateKey[] = ['K1', 'K2', 'K3'].map((id) => incident(id, tenant));
      const filling = await opened(directory);
      for (const key of keys) await filling.save(creation(key));
      await filling.close();
      const tenantsWithout = async (...damaged: AggregateKey[]): Promise<object> => {
        for (const key of damaged) await truncate(new Layout(directory).aggregate(key), 3);
        const faults: StoreFault[] = [];
        const store = await opened(directory, { report: (fault) => faults.push(fault) });
        const tenants = await store.tenants('incident');
        await store.close();
        return { tenants, faults: faults.length };
      };
      expect(await tenantsWithout(...keys.slice(0, 2))).toMatchObject({ tenants: [tenant] });
      expect(await tenantsWithout(...keys.slice(2))).toEqual({ tenants: [], faults: 3 });
    });
  });
});

describe('a directory that is not as the store left it', () => {
  test.each([
    ['of a later release', '{"format":"store/2"}', 'newer-format'],
    ['cut short', '{"form', 'damaged'],
    ['empty', '', 'damaged'],
    ['of something else', '{"format":"shop/1"}', 'damaged'],
  ])('store.json %s keeps it shut, with what to do', async (_, content, code) => {
    await inTemporaryDirectory(async (directory) => {
      const file = join(directory, 'store.json');
      await writeFile(file, content);
      expect(await refused(directory)).toMatchObject({ code, file, remedy: expect.stringMatching(/\.$/) });
      expect(await readFile(file, 'utf8')).toBe(content);
      expect((await readdir(directory)).filter((name) => name.startsWith('lock'))).toEqual([]);
    });
  });

  test('a file where the directory should be is refused', async () => {
    await inTemporaryDirectory(async (directory) => {
      const file = join(directory, 'file');
      await writeFile(file, 'text');
      for (const path of [file, join(file, 'below')]) {
        expect(await refused(path)).toMatchObject({ code: 'disk', remedy: expect.stringMatching(/directory/) });
      }
    });
  });

  test('a directory that is missing is made, with those above it', async () => {
    await inTemporaryDirectory(async (directory) => {
      const store = await opened(join(directory, 'a', 'b', 'c'));
      await store.save(creation(incident('K1')));
      await store.close();
      expect(await readdir(join(directory, 'a', 'b', 'c'))).toEqual(['aside', 'data', 'store.json']);
    });
  });

  test('what others put there is neither read nor removed', async () => {
    await inTemporaryDirectory(async (directory) => {
      const first = await opened(directory);
      await first.save(creation(incident('K1'), { index: { state: 'open' }, messages: [message('m')] }));
      await first.close();
      const layout = new Layout(directory);
      const places = ['', 'aside', 'outbox', 'data', 'data/incident', 'data/incident/nordlys/aggregates'];
      const strange = places.flatMap((place) => [
        join(directory, place, '.DS_Store'),
        join(directory, place, 'notes.txt'),
      ]);
      for (const file of strange) await writeFile(file, 'strange');
      await writeFile(join(layout.aggregate(incident('K1')), '..', 'notes.txt'), 'strange');
      await mkdir(join(directory, 'lost+found'));
      await writeFile(join(directory, 'lock.txt'), 'strange');
      const faults: StoreFault[] = [];
      const store = await opened(directory, { report: (fault) => faults.push(fault) });
      expect(idsOf((await store.list('nordlys', 'incident')).items)).toEqual(['K1']);
      expect(idsOf((await store.list('nordlys', 'incident', open)).items)).toEqual(['K1']);
      expect(await store.tenants('incident')).toEqual(['nordlys']);
      expect((await store.pending(10)).map((one) => one.key)).toEqual(['m']);
      await store.close();
      for (const file of strange) expect(await readFile(file, 'utf8')).toBe('strange');
      expect(faults).toEqual([]);
    });
  });
});

describe('a disk that refuses', () => {
  test('fails the save with a fault that names the file, and the store works on once it is mended', async () => {
    await inTemporaryDirectory(async (directory) => {
      const store = await opened(directory);
      await store.save(creation(incident('K1')));
      const place = join(new Layout(directory).aggregate(incident('K2')), '..');
      await mkdir(join(place, '..'), { recursive: true });
      await writeFile(place, 'a file in the way of the shard');
      expect(await faultOf(store.save(creation(incident('K2'))))).toMatchObject({ code: 'disk' });
      expect((await store.load(incident('K1')))?.version).toBe(1);
      await rename(place, `${place}.away`);
      expect(await store.save(creation(incident('K2')))).toEqual({ kind: 'saved', version: 1 });
      expect(await readdir(join(directory, 'aside'))).toEqual([]);
      await store.close();
    });
  });
});

describe('a store that was closed', () => {
  test('says so to every call, and closing it again is well', async () => {
    await inTemporaryDirectory(async (directory) => {
      const store = await opened(directory);
      await store.close();
      await store.close();
      const key = incident('K1');
      const pending = { ...message('m'), tenant: key.tenant, source: key };
      const calls = [
        () => store.load(key),
        () => store.save(creation(key)),
        () => store.resultOf(key, 'c'),
        () => store.list('nordlys', 'incident'),
        () => store.tenants('incident'),
        () => store.pending(1),
        () => store.sent(pending),
      ];
      for (const call of calls) expect(await faultOf(call())).toMatchObject({ code: 'closed', file: directory });
    });
  });

  test('has first ended the saves that were under way', async () => {
    await inTemporaryDirectory(async (directory) => {
      const store = await opened(directory);
      const saves = ['K1', 'K2', 'K3'].map((id) => store.save(creation(incident(id))));
      await store.close();
      const again = await opened(directory);
      expect(idsOf((await again.list('nordlys', 'incident')).items)).toEqual(['K1', 'K2', 'K3']);
      expect(new Set((await Promise.all(saves)).map((outcome) => outcome.kind))).toEqual(new Set(['saved']));
      await again.close();
    });
  });
});
