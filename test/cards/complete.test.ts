/** Answers are whole in each language: nothing left in English, every plural, punctuation of the script. */
import { describe, expect, test } from '@jest/globals';
import { isStringKey, localeOf, strings } from '../../cards/strings.ts';
import { voiceFor } from '../../cards/voice.ts';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { knowledge } from '../support/world.ts';
import { nodesOf, ofType } from './card-tree.ts';
import { sampleCards } from './samples/cards.ts';
import { decisions } from './samples/decisions.ts';
import { news } from './samples/news.ts';
import { notices } from './samples/notices.ts';
import { audience } from './samples/setting.ts';

const keys = Object.keys(strings.en).filter(isStringKey);
const others = DeskLanguage.options.filter((language) => language !== 'en');
/** With the names that the desk itself knows. */
const cardsIn = (language: DeskLanguage) => Object.values(sampleCards(language, knowledge)).flat();

/** Words that are the same as in English, by why they are. */
const same: Readonly<Record<string, readonly string[]>> = {
  // Names of the vendor's and the desk's own; numbers of incidents.
  names: [
    ...['desk.name', 'programme.unified', 'programme.premier', 'family.microsoft-365'],
    ...[
      'chart.azure-rapid-response',
      'input.incident.placeholder',
      'input.approval.placeholder',
      'input.userId.placeholder',
    ],
  ],
  // Danish has borrowed them, or shares the root.
  da: [
    ...['action.note', 'proof.weekend', 'response.queue', 'incident.team', 'input.booking', 'fact.start'],
    ...['fact.email', 'fact.booking', 'fact.cloud', 'reason.booking', 'environment.test'],
  ],
  // French words that English has taken over letter for letter.
  fr: [
    ...['section.number', 'unit-name.licences', 'limit.programmes', 'coverage.conditions', 'action.note'],
    ...['incident.kicker', 'incidents.kicker', 'contract.structure', 'contract.services', 'contract.contacts'],
    ...['input.service', 'input.impact', 'input.date', 'input.at', 'fact.date', 'fact.incident', 'fact.service'],
    ...['fact.services', 'fact.impact', 'fact.solutions', 'fact.cloud', 'fact.cause', 'ruling.conditions'],
    ...['environment.production', 'environment.test'],
  ],
};

const bare = (message: string): string => message.replaceAll(/\{[^{}]*\}/g, '');
const isWord = (text: string): boolean => /\p{L}{2}/u.test(bare(text));

describe.each(others)('the words in %s', (language) => {
  test('are not English ones, but for those that are the same with a reason', () => {
    const left = keys.filter((key) => strings[language][key] === strings.en[key] && isWord(strings.en[key]));
    const allowed = [...(same.names ?? []), ...(same[language] ?? [])];
    expect(left.filter((key) => !allowed.includes(key))).toEqual([]);
  });

  test('on every card: what also stands on the English one is a name, or somebody’s own words', () => {
    const names = [...Object.values(knowledge.products), ...Object.values(knowledge.services)].map(
      (entry) => entry.names[language],
    );
    const own = JSON.stringify([decisions, notices, news]);
    const allowed = [...(same.names ?? []), ...(same[language] ?? [])];
    const words = allowed.flatMap((key) => (isStringKey(key) ? [strings.en[key]] : []));
    const isFine = (text: string): boolean =>
      names.includes(text) || words.includes(text) || own.includes(JSON.stringify(text).slice(1, -1));
    const english = cardsIn('en').map(({ card }) => new Set(shownOn(card)));
    const left = cardsIn(language).flatMap(({ card }, index) =>
      shownOn(card).filter(
        (text) =>
          english[index]?.has(text) && piecesOf(text).some((piece) => !isFine(piece) && !isShared(piece, language)),
      ),
    );
    expect([...new Set(left)]).toEqual([]);
  });
});

test.each(DeskLanguage.options)('every line at the head of a card begins with a capital in %s', (language) => {
  const heads = cardsIn(language).flatMap(({ card }) => ofType(Object(card).body[0], /^TextBlock$/));
  expect(heads.length).toBeGreaterThan(100);
  expect(heads.map(({ text }) => String(text)).filter((text) => /^\p{Ll}/u.test(text))).toEqual([]);
});

describe.each(DeskLanguage.options)('the plurals in %s', (language) => {
  const categories = new Intl.PluralRules(localeOf(language)).resolvedOptions().pluralCategories;

  test('have a form for each category that the language has, and no other', () => {
    const plurals = keys.filter((key) => /\{\w+, plural,/.test(strings[language][key]));
    expect(plurals.length).toBeGreaterThan(5);
    for (const key of plurals) {
      const forms = [...strings[language][key].matchAll(/\b(zero|one|two|few|many|other) \{/g)].map(([, form]) => form);
      expect({ key, forms: [...new Set(forms)].sort() }).toEqual({ key, forms: [...categories].sort() });
    }
  });
});

describe('Chinese', () => {
  const cards = cardsIn('zh-Hant');

  test('has its own punctuation', () => {
    const odd = cards
      .flatMap(({ text, card }) => [text, ...shownOn(card)])
      .filter((text) => /\p{Script=Han}[,;:!?]|[,;:!?]\p{Script=Han}/u.test(text));
    expect(odd).toEqual([]);
  });

  test('sets no blank between its characters', () => {
    const shown = cards.flatMap(({ text, card }) => [text, ...shownOn(card)]);
    expect(shown.filter((text) => /[\p{Script=Han}，；：。（）] [\p{Script=Han}，；：。（）]/u.test(text))).toEqual([]);
  });

  test('sets no blank between a full stop and what follows', () => {
    expect(cards.map(({ text }) => text).filter((text) => /[，。；：]\s/u.test(text))).toEqual([]);
  });

  test('joins things by 、 and 和, and clauses that hold a comma by semicolons', () => {
    const { list } = voiceFor(knowledge, { ...audience, language: 'zh-Hant' });
    expect(list(['甲', '乙', '丙'])).toBe('甲、乙和丙');
    expect(list(['不在範圍內，也沒有購買', '已過期'])).toBe('不在範圍內，也沒有購買；已過期');
  });
});

/** Every text of a card that a person sees or hears. */
const shownOn = (card: object): string[] =>
  nodesOf(card).flatMap((node) =>
    ['text', 'title', 'label', 'placeholder', 'errorMessage', 'altText'].flatMap((name) => {
      const value = node[name];
      return typeof value === 'string' && isWord(value) ? [value] : [];
    }),
  );

/** What stands between the dots and commas of a line put together from several things. */
const piecesOf = (text: string): string[] => text.split(/ · |, | {2,}/u).filter(isWord);

/** What Intl writes alike, and the id of a place that nobody has named. */
const isShared = (piece: string, language: string): boolean =>
  /^[A-Z]{2}$|^US\$[\d,]+$/u.test(piece) ||
  (language === 'fr' && /^\d+ (minutes?|incidents?)$|^(Incident )?INC-\d+$|^France$/u.test(piece));
