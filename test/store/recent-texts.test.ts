import { describe, expect, test } from '@jest/globals';
import { RecentTexts } from '../../src/store/recent-texts.ts';

describe('the texts that were used last', () => {
  test('are held until there is no room for them; the one used longest ago goes first', () => {
    const texts = new RecentTexts(10);
    texts.set('a', 'aaaa');
    texts.set('b', 'bbbb');
    expect(texts.get('a')).toBe('aaaa');
    texts.set('c', 'cccc');
    expect([texts.get('a'), texts.get('b'), texts.get('c')]).toEqual(['aaaa', undefined, 'cccc']);
  });

  test('a text that is changed takes the room of its newest form only', () => {
    const texts = new RecentTexts(10);
    for (const size of [9, 2, 5, 3]) texts.set('a', 'a'.repeat(size));
    texts.set('b', 'b'.repeat(7));
    expect([texts.get('a'), texts.get('b')]).toEqual(['aaa', 'bbbbbbb']);
  });

  test('what is too long for all of the room is not held, and leaves the others', () => {
    const texts = new RecentTexts(10);
    texts.set('a', 'aaaa');
    texts.set('b', 'b'.repeat(11));
    expect([texts.get('a'), texts.get('b')]).toEqual(['aaaa', undefined]);
  });

  test('what is forgotten leaves its room', () => {
    const texts = new RecentTexts(10);
    texts.set('a', 'a'.repeat(10));
    texts.forget('a');
    texts.forget('never held');
    texts.set('b', 'b'.repeat(10));
    expect([texts.get('a'), texts.get('b')]).toEqual([undefined, 'b'.repeat(10)]);
  });
});
