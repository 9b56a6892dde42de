/** Which of the desk's languages a text is in. */
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import type { LanguageData } from './data.ts';
import { fold } from './fold.ts';
import type { Token } from './tokens.ts';

/** Letters that speak for one language. */
const letters: readonly (readonly [DeskLanguage, RegExp])[] = [
  ['da', /[æøå]/u],
  ['sq', /ë/u],
  ['fr', /[éèêàùûœîï]|ç(?!$)/u],
];

const spelt = /[\p{L}\p{M}]+/gu;

/** Every word of the sample sentences, folded. */
export const vocabularyOf = ({ utterances }: LanguageData): ReadonlySet<string> =>
  new Set(
    [...utterances.values()].flatMap((commands) =>
      Object.values(commands)
        .flat()
        .flatMap((text) => (text.match(spelt) ?? []).map(fold)),
    ),
  );

/** The model of the sample sentences. */
export const modelOf = ({ utterances }: LanguageData): LanguageModel =>
  languageModel(new Map([...utterances].map(([language, commands]) => [language, Object.values(commands).flat()])));

const PRIOR = 1.6;
const LETTER = 2.2;

export interface LanguageModel {
  /** The language of the words; the locale decides where they say nothing. `known` words are names and say nothing. */
  of(
    text: string,
    tokens: readonly Token[],
    locale: string | undefined,
    isName: (index: number) => boolean,
  ): DeskLanguage;
}

const latin = ['en', 'sq', 'da', 'fr'] as const;
type Latin = (typeof latin)[number];

/** Learns from sample sentences which words and groups of letters a language has. */
export function languageModel(samples: ReadonlyMap<DeskLanguage, readonly string[]>): LanguageModel {
  const words = new Map<string, Float64Array>();
  const grams = new Map<string, Float64Array>();
  for (const [index, language] of latin.entries()) {
    for (const sample of samples.get(language) ?? []) {
      for (const word of sample.match(spelt) ?? []) {
        const form = fold(word);
        count(words, form, index);
        for (const gram of gramsOf(form)) count(grams, gram, index);
      }
    }
  }
  for (const table of [words, grams]) normalise(table);

  return {
    of(text, tokens, locale, isName) {
      const script = byScript(text);
      if (script !== undefined) return script;
      const home = localeOf(locale);
      const scores: number[] = latin.map((language) => (language === home ? PRIOR : 0));
      for (const [index, { raw, form }] of tokens.slice(0, 80).entries()) {
        if (/\d/.test(form)) continue;
        const weight = isName(index) ? 0.1 : 1;
        addTo(scores, scoresOf(form, words, grams), weight);
        for (const [language, letter] of letters) {
          const at = latin.indexOf(language as Latin);
          if (letter.test(raw.toLowerCase())) scores[at] = (scores[at] ?? 0) + LETTER * weight;
        }
      }
      const best = scores.reduce((top, score, index) => (score > (scores[top] ?? 0) ? index : top), 0);
      return scores.every((score) => score === scores[0]) ? (home ?? 'en') : (latin[best] ?? 'en');
    },
  };
}

/** Han is Chinese and Cyrillic Kazakh as soon as a few letters of it stand there. */
function byScript(text: string): DeskLanguage | undefined {
  const han = (text.match(/\p{Script=Han}/gu) ?? []).length;
  const cyrillic = (text.match(/\p{Script=Cyrillic}/gu) ?? []).length;
  const latinLetters = (text.match(/\p{Script=Latin}/gu) ?? []).length;
  if (han > 0 && han * 4 >= latinLetters && han >= cyrillic) return 'zh-Hant';
  return cyrillic > 1 && cyrillic * 2 >= latinLetters ? 'kk' : undefined;
}

/** The desk's language for a client's locale: any Chinese is read as Traditional Chinese. */
export function localeOf(locale: string | undefined): DeskLanguage | undefined {
  const language = locale?.toLowerCase().split(/[-_]/)[0];
  if (language === 'zh') return 'zh-Hant';
  return DeskLanguage.options.find((option) => option === language);
}

function gramsOf(form: string): string[] {
  const padded = `^${form}$`;
  const found: string[] = [];
  for (let index = 0; index + 3 <= padded.length; index += 1) found.push(padded.slice(index, index + 3));
  return found;
}

function count(table: Map<string, Float64Array>, key: string, language: number): void {
  const counts = table.get(key) ?? new Float64Array(latin.length);
  counts[language] = (counts[language] ?? 0) + 1;
  table.set(key, counts);
}

/** Turns counts into how much more than the others each language has it, in nats. */
function normalise(table: Map<string, Float64Array>): void {
  const totals = new Float64Array(latin.length);
  for (const counts of table.values())
    for (let at = 0; at < totals.length; at += 1) totals[at] = (totals[at] ?? 0) + (counts[at] ?? 0);
  for (const counts of table.values()) {
    const shares = counts.map((value, at) => Math.log(((value + 0.3) / ((totals[at] ?? 0) + 1000)) * 1e4));
    const mean = shares.reduce((sum, value) => sum + value, 0) / shares.length;
    for (let at = 0; at < counts.length; at += 1) counts[at] = Math.max(-3, Math.min(3, (shares[at] ?? 0) - mean));
  }
}

/** A known word speaks for itself; of an unknown one the groups of letters speak, more softly. */
function scoresOf(
  form: string,
  words: ReadonlyMap<string, Float64Array>,
  grams: ReadonlyMap<string, Float64Array>,
): Float64Array {
  const known = words.get(form);
  if (known !== undefined) return known;
  const sum = new Float64Array(latin.length);
  const found = gramsOf(form).flatMap((gram) => grams.get(gram) ?? []);
  for (const scores of found) addTo(sum, scores, 0.7 / Math.max(1, found.length));
  return sum;
}

function addTo(sum: number[] | Float64Array, scores: Float64Array, weight: number): void {
  for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + (scores[at] ?? 0) * weight;
}
