import { describe, expect, test } from '@jest/globals';
import { creation, everyPage, idsOf, incident } from '../samples.ts';
import type { Subject } from './subject.ts';

/** Lists, pages and tenants. */
export function listsContract(subject: Subject): void {
  describe('lists', () => {
    const where = (value: string) => ({ where: { field: 'state', value } });

    test('all of a kind without `where`, and of no other kind', async () => {
      await subject.store.save(creation(incident('K1'), { state: 1, index: { state: 'open' } }));
      await subject.store.save(creation({ tenant: 'nordlys', kind: 'ledger', id: 'K1' }));
      expect(await subject.store.list('nordlys', 'incident')).toEqual({
        items: [{ id: 'K1', version: 1, state: 1, index: { state: 'open' } }],
      });
      expect(await subject.store.list('nordlys', 'work-order')).toEqual({ items: [] });
    });

    test('by a field and its value', async () => {
      await subject.store.save(creation(incident('K1'), { index: { state: 'open', severity: 'A' } }));
      await subject.store.save(creation(incident('K2'), { index: { state: 'closed', severity: 'A' } }));
      await subject.store.save(creation(incident('K3'), { index: { severity: 'open' } }));
      expect(idsOf((await subject.store.list('nordlys', 'incident', where('open'))).items)).toEqual(['K1']);
      const bySeverity = { where: { field: 'severity', value: 'A' } };
      expect(idsOf((await subject.store.list('nordlys', 'incident', bySeverity)).items)).toEqual(['K1', 'K2']);
      expect((await subject.store.list('nordlys', 'incident', where('OPEN'))).items).toEqual([]);
      expect((await subject.store.list('nordlys', 'incident', { where: { field: 'owner', value: '' } })).items).toEqual(
        [],
      );
    });

    test('an aggregate moves with its index, there and back, also over a restart', async () => {
      const key = incident('K1');
      const values = ['open', 'acknowledged', 'open', 'closed', 'open'];
      for (const [n, value] of values.entries()) {
        await subject.store.save({ key, expected: n, state: n, index: { state: value } });
        if (n === 2) await subject.reopen();
        for (const other of new Set(values)) {
          const found = idsOf((await subject.store.list('nordlys', 'incident', where(other))).items);
          expect({ other, found }).toEqual({ other, found: other === value ? ['K1'] : [] });
        }
      }
    });

    test('a save without an index takes the aggregate out of every list by field', async () => {
      await subject.store.save(creation(incident('K1'), { index: { state: 'open' } }));
      await subject.store.save({ key: incident('K1'), expected: 1, state: 2 });
      expect((await subject.store.list('nordlys', 'incident', where('open'))).items).toEqual([]);
      expect(idsOf((await subject.store.list('nordlys', 'incident')).items)).toEqual(['K1']);
    });

    test.each([1, 2, 3, 7, 39, 40, 41])('pages of %i hold each item once', async (limit) => {
      const ids = Array.from({ length: 40 }, (_, n) => `K${n}`);
      await Promise.all(
        ids.map((id, n) => subject.store.save(creation(incident(id), { index: { state: n % 2 ? 'odd' : 'even' } }))),
      );
      expect(idsOf(await everyPage(subject.store, 'nordlys', 'incident', { limit }))).toEqual([...ids].sort());
      const odd = ids.filter((_, n) => n % 2).sort();
      expect(idsOf(await everyPage(subject.store, 'nordlys', 'incident', { ...where('odd'), limit }))).toEqual(odd);
      const first = await subject.store.list('nordlys', 'incident', { limit });
      expect(first.items).toHaveLength(Math.min(limit, 40));
      expect(first.next === undefined).toBe(limit >= 40);
    });

    test('what is saved between two pages moves nothing that stood before', async () => {
      const stood = Array.from({ length: 30 }, (_, n) => `s${n}`);
      await Promise.all(stood.map((id) => subject.store.save(creation(incident(id)))));
      const met: string[] = [];
      let after: string | undefined;
      for (let n = 0; n === 0 || after !== undefined; n += 1) {
        const page = await subject.store.list('nordlys', 'incident', {
          limit: 4,
          ...(after === undefined ? {} : { after }),
        });
        met.push(...page.items.map((item) => item.id));
        after = page.next;
        await subject.store.save(creation(incident(`new${n}`)));
      }
      expect(met.filter((id) => id.startsWith('s')).sort()).toEqual([...stood].sort());
      expect(new Set(met).size).toBe(met.length);
    });

    test('the order of a list does not change', async () => {
      const ids = Array.from({ length: 25 }, (_, n) => `K${n}`);
      await Promise.all(ids.map((id) => subject.store.save(creation(incident(id), { index: { state: 'open' } }))));
      const order = (await subject.store.list('nordlys', 'incident')).items.map((item) => item.id);
      await subject.store.save({ key: incident('K3'), expected: 1, state: 'changed', index: { state: 'open' } });
      await subject.reopen();
      expect((await subject.store.list('nordlys', 'incident')).items.map((item) => item.id)).toEqual(order);
      expect((await everyPage(subject.store, 'nordlys', 'incident', { limit: 4 })).map((item) => item.id)).toEqual(
        order,
      );
    });

    test('lists stay right while aggregates move between values', async () => {
      const ids = Array.from({ length: 10 }, (_, n) => `K${n}`);
      const move = async (id: string) => {
        for (let n = 0; n < 10; n += 1) {
          await subject.store.save({
            key: incident(id),
            expected: n,
            state: n,
            index: { state: n % 2 ? 'odd' : 'even' },
          });
          for (const { index } of (await subject.store.list('nordlys', 'incident', where('even'))).items) {
            expect(index).toEqual({ state: 'even' });
          }
        }
      };
      await Promise.all(ids.map(move));
      expect((await subject.store.list('nordlys', 'incident', where('even'))).items).toEqual([]);
      expect(idsOf((await subject.store.list('nordlys', 'incident', where('odd'))).items)).toEqual(ids);
    });
  });

  describe('tenants', () => {
    test('no call reaches into another tenant', async () => {
      const own = { index: { state: 'open' }, command: { id: 'c1', result: 'secret' } };
      await subject.store.save(creation(incident('K7', 'nordlys'), { ...own, state: 'secret' }));
      expect(await subject.store.load(incident('K7', 'lumiere'))).toBeUndefined();
      expect(await subject.store.resultOf(incident('K7', 'lumiere'), 'c1')).toBeUndefined();
      expect(await subject.store.list('lumiere', 'incident')).toEqual({ items: [] });
      expect(await subject.store.list('lumiere', 'incident', { where: { field: 'state', value: 'open' } })).toEqual({
        items: [],
      });
      expect(await subject.store.save(creation(incident('K7', 'lumiere'), { state: 'other' }))).toEqual({
        kind: 'saved',
        version: 1,
      });
      expect((await subject.store.load(incident('K7', 'nordlys')))?.state).toBe('secret');
    });

    test('every tenant that has an aggregate of the kind is named once', async () => {
      const tenants = ['nordlys', 'Nordlys', 'lumière', '../steppe', '', 'x'.repeat(300), 'kodra'];
      for (const tenant of tenants) {
        await subject.store.save(creation(incident('K1', tenant)));
        await subject.store.save(creation(incident('K2', tenant)));
      }
      await subject.store.save(creation({ tenant: 'other', kind: 'ledger', id: 'K1' }));
      expect(await subject.store.tenants('incident')).toEqual([...tenants].sort());
      expect(await subject.store.tenants('ledger')).toEqual(['other']);
      expect(await subject.store.tenants('work-order')).toEqual([]);
    });
  });
}
