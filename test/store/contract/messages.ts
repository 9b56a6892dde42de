import { describe, expect, test } from '@jest/globals';
import { creation, incident, message, saveWithRetry } from '../samples.ts';
import type { Subject } from './subject.ts';

/** Messages: at least once, oldest first. */
export function messagesContract(subject: Subject): void {
  describe('messages', () => {
    test('a saved message is pending until it is sent, and a restart in between loses nothing', async () => {
      const source = incident('K7');
      await subject.store.save(creation(source, { messages: [message('K7/opened', { to: 'Maja' })] }));
      await subject.reopen();
      const expected = { key: 'K7/opened', topic: 'card', body: { to: 'Maja' }, tenant: 'nordlys', source };
      expect(await subject.store.pending(10)).toEqual([expected]);
      expect(await subject.store.pending(10)).toEqual([expected]);
      for (const one of await subject.store.pending(10)) await subject.store.sent(one);
      expect(await subject.store.pending(10)).toEqual([]);
      await subject.reopen();
      expect(await subject.store.pending(10)).toEqual([]);
    });

    test('they come oldest first, across aggregates and a restart', async () => {
      const order = ['K3', 'K1', 'K2', 'K9', 'K5'];
      for (const id of order) {
        await subject.store.save(creation(incident(id), { messages: [message(`${id}/a`), message(`${id}/b`)] }));
      }
      await subject.store.save({ key: incident('K3'), expected: 1, state: 2, messages: [message('K3/c')] });
      const keys = [...order.flatMap((id) => [`${id}/a`, `${id}/b`]), 'K3/c'];
      expect((await subject.store.pending(100)).map((one) => one.key)).toEqual(keys);
      expect((await subject.store.pending(3)).map((one) => one.key)).toEqual(keys.slice(0, 3));
      await subject.reopen();
      await subject.store.save(creation(incident('K0'), { messages: [message('K0/a')] }));
      expect((await subject.store.pending(100)).map((one) => one.key)).toEqual([...keys, 'K0/a']);
    });

    test('sending one leaves the others, whatever the order', async () => {
      await subject.store.save(creation(incident('K7'), { messages: ['a', 'b', 'c'].map((key) => message(key)) }));
      const [, second, third] = await subject.store.pending(10);
      if (second) await subject.store.sent(second);
      expect((await subject.store.pending(10)).map((one) => one.key)).toEqual(['a', 'c']);
      if (third) await subject.store.sent(third);
      expect((await subject.store.pending(10)).map((one) => one.key)).toEqual(['a']);
    });

    test('sent twice is sent once', async () => {
      await subject.store.save(creation(incident('K7'), { messages: [message('a'), message('b')] }));
      const [first] = await subject.store.pending(1);
      if (first) await Promise.all([subject.store.sent(first), subject.store.sent(first)]);
      if (first) await subject.store.sent(first);
      expect((await subject.store.pending(10)).map((one) => one.key)).toEqual(['b']);
    });

    test('sending disturbs nobody who decides on the aggregate', async () => {
      const key = incident('K7');
      await subject.store.save(creation(key, { state: 'one', index: { state: 'open' }, messages: [message('a')] }));
      for (const one of await subject.store.pending(10)) await subject.store.sent(one);
      expect(await subject.store.load(key)).toEqual({ version: 1, state: 'one', index: { state: 'open' } });
      expect(await subject.store.save({ key, expected: 1, state: 'two' })).toEqual({ kind: 'saved', version: 2 });
    });

    test('a save keeps the messages that wait from the one before', async () => {
      const key = incident('K7');
      await subject.store.save(creation(key, { messages: [message('a')] }));
      await subject.store.save({ key, expected: 1, state: 2, messages: [message('b')] });
      await subject.store.save({ key, expected: 2, state: 3 });
      expect((await subject.store.pending(10)).map((one) => one.key)).toEqual(['a', 'b']);
    });

    test('a message whose key waits already is not added', async () => {
      const key = incident('K7');
      await subject.store.save(creation(key, { messages: [message('a', 1), message('a', 2)] }));
      await subject.store.save({ key, expected: 1, state: 2, messages: [message('a', 3)] });
      expect((await subject.store.pending(10)).map((one) => one.body)).toEqual([1]);
    });

    test('the same key in another tenant or aggregate is another message', async () => {
      const sources = [incident('K7'), incident('K7', 'lumiere'), incident('K8')];
      for (const key of sources) await subject.store.save(creation(key, { messages: [message('a')] }));
      const [first] = await subject.store.pending(1);
      if (first) await subject.store.sent(first);
      expect((await subject.store.pending(10)).map((one) => one.source)).toEqual(sources.slice(1));
    });

    test('sending while others save loses and repeats nothing', async () => {
      const key = incident('K7');
      const names = Array.from({ length: 60 }, (_, n) => `n${n}`);
      const seen: string[] = [];
      const deliver = async () => {
        for (const one of await subject.store.pending(5)) {
          if (!seen.includes(one.key)) seen.push(one.key);
          await subject.store.sent(one);
        }
      };
      const work = names.map(async (name) => {
        await saveWithRetry(subject.store, key, () => ({ state: name, messages: [message(name)] }));
        await deliver();
      });
      await Promise.all(work);
      while ((await subject.store.pending(1)).length > 0) await deliver();
      expect([...seen].sort()).toEqual([...names].sort());
    });
  });
}
