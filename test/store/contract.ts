import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store, Stored } from '../../src/store/port.ts';
import { size } from '../support/sizes.ts';
import { modelProperty } from './model.ts';
import { creation, everyPage, idsOf, incident, message, saveWithRetry } from './samples.ts';

export interface EngineUnderTest {
  /** Open and empty. */
  readonly store: Store;
  /** Closes the store and opens the same data again, as a restart of the desk does. */
  reopen(): Promise<Store>;
  /** Called after the last use; closes what is open and removes the data. */
  dispose(): Promise<void>;
}

/** What every engine promises. `open` gives a fresh one for each test. */
export function storeContract(name: string, open: () => Promise<EngineUnderTest>): void {
  describe(`the ${name} store`, () => {
    let engine: EngineUnderTest;
    let store: Store;

    beforeEach(async () => {
      engine = await open();
      store = engine.store;
    });

    afterEach(() => engine.dispose());

    describe('versions', () => {
      test('what was never saved is not there', async () => {
        expect(await store.load(incident('K7'))).toBeUndefined();
      });

      test('a save brings version 1, and each further save one more', async () => {
        const key = incident('K7');
        expect(await store.save(creation(key))).toEqual({ kind: 'saved', version: 1 });
        expect(await store.save({ key, expected: 1, state: { summary: 'second' } })).toEqual({
          kind: 'saved',
          version: 2,
        });
        expect(await store.load(key)).toEqual({ version: 2, state: { summary: 'second' }, index: {} });
      });

      test.each([
        { expected: 0, stands: 2, who: 'takes it for new' },
        { expected: 1, stands: 2, who: 'read before the last save' },
        { expected: 3, stands: 2, who: 'read what was never there' },
      ])('whoever $who gets a conflict and changes nothing', async ({ expected, stands }) => {
        const key = incident('K7');
        await store.save(creation(key));
        await store.save({ key, expected: 1, state: 'stands', index: { state: 'open' } });
        const late = { key, expected, state: 'late', index: { state: 'late' }, messages: [message('late')] };
        expect(await store.save(late)).toEqual({ kind: 'conflict', version: stands });
        expect(await store.load(key)).toEqual({ version: 2, state: 'stands', index: { state: 'open' } });
        expect(await store.pending(10)).toEqual([]);
        expect((await store.list('nordlys', 'incident', { where: { field: 'state', value: 'late' } })).items).toEqual(
          [],
        );
      });

      test('a save of what is missing against a version is a conflict with version 0', async () => {
        expect(await store.save({ ...creation(incident('K7')), expected: 4 })).toEqual({
          kind: 'conflict',
          version: 0,
        });
        expect(await store.load(incident('K7'))).toBeUndefined();
      });

      test('of many first saves at once, exactly one is saved', async () => {
        const saves = Array.from({ length: 20 }, (_, n) => store.save(creation(incident('K7'), { state: n })));
        const kinds = (await Promise.all(saves)).map((outcome) => outcome.kind);
        expect(kinds.filter((kind) => kind === 'saved')).toHaveLength(1);
        expect(kinds.filter((kind) => kind === 'conflict')).toHaveLength(19);
      });

      test('of 200 parallel changes that come again after a conflict, none is lost', async () => {
        const key = incident('K7');
        const names = Array.from({ length: 200 }, (_, n) => `n${n}`);
        const append = (name: string) => saveWithRetry(store, key, (stored) => ({ state: [...namesIn(stored), name] }));
        await Promise.all(names.map(append));
        const stored = await store.load(key);
        expect(namesIn(stored).sort()).toEqual([...names].sort());
        expect(stored?.version).toBe(200);
      });

      test('parallel saves of different aggregates do not meet', async () => {
        const ids = Array.from({ length: 100 }, (_, n) => `p${n}`);
        const outcomes = await Promise.all(ids.map((id) => store.save(creation(incident(id)))));
        expect(new Set(outcomes.map((outcome) => outcome.kind))).toEqual(new Set(['saved']));
        expect(idsOf((await store.list('nordlys', 'incident')).items)).toEqual([...ids].sort());
      });
    });

    describe('data', () => {
      test.each([
        ['a text', 'text'],
        ['an empty text', ''],
        ['a number', 1.5],
        ['false', false],
        ['null', null],
        ['a list', [1, [2, [3]]]],
        ['an object', { deep: { deeper: [{ deepest: null }] } }],
        ['every script', { da: 'ærø', kk: 'қызмет', zh: '郵件', emoji: '🧯', combined: 'e\u0301', one: '\u00e9' }],
        ['control characters', 'a\u0000b\u001fc\r\n\u2028'],
        ['half a surrogate pair', '\ud83e'],
        ['a key that names the prototype', JSON.parse('{"__proto__":{"polluted":true},"constructor":1}')],
        ['a long text', 'x'.repeat(200_000)],
      ])('%s comes back as it was', async (_, state) => {
        await store.save(creation(incident('K7'), { state }));
        store = await engine.reopen();
        expect(await store.load(incident('K7'))).toEqual({ version: 1, state, index: {} });
        expect(JSON.stringify((await store.load(incident('K7')))?.state)).toBe(JSON.stringify(state));
      });

      test('changing an object after it was saved does not change the store', async () => {
        const change = {
          ...creation(incident('K7')),
          state: { notes: ['one'] },
          index: { state: 'open' },
          messages: [{ key: 'm', topic: 'card', body: { to: ['Maja'] } }],
          command: { id: 'c1', result: { text: ['done'] } },
        };
        const saving = store.save(change);
        change.state.notes.push('two');
        change.index.state = 'closed';
        change.messages[0]?.body.to.push('Alex');
        change.command.result.text.push('twice');
        await saving;
        expect(await store.load(incident('K7'))).toEqual({
          version: 1,
          state: { notes: ['one'] },
          index: { state: 'open' },
        });
        expect((await store.pending(1))[0]?.body).toEqual({ to: ['Maja'] });
        expect(await store.resultOf(incident('K7'), 'c1')).toEqual({ result: { text: ['done'] } });
      });

      test('changing an object that was handed out does not change the store', async () => {
        const given = { state: ['one'], command: { id: 'c1', result: ['done'] } };
        await store.save(creation(incident('K7'), { ...given, messages: [message('m', ['hello'])] }));
        const handedOut = [
          (await store.load(incident('K7')))?.state,
          (await store.list('nordlys', 'incident')).items[0]?.state,
          (await store.resultOf(incident('K7'), 'c1'))?.result,
          (await store.pending(1))[0]?.body,
        ];
        for (const one of handedOut) (one as string[]).push('changed');
        expect((await store.load(incident('K7')))?.state).toEqual(['one']);
        expect((await store.list('nordlys', 'incident')).items[0]?.state).toEqual(['one']);
        expect((await store.resultOf(incident('K7'), 'c1'))?.result).toEqual(['done']);
        expect((await store.pending(1))[0]?.body).toEqual(['hello']);
      });
    });

    describe('commands', () => {
      test('a command that comes again gets the first result, and nothing is written', async () => {
        const key = incident('K7');
        const command = { id: 'activity-1', result: { text: 'Alex acknowledged at 10:02' } };
        await store.save(creation(key, { state: 'once', command }));
        const again = { key, expected: 1, state: 'twice', messages: [message('m')], index: { state: 'twice' } };
        expect(await store.save({ ...again, command: { id: 'activity-1', result: 'other' } })).toEqual({
          kind: 'repeated',
          result: { text: 'Alex acknowledged at 10:02' },
        });
        expect(await store.load(key)).toEqual({ version: 1, state: 'once', index: {} });
        expect(await store.pending(10)).toEqual([]);
      });

      test('it is a repetition also against a version that no longer stands', async () => {
        const key = incident('K7');
        await store.save(creation(key, { command: { id: 'c1', result: 1 } }));
        await store.save({ key, expected: 1, state: 'later', command: { id: 'c2', result: 2 } });
        expect(await store.save(creation(key, { command: { id: 'c1', result: 'other' } }))).toEqual({
          kind: 'repeated',
          result: 1,
        });
      });

      test('five deliveries at once are done once', async () => {
        const change = creation(incident('K7'), { command: { id: 'c1', result: 'done' }, messages: [message('m')] });
        const outcomes = await Promise.all(Array.from({ length: 5 }, () => store.save(change)));
        expect(outcomes.filter((outcome) => outcome.kind === 'saved')).toHaveLength(1);
        expect(outcomes.filter((outcome) => outcome.kind === 'repeated')).toHaveLength(4);
        expect(await store.pending(10)).toHaveLength(1);
      });

      test('a conflict records no command', async () => {
        await store.save({ ...creation(incident('K7')), expected: 1, command: { id: 'c1', result: 1 } });
        expect(await store.resultOf(incident('K7'), 'c1')).toBeUndefined();
      });

      test('results are found by command and aggregate, and survive a restart', async () => {
        await store.save(creation(incident('K7'), { command: { id: 'c1', result: { figure: 60 } } }));
        await store.save(creation(incident('K8')));
        store = await engine.reopen();
        expect(await store.resultOf(incident('K7'), 'c1')).toEqual({ result: { figure: 60 } });
        expect(await store.resultOf(incident('K7'), 'c2')).toBeUndefined();
        expect(await store.resultOf(incident('K8'), 'c1')).toBeUndefined();
        expect(await store.resultOf(incident('K9'), 'c1')).toBeUndefined();
      });

      test('the newest 64 are kept', async () => {
        const key = incident('K7');
        for (let n = 0; n < 70; n += 1) {
          await store.save({ key, expected: n, state: n, command: { id: `c${n}`, result: n } });
        }
        const kept = await Promise.all(Array.from({ length: 70 }, (_, n) => store.resultOf(key, `c${n}`)));
        expect(kept.slice(0, 6)).toEqual(Array(6).fill(undefined));
        expect(kept.slice(6)).toEqual(Array.from({ length: 64 }, (_, n) => ({ result: n + 6 })));
      });
    });

    describe('messages', () => {
      test('a saved message is pending until it is sent, and a restart in between loses nothing', async () => {
        const source = incident('K7');
        await store.save(creation(source, { messages: [message('K7/opened', { to: 'Maja' })] }));
        store = await engine.reopen();
        const expected = { key: 'K7/opened', topic: 'card', body: { to: 'Maja' }, tenant: 'nordlys', source };
        expect(await store.pending(10)).toEqual([expected]);
        expect(await store.pending(10)).toEqual([expected]);
        for (const one of await store.pending(10)) await store.sent(one);
        expect(await store.pending(10)).toEqual([]);
        store = await engine.reopen();
        expect(await store.pending(10)).toEqual([]);
      });

      test('they come oldest first, across aggregates and a restart', async () => {
        const order = ['K3', 'K1', 'K2', 'K9', 'K5'];
        for (const id of order) {
          await store.save(creation(incident(id), { messages: [message(`${id}/a`), message(`${id}/b`)] }));
        }
        await store.save({ key: incident('K3'), expected: 1, state: 2, messages: [message('K3/c')] });
        const keys = [...order.flatMap((id) => [`${id}/a`, `${id}/b`]), 'K3/c'];
        expect((await store.pending(100)).map((one) => one.key)).toEqual(keys);
        expect((await store.pending(3)).map((one) => one.key)).toEqual(keys.slice(0, 3));
        store = await engine.reopen();
        await store.save(creation(incident('K0'), { messages: [message('K0/a')] }));
        expect((await store.pending(100)).map((one) => one.key)).toEqual([...keys, 'K0/a']);
      });

      test('sending one leaves the others, whatever the order', async () => {
        await store.save(creation(incident('K7'), { messages: ['a', 'b', 'c'].map((key) => message(key)) }));
        const [, second, third] = await store.pending(10);
        if (second) await store.sent(second);
        expect((await store.pending(10)).map((one) => one.key)).toEqual(['a', 'c']);
        if (third) await store.sent(third);
        expect((await store.pending(10)).map((one) => one.key)).toEqual(['a']);
      });

      test('sent twice is sent once', async () => {
        await store.save(creation(incident('K7'), { messages: [message('a'), message('b')] }));
        const [first] = await store.pending(1);
        if (first) await Promise.all([store.sent(first), store.sent(first)]);
        if (first) await store.sent(first);
        expect((await store.pending(10)).map((one) => one.key)).toEqual(['b']);
      });

      test('sending disturbs nobody who decides on the aggregate', async () => {
        const key = incident('K7');
        await store.save(creation(key, { state: 'one', index: { state: 'open' }, messages: [message('a')] }));
        for (const one of await store.pending(10)) await store.sent(one);
        expect(await store.load(key)).toEqual({ version: 1, state: 'one', index: { state: 'open' } });
        expect(await store.save({ key, expected: 1, state: 'two' })).toEqual({ kind: 'saved', version: 2 });
      });

      test('a save keeps the messages that wait from the one before', async () => {
        const key = incident('K7');
        await store.save(creation(key, { messages: [message('a')] }));
        await store.save({ key, expected: 1, state: 2, messages: [message('b')] });
        await store.save({ key, expected: 2, state: 3 });
        expect((await store.pending(10)).map((one) => one.key)).toEqual(['a', 'b']);
      });

      test('a message whose key waits already is not added', async () => {
        const key = incident('K7');
        await store.save(creation(key, { messages: [message('a', 1), message('a', 2)] }));
        await store.save({ key, expected: 1, state: 2, messages: [message('a', 3)] });
        expect((await store.pending(10)).map((one) => one.body)).toEqual([1]);
      });

      test('the same key in another tenant or aggregate is another message', async () => {
        const sources = [incident('K7'), incident('K7', 'lumiere'), incident('K8')];
        for (const key of sources) await store.save(creation(key, { messages: [message('a')] }));
        const [first] = await store.pending(1);
        if (first) await store.sent(first);
        expect((await store.pending(10)).map((one) => one.source)).toEqual(sources.slice(1));
      });

      test('sending while others save loses and repeats nothing', async () => {
        const key = incident('K7');
        const names = Array.from({ length: 60 }, (_, n) => `n${n}`);
        const seen: string[] = [];
        const deliver = async () => {
          for (const one of await store.pending(5)) {
            if (!seen.includes(one.key)) seen.push(one.key);
            await store.sent(one);
          }
        };
        const work = names.map(async (name) => {
          await saveWithRetry(store, key, () => ({ state: name, messages: [message(name)] }));
          await deliver();
        });
        await Promise.all(work);
        while ((await store.pending(1)).length > 0) await deliver();
        expect([...seen].sort()).toEqual([...names].sort());
      });
    });

    describe('lists', () => {
      const where = (value: string) => ({ where: { field: 'state', value } });

      test('all of a kind without `where`, and of no other kind', async () => {
        await store.save(creation(incident('K1'), { state: 1, index: { state: 'open' } }));
        await store.save(creation({ tenant: 'nordlys', kind: 'ledger', id: 'K1' }));
        expect(await store.list('nordlys', 'incident')).toEqual({
          items: [{ id: 'K1', version: 1, state: 1, index: { state: 'open' } }],
        });
        expect(await store.list('nordlys', 'work-order')).toEqual({ items: [] });
      });

      test('by a field and its value', async () => {
        await store.save(creation(incident('K1'), { index: { state: 'open', severity: 'A' } }));
        await store.save(creation(incident('K2'), { index: { state: 'closed', severity: 'A' } }));
        await store.save(creation(incident('K3'), { index: { severity: 'open' } }));
        expect(idsOf((await store.list('nordlys', 'incident', where('open'))).items)).toEqual(['K1']);
        const bySeverity = { where: { field: 'severity', value: 'A' } };
        expect(idsOf((await store.list('nordlys', 'incident', bySeverity)).items)).toEqual(['K1', 'K2']);
        expect((await store.list('nordlys', 'incident', where('OPEN'))).items).toEqual([]);
        expect((await store.list('nordlys', 'incident', { where: { field: 'owner', value: '' } })).items).toEqual([]);
      });

      test('an aggregate moves with its index, there and back, also over a restart', async () => {
        const key = incident('K1');
        const values = ['open', 'acknowledged', 'open', 'closed', 'open'];
        for (const [n, value] of values.entries()) {
          await store.save({ key, expected: n, state: n, index: { state: value } });
          if (n === 2) store = await engine.reopen();
          for (const other of new Set(values)) {
            const found = idsOf((await store.list('nordlys', 'incident', where(other))).items);
            expect({ other, found }).toEqual({ other, found: other === value ? ['K1'] : [] });
          }
        }
      });

      test('a save without an index takes the aggregate out of every list by field', async () => {
        await store.save(creation(incident('K1'), { index: { state: 'open' } }));
        await store.save({ key: incident('K1'), expected: 1, state: 2 });
        expect((await store.list('nordlys', 'incident', where('open'))).items).toEqual([]);
        expect(idsOf((await store.list('nordlys', 'incident')).items)).toEqual(['K1']);
      });

      test.each([1, 2, 3, 7, 39, 40, 41])('pages of %i hold each item once', async (limit) => {
        const ids = Array.from({ length: 40 }, (_, n) => `K${n}`);
        await Promise.all(
          ids.map((id, n) => store.save(creation(incident(id), { index: { state: n % 2 ? 'odd' : 'even' } }))),
        );
        expect(idsOf(await everyPage(store, 'nordlys', 'incident', { limit }))).toEqual([...ids].sort());
        const odd = ids.filter((_, n) => n % 2).sort();
        expect(idsOf(await everyPage(store, 'nordlys', 'incident', { ...where('odd'), limit }))).toEqual(odd);
        const first = await store.list('nordlys', 'incident', { limit });
        expect(first.items).toHaveLength(Math.min(limit, 40));
        expect(first.next === undefined).toBe(limit >= 40);
      });

      test('what is saved between two pages moves nothing that stood before', async () => {
        const stood = Array.from({ length: 30 }, (_, n) => `s${n}`);
        await Promise.all(stood.map((id) => store.save(creation(incident(id)))));
        const met: string[] = [];
        let after: string | undefined;
        for (let n = 0; n === 0 || after !== undefined; n += 1) {
          const page = await store.list('nordlys', 'incident', { limit: 4, ...(after === undefined ? {} : { after }) });
          met.push(...page.items.map((item) => item.id));
          after = page.next;
          await store.save(creation(incident(`new${n}`)));
        }
        expect(met.filter((id) => id.startsWith('s')).sort()).toEqual([...stood].sort());
        expect(new Set(met).size).toBe(met.length);
      });

      test('the order of a list does not change', async () => {
        const ids = Array.from({ length: 25 }, (_, n) => `K${n}`);
        await Promise.all(ids.map((id) => store.save(creation(incident(id), { index: { state: 'open' } }))));
        const order = (await store.list('nordlys', 'incident')).items.map((item) => item.id);
        await store.save({ key: incident('K3'), expected: 1, state: 'changed', index: { state: 'open' } });
        store = await engine.reopen();
        expect((await store.list('nordlys', 'incident')).items.map((item) => item.id)).toEqual(order);
        expect((await everyPage(store, 'nordlys', 'incident', { limit: 4 })).map((item) => item.id)).toEqual(order);
      });

      test('lists stay right while aggregates move between values', async () => {
        const ids = Array.from({ length: 10 }, (_, n) => `K${n}`);
        const move = async (id: string) => {
          for (let n = 0; n < 10; n += 1) {
            await store.save({ key: incident(id), expected: n, state: n, index: { state: n % 2 ? 'odd' : 'even' } });
            for (const { index } of (await store.list('nordlys', 'incident', where('even'))).items) {
              expect(index).toEqual({ state: 'even' });
            }
          }
        };
        await Promise.all(ids.map(move));
        expect((await store.list('nordlys', 'incident', where('even'))).items).toEqual([]);
        expect(idsOf((await store.list('nordlys', 'incident', where('odd'))).items)).toEqual(ids);
      });
    });

    describe('tenants', () => {
      test('no call reaches into another tenant', async () => {
        const own = { index: { state: 'open' }, command: { id: 'c1', result: 'secret' } };
        await store.save(creation(incident('K7', 'nordlys'), { ...own, state: 'secret' }));
        expect(await store.load(incident('K7', 'lumiere'))).toBeUndefined();
        expect(await store.resultOf(incident('K7', 'lumiere'), 'c1')).toBeUndefined();
        expect(await store.list('lumiere', 'incident')).toEqual({ items: [] });
        expect(await store.list('lumiere', 'incident', { where: { field: 'state', value: 'open' } })).toEqual({
          items: [],
        });
        expect(await store.save(creation(incident('K7', 'lumiere'), { state: 'other' }))).toEqual({
          kind: 'saved',
          version: 1,
        });
        expect((await store.load(incident('K7', 'nordlys')))?.state).toBe('secret');
      });

      test('every tenant that has an aggregate of the kind is named once', async () => {
        const tenants = ['nordlys', 'Nordlys', 'lumière', '../steppe', '', 'x'.repeat(300), 'kodra'];
        for (const tenant of tenants) {
          await store.save(creation(incident('K1', tenant)));
          await store.save(creation(incident('K2', tenant)));
        }
        await store.save(creation({ tenant: 'other', kind: 'ledger', id: 'K1' }));
        expect(await store.tenants('incident')).toEqual([...tenants].sort());
        expect(await store.tenants('ledger')).toEqual(['other']);
        expect(await store.tenants('work-order')).toEqual([]);
      });
    });

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
        await Promise.all(odd.map((id, n) => store.save(creation(incident(id), { state: n, index: { all: 'yes' } }))));
        store = await engine.reopen();
        for (const [n, id] of odd.entries()) {
          expect({ id, state: (await store.load(incident(id)))?.state }).toEqual({ id, state: n });
        }
        expect(idsOf(await everyPage(store, 'nordlys', 'incident', { limit: 7 }))).toEqual([...odd].sort());
        const all = { where: { field: 'all', value: 'yes' }, limit: 7 };
        expect(idsOf(await everyPage(store, 'nordlys', 'incident', all))).toEqual([...odd].sort());
      });

      test('as index values: each leads to its own aggregates', async () => {
        await Promise.all(odd.map((value, n) => store.save(creation(incident(`K${n}`), { index: { value } }))));
        for (const [n, value] of odd.entries()) {
          const found = idsOf((await store.list('nordlys', 'incident', { where: { field: 'value', value } })).items);
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
          expect(await store.save(creation(key, { state: n, index: { 'x/y': 'z' } }))).toMatchObject({ kind: 'saved' });
          await store.save({ key, expected: 1, state: n, index: { x: 'y/z' } });
        }
        for (const [n, key] of keys.entries()) expect((await store.load(key))?.state).toBe(n);
        expect((await store.list('a', 'b/c', { where: { field: 'x/y', value: 'z' } })).items).toEqual([]);
        expect(idsOf((await store.list('a', 'b/c', { where: { field: 'x', value: 'y/z' } })).items)).toEqual(['d']);
      });

      test('as commands and messages', async () => {
        const key = incident('K7');
        for (const [n, id] of odd.entries()) {
          await store.save({ key, expected: n, state: n, command: { id, result: n }, messages: [message(id)] });
        }
        for (const [n, id] of odd.entries()) expect(await store.resultOf(key, id)).toEqual({ result: n });
        expect((await store.pending(100)).map((one) => one.key)).toEqual(odd);
      });
    });

    describe('as a whole', () => {
      test('answers as a simple model of it does, whatever is asked', async () => {
        await modelProperty(open, size(30, 1000));
      }, 600_000);
    });
  });
}

const namesIn = (stored: Stored | undefined): string[] => [...((stored?.state ?? []) as string[])];
