/** Which locations a text names, and whether something comes from them or goes to them. */
import type { NamedPlace } from './entities.ts';
import type { Marks } from './marks.ts';
import type { Match } from './phrases.ts';
import { type KnownLocation, locationsAt, locationsNamed, type Place } from './places.ts';
import type { Token } from './tokens.ts';

const ablative = /(?:дан|ден|тан|тен|нан|нен)$/u;
const dative = /(?:га|ге|ка|ке|на|не)$/u;
const cyrillic = /\p{Script=Cyrillic}/u;

export interface PlacesAround {
  readonly tokens: readonly Token[];
  readonly marks: Marks;
  /** Names of languages in the text. */
  readonly languages: readonly Match<unknown>[];
  readonly locations: readonly KnownLocation[];
  /** Whether a word is part of the name of a product or service. */
  readonly isTaken: (index: number) => boolean;
}

/** The places in the order of the text. */
export function namedPlaces(around: PlacesAround, places: readonly Match<Place>[]): Match<NamedPlace>[] {
  const { tokens, marks, locations, isTaken } = around;
  const byId = locationsNamed(tokens, locations).filter(({ from }) => !isTaken(from));
  const isFree = (match: Match<Place>): boolean =>
    !range(match).some(isTaken) && !byId.some(({ from }) => from >= match.from && from < match.to);
  const named = [
    ...byId.map(({ value: { id, country }, ...match }) => ({
      ...match,
      value: { location: id, country, known: true },
    })),
    ...places
      .filter((match) => isFree(match) && isMeant(match, around))
      .map((match) => ({ ...match, value: resolved(match.value, locations) })),
  ].sort((a, b) => a.from - b.from);
  const once = named.filter((match, index) => named.findIndex(({ from }) => from === match.from) === index);
  return once.map((match) => {
    const direction = directionOf(match, tokens, marks);
    return direction === undefined ? match : { ...match, value: { ...match.value, direction } };
  });
}

const isMeant = (match: Match<Place>, { tokens, marks, languages, locations }: PlacesAround): boolean =>
  isPlace(match, marks) &&
  !isLanguage(match, languages, marks) &&
  (match.value.adjective === true || isKnown(match.value, locations) || isCapital(match, tokens));

/** "Danish" alone is a language; "the Danish office" is a place. */
const isPlace = ({ value, from, to }: Match<Place>, marks: Marks): boolean =>
  value.adjective === undefined || marks.at(to, 'site') !== undefined || marks.before(from, 'site') !== undefined;

/** 西班牙語 is a language and not Spain; so is "қытай тілінде". */
const isLanguage = ({ from, to }: Match<Place>, languages: readonly Match<unknown>[], marks: Marks): boolean =>
  languages.some(
    (language) =>
      language.from <= from &&
      language.to >= to &&
      (language.to - language.from > to - from || marks.at(language.to, 'in-language', 'after') !== undefined),
  );

const isKnown = (place: Place, locations: readonly KnownLocation[]): boolean =>
  locationsAt(place, locations).length > 0;

/** Words of a language look like names of far countries: "ғана" is no Ghana. Han characters have no capitals. */
const isCapital = ({ from, to }: Match<Place>, tokens: readonly Token[]): boolean =>
  tokens.slice(from, to).some(({ raw }) => /^[\p{Lu}\p{Script=Han}]/u.test(raw));

function resolved(place: Place, locations: readonly KnownLocation[]): NamedPlace {
  const [location] = locationsAt(place, locations);
  return location === undefined
    ? { location: place.country, country: place.country, known: false }
    : { location: location.id, country: location.country, known: true };
}

/** By the word before it, an article or "office in" left aside; in Kazakh by its ending. */
function directionOf({ from, to }: Match<unknown>, tokens: readonly Token[], marks: Marks): 'from' | 'to' | undefined {
  const last = tokens[to - 1]?.form ?? '';
  if (marks.at(to, 'direction', 'receiving') !== undefined) return 'to';
  if (cyrillic.test(last)) return ablative.test(last) ? 'from' : dative.test(last) ? 'to' : undefined;
  for (let index = from; index > Math.max(0, from - 4); index -= 1) {
    const found = marks.before(index, 'direction', 'to') ?? marks.before(index, 'direction', 'from');
    if (found !== undefined) return found.value.value === 'to' ? 'to' : 'from';
    if (tokens[index]?.apart) return undefined;
  }
  return undefined;
}

const range = ({ from, to }: Match<unknown>): number[] => Array.from({ length: to - from }, (_, step) => from + step);
