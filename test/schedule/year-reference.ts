/**
 * What a year of incidents reminds of, computed anew from the finished histories: for each clock the stages that fall
 * between the event that starts it and the one that ends it. Shares nothing with src/schedule and src/calendar; time is counted minute by minute.
 */
import moment from 'moment-timezone';
import type { IncidentEvent } from '../../src/incident/events.ts';
import { Reference } from '../calendar/reference.ts';
import type { Life, Outage } from './year-lives.ts';
import { order } from './year-world.ts';

/** A reminder that must have been said, and when. */
export type Said = readonly [key: string, at: number];

const MINUTE = 60_000;
const DAY = 86_400_000;
const MIDSUMMER = Date.parse('2026-07-01T12:00:00Z');

type Location = (typeof order)['locations'][number];
interface Stage {
  readonly key: string;
  readonly at: number;
  readonly until: number;
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The hours of a location, as a week that counts its days from 1. */
function weekOf({ businessHours = { start: '09:00', end: '17:30' } }: Location) {
  if ('start' in businessHours) {
    const window = businessHours as { start: string; end: string };
    return Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [window]]));
  }
  return Object.fromEntries(days.map((day, index) => [index + 1, businessHours[day] ?? []]));
}

const calendars = new Map(
  order.locations.map((location) => {
    const { timeZone, holidays = [] } = location;
    const spec = { timeZone, week: weekOf(location), holidays, replacements: {} };
    return [location.id, new Reference(spec, MIDSUMMER, 220, 230)];
  }),
);

const calendarAt = (id: string): Reference => {
  const calendar = calendars.get(id);
  if (calendar === undefined) throw new Error(`no calendar of ${id}`);
  return calendar;
};

const found = (instant: number | undefined): number => {
  if (instant === undefined) throw new Error('beyond the painted year');
  return instant;
};

/** Everything that must be said of these lives and of the work order until the end of the year. */
export function expectedReminders(lives: readonly Life[], outages: readonly Outage[], end: number): Said[] {
  const said = [...lives.flatMap((life) => saidOf(life, outages)), ...saidOfOrder(outages)];
  return said.filter(([, at]) => at <= end).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A clock from the event that starts it to the event that ends it, by their places in the history. */
interface Running {
  readonly stages: readonly Stage[];
  readonly start: number;
  readonly end: number;
}

function saidOf({ id, events }: Life, outages: readonly Outage[]): Said[] {
  const said = new Map<string, number>();
  const instantOf = (index: number): number => Date.parse(events[index]?.at ?? '9999-01-01T00:00:00Z');
  const clocks = [...responses(id, events), ...updates(id, events), ...duties(id, events), ...analyses(id, events)];
  for (const { stages, start, end } of clocks) {
    for (const stage of stages) note(said, stage, instantOf(start), instantOf(end), outages);
  }
  return [...said];
}

/** Says a stage while its clock runs, unless it is past when the desk can. */
function note(said: Map<string, number>, stage: Stage, since: number, before: number, outages: readonly Outage[]) {
  const wanted = Math.max(stage.at, since);
  const at = outages.find(({ from, to }) => from <= wanted && wanted < to)?.to ?? wanted;
  if (at < stage.until && at < before) said.set(stage.key, at);
}

type Events = readonly IncidentEvent[];

/** The first place after `start` at which an event is one of these, or none. */
function firstAfter(events: Events, start: number, ends: (event: IncidentEvent) => boolean): number {
  const found = events.findIndex((event, index) => index > start && ends(event));
  return found === -1 ? Number.POSITIVE_INFINITY : found;
}

const isOneOf =
  (...types: readonly IncidentEvent['type'][]) =>
  ({ type }: IncidentEvent): boolean =>
    types.includes(type);

/** Whether the work had come as far as a mitigation before an event, and was not reopened since. */
const isBehind = (events: Events, start: number): boolean =>
  ['mitigated', 'resolved', 'closed'].includes(
    events.slice(0, start).findLast(isOneOf('mitigated', 'resolved', 'closed', 'reopened'))?.type ?? '',
  );

/** Each promise until a response, another promise, or the end of the work; none after the first response or a mitigation. */
function responses(id: string, events: Events): Running[] {
  const responded = firstAfter(events, 0, isOneOf('acknowledged'));
  const ends = isOneOf('acknowledged', 'severity-set', 'mitigated', 'resolved', 'closed');
  return events.flatMap((event, start) => {
    const promise = 'plan' in event ? event.plan : 'promise' in event ? event.promise : undefined;
    if (promise === undefined || start > responded) return [];
    if (event.type === 'severity-set' && isBehind(events, start)) return [];
    const { clock, from, firstResponseMinutes, severity } = promise;
    const key = `${id}/first-response/${start}`;
    const at = (minutes: number): number => after(events, clock, Date.parse(from), minutes);
    const half = at(firstResponseMinutes / 2);
    const nearly = at(firstResponseMinutes * 0.75);
    const due = at(firstResponseMinutes);
    const missed = due + MINUTE;
    const stages = [
      { key: `${key}/half/team`, at: half, until: nearly },
      { key: `${key}/three-quarters/team`, at: nearly, until: due },
      { key: `${key}/due/team`, at: due, until: missed },
      { key: `${key}/missed/team`, at: missed, until: Number.POSITIVE_INFINITY },
      { key: `${key}/missed/contacts`, at: awake(events, severity, missed), until: Number.POSITIVE_INFINITY },
    ];
    return [{ stages, start, end: firstAfter(events, start, ends) }];
  });
}

/** The next word that an engineer promised, until there is one or the work ends. */
function updates(id: string, events: Events): Running[] {
  return events.flatMap((event, start) => {
    if (event.type !== 'updated' || event.nextUpdate === undefined) return [];
    const from = Date.parse(event.at);
    const due = Date.parse(event.nextUpdate);
    const key = `${id}/next-update/${start}`;
    const nearly = from + Math.round((due - from) * 0.75);
    const stages = [
      { key: `${key}/three-quarters/team`, at: nearly, until: due },
      { key: `${key}/due/team`, at: due, until: due + MINUTE },
      { key: `${key}/missed/team`, at: due + MINUTE, until: Number.POSITIVE_INFINITY },
    ].filter(({ at, until }) => at < until);
    return [{ stages, start, end: firstAfter(events, start, isOneOf('updated', 'resolved', 'closed')) }];
  });
}

/** By severity: four working hours to name who may allow changes, a day to answer. */
const dutyOf = { '1': undefined, A: undefined, B: ['business', 240], C: ['elapsed', 1440] } as const;

/** What the customer owes after the response, after a question and after another severity, until the customer acts. */
function duties(id: string, events: Events): Running[] {
  const found: Running[] = [];
  const responded = firstAfter(events, 0, isOneOf('acknowledged'));
  let severity = (events[0] as { severity: keyof typeof dutyOf }).severity;
  let busyUntil = -1;
  events.forEach((event, start) => {
    if (event.type === 'severity-set') severity = event.severity;
    const begins =
      start === responded ||
      (event.type === 'updated' && event.asksCustomer === true) ||
      (event.type === 'severity-set' && start > responded);
    const duty = dutyOf[severity];
    if (!begins || duty === undefined || start < busyUntil) return;
    const end = firstAfter(
      events,
      start,
      (later) => later.side === 'customer' || isOneOf('resolved', 'closed', 'severity-set')(later),
    );
    busyUntil = end;
    found.push({
      stages: dutyStages(`${id}/next-duty/${start}`, events, severity, Date.parse(event.at), duty),
      start,
      end,
    });
  });
  return found;
}

function dutyStages(
  key: string,
  events: Events,
  severity: string,
  from: number,
  [clock, minutes]: readonly ['business' | 'elapsed', number],
): Stage[] {
  const half = awake(events, severity, after(events, clock, from, minutes / 2));
  const end = after(events, clock, from, minutes);
  const due = awake(events, severity, end);
  const missed = awake(events, severity, end + MINUTE);
  return [
    { key: `${key}/half/contacts`, at: half, until: due },
    { key: `${key}/due/contacts`, at: due, until: missed },
    { key: `${key}/missed/contacts`, at: missed, until: Number.POSITIVE_INFINITY },
  ].filter(({ at, until }) => at < until);
}

/** The morning of the day for which an analysis was promised, and the next one. */
function analyses(id: string, events: Events): Running[] {
  return events.flatMap((event, start) => {
    if (event.type !== 'root-cause-analysis-requested' || event.due === undefined) return [];
    const { calendar, timeZone } = placeOf(events);
    const midnight = (days: number): number => moment.tz(dayAfter(event.due, days), timeZone).valueOf();
    const key = `${id}/root-cause/${start}`;
    const due = found(calendar.nextOpening(midnight(0)));
    const missed = found(calendar.nextOpening(midnight(1)));
    const stages = [
      { key: `${key}/due/team`, at: due, until: missed },
      { key: `${key}/missed/team`, at: missed, until: Number.POSITIVE_INFINITY },
    ].filter(({ at, until }) => at < until);
    return [{ stages, start, end: firstAfter(events, start, isOneOf('followup-given')) }];
  });
}

/** By the date alone: a midnight that the clock skips is no instant to count on from. */
const dayAfter = (date: string | undefined, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

function placeOf([opened]: Events): { readonly calendar: Reference; readonly timeZone: string } {
  if (opened?.type !== 'opened') throw new Error('no opening');
  return { calendar: calendarAt(opened.location), timeZone: opened.plan.timeZone };
}

const after = (events: Events, clock: string, from: number, minutes: number): number =>
  clock === 'elapsed' ? from + minutes * MINUTE : found(placeOf(events).calendar.add(from, minutes * MINUTE));

/** People are told at any hour of severities 1 and A, else when their place is open. */
const awake = (events: Events, severity: string, at: number): number =>
  severity === '1' || severity === 'A' ? at : found(placeOf(events).calendar.nextOpening(at));

/** The deadlines of the order by hand: its end, what lapses with it, and the last day for a request, 60 days before. */
const deadlines = [
  ['proactive-request', 'days-before-end', '2026-11-01'],
  ['work-order-end', 'term', '2026-12-31'],
  ['services-lapse', 'unused-services-lapse', '2026-12-31'],
] as const;

function saidOfOrder(outages: readonly Outage[]): Said[] {
  const said = new Map<string, number>();
  const calendar = calendarAt('odense');
  for (const [what, because, due] of deadlines) {
    for (const days of [90, 60, 30]) {
      const morning = (ahead: number): number =>
        found(calendar.nextOpening(Date.parse(`${due}T00:00:00+01:00`) - ahead * DAY - 2 * 3_600_000));
      const until = days === 30 ? Number.POSITIVE_INFINITY : morning(days - 30);
      note(said, { key: `WO-YEAR/${what}/${because}/${due}/${days}`, at: morning(days), until }, 0, Infinity, outages);
    }
  }
  return [...said];
}
