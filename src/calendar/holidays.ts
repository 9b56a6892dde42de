/**
 * The public holidays of a location: its own list where the work order has one, else what `date-holidays` proposes.
 *
 * A proposal is no more than that: bridge days, make-up working days and feasts that hang on the sight of the moon are
 * beyond it, which is why every answer that rests on one says so. Its data are under CC BY 3.0.
 */
import Holidays from 'date-holidays';
import { DAY, dateOf, localDay } from './local-date.ts';
import { zoneOf } from './zone.ts';

/** `none`: there is no list, and nothing is known of the country that could be proposed. */
export type HolidaySource = 'listed' | 'proposed' | 'none';

export interface HolidayQuestion {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The subdivision's part of its ISO 3166-2 code, such as `BY` in Germany or `ENG` in Great Britain. */
  readonly region?: string | undefined;
  /** The list of the work order. An empty one says that no day is a holiday. */
  readonly listed?: readonly string[] | undefined;
  readonly timeZone: string;
}

export interface HolidayList {
  /** `YYYY-MM-DD`, in order, each once. */
  readonly dates: readonly string[];
  readonly source: HolidaySource;
}

const NOON = DAY / 2;

/**
 * The holidays from the first day of one year to the last day of another; a listed calendar comes whole. Both the
 * actual day and its substitute are named where a country has substitutes.
 */
export function holidaysFor(question: HolidayQuestion, fromYear: number, toYear: number): HolidayList {
  if (question.listed !== undefined) return { dates: [...new Set(question.listed)].sort(), source: 'listed' };
  const country = proposalsOf(question);
  if (country === undefined) return { dates: [], source: 'none' };
  const dates = new Set<string>();
  // A feast that begins on the evening of 31 December belongs to the year before by its start.
  for (let year = fromYear - 1; year <= toYear; year += 1) for (const date of country(year)) dates.add(date);
  const inYears = [...dates].filter(
    (date) => Number(date.slice(0, 4)) >= fromYear && Number(date.slice(0, 4)) <= toYear,
  );
  return { dates: inYears.sort(), source: 'proposed' };
}

type Proposals = (year: number) => readonly string[];

const prepared = new Map<string, Proposals | undefined>();

/** What is proposed for a country, prepared once: its rules take milliseconds to read. */
function proposalsOf({ country, region, timeZone }: HolidayQuestion): Proposals | undefined {
  const key = `${country}/${region ?? ''}/${timeZone}`;
  if (!prepared.has(key)) prepared.set(key, prepare(country, region, timeZone));
  return prepared.get(key);
}

function prepare(country: string, region: string | undefined, timeZone: string): Proposals | undefined {
  const options = { timezone: timeZone };
  const known = new Holidays().getCountries();
  if (known[country] === undefined) return undefined;
  const rules = region === undefined ? new Holidays(country, options) : new Holidays(country, region, options);
  const years = new Map<number, readonly string[]>();
  return (year) => {
    const dates = years.get(year) ?? publicDates(rules, year, timeZone);
    years.set(year, dates);
    return dates;
  };
}

const publicDates = (rules: Holidays, year: number, timeZone: string): string[] =>
  rules
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .flatMap(({ start, end }) => civilDays(start.getTime(), end.getTime(), timeZone));

/**
 * The dates whose local noon lies inside a feast. Some begin at the sunset before, so that their first date is not
 * theirs, and a half day off that begins or ends at noon is no day off.
 */
function civilDays(start: number, end: number, timeZone: string): string[] {
  const zone = zoneOf(timeZone);
  const dates: string[] = [];
  for (let day = localDay(start, timeZone); zone.instantOf(day * DAY + NOON) < end; day += 1) {
    if (zone.instantOf(day * DAY + NOON) > start) dates.push(dateOf(day));
  }
  return dates;
}
