/** Counts in sample sentences which words and groups of letters each language has. */
import type { Lexicon, Utterances } from '../../knowledge/lexicon/schema.ts';
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { fold } from './fold.ts';
import { hash } from './hash.ts';
import { gramsOf, type LanguageScores, type LanguageTables, latinLanguages, unit } from './language-of.ts';

type Counts = Map<number, number[]>;

const spelt = /[\p{L}\p{M}]+/gu;
/** Beyond this a word or a group of letters does not count for more, in nats. */
const MOST = 3;
/** Groups of letters of fewer words than this say nothing. */
const LEAST_GRAMS = 4;

/** From sentences, and from the phrases of the word lists: short answers stand only there. */
export function trainLanguages(
  utterances: ReadonlyMap<DeskLanguage, Utterances>,
  lexicons: ReadonlyMap<DeskLanguage, Lexicon>,
): LanguageTables {
  const words: Counts = new Map();
  const grams: Counts = new Map();
  for (const [index, language] of latinLanguages.entries()) {
    const texts = [...Object.values(utterances.get(language) ?? {}).flat(), ...phrasesOf(lexicons.get(language))];
    for (const text of texts) {
      for (const form of (text.match(spelt) ?? []).map(fold)) {
        count(words, form, index);
        for (const gram of gramsOf(form)) count(grams, gram, index);
      }
    }
  }
  for (const [gram, counts] of grams) if (sumOf(counts) < LEAST_GRAMS) grams.delete(gram);
  return { words: scoresOf(words), grams: scoresOf(grams) };
}

/** Whole phrases only: a stem with a star is no word of the language. */
const phrasesOf = (lexicon: Lexicon | undefined): string[] =>
  [...Object.values(lexicon?.replies ?? {}), ...Object.values(lexicon?.concepts ?? {})]
    .flat()
    .filter((phrase) => !phrase.includes('*'));

function count(table: Counts, word: string, language: number): void {
  const key = hash(word);
  const counts = table.get(key) ?? latinLanguages.map(() => 0);
  counts[language] = (counts[language] ?? 0) + 1;
  table.set(key, counts);
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The logarithm of each language's share, less the mean of all. */
function scoresOf(table: Counts): LanguageScores {
  const totals = latinLanguages.map((_, at) => [...table.values()].reduce((sum, counts) => sum + (counts[at] ?? 0), 0));
  const rows = [...table.values()].map((counts) => {
    const shares = counts.map((value, at) => Math.log((value + 0.6) / ((totals[at] ?? 0) + 1000)));
    const mean = sumOf(shares) / shares.length;
    return shares.map((share) => Math.round(Math.max(-MOST, Math.min(MOST, share - mean)) / unit));
  });
  return { keys: Uint32Array.from(table.keys()), scores: Int8Array.from(rows.flat()) };
}
