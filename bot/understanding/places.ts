/** Countries and cities in a text, and which of the customer's locations they are. */
import type { Cities } from '../../knowledge/lexicon/schema.ts';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { fold } from './fold.ts';
import { longest, type Match, Phrases } from './phrases.ts';
import type { Token } from './tokens.ts';
import type { Words } from './words.ts';

export interface Place {
  readonly country: string;
  /** A key of `cities.json`. */
  readonly city?: string;
  /** A form of the name that is one in this language alone. */
  readonly only?: DeskLanguage;
  /** An adjective is a place only before or after a word such as "office". */
  readonly adjective?: true;
}

export interface PlaceSources {
  readonly cities: Cities;
  /** Further names, per country, of all languages. */
  readonly countries: ReadonlyMap<string, readonly string[]>;
  readonly adjectives: ReadonlyMap<string, readonly string[]>;
}

const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
const pairs = letters.flatMap((first) => letters.map((second) => `${first}${second}`));
/** Codes in use: old ones are read as what stands for them today. */
const codes = pairs.filter((code) => new Intl.Locale(`und-${code}`).region === code);

/** Names that are words of a language as well, or that nobody means. */
const notCountries = new Set(['ZZ', 'EU', 'UN', 'EZ', 'QO', 'XA', 'XB']);

/** Every country's names in the desk's languages, Albanian ones with their bare stem too. */
function* countryNames(): Iterable<readonly [string, string, DeskLanguage]> {
  for (const language of DeskLanguage.options) {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of codes) {
      const name = notCountries.has(code) ? undefined : names.of(code);
      if (name !== undefined && name !== code) yield [code, name, language];
    }
  }
}

/** Albanian names change their last vowel: Franca, Francë, Francës. */
export function formsOf(name: string, language: string): string[] {
  if (language !== 'sq' || !/[aeëiou]$/iu.test(name)) return [name];
  const stem = name.slice(0, -1);
  return [name, ...['a', 'ë', 'es', 'ën', 'i', 'in', 'it', 'u'].map((ending) => stem + ending)];
}

/** Finds the places of a text in a language. */
export type FindPlaces = (tokens: readonly Token[], language: DeskLanguage) => Match<Place>[];

export function placesFinder({ cities, countries, adjectives }: PlaceSources, words: Words): FindPlaces {
  const phrases = new Phrases<Place>(words, true);
  const add = (name: string, place: Place): void => {
    const albanian: Place = { ...place, only: 'sq' };
    const [own = name, ...forms] = formsOf(name, 'sq');
    phrases.add(own, place);
    for (const form of forms) phrases.add(form, albanian);
  };
  const places = new Map<string, Place>();
  for (const [code, name, language] of countryNames()) {
    const place = places.get(code) ?? { country: code };
    places.set(code, place);
    if (language === 'sq') add(name, place);
    else phrases.add(name, place);
  }
  for (const [country, names] of countries) for (const name of names) phrases.add(name, { country });
  for (const [country, names] of adjectives) for (const name of names) phrases.add(name, { country, adjective: true });
  for (const [country, list] of Object.entries(cities)) {
    for (const [city, names] of Object.entries(list)) for (const name of names) add(name, { country, city });
  }
  return (tokens, language) => {
    const spoken = phrases.find(tokens).filter(({ value }) => value.only === undefined || value.only === language);
    return longest(spoken.filter((match) => isWrittenAsPlace(match, tokens)));
  };
}

/**
 * "us" is a pronoun and "US" a country; "nice" is a word and "Nice" a city. Names in Latin letters bear a capital, unless
 * the whole text is written small; then they must be exact.
 */
function isWrittenAsPlace({ from, to, fit, value }: Match<Place>, tokens: readonly Token[]): boolean {
  const words = tokens.slice(from, to);
  const written = words.map(({ raw }) => raw).join('');
  if (han.test(written)) return written.length >= 2;
  const isCapital = words.some(({ raw }) => capital.test(raw));
  if (fit === 2) return value.adjective === undefined && isCapital && written.length >= 7;
  if (written.length <= 3)
    return (
      abbreviations.has(written) ||
      written === written.toUpperCase() ||
      words.length > 1 ||
      (isCapital && fit === 0 && from > 0)
    );
  if (!latin.test(written) || value.adjective !== undefined) return true;
  if (fit === 1 && written.length < SHORTEST_ENDED) return false;
  if (isCapital) return true;
  const isSmallText = !tokens.some(({ raw }) => capital.test(raw));
  if (fit === 1 && written.length < SHORTEST_SMALL) return false;
  return fit < 2 && (value.city === undefined || isSmallText || !homographs.has(fold(written)));
}

/** A shorter name with an ending is more likely another word: "Inden" is no "Inde". */
const SHORTEST_ENDED = 6;
const SHORTEST_SMALL = 7;
/** Cities that are words as well: small letters name them only where everything is written small. */
const homographs = new Set([
  'nice',
  'tours',
  'bath',
  'reading',
  'mobile',
  'split',
  'orange',
  'cork',
  'essen',
  'worms',
  'side',
  'lens',
  'brest',
  'halle',
  'lille',
]);
/** Short names that are no word of any language, and are typed small. */
const abbreviations = new Set(['nyc', 'uae', 'uk', 'usa']);
const han = /\p{Script=Han}/u;
const latin = /\p{Script=Latin}/u;
const capital = /^\p{Lu}/u;

export interface KnownLocation {
  readonly id: string;
  readonly country: string;
  readonly timeZone: string;
  readonly city?: string | undefined;
}

/** The locations that a place may be: by city where one is named and a location has one, else by country. */
export function locationsAt(place: Place, locations: readonly KnownLocation[]): KnownLocation[] {
  const inCountry = locations.filter(({ country }) => country === place.country);
  if (place.city === undefined) return inCountry;
  const inCity = inCountry.filter((location) => isIn(location, place.city ?? ''));
  return inCity.length > 0 ? inCity : inCountry;
}

const isIn = ({ id, city, timeZone }: KnownLocation, wanted: string): boolean =>
  [id, city ?? '', timeZone.split('/').at(-1) ?? ''].some((name) =>
    fold(name).replaceAll(/[\s_]/gu, '-').startsWith(wanted),
  );

/** Locations whose own id or city is written: "aarhus", "lux", "DK". Two letters must be capitals, or be no word there. */
export function locationsNamed(
  text: string,
  tokens: readonly Token[],
  locations: readonly KnownLocation[],
): Match<KnownLocation>[] {
  return tokens.flatMap((token, index) =>
    locations
      .filter((location) => namesOf(location).some((name) => isNamed(token, name, () => isApart(text, tokens, index))))
      .map((value) => ({ value, from: index, to: index + 1, fit: 0 as const })),
  );
}

const namesOf = ({ id, city, timeZone }: KnownLocation): string[] =>
  [id, city ?? '', (timeZone.split('/').at(-1) ?? '').replaceAll('_', ' ')].filter((name) => name !== '').map(fold);

function isNamed({ raw, form }: Token, name: string, standsApart: () => boolean): boolean {
  if (form !== name) return false;
  return name.length > 2 || (raw === raw.toUpperCase() && raw !== raw.toLowerCase()) || standsApart();
}

/** Small letters beside an arrow, or among words of another script: "dk -> fr", "kz-дан". */
function isApart(text: string, tokens: readonly Token[], index: number): boolean {
  const [before, here, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (here === undefined || !/^[a-z]{2}$/.test(here.raw)) return false;
  const arrows = text.slice(before?.end ?? 0, here.start) + text.slice(here.end, after?.start);
  const foreign = [before, after].some((token) => /^[\p{Script=Han}\p{Script=Cyrillic}]/u.test(token?.raw ?? ''));
  return foreign || /->|→|=>|>/.test(arrows);
}
