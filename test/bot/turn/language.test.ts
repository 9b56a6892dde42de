import { describe, expect, test } from '@jest/globals';
import { canonical, deskLanguageOf, knownTimeZone, language } from '../../../bot/turn/language.ts';
import { type NoticeKind, notice } from '../../../bot/turn/notices.ts';
import type { Turn } from '../../../bot/turn/turn.ts';
import { DeskLanguage } from '../../../knowledge/vocabulary.ts';
import { answerOf } from '../teams/support/answers.ts';

describe('the language of what the pipeline says', () => {
  test.each([
    ['da-DK', 'da'],
    ['DA_dk', 'en'],
    ['da-dk', 'da'],
    ['fr-CA', 'fr'],
    ['sq-AL', 'sq'],
    ['kk-Cyrl-KZ', 'kk'],
    ['zh-TW', 'zh-Hant'],
    ['zh-Hans-CN', 'zh-Hant'],
    ['en-GB', 'en'],
    ['de-DE', 'en'],
    ['frr', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    ['../../etc/passwd', 'en'],
  ])('%s: %s', (locale, expected) => {
    expect(deskLanguageOf(locale)).toBe(expected);
  });

  test('a locale and a time zone that are none go no further', async () => {
    const given: Turn = {
      face: 'http',
      caller: { tenant: 't', user: 'u', locale: 'not a locale', timeZone: 'Middle/Earth' },
      request: { kind: 'text', text: '' },
    };
    let handed: Turn | undefined;
    await language()(given, async (turn) => {
      handed = turn;
      return { answer: answerOf('') };
    });
    expect(handed).toEqual({ ...given, caller: { tenant: 't', user: 'u' }, language: 'en' });
  });

  test('a locale is spelt as it should be', () => {
    expect([canonical('zh-hant-tw'), canonical('x'), knownTimeZone('Asia/Almaty')]).toEqual([
      'zh-Hant-TW',
      undefined,
      'Asia/Almaty',
    ]);
  });
});

describe('notices', () => {
  const kinds: NoticeKind[] = ['still-working', 'unknown-tenant', 'no-person', 'unreadable-button', 'internal'];

  test('each is said in every language of the desk, in its own words', () => {
    for (const kind of kinds) {
      const texts = DeskLanguage.options.map((each) => notice(kind, each).text);
      expect(new Set(texts).size).toBe(DeskLanguage.options.length);
    }
  });

  test('the card says what the text says, marked with its language', () => {
    const { text, card } = notice('internal', 'kk');
    expect(card).toMatchObject({
      type: 'AdaptiveCard',
      version: '1.5',
      lang: 'kk',
      speak: text,
      body: [{ text, wrap: true }],
    });
  });
});
