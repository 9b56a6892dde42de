import { describe, expect, test } from '@jest/globals';
import { fold } from '../../../bot/understanding/fold.ts';
import { longest, Phrases, withoutLooseEndings } from '../../../bot/understanding/phrases.ts';
import { tokensOf } from '../../../bot/understanding/tokens.ts';
import { isOneApart, Words } from '../../../bot/understanding/words.ts';

describe('folding', () => {
  test.each([
    ['Rëndësia', 'rendesia'],
    ['Événement', 'evenement'],
    ['Ændring på Ø', 'aendring pa o'],
    ['ҚАЗАҚ', 'казак'],
    ['ＡＺＵＲＥ', 'azure'],
  ])('%s is %s', (word, folded) => {
    expect(fold(word)).toBe(folded);
  });
});

describe('words of a text', () => {
  test('Han characters stand by themselves, other words whole, each with its place', () => {
    expect(tokensOf('Azure資料 sev1').map(({ raw, start }) => [raw, start])).toEqual([
      ['Azure', 0],
      ['資', 5],
      ['料', 6],
      ['sev1', 8],
    ]);
  });

  test('endings after a hyphen or an apostrophe are left out, severities are not', () => {
    const words = (text: string) => withoutLooseEndings(tokensOf(text)).map(({ form }) => form);
    expect(words('Server-i')).toEqual(['server']);
    expect(words('Azure-дағы')).toEqual(['azure']);
    expect(words('VM’er')).toEqual(['vm']);
    expect(words('Severity-A')).toEqual(['severity', 'a']);
  });
});

describe('phrases', () => {
  const phrases = new Phrases<string>(new Words(), true);
  for (const phrase of ['azure', 'azure sql', 'семинар', 'workshop', 'көрсет*']) phrases.add(phrase, phrase);
  const found = (text: string) => longest(phrases.find(tokensOf(text))).map(({ value }) => value);

  test.each([
    ['the longest wins', 'Azure SQL', ['azure sql']],
    ['with an ending', 'workshoppens', []],
    ['with a known ending', 'workshops семинардан', ['workshop', 'семинар']],
    ['with a letter wrong', 'wokshop', ['workshop']],
    ['any ending where a star stands', 'көрсетіңіздерші', ['көрсет*']],
    ['not across the end of a sentence', 'Azure. SQL', ['azure']],
  ])('%s: %s', (_why, text, values) => {
    expect(found(text)).toEqual(values);
  });
});

describe('one letter apart', () => {
  test.each([
    ['exchange', 'exchnage', true],
    ['exchange', 'exchang', true],
    ['exchange', 'exchangee', true],
    ['exchange', 'exchanze', true],
    ['exchange', 'exchange', false],
    ['exchange', 'exhcagne', false],
    ['exchange', 'xchang', false],
  ])('%s and %s: %s', (a, b, apart) => {
    expect(isOneApart(a, b)).toBe(apart);
  });
});
