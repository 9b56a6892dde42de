/** Which locations a text names, and whether something comes from them or goes to them. */
import type { NamedPlace } from './entities.ts';
import type { Marks } from './marks.ts';
import type { Match } from './phrases.ts';
import { type KnownLocation, locationsAt, locationsNamed, type Place } from './places.ts';
import type { Token } from './tokens.ts';

const ablative = /(?:дан|ден|тан|тен|нан|нен)$/u;
const dative = /(?:га|ге|ка|ке|на|не)$/u;
const cyrillic = /\p{Script=Cyrillic}/u;

/** The places in the order of the text. */
export function namedPlaces(
  tokens: readonly Token[],
  marks: Marks,
  places: readonly Match<Place>[],
  locations: readonly KnownLocation[],
  isTaken: (index: number) => boolean,
): Match<NamedPlace>[] {
  const byId = locationsNamed(tokens, locations).filter(({ from }) => !isTaken(from));
  const written = places.filter(
    (match) =>
      !range(match).some(isTaken) &&
      !byId.some(({ from }) => from >= match.from && from < match.to) &&
      isPlace(match, marks),
  );
  const named = [
    ...byId.map((match) => ({
      ...match,
      value: { location: match.value.id, country: match.value.country, known: true },
    })),
    ...written.map((match) => ({ ...match, value: resolved(match.value, locations) })),
  ].sort((a, b) => a.from - b.from);
  const once = named.filter((match, index) => named.findIndex(({ from }) => from === match.from) === index);
  return once.map((match) => {
    const direction = directionOf(match, tokens, marks);
    return direction === undefined ? match : { ...match, value: { ...match.value, direction } };
  });
}

/** "Danish" alone is a language; "the Danish office" is a place. */
const isPlace = ({ value, from, to }: Match<Place>, marks: Marks): boolean =>
  value.adjective === undefined || marks.at(to, 'site') !== undefined || marks.before(from, 'site') !== undefined;

function resolved(place: Place, locations: readonly KnownLocation[]): NamedPlace {
  const [location] = locationsAt(place, locations);
  return location === undefined
    ? { location: place.country, country: place.country, known: false }
    : { location: location.id, country: location.country, known: true };
}

/** By the word before it, an article or "office in" left aside; in Kazakh by its ending. */
function directionOf({ from, to }: Match<unknown>, tokens: readonly Token[], marks: Marks): 'from' | 'to' | undefined {
  const last = tokens[to - 1]?.form ?? '';
  if (cyrillic.test(last)) return ablative.test(last) ? 'from' : dative.test(last) ? 'to' : undefined;
  for (let index = from; index > Math.max(0, from - 4); index -= 1) {
    const found = marks.before(index, 'direction', 'to') ?? marks.before(index, 'direction', 'from');
    if (found !== undefined) return found.value.value === 'to' ? 'to' : 'from';
    if (tokens[index]?.apart) return undefined;
  }
  return undefined;
}

const range = ({ from, to }: Match<unknown>): number[] => Array.from({ length: to - from }, (_, step) => from + step);
