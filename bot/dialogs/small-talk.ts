/** Courtesy, anger and need in a text: what is no question to the desk and deserves a kind word all the same. */
import numbers from '../../knowledge/emergency-numbers.json' with { type: 'json' };
import { Emergency, EmergencyNumbers, SmallTalkWords } from '../../knowledge/schema/small-talk.ts';
import words from '../../knowledge/small-talk.json' with { type: 'json' };
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';
import type { SmallTalk } from '../../src/command/contract.ts';
import { type Match, Phrases } from '../understanding/phrases.ts';
import { type Token, tokensOf } from '../understanding/tokens.ts';
import { Words } from '../understanding/words.ts';

export interface Talk {
  readonly kind: SmallTalk;
  /** With `emergency`: whom it calls for. */
  readonly emergency?: Emergency;
  /** Nothing else is said: every word belongs to it or says nothing. */
  readonly alone: boolean;
}

type Kind = keyof SmallTalkWords;

const tables = SmallTalkWords.parse(words);
const phrases = phrasesOf(tables);

function phrasesOf(lists: SmallTalkWords): ReadonlyMap<string, Phrases<Kind>> {
  const found = new Map<string, Phrases<Kind>>();
  for (const [kind, byLanguage] of Object.entries(lists)) {
    for (const [language, list] of Object.entries(byLanguage)) {
      const known = found.get(language) ?? new Phrases<Kind>(new Words(), false);
      found.set(language, known);
      for (const phrase of list) known.add(phrase, kind as Kind);
    }
  }
  return found;
}

/** Of several kinds in one text the first of these is answered: "hi, thanks, bye" is a goodbye. */
const RANK: readonly SmallTalk[] = [
  'emergency',
  'person',
  'insult',
  'who',
  'goodbye',
  'thanks',
  'greeting',
  'off-topic',
];
/** A longer text tells a story; only an emergency is still looked for. */
const MOST_WORDS = 24;

/** What is said beside the point, or undefined. Greetings are international: English ones count in every language. */
export const smallTalkIn = (text: string, language: DeskLanguage): Talk | undefined => talkIn(tokensOf(text), language);

/** The first of the languages in which nothing but a courtesy is said; undefined where none is. */
export function languageOfCourtesy(text: string, languages: readonly DeskLanguage[]): DeskLanguage | undefined {
  const tokens = tokensOf(text);
  return languages.find((language) => talkIn(tokens, language)?.alone === true);
}

function talkIn(tokens: readonly Token[], language: DeskLanguage): Talk | undefined {
  const found = [language, 'en'].flatMap((spoken) => phrases.get(spoken)?.find(tokens) ?? []);
  const emergency = Emergency.options.find((kind) => found.some(({ value }) => value === kind));
  if (emergency !== undefined) return { kind: 'emergency', emergency, alone: isAlone(tokens, found) };
  if (tokens.length > MOST_WORDS) return undefined;
  const kind = RANK.find((candidate) => found.some(({ value }) => value === candidate));
  return kind === undefined ? undefined : { kind, alone: isAlone(tokens, found) };
}

const isAlone = (tokens: readonly Token[], found: readonly Match<Kind>[]): boolean =>
  tokens.every((_, index) => found.some(({ from, to, value }) => value !== 'off-topic' && from <= index && index < to));

const byCountry = EmergencyNumbers.parse(numbers);
/** Works from mobile phones nearly everywhere; said where the country has none of its own in the table. */
const INTERNATIONAL = '112';

/** What to dial in each of the countries (ISO), the service's own number after the one for everything. */
export function dialIn(countries: readonly string[], emergency: Emergency): { country: string; numbers: string[] }[] {
  return [...new Set(countries)].map((country) => {
    const known = byCountry[country];
    const dialled = [known?.any, known?.[emergency]].filter((number) => number !== undefined);
    return { country, numbers: dialled.length > 0 ? [...new Set(dialled)] : [INTERNATIONAL] };
  });
}
