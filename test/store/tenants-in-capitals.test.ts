import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { writeEnvelope } from '../../src/store/envelope.ts';
import { Layout, leaf } from '../../src/store/layout.ts';
import { encodeName } from '../../src/store/names.ts';
import { inTemporaryDirectory, withStoreIn } from './temporary.ts';

const SMALL = 'a0b1c2d3-e4f5-4a6b-8c7d-9e0fa1b2c3d4';
const CAPITALS = SMALL.toUpperCase();

/** Writes an aggregate as the first releases did: under the tenant as it was written, in its file and in its place. */
async function writtenInCapitals(root: string, kind: string, id: string, state: unknown): Promise<void> {
  const layout = new Layout(root);
  const home = join(layout.tenants(kind), encodeName(CAPITALS));
  const [shard, name] = leaf(id);
  await written(
    join(home, 'aggregates', shard, `${name}.json`),
    writeEnvelope({
      key: { tenant: CAPITALS, kind, id },
      version: 1,
      state,
      index: { status: 'open' },
      commands: [{ id: 'before', result: 'told' }],
      messages: [{ key: `said ${id}`, topic: 'channel', body: 'said', order: 1 }],
    }),
  );
  await written(join(home, 'index', 'status', ...leaf('open'), shard, name), '');
  await written(layout.outboxMarker(1), JSON.stringify({ tenant: CAPITALS, kind, id }));
}

async function written(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

describe('what was kept under a tenant in capitals', () => {
  test('is found under the tenant in small letters, by key, by field, by command, and to be sent', () =>
    inTemporaryDirectory(async (root) => {
      await withStoreIn(root, async () => {});
      await writtenInCapitals(root, 'incident', 'INC-1', { text: 'old' });
      await withStoreIn(root, async (store) => {
        for (const tenant of [SMALL, CAPITALS]) {
          const key = { tenant, kind: 'incident', id: 'INC-1' };
          expect((await store.load(key))?.state).toEqual({ text: 'old' });
          expect(await store.resultOf(key, 'before')).toEqual({ result: 'told' });
          const open = await store.list(tenant, 'incident', { where: { field: 'status', value: 'open' } });
          expect(open.items.map(({ id }) => id)).toEqual(['INC-1']);
        }
        expect(await store.tenants('incident')).toEqual([SMALL]);
        const [message] = await store.pending(9);
        expect(message).toMatchObject({ tenant: SMALL, key: 'said INC-1' });
        if (message !== undefined) await store.sent(message);
        expect(await store.pending(9)).toEqual([]);
        const saved = await store.save({
          key: { tenant: SMALL, kind: 'incident', id: 'INC-1' },
          expected: 1,
          state: { text: 'new' },
        });
        expect(saved).toEqual({ kind: 'saved', version: 2 });
      });
    }));

  test('is brought over once more where a kill came in between', () =>
    inTemporaryDirectory(async (root) => {
      await withStoreIn(root, async (store) => {
        await store.save({ key: { tenant: SMALL, kind: 'ledger', id: 'WO-1' }, expected: 0, state: 'brought over' });
      });
      await writtenInCapitals(root, 'work-order', 'WO-1', 'left behind');
      await withStoreIn(root, async (store) => {
        expect((await store.load({ tenant: SMALL, kind: 'ledger', id: 'WO-1' }))?.state).toBe('brought over');
        expect((await store.load({ tenant: SMALL, kind: 'work-order', id: 'WO-1' }))?.state).toBe('left behind');
      });
    }));

  test('stays where it is, and is not read, where the tenant has gone on under small letters', () =>
    inTemporaryDirectory(async (root) => {
      await withStoreIn(root, async (store) => {
        await store.save({ key: { tenant: SMALL, kind: 'work-order', id: 'WO-1' }, expected: 0, state: 'in use' });
      });
      await writtenInCapitals(root, 'work-order', 'WO-1', 'given up');
      await writtenInCapitals(root, 'ledger', 'WO-1', 'given up');
      await withStoreIn(root, async (store) => {
        expect((await store.load({ tenant: SMALL, kind: 'work-order', id: 'WO-1' }))?.state).toBe('in use');
        expect(await store.load({ tenant: SMALL, kind: 'ledger', id: 'WO-1' })).toBeUndefined();
        expect(await store.tenants('work-order')).toEqual([SMALL]);
        expect(await store.tenants('ledger')).toEqual([]);
      });
      const kept = await readdir(new Layout(root).tenants('ledger'));
      expect(kept).toEqual([encodeName(CAPITALS)]);
    }));
});
