/** Readings of what was found that several commands share. */
import type { Severity } from '../../knowledge/vocabulary.ts';
import { instantIn } from './civil.ts';
import type { Entities } from './entities.ts';
import type { UnderstandingContext } from './understand.ts';
import type { View } from './view.ts';

export type Args = Record<string, unknown>;

/** Builds the arguments of one command, some from what was learnt with it; undefined members are left out later. */
export type Builder = (view: View, context: UnderstandingContext, learnt: Readonly<Record<string, string>>) => Args;

/** The location that is named, one of the customer's first; a country's code where the customer has none there. */
export const place = ({ places }: Entities): string | undefined =>
  (places.find(({ known }) => known) ?? places[0])?.location;

/** The first date that lies ahead, or the first day of a span. */
export const futureDate = ({ when }: Entities): string | undefined =>
  when.dates.find(({ past }) => !past)?.date ?? when.ranges[0]?.start;

/** As `futureDate`, after today: "done this morning" names no day ahead. */
export const laterDate = ({ when }: Entities, { now }: UnderstandingContext): string | undefined =>
  when.dates.find(({ past, date }) => !past && date > now.slice(0, 10))?.date ?? when.ranges[0]?.start;

export const countOf = ({ amounts }: Entities, wanted: string): number | undefined =>
  amounts.find(({ unit }) => unit === wanted)?.value;

/** The first number in digits that counts nothing named; "a" and "one" are no counts. */
export const plainNumber = ({ amounts }: Entities): number | undefined =>
  amounts.find(({ unit, digits }) => unit === undefined && digits)?.value;

/** A sum of money; without a currency the greatest number. */
export const moneyOf = (entities: Entities): number | undefined =>
  countOf(entities, 'money') ??
  entities.amounts
    .filter(({ unit, digits }) => unit === undefined && digits)
    .map(({ value }) => value)
    .sort((a, b) => b - a)[0];

/** The first service other than the one that the command speaks of anyway. */
export const serviceBeside = ({ services }: Entities, id: string): string | undefined =>
  services.find((service) => service !== id) ?? services[0];

/** Days that a span reaches, as a command takes them. */
export const withinOf = ({ when }: Entities): number | undefined => {
  const days = when.withinDays ?? when.bareDays;
  return days === undefined ? undefined : Math.min(3660, Math.max(1, days));
};

/** What follows the first colon that does not stand in a time of day. */
export const afterColon = (text: string): string | undefined => /[:：](?!\d)\s*(\S[\s\S]*)$/u.exec(text)?.[1]?.trim();

/** The level that is asked about; of two letters compared neither is. */
export const soleLevel = (entities: Entities): Severity | undefined =>
  entities.severity ?? (entities.letters.length === 1 ? entities.letter : undefined);

/** Severity, product, place, language and instant: what an expected response depends on. */
export function planOf({ entities }: View, context: UnderstandingContext): Args {
  const location = place(entities);
  return {
    severity: entities.severities[0] ?? entities.letter,
    product: entities.products[0],
    location,
    language: entities.supportLanguage,
    at: instantOf(entities, context, location),
  };
}

/** The instant that is asked about: a day ahead, or a time of day; never one that something has lasted since. */
export function instantOf({ when }: Entities, context: UnderstandingContext, location?: string): string | undefined {
  const today = context.now.slice(0, 10);
  const day = when.dates.find(({ past, relative, date }) => !past && !(relative && date <= today));
  if (day === undefined && when.time === undefined) return undefined;
  const zone = context.locations.find(({ id }) => id === location)?.timeZone ?? context.timeZone;
  const [year = 0, month = 1, date = 1] = (day?.date ?? today).split('-').map(Number);
  return instantIn({ year, month, day: date }, when.time ?? { hour: 0, minute: 0 }, zone);
}
