/** How the desk speaks to one reader: its words, and everything that it names, in the reader's language and zone. */
import { Id } from '../knowledge/vocabulary.ts';
import type { Citation } from '../src/command/answer.ts';
import type { Audience, Names } from './audience.ts';
import { basisOf, clauseOf, editionName } from './basis.ts';
import { cleanLine } from './clean.ts';
import {
  choiceFormat,
  durationOf,
  languageNames,
  listFormat,
  money,
  numberFormat,
  percentFormat,
  regionNames,
} from './formats.ts';
import { type Moments, momentsFor } from './moments.ts';
import { placeName } from './places.ts';
import { isStringKey, type MessageArguments, type StringKey, say } from './strings.ts';

export interface Voice extends Moments {
  readonly audience: Audience;
  readonly names: Names;
  say(key: StringKey, args?: MessageArguments): string;
  /** The words of a code of the domain, `rejection` and `not-purchased`; its own letters where it has none. */
  code(group: string, code: string): string;
  /** Like `code`, but nothing where there are no words. */
  codeIfAny(group: string, code: string, args?: MessageArguments): string | undefined;
  number(value: number): string;
  /** 50 is fifty in a hundred. */
  percent(value: number): string;
  /** Things in a row; by semicolons where one of them holds a comma. */
  list(items: readonly string[]): string;
  /** Clauses one after the other, by semicolons in the manner of the script. */
  clauses(items: readonly string[]): string;
  /** `a, b or c`. */
  choice(items: readonly string[]): string;
  /** Minutes in hours and minutes. */
  duration(minutes: number): string;
  /** A quantity in a unit of the domain or a currency. */
  quantity(count: number, unit: string): string;
  product(id: string): string;
  /** A service of the catalogue; what is no service but counted beside them, the flex allowance, has its topic's words. */
  service(id: string): string;
  location(id: string, timeZone?: string): string;
  language(tag: string): string;
  edition(id: string): string;
  /** An ISO 3166-1 country. */
  country(code: string): string;
  /** One clause: its section and edition. */
  clause(citation: Citation): string;
  /** The last line of a card: the clauses that the answer rests on; nothing without citations. */
  basis(citations: readonly Citation[]): string | undefined;
}

/** A voice for one answer; cheap to make. */
export function voiceFor(names: Names, audience: Audience): Voice {
  const { language, locations } = audience;
  const speak = (key: StringKey, args?: MessageArguments): string => say(language, key, args);
  const codeIfAny = (group: string, code: string, args?: MessageArguments): string | undefined => {
    const key = `${group}.${code}`;
    return isStringKey(key) ? speak(key, args) : undefined;
  };
  const list = (items: readonly string[]): string =>
    items.some(isClause) ? clausesOf(items, language) : listFormat(language).format(items);
  return {
    ...momentsFor(audience),
    audience,
    names,
    say: speak,
    code: (group, code) => codeIfAny(group, code) ?? words(code),
    codeIfAny,
    number: (value) => numberFormat(language).format(value),
    percent: (value) => percentFormat(language).format(value / 100),
    list,
    clauses: (items) => clausesOf(items, language),
    choice: (items) => choiceFormat(language).format(items),
    duration: (minutes) => durationOf(language, minutes),
    quantity: (count, unit) =>
      /^[A-Z]{3}$/.test(unit)
        ? money(language, count, unit)
        : (codeIfAny('unit', unit, { count }) ?? `${numberFormat(language).format(count)} ${words(unit)}`),
    product: (id) => nameOf(names.products, id, language),
    service: (id) =>
      (Object.hasOwn(names.services, id) ? undefined : codeIfAny('topic', id)) ?? nameOf(names.services, id, language),
    location: (id, timeZone) => placeName(id, language, locations, timeZone),
    language: (tag) => languageNames(language).of(tag) ?? tag,
    edition: (id) => editionName(id, language),
    country: (code) => regionNames(language).of(code) ?? code,
    clause: (citation) => clauseOf([citation], language),
    basis: (citations) => basisOf(citations, language),
  };
}

/** Things that hold a comma themselves are told apart by semicolons: "a, b and c" would run into one. */
const isClause = (item: string): boolean => /[，；、]|[,;]\s/u.test(item);

const clausesOf = (items: readonly string[], language: string): string =>
  items.join(language === 'zh-Hant' ? '；' : language === 'fr' ? ' ; ' : '; ');

type Named = Readonly<Record<string, { readonly names: Readonly<Partial<Record<string, string>>> }>>;

function nameOf(named: Named, id: string, language: string): string {
  const entry = Object.hasOwn(named, id) ? named[id] : undefined;
  return entry?.names[language] ?? entry?.names.en ?? words(id);
}

/** An id in words, `azure-sql-database` as Azure sql database; whatever is no id stays as it is, on one line. */
function words(id: string): string {
  if (!Id.safeParse(id).success) return cleanLine(id);
  const spaced = id.replaceAll('-', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
