import { describe, expect, test } from '@jest/globals';
import type { Phrases, Text } from '../../knowledge/schema/text.ts';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { fold } from '../../src/catalogue/words.ts';
import { knowledge } from '../support/world.ts';

type Named = Readonly<Record<string, { names: Text; aliases?: Phrases | undefined }>>;

/** Names that stand for two things in one language, each with the ids that claim it. */
function collisions(named: Named, language: DeskLanguage): string[] {
  const claimed = new Map<string, Set<string>>();
  for (const [id, { names, aliases }] of Object.entries(named)) {
    for (const phrase of [names[language] ?? names.en ?? '', ...(aliases?.[language] ?? [])]) {
      const key = fold(phrase);
      claimed.set(key, (claimed.get(key) ?? new Set()).add(id));
    }
  }
  return [...claimed].filter(([, ids]) => ids.size > 1).map(([phrase, ids]) => `${phrase}: ${[...ids].join(', ')}`);
}

describe('what people call things', () => {
  test.each(DeskLanguage.options)('%s: no name or alias stands for two products', (language) => {
    expect(collisions(knowledge.products, language)).toEqual([]);
  });

  test.each(DeskLanguage.options)('%s: no name or alias stands for two services', (language) => {
    expect(collisions(knowledge.services, language)).toEqual([]);
  });

  test.each(DeskLanguage.options)('%s: every product and service has a name', (language) => {
    const nameless = Object.entries({ ...knowledge.products, ...knowledge.services }).filter(
      ([, { names }]) => (names[language] ?? '') === '',
    );
    expect(nameless.map(([id]) => id)).toEqual([]);
  });
});
