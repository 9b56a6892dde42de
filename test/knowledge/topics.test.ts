import { describe, expect, test } from '@jest/globals';
import { figureValue } from '../../knowledge/figure.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import { argumentsOf } from '../../knowledge/message.ts';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { inWords } from '../../src/catalogue/clause-words.ts';

const knowledge = loadKnowledge();
const topics = Object.entries(knowledge.topics);
const languages = DeskLanguage.options;

/** Names that hold digits, and severity 1 as a name. */
const withoutNames = (text: string): string =>
  text
    .replace(/\{[^{}]*\}/g, '')
    .replace(/365|\+1/g, '')
    .replace(/(?<!\d)1(?!\d)/g, '');

describe('the words of the topics', () => {
  test('are there in all six languages, with keywords', () => {
    const lacking = topics.flatMap(([id, { title, summary, keywords }]) =>
      languages
        .filter((language) => !title[language] || !summary[language] || !keywords?.[language]?.length)
        .map((language) => `${id} ${language}`),
    );
    expect(lacking).toEqual([]);
  });

  test('take the same arguments in every language', () => {
    const differing = topics.flatMap(([id, { summary }]) => {
      const english = [...argumentsOf(summary.en ?? '')].sort();
      return languages
        .filter((language) => {
          const own = [...argumentsOf(summary[language] ?? '')].sort();
          return own.join() !== english.join();
        })
        .map((language) => `${id} ${language}`);
    });
    expect(differing).toEqual([]);
  });

  test('hold no figure of their own', () => {
    const figured = topics.flatMap(([id, { title, summary }]) =>
      languages
        .filter((language) => /\d/.test(withoutNames(`${title[language]} ${summary[language]}`)))
        .map((language) => `${id} ${language}`),
    );
    expect(figured).toEqual([]);
  });

  test('use no apostrophe that a message would take for a quote', () => {
    const quoted = topics.filter(([, { summary, title }]) =>
      Object.values({ ...summary, ...title }).some((text) => text.includes("'")),
    );
    expect(quoted.map(([id]) => id)).toEqual([]);
  });

  test('are no sentence twice in one language', () => {
    const twice = languages.flatMap((language) => {
      const titles = topics.map(([, { title }]) => title[language] ?? '');
      return titles.filter((title, index) => titles.indexOf(title) < index);
    });
    expect(twice).toEqual([]);
  });

  test('each belong to a clause of at least one edition', () => {
    const used = new Set([...knowledge.editions.values()].flatMap(({ clauses }) => clauses.map(({ topic }) => topic)));
    expect(topics.map(([id]) => id).filter((id) => !used.has(id))).toEqual([]);
  });
});

describe.each([...knowledge.editions.values()].map((edition) => [edition.id, edition] as const))(
  'the clauses of %s',
  (_, edition) => {
    test.each(languages)('read as whole sentences in %s', (language) => {
      const broken = edition.clauses.filter(({ topic, figures = {} }) => {
        const words = knowledge.topics[topic];
        const text = words === undefined ? '' : inWords(words.summary, figures, language, knowledge);
        return text.length < 10 || /[{}]|\[object|undefined|NaN/.test(text) || !/[.。]$/.test(text);
      });
      expect(broken.map(({ topic }) => topic)).toEqual([]);
    });

    test('name no figure that is empty', () => {
      const empty = edition.clauses.filter(({ figures = {} }) =>
        Object.values(figures).some((figure) => figureValue(figure) === undefined),
      );
      expect(empty.map(({ topic }) => topic)).toEqual([]);
    });
  },
);

describe('a clause in words', () => {
  const january = knowledge.editions.get('unified-2025-01');
  const told = (topic: string, language: DeskLanguage): string => {
    const clause = january?.clauses.find((candidate) => candidate.topic === topic);
    const words = knowledge.topics[topic];
    return words === undefined ? '' : inWords(words.summary, clause?.figures ?? {}, language, knowledge);
  };

  test.each<[string, DeskLanguage, readonly string[]]>([
    ['flex-cap', 'en', ['20 %', '50,000 US dollars', 'whichever is higher']],
    ['flex-cap', 'zh-Hant', ['20%', '50,000 美元', '取較高者']],
    ['advisory-limit', 'da', ['6 timer']],
    ['separate-work-orders', 'fr', ['Australie', 'Corée du Sud', 'Japon']],
    ['rapid-response-languages', 'sq', ['anglisht', 'japonisht']],
    ['rapid-response-exclusions', 'en', ['GitHub AE', 'Azure Communication Services']],
    ['credit-exchange-rounding', 'kk', ['жоғары']],
    ['severity-b', 'zh-Hant', ['120 分鐘', '日夜不停', '4 個營業小時']],
    ['cancellation', 'en', ['14 days', '6 to 13', '50 %', '5 days or less']],
    ['contact-updates', 'fr', ['aussitôt']],
  ])('%s in %s', (topic, language, parts) => {
    for (const part of parts) expect(told(topic, language).replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(part);
  });
});
