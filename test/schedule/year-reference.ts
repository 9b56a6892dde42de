/**
 * What a year of incidents reminds of, computed anew from the finished histories: for each stretch between two events
 * the stages that fall in it. Shares nothing with src/schedule and src/calendar; time is counted minute by minute.
 */
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

function saidOf({ id, events }: Life, outages: readonly Outage[]): Said[] {
  const said = new Map<string, number>();
  let responded = false;
  let state = 'open';
  let plan = 0;
  events.forEach((event, index) => {
    if (event.type === 'opened' || event.type === 'severity-set') plan = index;
    if (event.type === 'acknowledged') responded = true;
    if (['acknowledged', 'mitigated', 'resolved', 'closed'].includes(event.type)) state = event.type;
    if (event.type === 'reopened') state = responded ? 'acknowledged' : 'open';
    if (responded || state !== 'open') return;
    const since = Date.parse(event.at);
    const next = events[index + 1];
    const before = next === undefined ? Number.POSITIVE_INFINITY : Date.parse(next.at);
    for (const stage of stagesOf(id, events, plan)) note(said, stage, since, before, outages);
  });
  return [...said];
}

/** Says a stage in the stretch from an event to the next, unless it was said, or is past when the desk can. */
function note(said: Map<string, number>, stage: Stage, since: number, before: number, outages: readonly Outage[]) {
  const wanted = Math.max(stage.at, since);
  const at = outages.find(({ from, to }) => from <= wanted && wanted < to)?.to ?? wanted;
  if (at < stage.until && at < before && !said.has(stage.key)) said.set(stage.key, at);
}

const planned = new WeakMap<IncidentEvent, Stage[]>();

function stagesOf(id: string, events: readonly IncidentEvent[], plan: number): Stage[] {
  const [opened] = events;
  const event = events[plan];
  if (opened?.type !== 'opened' || event === undefined || !('plan' in event)) throw new Error('no plan');
  const known = planned.get(event);
  if (known !== undefined) return known;
  const { clock, from, firstResponseMinutes, severity } = event.plan;
  const calendar = calendarAt(opened.location);
  const after = (minutes: number): number =>
    clock === 'elapsed' ? Date.parse(from) + minutes * MINUTE : found(calendar.add(Date.parse(from), minutes * MINUTE));
  const half = after(firstResponseMinutes / 2);
  const nearly = after(firstResponseMinutes * 0.75);
  const due = after(firstResponseMinutes);
  const missed = due + MINUTE;
  const told = severity === '1' || severity === 'A' ? missed : found(calendar.nextOpening(missed));
  const key = `${id}/first-response/${plan}`;
  const stages = [
    { key: `${key}/half/team`, at: half, until: nearly },
    { key: `${key}/three-quarters/team`, at: nearly, until: due },
    { key: `${key}/due/team`, at: due, until: missed },
    { key: `${key}/missed/team`, at: missed, until: Number.POSITIVE_INFINITY },
    { key: `${key}/missed/contacts`, at: told, until: Number.POSITIVE_INFINITY },
  ];
  planned.set(event, stages);
  return stages;
}

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
