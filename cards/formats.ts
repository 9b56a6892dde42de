/** Intl's formatters, made once for each language and zone and kept within a bound: a formatter is dear to make. */
import type { DeskLanguage } from '../knowledge/vocabulary.ts';
import { localeOf } from './strings.ts';

/** Zones come from clients, so the number kept is bounded; the oldest goes first. */
const MOST = 128;
const dates = new Map<string, Intl.DateTimeFormat>();

const styles = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  dayOfYear: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  shortDay: { weekday: 'short', day: 'numeric', month: 'short' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
  zone: { timeZoneName: 'long' },
  numeric: { year: 'numeric', month: 'numeric', day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type DateStyle = keyof typeof styles;

/** The formatter of one style in one zone; an unknown zone throws a RangeError. */
export function dateFormat(language: DeskLanguage, timeZone: string, style: DateStyle): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${style}`;
  return kept(dates, key, () => new Intl.DateTimeFormat(localeOf(language), { ...styles[style], timeZone }));
}

/** What is kept under the key, or what is made now; the oldest goes where there are too many. */
function kept<Made>(all: Map<string, Made>, key: string, make: () => Made): Made {
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = make();
  const [oldest] = all.keys();
  if (all.size >= MOST && oldest !== undefined) all.delete(oldest);
  all.set(key, made);
  return made;
}

/** A maker of values by language, each made once. */
function perLanguage<Made>(make: (locale: string) => Made): (language: DeskLanguage) => Made {
  const made = new Map<DeskLanguage, Made>();
  return (language) => {
    const known = made.get(language) ?? make(localeOf(language));
    made.set(language, known);
    return known;
  };
}

export const numberFormat = perLanguage((locale) => new Intl.NumberFormat(locale));
export const percentFormat = perLanguage(
  (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }),
);
export const listFormat = perLanguage((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
export const choiceFormat = perLanguage((locale) => new Intl.ListFormat(locale, { type: 'disjunction' }));
const durationFormat = perLanguage((locale) => new Intl.DurationFormat(locale, { style: 'long' }));
/** The other leaves out what is nothing, also where there is nothing else. */
const noDurationFormat = perLanguage(
  (locale) => new Intl.DurationFormat(locale, { style: 'long', minutesDisplay: 'always' }),
);
export const nearFormat = perLanguage((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
export const regionNames = perLanguage((locale) => new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }));
export const languageNames = perLanguage(
  (locale) => new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }),
);

/** Response times are few and the formatter is slow, so what it said of each is kept. */
const durations = new Map<string, string>();

/** Minutes as hours and minutes, to the whole minute. */
export function durationOf(language: DeskLanguage, exact: number): string {
  const minutes = Math.round(exact);
  const key = `${language} ${minutes}`;
  const known = durations.get(key);
  if (known !== undefined) return known;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const said = (minutes === 0 ? noDurationFormat : durationFormat)(language).format({
    ...(hours > 0 ? { hours } : {}),
    ...(rest > 0 || hours === 0 ? { minutes: rest } : {}),
  });
  if (durations.size < 8 * MOST) durations.set(key, said);
  return said;
}

/** Currencies come from work orders, so the number kept is bounded as that of zones is. */
const moneys = new Map<string, Intl.NumberFormat>();

/** An amount of money in a currency (ISO 4217), without decimals where there are none. */
export function money(language: DeskLanguage, amount: number, currency: string): string {
  const minimumFractionDigits = Number.isInteger(amount) ? 0 : 2;
  return kept(
    moneys,
    `${language} ${currency} ${minimumFractionDigits}`,
    () => new Intl.NumberFormat(localeOf(language), { style: 'currency', currency, minimumFractionDigits }),
  ).format(amount);
}

/** True for a zone that this machine's zone data know. */
export function isKnownZone(timeZone: string): boolean {
  try {
    dateFormat('en', timeZone, 'time');
    return true;
  } catch {
    return false;
  }
}
