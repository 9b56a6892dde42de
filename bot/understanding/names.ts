/** Products and services by what people call them. */
import type { Parts } from '../../knowledge/lexicon/schema.ts';
import type { Products, ServiceNames } from '../../knowledge/schema/catalogue.ts';
import { longest, type Match, Phrases } from './phrases.ts';
import type { Token } from './tokens.ts';
import type { Words } from './words.ts';

export type Name =
  | { readonly kind: 'product' | 'service'; readonly id: string }
  /** Means `id` only where `beside` is named too. */
  | { readonly kind: 'part'; readonly id: string; readonly beside: string }
  | { readonly kind: 'ignored' };

export interface NameSources {
  readonly services: ServiceNames;
  readonly products: Products;
  readonly parts: Parts;
  readonly ignored: readonly string[];
}

export interface FoundNames {
  readonly products: readonly Match<string>[];
  readonly services: readonly Match<string>[];
  /** Words that a name holds, as `index`es. */
  readonly taken: ReadonlySet<number>;
}

export function namesFinder(sources: NameSources, words: Words): (tokens: readonly Token[]) => FoundNames {
  const phrases = new Phrases<Name>(words, true);
  addAll(phrases, 'service', sources.services);
  addAll(phrases, 'product', sources.products);
  for (const [beside, parts] of Object.entries(sources.parts)) {
    for (const [id, list] of Object.entries(parts)) {
      const part: Name = { kind: 'part', id, beside };
      for (const phrase of list) phrases.add(phrase, part);
    }
  }
  const ignored: Name = { kind: 'ignored' };
  for (const phrase of sources.ignored) phrases.add(phrase, ignored);
  return (tokens) => resolve(phrases.find(tokens), tokens);
}

function addAll(phrases: Phrases<Name>, kind: 'product' | 'service', entries: ServiceNames | Products): void {
  const listed: readonly (readonly [string, ServiceNames[string] | Products[string]])[] = Object.entries(entries);
  for (const [id, entry] of listed) {
    const name: Name = { kind, id };
    const called = [...Object.values(entry?.names ?? {}), ...Object.values(entry?.aliases ?? {}).flat()];
    for (const phrase of called) phrases.add(phrase, name);
    const albanian = [entry?.names?.sq ?? [], entry?.aliases?.sq ?? []].flat();
    for (const phrase of albanian.flatMap(albanianCases)) phrases.add(phrase, name);
  }
}

/** The cases of an Albanian name of several words: "inxhinieri të caktuar" beside "inxhinieria e caktuar". */
function albanianCases(name: string): string[] {
  const words = name.split(' ');
  if (words.length < 2) return [];
  const stems = words.map((word) =>
    word.length >= SHORTEST_BENT ? `${word.replace(/(?:[aeëiou]|imi?)$/iu, '')}*` : word,
  );
  const at = stems.findIndex((word, index) => index > 0 && links.includes(word));
  return at < 0 ? [stems.join(' ')] : links.map((link) => stems.with(at, link).join(' '));
}

/** What joins an Albanian noun and its adjective, by case. */
const links = ['e', 'i', 'të', 'së'];
const SHORTEST_BENT = 6;

/** The longest names win; a phrase to ignore takes words away unless it is written as a name is ("Teams"). */
function resolve(found: readonly Match<Name>[], tokens: readonly Token[]): FoundNames {
  const named = found.filter(
    ({ value, to }) => value.kind !== 'part' && !(value.kind === 'ignored' && isCapital(tokens[to - 1])),
  );
  const kept = longest(named.filter((match) => !isFaint(match, tokens)));
  const pick = (kind: 'product' | 'service') =>
    kept.flatMap((match) => (match.value.kind === kind ? [{ ...match, value: match.value.id }] : []));
  const products = withParts(pick('product'), found);
  const taken = new Set(kept.flatMap(({ from, to, value }) => (value.kind === 'ignored' ? [] : range(from, to))));
  return { products, services: pick('service'), taken };
}

const isCapital = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}/u.test(token.raw);

/** A single word with one letter wrong is a name only when it is long. */
const isFaint = ({ fit, from, to }: Match<Name>, tokens: readonly Token[]): boolean =>
  fit === 2 && to - from === 1 && (tokens[from]?.form.length ?? 0) < 7;

/** How many words may stand between a part and what it is a part of. */
const REACH = 4;

/** "The VMs that we run in Azure": where only the whole is named, a part of it says which product it is. */
function withParts(products: readonly Match<string>[], found: readonly Match<Name>[]): Match<string>[] {
  return products.map((product) => {
    for (const { value, from, to, fit } of found) {
      const gap = Math.max(product.from - to, from - product.to);
      const beside = value.kind === 'part' && value.beside === product.value && gap >= 0 && gap <= REACH;
      if (beside && fit < 2) return { ...product, value: value.id };
    }
    return product;
  });
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);
