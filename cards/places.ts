/** What a location is called: work orders name it by an id of their own, often the country's two letters. */
import type { DeskLanguage } from '../knowledge/vocabulary.ts';
import type { Audience } from './audience.ts';
import { cleanLine } from './clean.ts';
import { regionNames } from './formats.ts';
import type { Voice } from './voice.ts';

/**
 * The country's name where the id is its code, else the words of the id. A two-letter id counts as a country only
 * where the work order or the zone says so: `la` may well be Los Angeles.
 */
export function placeName(id: string, language: DeskLanguage, known: Audience['locations'], timeZone?: string): string {
  const region = id.toUpperCase();
  const listed = known?.find((location) => location.id === id);
  const isCountry =
    /^[A-Z]{2}$/.test(region) && (listed?.country === region || zonesOf(region).includes(timeZone ?? ''));
  return (isCountry ? regionNames(language).of(region) : undefined) ?? idWords(id);
}

/** `san-marino` is San Marino, `hq` is HQ. */
function idWords(id: string): string {
  const words = cleanLine(id);
  if (words.length <= 3) return words.toUpperCase();
  return words
    .replace(/[-_]+/g, ' ')
    .replace(/(^|\s)(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

function zonesOf(region: string): readonly string[] {
  const locale: Intl.Locale & { getTimeZones?: () => string[] | undefined } = new Intl.Locale(`und-${region}`);
  return locale.getTimeZones?.() ?? [];
}

/** A service with its place: `Proactive credits · Denmark`; what is counted for no place goes by its name alone. */
export const serviceAt = (
  { service, location }: { readonly service: string; readonly location?: string | undefined },
  voice: Voice,
): string =>
  location === undefined
    ? voice.service(service)
    : voice.say('balance.at', { service: voice.service(service), location: voice.location(location) });
