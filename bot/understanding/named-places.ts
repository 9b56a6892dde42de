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
  readonly text: string;
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
  const byId = locationsNamed(around.text, tokens, locations).filter(({ from }) => !isTaken(from));
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

const isMeant = (match: Match<Place>, around: PlacesAround): boolean =>
  isPlace(match, around) &&
  !isLanguage(match, around.languages, around.marks) &&
  (match.value.adjective === true || isKnown(match.value, around.locations) || isCapital(match, around.tokens));

/** "Danish" alone is a language; "the Danish office" is a place, and so are "our Danish credits" where there is an office. */
const isPlace = ({ value, from, to }: Match<Place>, { marks, locations }: PlacesAround): boolean =>
  value.adjective === undefined ||
  marks.at(to, 'site') !== undefined ||
  marks.before(from, 'site') !== undefined ||
  (isKnown(value, locations) &&
    (marks.at(to, 'concept', ...owned) ?? marks.before(from, 'concept', ...owned)) !== undefined);

/** What an office has of its own; what can be had in a language is none of it. */
const owned = ['credits', 'hours', 'flex', 'contract', 'ledger', 'event', 'incident'];

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

/** Where credits lie is where they come from, unless something else is said: "over til os i Danmark". */
const inPlace = new Set(['in', 'i']);

/** By the word before it, an article or "office in" left aside, else by what it is said to do; in Kazakh by its ending. */
function directionOf({ from, to }: Match<unknown>, tokens: readonly Token[], marks: Marks): 'from' | 'to' | undefined {
  const last = tokens[to - 1]?.form ?? '';
  const byCase = !cyrillic.test(last) ? undefined : ablative.test(last) ? 'from' : dative.test(last) ? 'to' : undefined;
  if (byCase !== undefined) return byCase;
  const before = wordBefore(from, tokens, marks);
  const role = before?.isSure === true ? undefined : roleAfter(to, tokens, marks);
  if (role !== undefined) return role === 'giving' ? 'from' : 'to';
  return cyrillic.test(last) ? undefined : before?.direction;
}

/** The direction that a word before the place gives; sure is one that stands right before it and says more than where. */
function wordBefore(from: number, tokens: readonly Token[], marks: Marks) {
  let weak: { readonly direction: 'from'; readonly isSure: boolean } | undefined;
  for (let index = from; index > Math.max(0, from - 4); index -= 1) {
    const found = marks.before(index, 'direction', 'to') ?? marks.before(index, 'direction', 'from');
    if (found !== undefined && !inPlace.has(tokens[found.from]?.form ?? '')) {
      const direction = found.value.value === 'to' ? ('to' as const) : ('from' as const);
      return { direction, isSure: index === from };
    }
    if (found !== undefined) weak = { direction: 'from', isSure: false };
    if (tokens[index]?.apart) break;
  }
  return weak;
}

/** How many words may stand between a place and what it does: "Boston is more than short of". */
const ROLE_WITHIN = 3;

/** Whether the place is said to have something to give, or to need it. */
function roleAfter(to: number, tokens: readonly Token[], marks: Marks): 'giving' | 'receiving' | undefined {
  for (let index = to; index < Math.min(to + ROLE_WITHIN, tokens.length); index += 1) {
    if (tokens[index]?.apart) return undefined;
    const found = marks.at(index, 'direction', 'giving', 'receiving')?.value.value;
    if (found === 'giving' || found === 'receiving') return found;
    if (marks.at(index, 'direction', 'from', 'to') !== undefined) return undefined;
  }
  return undefined;
}

const range = ({ from, to }: Match<unknown>): number[] => Array.from({ length: to - from }, (_, step) => from + step);
