import { describe, expect, test } from '@jest/globals';
import { leansOnLast } from '../../../bot/dialogs/follow-up.ts';

describe('a text that leans on the question before', () => {
  test.each([
    'and for severity B?',
    'What about Lyon?',
    'et à Lyon ?',
    'Et pour la gravité B ?',
    'og i Aarhus?',
    'hvad med alvorsgrad C?',
    'po në Aarhus?',
    'dhe për rëndësinë B?',
    'ал B деңгейі?',
    '那丹麥呢？',
    '嚴重性 B 呢',
  ])('%s', (text) => {
    expect(leansOnLast(text)).toBe(true);
  });

  test.each([
    'open an incident for Exchange Online',
    'Android phones cannot enrol',
    'orders are down',
    'and then the whole warehouse stopped because the server in the basement is dead',
    'Ethernet is broken',
    'Polen er nede',
    '嚴重性 B 是什麼意思？',
  ])('not: %s', (text) => {
    expect(leansOnLast(text)).toBe(false);
  });
});
