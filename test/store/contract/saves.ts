import { describe, expect, test } from '@jest/globals';
import type { Stored } from '../../../src/store/port.ts';
import { creation, idsOf, incident, message, saveWithRetry } from '../samples.ts';
import type { Subject } from './subject.ts';

/** Versions, data and commands: what a save promises. */
export function savesContract(subject: Subject): void {
  describe('versions', () => {
    test('what was never saved is not there', async () => {
      expect(await subject.store.load(incident('K7'))).toBeUndefined();
    });

    test('a save brings version 1, and each further save one more', async () => {
      const key = incident('K7');
      expect(await subject.store.save(creation(key))).toEqual({ kind: 'saved', version: 1 });
      expect(await subject.store.save({ key, expected: 1, state: { summary: 'second' } })).toEqual({
        kind: 'saved',
        version: 2,
      });
      expect(await subject.store.load(key)).toEqual({ version: 2, state: { summary: 'second' }, index: {} });
    });

    test.each([
      { expected: 0, stands: 2, who: 'takes it for new' },
      { expected: 1, stands: 2, who: 'read before the last save' },
      { expected: 3, stands: 2, who: 'read what was never there' },
    ])('whoever $who gets a conflict and changes nothing', async ({ expected, stands }) => {
      const key = incident('K7');
      await subject.store.save(creation(key));
      await subject.store.save({ key, expected: 1, state: 'stands', index: { state: 'open' } });
      const late = { key, expected, state: 'late', index: { state: 'late' }, messages: [message('late')] };
      expect(await subject.store.save(late)).toEqual({ kind: 'conflict', version: stands });
      expect(await subject.store.load(key)).toEqual({ version: 2, state: 'stands', index: { state: 'open' } });
      expect(await subject.store.pending(10)).toEqual([]);
      expect(
        (await subject.store.list('nordlys', 'incident', { where: { field: 'state', value: 'late' } })).items,
      ).toEqual([]);
    });

    test('a save of what is missing against a version is a conflict with version 0', async () => {
      expect(await subject.store.save({ ...creation(incident('K7')), expected: 4 })).toEqual({
        kind: 'conflict',
        version: 0,
      });
      expect(await subject.store.load(incident('K7'))).toBeUndefined();
    });

    test('of many first saves at once, exactly one is saved', async () => {
      const saves = Array.from({ length: 20 }, (_, n) => subject.store.save(creation(incident('K7'), { state: n })));
      const kinds = (await Promise.all(saves)).map((outcome) => outcome.kind);
      expect(kinds.filter((kind) => kind === 'saved')).toHaveLength(1);
      expect(kinds.filter((kind) => kind === 'conflict')).toHaveLength(19);
    });

    test('of 200 parallel changes that come again after a conflict, none is lost', async () => {
      const key = incident('K7');
      const names = Array.from({ length: 200 }, (_, n) => `n${n}`);
      const append = (name: string) =>
        saveWithRetry(subject.store, key, (stored) => ({ state: [...namesIn(stored), name] }));
      await Promise.all(names.map(append));
      const stored = await subject.store.load(key);
      expect(namesIn(stored).sort()).toEqual([...names].sort());
      expect(stored?.version).toBe(200);
    });

    test('parallel saves of different aggregates do not meet', async () => {
      const ids = Array.from({ length: 100 }, (_, n) => `p${n}`);
      const outcomes = await Promise.all(ids.map((id) => subject.store.save(creation(incident(id)))));
      expect(new Set(outcomes.map((outcome) => outcome.kind))).toEqual(new Set(['saved']));
      expect(idsOf((await subject.store.list('nordlys', 'incident')).items)).toEqual([...ids].sort());
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
      await subject.store.save(creation(incident('K7'), { state }));
      await subject.reopen();
      expect(await subject.store.load(incident('K7'))).toEqual({ version: 1, state, index: {} });
      expect(JSON.stringify((await subject.store.load(incident('K7')))?.state)).toBe(JSON.stringify(state));
    });

    test('changing an object after it was saved does not change the store', async () => {
      const change = {
        ...creation(incident('K7')),
        state: { notes: ['one'] },
        index: { state: 'open' },
        messages: [{ key: 'm', topic: 'card', body: { to: ['Maja'] } }],
        command: { id: 'c1', result: { text: ['done'] } },
      };
      const saving = subject.store.save(change);
      change.state.notes.push('two');
      change.index.state = 'closed';
      change.messages[0]?.body.to.push('Alex');
      change.command.result.text.push('twice');
      await saving;
      expect(await subject.store.load(incident('K7'))).toEqual({
        version: 1,
        state: { notes: ['one'] },
        index: { state: 'open' },
      });
      expect((await subject.store.pending(1))[0]?.body).toEqual({ to: ['Maja'] });
      expect(await subject.store.resultOf(incident('K7'), 'c1')).toEqual({ result: { text: ['done'] } });
    });

    test('changing an object that was handed out does not change the store', async () => {
      const given = { state: ['one'], command: { id: 'c1', result: ['done'] } };
      await subject.store.save(creation(incident('K7'), { ...given, messages: [message('m', ['hello'])] }));
      const handedOut = [
        (await subject.store.load(incident('K7')))?.state,
        (await subject.store.list('nordlys', 'incident')).items[0]?.state,
        (await subject.store.resultOf(incident('K7'), 'c1'))?.result,
        (await subject.store.pending(1))[0]?.body,
      ];
      for (const one of handedOut) (one as string[]).push('changed');
      expect((await subject.store.load(incident('K7')))?.state).toEqual(['one']);
      expect((await subject.store.list('nordlys', 'incident')).items[0]?.state).toEqual(['one']);
      expect((await subject.store.resultOf(incident('K7'), 'c1'))?.result).toEqual(['done']);
      expect((await subject.store.pending(1))[0]?.body).toEqual(['hello']);
    });
  });

  describe('commands', () => {
    test('a command that comes again gets the first result, and nothing is written', async () => {
      const key = incident('K7');
      const command = { id: 'activity-1', result: { text: 'Alex acknowledged at 10:02' } };
      await subject.store.save(creation(key, { state: 'once', command }));
      const again = { key, expected: 1, state: 'twice', messages: [message('m')], index: { state: 'twice' } };
      expect(await subject.store.save({ ...again, command: { id: 'activity-1', result: 'other' } })).toEqual({
        kind: 'repeated',
        result: { text: 'Alex acknowledged at 10:02' },
      });
      expect(await subject.store.load(key)).toEqual({ version: 1, state: 'once', index: {} });
      expect(await subject.store.pending(10)).toEqual([]);
    });

    test('it is a repetition also against a version that no longer stands', async () => {
      const key = incident('K7');
      await subject.store.save(creation(key, { command: { id: 'c1', result: 1 } }));
      await subject.store.save({ key, expected: 1, state: 'later', command: { id: 'c2', result: 2 } });
      expect(await subject.store.save(creation(key, { command: { id: 'c1', result: 'other' } }))).toEqual({
        kind: 'repeated',
        result: 1,
      });
    });

    test('five deliveries at once are done once', async () => {
      const change = creation(incident('K7'), { command: { id: 'c1', result: 'done' }, messages: [message('m')] });
      const outcomes = await Promise.all(Array.from({ length: 5 }, () => subject.store.save(change)));
      expect(outcomes.filter((outcome) => outcome.kind === 'saved')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome.kind === 'repeated')).toHaveLength(4);
      expect(await subject.store.pending(10)).toHaveLength(1);
    });

    test('a conflict records no command', async () => {
      await subject.store.save({ ...creation(incident('K7')), expected: 1, command: { id: 'c1', result: 1 } });
      expect(await subject.store.resultOf(incident('K7'), 'c1')).toBeUndefined();
    });

    test('results are found by command and aggregate, and survive a restart', async () => {
      await subject.store.save(creation(incident('K7'), { command: { id: 'c1', result: { figure: 60 } } }));
      await subject.store.save(creation(incident('K8')));
      await subject.reopen();
      expect(await subject.store.resultOf(incident('K7'), 'c1')).toEqual({ result: { figure: 60 } });
      expect(await subject.store.resultOf(incident('K7'), 'c2')).toBeUndefined();
      expect(await subject.store.resultOf(incident('K8'), 'c1')).toBeUndefined();
      expect(await subject.store.resultOf(incident('K9'), 'c1')).toBeUndefined();
    });

    test('the newest 64 are kept', async () => {
      const key = incident('K7');
      for (let n = 0; n < 70; n += 1) {
        await subject.store.save({ key, expected: n, state: n, command: { id: `c${n}`, result: n } });
      }
      const kept = await Promise.all(Array.from({ length: 70 }, (_, n) => subject.store.resultOf(key, `c${n}`)));
      expect(kept.slice(0, 6)).toEqual(Array(6).fill(undefined));
      expect(kept.slice(6)).toEqual(Array.from({ length: 64 }, (_, n) => ({ result: n + 6 })));
    });
  });
}

const namesIn = (stored: Stored | undefined): string[] => [...((stored?.state ?? []) as string[])];
