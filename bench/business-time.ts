/**
 * Business time against the libraries that do it, on their common ground: the zone of the process is that of the
 * calendar, Monday to Friday from 09:00 to 17:00, some holidays. Everyone's calendar is prepared beforehand.
 */
import { createRequire } from 'node:module';
import {
  addWorkingTime,
  type BusinessCalendar,
  createBusinessCalendar,
  workingTimeBetween,
} from '../src/calendar/business-calendar.ts';
import { uniformWeek } from '../src/calendar/location-calendar.ts';
import { proveDue } from '../src/calendar/proof.ts';
import { duration, nanosecondsPerCall, table } from './support/measure.ts';

export const title = 'Business time: due instants and differences';

const ZONE = 'Europe/Berlin';
const HOURS = { start: '09:00', end: '17:00' };
const HOLIDAYS = ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-12-25'];
const MINUTE = 60_000;
const EIGHT_HOURS = 480;
const WEEK = 7 * 86_400_000;
const YEAR = 365 * 86_400_000;

/** Starts all over the year, some in and some out of hours. */
const STARTS = Array.from({ length: 200 }, (_, index) => Date.UTC(2026, 0, 5, 7, 30) + index * 43 * 3_600_000);

interface Contestant {
  readonly name: string;
  /** The instant at which eight working hours have passed; some libraries have no such question. */
  readonly due?: (from: number) => number;
  /** Working minutes between two instants. */
  readonly minutes: (from: number, to: number) => number;
}

const require = createRequire(import.meta.url);

function ours(calendar: BusinessCalendar): Contestant {
  return {
    name: 'this desk',
    due: (from) => {
      const due = addWorkingTime(calendar, from, EIGHT_HOURS * MINUTE);
      return due.ok ? due.value : Number.NaN;
    },
    minutes: (from, to) => workingTimeBetween(calendar, from, to) / MINUTE,
  };
}

function dayjsBusinessTime(): Contestant {
  type Day = { addBusinessMinutes(count: number): Day; businessMinutesDiff(other: Day): number; valueOf(): number };
  type Dayjs = {
    (instant: number): Day;
    extend(plugin: unknown): void;
    setBusinessTime(hours: unknown): void;
    setHolidays(dates: readonly string[]): void;
  };
  const dayjs: Dayjs = require('dayjs');
  dayjs.extend(require('dayjs-business-time'));
  const open = [{ start: '09:00:00', end: '17:00:00' }];
  const days = { monday: open, tuesday: open, wednesday: open, thursday: open, friday: open };
  dayjs.setBusinessTime({ ...days, saturday: null, sunday: null });
  dayjs.setHolidays(HOLIDAYS);
  return {
    name: 'dayjs-business-time',
    due: (from) => dayjs(from).addBusinessMinutes(EIGHT_HOURS).valueOf(),
    minutes: (from, to) => Math.abs(dayjs(from).businessMinutesDiff(dayjs(to))),
  };
}

function momentBusinessTime(): Contestant {
  type Moment = {
    addWorkingTime(count: number, unit: string): Moment;
    workingDiff(other: Moment, unit: string): number;
    valueOf(): number;
  };
  type MomentMaker = { (instant: number): Moment; updateLocale(name: string, settings: unknown): void };
  const moment: MomentMaker = require('moment-business-time');
  const open = ['09:00:00', '17:00:00'];
  moment.updateLocale('en', {
    workinghours: { 0: null, 1: open, 2: open, 3: open, 4: open, 5: open, 6: null },
    holidays: HOLIDAYS,
  });
  return {
    name: 'moment-business-time',
    due: (from) => moment(from).addWorkingTime(EIGHT_HOURS, 'minutes').valueOf(),
    minutes: (from, to) => Math.abs(moment(from).workingDiff(moment(to), 'minutes')),
  };
}

function openingHours(): Contestant {
  type OpeningHours = new (value: string, place: null) => { getOpenDuration(from: Date, to: Date): readonly number[] };
  const Hours: OpeningHours = require('opening_hours');
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const closed = HOLIDAYS.map((date) => `${date.slice(0, 4)} ${months[Number(date.slice(5, 7)) - 1]} ${date.slice(8)}`);
  const hours = new Hours(`Mo-Fr 09:00-17:00; ${closed.join(',')} off`, null);
  return {
    name: 'opening_hours',
    minutes: (from, to) => (hours.getOpenDuration(new Date(from), new Date(to))[0] ?? Number.NaN) / MINUTE,
  };
}

const start = (index: number): number => STARTS[index % STARTS.length] ?? 0;

type Question = (contestant: Contestant) => ((index: number) => number) | undefined;

const QUESTIONS: readonly (readonly [name: string, question: Question])[] = [
  ['due after 8 h', ({ due }) => due && ((index) => due(start(index)))],
  [
    'difference over a week',
    ({ minutes }) =>
      (index) =>
        minutes(start(index), start(index) + WEEK),
  ],
  [
    'difference over a year',
    ({ minutes }) =>
      (index) =>
        minutes(start(index), start(index) + YEAR),
  ],
];

function rows([name, question]: (typeof QUESTIONS)[number], contestants: readonly Contestant[]): string[][] {
  const asked = contestants.flatMap((contestant) => {
    const call = question(contestant);
    return call === undefined ? [] : [{ contestant, call, cost: nanosecondsPerCall(call) }];
  });
  const [first] = asked;
  return asked.map(({ contestant, call, cost }) => {
    const different = STARTS.filter((_, index) => call(index) !== first?.call(index)).length;
    const ratio = cost / (first?.cost ?? cost);
    return [
      name,
      contestant.name,
      duration(cost),
      `${ratio.toFixed(ratio < 10 ? 1 : 0)} x`,
      `${different}/${STARTS.length}`,
    ];
  });
}

function prepared(): BusinessCalendar {
  const made = createBusinessCalendar({ timeZone: ZONE, week: uniformWeek(HOURS, false), holidays: HOLIDAYS });
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  return made.value;
}

/** What only this desk does, so that nobody is compared. */
function alone(calendar: BusinessCalendar): string[][] {
  const proof = nanosecondsPerCall((index) => {
    const proved = proveDue(calendar, start(index), EIGHT_HOURS * MINUTE);
    return proved.ok ? proved.value.segments.length : Number.NaN;
  });
  const first = nanosecondsPerCall((index) => ours(prepared()).due?.(start(index)) ?? Number.NaN);
  return [
    ['proof of 8 h', 'this desk', duration(proof), '', ''],
    ['calendar made, asked once', 'this desk', duration(first), '', ''],
  ];
}

export function run(): string {
  process.env.TZ = ZONE;
  const calendar = prepared();
  const contestants = [ours(calendar), dayjsBusinessTime(), momentBusinessTime(), openingHours()];
  const measured = QUESTIONS.flatMap((question) => rows(question, contestants));
  return table([['question', 'by', 'per call', 'ratio', 'differ'], ...measured, ...alone(calendar)]);
}
