import { describe, expect, test } from '@jest/globals';
import type { Audience } from '../../cards/audience.ts';
import { differenceValue } from '../../cards/difference-value.ts';
import { isStringKey } from '../../cards/strings.ts';
import { voiceFor } from '../../cards/voice.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { compareEditions } from '../../src/agreement/compare-editions.ts';

const knowledge = loadKnowledge();
const editions = [...knowledge.editions.values()];
const pairs = editions.flatMap((from) => editions.filter((to) => to !== from).map((to) => ({ from, to })));
const reader = (language: DeskLanguage): Audience => ({ language, timeZone: 'UTC', now: '2026-03-02T10:00:00Z' });

describe('what the editions hold', () => {
  test('differs in subjects that have words', () => {
    const topics = new Set(pairs.flatMap(({ from, to }) => compareEditions(from, to).map(({ topic }) => topic)));
    expect(topics.size).toBeGreaterThan(5);
    expect([...topics].filter((topic) => !isStringKey(`topic.${topic}`))).toEqual([]);
  });

  test.each(DeskLanguage.options)('differs by values that are said without a code in %s', (language) => {
    const voice = voiceFor(knowledge, reader(language));
    const values = pairs.flatMap(({ from, to }) =>
      compareEditions(from, to).flatMap((found) => [found.from, found.to]),
    );
    const said = values.map((value) => differenceValue(value, voice));
    expect(
      said.filter((words) => words.trim() === '' || /\b[a-z]+-[a-z]+-[a-z]+\b|\[object|undefined/.test(words)),
    ).toEqual([]);
  });

  test('limits services by figures that have words', () => {
    const names = new Set(
      editions.flatMap(({ services }) => Object.values(services).flatMap(({ limits }) => Object.keys(limits ?? {}))),
    );
    expect([...names].filter((name) => !isStringKey(`limit.${name}`))).toEqual([]);
  });

  test('is named in every language', () => {
    for (const language of DeskLanguage.options) {
      const voice = voiceFor(knowledge, reader(language));
      for (const { id } of editions) expect(voice.edition(id)).not.toBe(id);
      for (const id of editions.flatMap(({ services }) => Object.keys(services)))
        expect(voice.service(id)).not.toBe('');
    }
  });
});
