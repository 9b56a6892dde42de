/** Which of the desk's languages a text is in. */
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { hash } from './hash.ts';
import type { Token } from './tokens.ts';

/** The languages in Latin letters; the others are told by their script. */
export const latinLanguages = ['en', 'sq', 'da', 'fr'] as const;

/** How much more than the others each language has a word or a group of letters, in units of `unit` nats. */
export interface LanguageScores {
  /** Hashes, and for each of them one score for each language. */
  readonly keys: Uint32Array;
  readonly scores: Int8Array;
}

export interface LanguageTables {
  readonly words: LanguageScores;
  readonly grams: LanguageScores;
}

export const unit = 1 / 32;

/** Letters that speak for one language. */
const letters: readonly (readonly [number, RegExp])[] = [
  [2, /[æøå]/u],
  [1, /ë/u],
  [3, /[éèêàùûœîï]|ç(?!$)/u],
];

/** What the locale counts for, in nats; of a word or two, which hardly tell, it counts more. */
const PRIOR = 1.6;
const SHORT_PRIOR = 4;
const LETTER = 2.2;
/** The name of a product is English in every language. */
const NAME = 0.1;
const GRAM = 0.7;
const MOST_WORDS = 80;
/** Below this the words tell nothing, in nats; where none of them is known, their letters must tell more. */
const TELLING = 0.4;
const TELLING_LETTERS = 1.6;

export class LanguageModel {
  readonly #words: ReadonlyMap<number, readonly number[]>;
  readonly #grams: ReadonlyMap<number, readonly number[]>;

  constructor({ words, grams }: LanguageTables) {
    this.#words = tableOf(words);
    this.#grams = tableOf(grams);
  }

  /** The language of the words; the locale (BCP 47) decides where they say nothing. */
  of(tokens: readonly Token[], locale: string | undefined, isName: (index: number) => boolean): DeskLanguage {
    const home = localeOf(locale);
    const script = byScript(tokens, isName);
    if (script !== undefined) return script;
    const prior = tokens.length <= 2 ? SHORT_PRIOR : PRIOR;
    const sum: number[] = latinLanguages.map((language) => (language === home ? prior : 0));
    for (const [index, token] of tokens.slice(0, MOST_WORDS).entries()) {
      if (!/\d/.test(token.form)) this.#weigh(token, isName(index) ? NAME : 1, sum);
    }
    const best = sum.reduce((top, score, index) => (score > (sum[top] ?? 0) ? index : top), 0);
    // One or two words in Latin letters are no proof against a client whose language has other letters.
    const isForeign = home !== undefined && !isLatin(home) && tokens.length <= 2;
    const isKnown = tokens.some(({ form }) => this.#words.has(hash(form)));
    const telling = isForeign ? SHORT_PRIOR : isKnown ? TELLING : TELLING_LETTERS;
    return (sum[best] ?? 0) < telling ? (home ?? 'en') : (latinLanguages[best] ?? 'en');
  }

  /** A known word speaks for itself; of an unknown one the groups of letters speak, more softly. */
  #weigh({ raw, form }: Token, weight: number, sum: number[]): void {
    const known = this.#words.get(hash(form));
    if (known !== undefined) add(sum, known, weight);
    else {
      const found = gramsOf(form).flatMap((gram) => [this.#grams.get(hash(gram)) ?? []]);
      for (const scores of found) add(sum, scores, (weight * GRAM) / Math.max(1, found.length));
    }
    const small = raw.toLowerCase();
    for (const [language, letter] of letters)
      if (letter.test(small)) sum[language] = (sum[language] ?? 0) + LETTER * weight;
  }
}

const add = (sum: number[], scores: readonly number[], weight: number): void => {
  for (let at = 0; at < scores.length; at += 1) sum[at] = (sum[at] ?? 0) + (scores[at] ?? 0) * weight;
};

const isLatin = (language: DeskLanguage): boolean => latinLanguages.some((other) => other === language);

function tableOf({ keys, scores }: LanguageScores): ReadonlyMap<number, readonly number[]> {
  const width = latinLanguages.length;
  const row = (index: number) =>
    Array.from(scores.subarray(index * width, (index + 1) * width), (score) => score * unit);
  return new Map([...keys].map((key, index) => [key, row(index)]));
}

/** Han is Chinese and Cyrillic Kazakh as soon as some letters of it stand there; names in Latin letters say nothing. */
function byScript(tokens: readonly Token[], isName: (index: number) => boolean): DeskLanguage | undefined {
  const letters = { han: 0, cyrillic: 0, latin: 0 };
  for (const [index, { raw }] of tokens.entries()) {
    if (han.test(raw)) letters.han += raw.length;
    else if (cyrillic.test(raw)) letters.cyrillic += raw.length;
    else if (!isName(index) && latin.test(raw)) letters.latin += raw.length;
  }
  if (letters.han > 0 && letters.han * 4 >= letters.latin && letters.han >= letters.cyrillic) return 'zh-Hant';
  return letters.cyrillic > 1 && letters.cyrillic * 2 >= letters.latin ? 'kk' : undefined;
}

const han = /\p{Script=Han}/u;
const cyrillic = /\p{Script=Cyrillic}/u;
const latin = /\p{Script=Latin}/u;

/** The desk's language for a client's locale: any Chinese is read as Traditional Chinese. */
export function localeOf(locale: string | undefined): DeskLanguage | undefined {
  const language = locale?.toLowerCase().split(/[-_]/)[0];
  return language === 'zh' ? 'zh-Hant' : DeskLanguage.options.find((option) => option === language);
}

/** Groups of three letters, the ends of the word marked. */
export function gramsOf(form: string): string[] {
  const padded = `^${form}$`;
  return Array.from({ length: Math.max(0, padded.length - 2) }, (_, index) => padded.slice(index, index + 3));
}
