import { describe, expect, test } from '@jest/globals';
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { inWords } from '../../src/catalogue/clause-words.ts';
import { createClauseSearch } from '../../src/catalogue/search.ts';
import { fold, termOf, wordsOf } from '../../src/catalogue/words.ts';
import { knowledge } from '../support/world.ts';

const search = createClauseSearch(knowledge);
const sections = (question: string, edition: string, language: DeskLanguage = 'en'): string[] =>
  search(question, edition, language).map(({ section }) => section);

describe('clauses that answer a question', () => {
  test.each<[string, string, DeskLanguage, string]>([
    ['who is liable for taxes on services moved between locations', 'unified-2025-01', 'en', '2.6'],
    ['what happens to unused services', 'unified-2025-01', 'en', '2.7'],
    ['back up data', 'unified-2025-01', 'en', '2.8'],
    ['are workshops recorded, recordings', 'unified-2025-01', 'en', '2.7'],
    ['separate work order for Taiwan', 'unified-2025-01', 'en', '2.6'],
    ['services non utilisés perdus', 'unified-2024-09', 'fr', '2.7'],
    ['qui délivre le support GitHub', 'unified-2024-09', 'fr', '2.7'],
    ['ubrugte tjenester', 'unified-2024-04', 'da', '2.6'],
    ['shërbimet e papërdorura', 'unified-2024-04', 'sq', '2.6'],
    ['未使用的服務', 'unified-2025-01', 'zh-Hant', '2.7'],
    ['пайдаланылмаған қызметтер', 'premier-2022', 'kk', '4.8'],
    ['Premier Ultimate termination notice', 'premier-2022', 'en', '4.4.2'],
    ['excluded countries Hong Kong', 'premier-2022', 'en', '4.7'],
  ])('%s (%s)', (question, edition, language, section) => {
    expect(sections(question, edition, language)).toContain(section);
  });

  test('the best clause comes first and none is far behind it', () => {
    const found = search('unused services lapse', 'unified-2025-01', 'en');
    const scores = found.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(found.length).toBeLessThanOrEqual(5);
    expect(found[0]).toMatchObject({ edition: 'unified-2025-01', section: '2.7' });
  });

  test('hours of problem resolution that run out are found by their short name in Kazakh (F-REA-31)', () => {
    const [best] = search('ПШҚ сағаттары таусылса не болады, қайда жазылған?', 'premier-2022', 'kk');
    expect(best).toMatchObject({ section: '4.3.3', title: 'Сағат таусылғанда' });
  });

  test('a typo and missing accents find the same clause', () => {
    expect(sections('unusd servces forfeited', 'unified-2025-01')).toContain('2.7');
    expect(sections('sherbimet e paperdorura', 'unified-2024-04', 'sq')).toContain('2.6');
    expect(sections('services non utilises', 'unified-2024-09', 'fr')).toContain('2.7');
  });

  test('one’s own edition answers: the same clause stands elsewhere in another', () => {
    expect(sections('who backs up the data', 'unified-2024-04')).toContain('2.7');
    expect(sections('who backs up the data', 'unified-2024-09')).toContain('2.8');
  });

  test('countries are named, not coded', () => {
    const [clause] = search('separate work order for Taiwan and Korea', 'unified-2025-01', 'en');
    expect(clause?.summary).toMatch(/New Zealand/);
    expect(clause?.summary).not.toMatch(/\bNZ\b/);
  });

  test('nothing for nonsense, and nothing of an unknown edition', () => {
    expect(search('qwrtzxcvb', 'unified-2025-01', 'en')).toEqual([]);
    expect(search('unused services', 'unified-2031-01', 'en')).toEqual([]);
  });

  test('no placeholder is left in what is told, in any language of any edition', () => {
    for (const edition of knowledge.editions.values()) {
      for (const { topic, figures = {} } of edition.clauses) {
        const words = knowledge.topics[topic];
        if (words === undefined) throw new Error(topic);
        for (const language of Object.keys(words.summary) as DeskLanguage[]) {
          expect(inWords(words.summary, figures, language, knowledge)).not.toMatch(/[{}]|undefined/);
          expect(inWords(words.title, figures, language, knowledge)).not.toMatch(/[{}]|undefined/);
        }
      }
    }
  });
});

describe('words', () => {
  test('are folded without touching other scripts', () => {
    expect(fold('Shërbimet É')).toBe('sherbimet e');
    expect(fold('қызметтер')).toBe('қызметтер');
    expect(fold('й')).toBe('й');
  });

  test('Chinese is cut into words', () => {
    expect(wordsOf('未使用的服務會沒收')).toEqual(expect.arrayContaining(['使用', '服務']));
  });

  test('words of every question are no search terms', () => {
    expect([termOf('the'), termOf('Quelle'), termOf('қайда'), termOf('credits')]).toEqual([
      null,
      null,
      null,
      'credits',
    ]);
  });
});
