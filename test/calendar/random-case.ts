/** Random calendars and questions for the comparison with the reference, repeatable from a seed. */
import { changesOf, type ReferenceSpec } from './reference.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A small generator of random numbers in [0, 1), the same for the same seed on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Zones with odd offsets, changes at midnight, by half an hour, by a whole day, in Ramadan, or none at all. Their history
 * until the end of 2025 is the same in Node's zone data (2026c) and in moment-timezone's (2026f); the years after it are
 * left out because the two differ for Winnipeg, Havana, Inuvik and Rainy River from November 2026 on.
 */
const ZONES = [
  ...['UTC', 'Europe/Copenhagen', 'Europe/Paris', 'Europe/London', 'Europe/Dublin', 'Europe/Lisbon', 'Europe/Tirane'],
  ...['Europe/Moscow', 'Europe/Istanbul', 'Asia/Kathmandu', 'Asia/Kolkata', 'Asia/Tokyo', 'Asia/Almaty', 'Asia/Gaza'],
  ...['Asia/Amman', 'Asia/Pyongyang', 'Asia/Tehran', 'Africa/Casablanca', 'Africa/Cairo', 'America/New_York'],
  ...['America/Los_Angeles', 'America/Vancouver', 'America/St_Johns', 'America/Havana', 'America/Sao_Paulo'],
  ...['America/Caracas', 'America/Santiago', 'Australia/Lord_Howe', 'Australia/Adelaide', 'Australia/Eucla'],
  ...['Pacific/Chatham', 'Pacific/Apia', 'Pacific/Kiritimati', 'Pacific/Marquesas', 'Pacific/Tongatapu'],
  ...['Antarctica/Troll', 'Antarctica/Casey', 'Atlantic/Azores'],
];
const FIRST = Date.UTC(1994, 0, 1);
const LAST = Date.UTC(2025, 11, 1);

type Windows = readonly { readonly start: string; readonly end: string }[];

const WEEKS: readonly Windows[] = [
  [{ start: '09:00', end: '17:30' }],
  [
    { start: '08:15', end: '12:00' },
    { start: '12:45', end: '16:50' },
  ],
  [{ start: '22:00', end: '06:00' }],
  [{ start: '00:00', end: '24:00' }],
  [{ start: '18:30', end: '18:30' }],
  [{ start: '00:00', end: '02:30' }],
  [{ start: '01:15', end: '03:05' }],
  [
    { start: '02:10', end: '02:50' },
    { start: '23:20', end: '00:40' },
  ],
  [{ start: '16:00', end: '24:00' }],
  [],
];

/** Where the weekly days differ, hours that never run into those of the day after. */
const SHORT_DAYS: readonly Windows[] = [
  ...WEEKS.slice(0, 2),
  ...WEEKS.slice(5, 7),
  [{ start: '16:00', end: '24:00' }],
  [],
];

export interface RandomCalendar extends ReferenceSpec {
  /** Somewhere near the middle of the days that are asked about. */
  readonly around: number;
}

export function randomCalendar(random: () => number): RandomCalendar {
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const timeZone = pick(ZONES);
  const around = momentIn(timeZone, random, pick);
  return { timeZone, around, week: randomWeek(random, pick), ...randomDates(around, random, pick) };
}

type Pick = <Item>(items: readonly Item[]) => Item;

/** Two times out of three within some days of a clock change, where the zone has any. */
function momentIn(timeZone: string, random: () => number, pick: Pick): number {
  const changes = changesOf(timeZone, FIRST, LAST);
  if (changes.length === 0 || random() < 1 / 3) return FIRST + Math.floor(random() * (LAST - FIRST));
  return pick(changes) + Math.floor((random() - 0.5) * 6 * DAY);
}

function randomWeek(random: () => number, pick: Pick): Record<number, Windows> {
  const each = random() < 0.6 ? pick(WEEKS) : undefined;
  const worked = pick(['11111', '1111111', '1111011', '1111111', '0000011']);
  return Object.fromEntries(
    [...worked].map((flag, index) => [index + 1, flag === '1' ? (each ?? pick(SHORT_DAYS)) : []]),
  );
}

function randomDates(around: number, random: () => number, pick: Pick): Omit<ReferenceSpec, 'timeZone' | 'week'> {
  const date = () => new Date(around + Math.floor((random() - 0.4) * 12 * DAY)).toISOString().slice(0, 10);
  const times = (most: number) => Array.from({ length: Math.floor(random() * (most + 1)) });
  return {
    holidays: times(3).map(date),
    replacements: Object.fromEntries(times(2).map(() => [date(), pick(WEEKS)])),
  };
}

export interface Question {
  readonly from: number;
  readonly to: number;
  readonly duration: number;
}

/** An instant of the days around, often on a whole minute, and a duration that mostly ends within them. */
export function randomQuestion(around: number, random: () => number): Question {
  const grain = random() < 0.5 ? 15 * MINUTE : random() < 0.5 ? 1000 : 1;
  const whole = (value: number) => Math.floor(value / grain) * grain;
  const from = whole(around + (random() - 0.5) * 3 * DAY);
  return { from, to: whole(from + random() * 4 * DAY), duration: whole(random() ** 2 * 30 * 60 * MINUTE) };
}
