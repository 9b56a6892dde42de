/** One language's word lists, made ready to be found in a text. */
import type { Lexicon } from '../../knowledge/lexicon/schema.ts';
import { type Mark, Marks, type MarkType } from './marks.ts';
import { Phrases } from './phrases.ts';
import type { Token } from './tokens.ts';
import { Words } from './words.ts';

export interface LanguageMarks {
  readonly find: (tokens: readonly Token[]) => Marks;
  /** Whether the language's lexicon holds the word by itself. */
  readonly knows: (form: string) => boolean;
}

/** The lists of a lexicon under the type and value that their phrases stand for. */
function* entriesOf(lexicon: Lexicon): Iterable<readonly [MarkType, string, readonly string[]]> {
  const { months, weekdays, numbers, dates, severity, impact, replies, directions, inLanguage, environment } = lexicon;
  for (const [index, list] of months.entries()) yield ['month', String(index + 1), list];
  for (const [index, list] of weekdays.entries()) yield ['weekday', String(index + 1), list];
  for (const [type, lists] of [
    ['number', numbers],
    ['feast', lexicon.feasts],
    ['ordinal', lexicon.ordinals],
    ['date', dates],
    ['severity', severity],
    ['impact', impact],
    ['reply', replies],
    ['direction', directions],
    ['in-language', inLanguage],
    ['environment', environment],
    ['concept', lexicon.concepts],
  ] as const) {
    for (const [value, list] of Object.entries(lists)) yield [type, value, list];
  }
  yield ['half', 'half', lexicon.half];
  yield ['number-link', 'number-link', lexicon.numberLink];
  yield ['site', 'site', lexicon.site];
  yield ['on-product', 'on-product', lexicon.onProduct];
  yield ['subscription', 'subscription', lexicon.subscription];
  yield ['that-incident', 'that-incident', lexicon.thatIncident];
}

export function languageMarks(lexicon: Lexicon): LanguageMarks {
  const words = new Words();
  const phrases = new Phrases<Mark>(words, true);
  for (const [type, value, list] of entriesOf(lexicon)) {
    const mark: Mark = { type, value };
    for (const phrase of list) phrases.add(phrase, mark);
  }
  return {
    find: (tokens) => new Marks(phrases.find(tokens)),
    knows: (form) => words.candidates(form).length > 0,
  };
}
