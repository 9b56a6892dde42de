import { describe, expect, test } from '@jest/globals';
import { creation, everyPage, idsOf, incident, message } from '../samples.ts';
import type { Subject } from './subject.ts';

/** Names that file systems and databases stumble over. */
export function oddNamesContract(subject: Subject): void {
  describe('odd names', () => {
    const odd = [
      '',
      '.',
      '..',
      '../../etc/passwd',
      '/absolute',
      'back\\slash',
      'C:',
      'con',
      'NUL',
      'nul\u0000byte',
      'Case',
      'case',
      'CASE',
      '\u00e9',
      'e\u0301',
      'E\u0301',
      '郵件',
      '🧯',
      '\ud83e',
      '\ud83f',
      '\ufffd',
      'percent%2fencoded',
      'percent/encoded',
      'plus+c',
      'plusC',
      'a:b',
      'a b ',
      'a b',
      'trailing.',
      'trailing',
      'name.json',
      '__proto__',
      'constructor',
      '~tilde',
      'quote\'"`;--',
      'x'.repeat(250),
      'x'.repeat(5000),
      `${'x'.repeat(5000)}y`,
      'X'.repeat(250),
      '郵'.repeat(200),
    ];

    test('as ids: each is its own aggregate', async () => {
      await Promise.all(
        odd.map((id, n) => subject.store.save(creation(incident(id), { state: n, index: { all: 'yes' } }))),
      );
      await subject.reopen();
      for (const [n, id] of odd.entries()) {
        expect({ id, state: (await subject.store.load(incident(id)))?.state }).toEqual({ id, state: n });
      }
      expect(idsOf(await everyPage(subject.store, 'nordlys', 'incident', { limit: 7 }))).toEqual([...odd].sort());
      const all = { where: { field: 'all', value: 'yes' }, limit: 7 };
      expect(idsOf(await everyPage(subject.store, 'nordlys', 'incident', all))).toEqual([...odd].sort());
    });

    test('as index values: each leads to its own aggregates', async () => {
      await Promise.all(odd.map((value, n) => subject.store.save(creation(incident(`K${n}`), { index: { value } }))));
      for (const [n, value] of odd.entries()) {
        const found = idsOf(
          (await subject.store.list('nordlys', 'incident', { where: { field: 'value', value } })).items,
        );
        expect({ value, found }).toEqual({ value, found: [`K${n}`] });
      }
    });

    test('as tenants, kinds and fields: what is joined differently is apart', async () => {
      const keys = [
        { tenant: 'a', kind: 'b/c', id: 'd' },
        { tenant: 'a/b', kind: 'c', id: 'd' },
        { tenant: 'a', kind: 'b', id: 'c/d' },
        { tenant: 'a%2fb', kind: 'c', id: 'd' },
        { tenant: '', kind: '', id: '' },
      ];
      for (const [n, key] of keys.entries()) {
        expect(await subject.store.save(creation(key, { state: n, index: { 'x/y': 'z' } }))).toMatchObject({
          kind: 'saved',
        });
        await subject.store.save({ key, expected: 1, state: n, index: { x: 'y/z' } });
      }
      for (const [n, key] of keys.entries()) expect((await subject.store.load(key))?.state).toBe(n);
      expect((await subject.store.list('a', 'b/c', { where: { field: 'x/y', value: 'z' } })).items).toEqual([]);
      expect(idsOf((await subject.store.list('a', 'b/c', { where: { field: 'x', value: 'y/z' } })).items)).toEqual([
        'd',
      ]);
    });

    test('as commands and messages', async () => {
      const key = incident('K7');
      for (const [n, id] of odd.entries()) {
        await subject.store.save({ key, expected: n, state: n, command: { id, result: n }, messages: [message(id)] });
      }
      for (const [n, id] of odd.entries()) expect(await subject.store.resultOf(key, id)).toEqual({ result: n });
      expect((await subject.store.pending(100)).map((one) => one.key)).toEqual(odd);
    });
  });
}
