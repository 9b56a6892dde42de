/** Names of languages, and the one that a person asks to be supported in. */
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import type { Marks } from './marks.ts';
import { type Match, Phrases } from './phrases.ts';
import { formsOf } from './places.ts';
import type { Token } from './tokens.ts';
import type { Words } from './words.ts';

/** BCP 47 codes of the languages that people may name. */
const codes = [
  ...[
    'en',
    'sq',
    'kk',
    'da',
    'zh-Hant',
    'zh-Hans',
    'zh',
    'fr',
    'ja',
    'ko',
    'de',
    'es',
    'it',
    'pt',
    'nl',
    'sv',
    'nb',
    'no',
    'fi',
  ],
  ...[
    'pl',
    'cs',
    'sk',
    'hu',
    'ro',
    'bg',
    'el',
    'tr',
    'ru',
    'uk',
    'sr',
    'hr',
    'sl',
    'mk',
    'et',
    'lv',
    'lt',
    'is',
    'he',
    'ar',
  ],
  ...['fa', 'hi', 'th', 'vi', 'id', 'ms', 'uz', 'ky', 'ka', 'hy', 'az', 'mn', 'ga', 'ca'],
];

/** Kazakh names end in "тілі", which takes other endings in a sentence. */
const stemOf = (name: string): string => name.replace(/ тілі$/u, '');

export function languagesFinder(
  further: ReadonlyMap<string, readonly string[]>,
  words: Words,
): (tokens: readonly Token[]) => Match<string>[] {
  const phrases = new Phrases<string>(words, false);
  for (const language of DeskLanguage.options) {
    const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
    for (const code of codes) {
      const name = names.of(code);
      if (name !== undefined) for (const form of formsOf(stemOf(name), language)) phrases.add(form, code);
    }
  }
  for (const [code, names] of further) for (const name of names) phrases.add(name, code);
  return (tokens) => phrases.find(tokens);
}

/** The language that support is asked for in: its name stands between words such as "in" or before "-speaking". */
export function supportLanguage(found: readonly Match<string>[], marks: Marks): string | undefined {
  const asked = found.filter(
    ({ from, to }) =>
      marks.before(from, 'in-language', 'before') !== undefined || marks.at(to, 'in-language', 'after') !== undefined,
  );
  const [best] = asked.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  return best?.value;
}
