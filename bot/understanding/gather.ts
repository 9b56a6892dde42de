/** Small readings of what was found: which of several is meant, and what stands for it before the classifier. */
import { Chart, type Severity } from '../../knowledge/vocabulary.ts';
import type { Amount } from './amounts.ts';
import type { Entities } from './entities.ts';
import type { FoundDates } from './found-dates.ts';
import type { Marks } from './marks.ts';
import type { FoundNames } from './names.ts';
import type { Match } from './phrases.ts';
import type { FoundSeverities } from './severities.ts';
import type { Token } from './tokens.ts';

/** The severity that is asked for: of two in "from B to A" the one that it goes to, else the first. */
export function targetSeverity({ severities }: FoundSeverities, marks: Marks): Severity | undefined {
  const [first, second] = severities;
  if (first === undefined || second === undefined) return first?.value;
  const toFirst =
    marks.before(first.at, 'direction', 'to') !== undefined &&
    marks.before(second.at, 'direction', 'from') !== undefined;
  return toFirst ? first.value : second.value;
}

const impacts = ['system-down', 'significant-degradation', 'moderate', 'minor'] as const;

/** The gravest impact that is told. */
export const impactOf = (marks: Marks): Entities['impact'] => impacts.find((impact) => marks.has('impact', impact));

/** Each product once; the platform as such only where nothing more exact is named. */
export function productsOf({ products }: FoundNames): string[] {
  const ids = [...new Set(products.map(({ value }) => value))];
  const exact = ids.filter((id) => id !== 'azure');
  return exact.length > 0 ? exact : ids;
}

/** A chart by the name of its service, or as "the base chart". */
export function chartOf({ services }: FoundNames, marks: Marks): Chart | undefined {
  const named = services.map(({ value }) => Chart.safeParse(value)).find(({ success }) => success)?.data;
  return named ?? (marks.has('concept', 'base') && marks.has('concept', 'chart') ? 'base' : undefined);
}

/** "Substitute A for B", "substituer A à B": what comes stands first. */
const SUBSTITUTE = /(?<!\p{L})substitu/iu;

/** "A workshop in place of the webcast": words that put the first service in the place of the second. */
export function isInPlaceOf({ services }: FoundNames, marks: Marks, text: string): boolean {
  const [first, second] = services;
  if (first !== undefined && second !== undefined && SUBSTITUTE.test(text))
    return marks
      .of('direction')
      .some(({ value, from, to }) => value.value === 'to' && from >= first.to && to <= second.from);
  // "Than" alone compares: only beside "rather" it says what is given up.
  if (first === undefined || second === undefined || !marks.has('concept', 'instead')) return false;
  return marks
    .of('direction')
    .some(({ value, from, to }) => value.value === 'replacing' && from >= first.to && to <= second.from);
}

/** How many words may stand between a service and its date: "the workshop of the 12 May", "rådgivningen den 6. maj". */
const DATE_WITHIN = 3;

const cyrillic = /\p{Script=Cyrillic}/u;
/** Kazakh tells by the ending what leaves a day or belongs to it. */
const departing = /(?:[дтн][ае]н|[дт][ае]г[ыи])$/u;

/** "The workshop of 12 May": one date right after a service, or before it where the language puts it there. */
export function isDateOfService(
  { services }: FoundNames,
  { dates, datesAt }: FoundDates,
  { tokens, marks }: { readonly tokens: readonly Token[]; readonly marks: Marks },
): boolean {
  const [at] = datesAt;
  if (at === undefined || dates.length !== 1 || marks.before(at, 'direction', 'to') !== undefined) return false;
  if (marks.before(at, 'date', 'to') !== undefined) return false;
  const written = tokens.slice(at, at + DATE_WITHIN).map(({ form }) => form);
  if (written.some((form) => cyrillic.test(form)) && !written.some((form) => departing.test(form))) return false;
  const isNear = ({ to }: Match<string>): boolean =>
    at >= to && at - to < DATE_WITHIN && !tokens.slice(to, at + 1).some(({ apart }) => apart);
  return services.some(isNear);
}

/** "1 June rather than 4 May": the day that is given up stands last. */
export function isDateReplacing({ datesAt }: FoundDates, marks: Marks): boolean {
  const [first, second] = datesAt;
  if (first === undefined || second === undefined) return false;
  return marks
    .of('direction')
    .some(({ value, from, to }) => value.value === 'replacing' && from > first && to <= second + 1);
}

/** The concepts of the ordering part, without words that only belong to a name: "response" in "Rapid Response". */
export function conceptsOf(marks: Marks, names: FoundNames, ordering: number): ReadonlySet<string> {
  const all = [...names.services, ...names.products];
  const inside = ({ from, to }: Match<unknown>): boolean =>
    all.some((name) => from >= name.from && to <= name.to && to - from < name.to - name.from);
  return new Set(
    marks
      .of('concept')
      .filter((match) => match.from < ordering && !inside(match))
      .map(({ value }) => value.value),
  );
}

export type Slots = ReadonlyMap<number, { readonly name: string; readonly to: number }>;

/** What the classifier sees in place of the words that were found. */
export function slotsOf(
  names: FoundNames,
  severities: FoundSeverities,
  places: readonly Match<unknown>[],
  languages: readonly Match<unknown>[],
  when: FoundDates,
  amounts: readonly Amount[],
): Slots {
  const slots = new Map<number, { name: string; to: number }>();
  const put = (name: string, matches: readonly { from: number; to: number }[]): void => {
    for (const { from, to } of matches) if (!slots.has(from)) slots.set(from, { name, to });
  };
  put('¤service', names.services);
  put('¤product', names.products);
  put('¤severity', severities.severities);
  put('¤place', places);
  put('¤language', languages);
  put(
    '¤when',
    [...when.taken].map((index) => ({ from: index, to: index + 1 })),
  );
  put(
    '¤money',
    amounts.filter(({ unit }) => unit === 'money'),
  );
  put(
    '¤number',
    amounts.filter(({ unit }) => unit !== 'money'),
  );
  return slots;
}
