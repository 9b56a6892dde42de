import { describe, expect, test } from '@jest/globals';
import { digitIn, meansNewest, ordinalIn } from '../../../bot/dialogs/ordinals.ts';

describe('which of several is meant', () => {
  test.each([
    ['the first one', 0],
    ['close the second incident', 1],
    ['the last one.', -1],
    ['den første', 0],
    ['luk den anden', 1],
    ['le premier', 0],
    ['ferme la deuxième', 1],
    ['le dernier', -1],
    ['të parin', 0],
    ['i dyti', 1],
    ['біріншісі', 0],
    ['екіншісін көрсет', 1],
    ['соңғысын', -1],
    ['第一個', 0],
    ['關閉第二個', 1],
    ['最後一個', -1],
  ])('%s', (text, index) => {
    expect(ordinalIn(text)).toBe(index);
  });

  test.each(['what is the first response time for severity A?', 'show my incidents', 'hvor hurtigt svarer I?'])(
    'not: %s',
    (text) => {
      expect(ordinalIn(text)).toBeUndefined();
    },
  );

  test('a number alone, and nothing else', () => {
    expect([digitIn('2'), digitIn(' 1. '), digitIn('2 credits'), digitIn('B')]).toEqual([1, 0, undefined, undefined]);
  });

  test.each([
    'show my last incident',
    'vis den seneste sag',
    'montre le dernier incident',
    'më trego incidentin e fundit',
    'соңғы оқиғаны көрсет',
    '顯示最近的事件',
  ])('the newest: %s', (text) => {
    expect(meansNewest(text)).toBe(true);
  });
});
