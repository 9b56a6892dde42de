/** Words that may mean one product or another: "our SQL database" says neither where it runs nor who runs it. */
import type { Ambiguous } from '../../knowledge/lexicon/schema.ts';
import type { FoundNames } from './names.ts';
import { longest, type Match, Phrases } from './phrases.ts';
import type { Token } from './tokens.ts';
import type { Words } from './words.ts';

/** The ids that are meant by such words, or undefined where the text names the product in full beside or around them. */
export type AmongFinder = (tokens: readonly Token[], names: FoundNames) => readonly string[] | undefined;

export function amongFinder(sources: Ambiguous, words: Words): AmongFinder {
  const phrases = new Phrases<readonly string[]>(words, false);
  for (const { means, words: called } of sources) for (const phrase of called) phrases.add(phrase, means);
  return (tokens, { products, services }) => {
    const isInsideName = (match: Match<unknown>): boolean =>
      [...products, ...services].some(
        ({ from, to }) => match.from >= from && match.to <= to && match.to - match.from < to - from,
      );
    const [found] = longest(phrases.find(tokens)).filter((match) => !isInsideName(match));
    if (found === undefined) return undefined;
    const others = products.filter(({ from, to }) => from < found.from || to > found.to);
    return others.length > 0 ? undefined : found.value;
  };
}
