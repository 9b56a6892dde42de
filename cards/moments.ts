/** Instants and dates in the reader's words: on the reader's clock, with today and tomorrow named. */
import type { DeskLanguage } from '../knowledge/vocabulary.ts';
import type { Audience } from './audience.ts';
import { dateFormat, isKnownZone, nearFormat } from './formats.ts';
import { say } from './strings.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

export interface Moments {
  /** The reader's zone, or UTC where the one given is unknown. */
  readonly zone: string;
  /** An instant as time and day, today and its neighbours by name; in the reader's zone unless another is named. */
  when(instant: string, zone?: string): string;
  /** The same, followed by the zone's name. */
  whenThere(instant: string, zone: string): string;
  /** Clock time alone. */
  time(instant: string, zone: string): string;
  /** Weekday, day and month, short. */
  shortDay(instant: string, zone: string): string;
  /** A calendar date, `YYYY-MM-DD`, in no zone. */
  date(date: string): string;
  /** True when the two zones show the same time at that instant. */
  sameClock(instant: string, zone: string): boolean;
  isPast(instant: string): boolean;
  /** True for an instant of this minute. */
  isNow(instant: string): boolean;
}

export function momentsFor({ language, timeZone, now }: Audience): Moments {
  const zone = isKnownZone(timeZone) ? timeZone : 'UTC';
  const clock = Date.parse(now);
  const when = (instant: string, there = zone): string => whenIn(language, instant, clock, there);
  return {
    zone,
    when,
    whenThere: (instant, there) =>
      say(language, 'when.zone', { when: when(instant, there), zone: zoneName(language, instant, there) }),
    time: (instant, there) => dateFormat(language, there, 'time').format(Date.parse(instant)),
    shortDay: (instant, there) => dateFormat(language, there, 'shortDay').format(Date.parse(instant)),
    date: (date) => withFirst(language, dateFormat(language, 'UTC', 'date').format(Date.parse(date))),
    sameClock: (instant, there) => wallClock(instant, zone) === wallClock(instant, there),
    isPast: (instant) => Date.parse(instant) < clock,
    isNow: (instant) => Math.abs(Date.parse(instant) - clock) < MINUTE,
  };
}

function whenIn(language: DeskLanguage, instant: string, now: number, zone: string): string {
  const at = Date.parse(instant);
  const time = dateFormat(language, zone, 'time').format(at);
  const days = dayNumber(at, zone) - dayNumber(now, zone);
  const day = withFirst(
    language,
    dateFormat(language, zone, isSameYear(at, now, zone) ? 'day' : 'dayOfYear').format(at),
  );
  if (Math.abs(days) > 1) return say(language, 'when.far', { time, day });
  return say(language, 'when.near', { time, near: nearFormat(language).format(days, 'day'), day });
}

/** The first of a month is an ordinal in French alone: "1er juin". */
const withFirst = (language: DeskLanguage, day: string): string =>
  language === 'fr' ? day.replace(/(?<!\d)1(?=\s\p{L})/u, '1er') : day;

/** The language-free reading of an instant on the clock of a zone. */
const wallClock = (instant: string, zone: string): string =>
  `${dayNumber(Date.parse(instant), zone)} ${dateFormat('en', zone, 'time').format(Date.parse(instant))}`;

/** Days since the epoch of the civil day that holds the instant. English is formatted as dd/mm/yyyy. */
function dayNumber(at: number, zone: string): number {
  const [day = 0, month = 0, year = 0] = dateFormat('en', zone, 'numeric').format(at).split('/').map(Number);
  return Date.UTC(year, month - 1, day) / DAY;
}

const isSameYear = (one: number, other: number, zone: string): boolean =>
  dateFormat('en', zone, 'year').format(one) === dateFormat('en', zone, 'year').format(other);

/** The zone's name at that instant, such as Central European Standard Time. */
export function zoneName(language: DeskLanguage, instant: string, zone: string): string {
  const parts = dateFormat(language, zone, 'zone').formatToParts(Date.parse(instant));
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
