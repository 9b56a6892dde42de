/** Random lives of incidents, each a whole history: acknowledged early, late or never, changed, closed, reopened. */
import { addDays, localDate, toLocalIso } from '../../src/calendar/local-date.ts';
import type { ArgsOf } from '../../src/command/contract.ts';
import { setSeverity } from '../../src/incident/change-severity.ts';
import type { IncidentEvent, PromisedResponse, StepType } from '../../src/incident/events.ts';
import { type Incident, incidentOf } from '../../src/incident/incident.ts';
import { type Actor, signed, takeStep } from '../../src/incident/lifecycle.ts';
import { openIncident } from '../../src/incident/open-incident.ts';
import { expectResponse } from '../../src/severity/expect-response.ts';
import type { Random } from './random.ts';
import { ADMINISTRATOR, ENGINEER, order, sceneAt, standingAt } from './year-world.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-01-02T00:00:00Z');
const END = Date.parse('2026-12-24T00:00:00Z');

/** A span in which the desk does not run: nobody can do anything then. `to` is out. */
export interface Outage {
  readonly from: number;
  readonly to: number;
}

export interface Life {
  readonly id: string;
  readonly events: readonly IncidentEvent[];
}

const contact: Actor = { user: ADMINISTRATOR, name: 'Ane Ad', roles: ['contact'] };
const engineer: Actor = { user: ENGINEER, name: 'Eva Eng', roles: ['engineer'] };
const severities = ['1', 'A', 'B', 'C'] as const;
const products = ['azure-sql-database', 'exchange-online', 'windows-server'] as const;

/** As many lives as wanted, none with an event during an outage. */
export function randomLives(count: number, random: Random, outages: readonly Outage[]): Life[] {
  return Array.from({ length: count }, (_, index) => randomLife(`INC-${100_000 + index}`, random, outages));
}

function randomLife(id: string, random: Random, outages: readonly Outage[]): Life {
  let now = afterOutage(START + random.below(END - START), outages);
  let incident = incidentOf(id, [opening(now, random)]);
  const steps = random.below(9);
  for (let step = 0; step < steps; step += 1) {
    now = afterOutage(now + pause(random), outages);
    if (now >= END) break;
    const event = nextEvent(incident, now, random);
    if (event !== undefined) incident = incidentOf(id, [...incident.events, event]);
  }
  return { id, events: incident.events };
}

/** Minutes, hours or days, so that every stage of every clock is met and missed. */
const pause = (random: Random): number =>
  1 + random.below(random.pick([10 * 60_000, HOUR, HOUR, 10 * HOUR, 72 * HOUR, 400 * HOUR]));

const afterOutage = (now: number, outages: readonly Outage[]): number =>
  (outages.find(({ from, to }) => from <= now && now <= to)?.to ?? now - 1) + 1;

function opening(now: number, random: Random): IncidentEvent {
  const place = standingAt(random.pick(order.locations).id);
  const args: ArgsOf<'incident.open'> = {
    product: random.pick(products),
    severity: random.pick(severities),
    summary: 'it stands still',
    location: place.location.id,
  };
  const opened = openIncident(args, place, sceneAt(now));
  if (!opened.ok) throw new Error(opened.failure);
  return opened.value.event;
}

const steps: readonly StepType[] = ['acknowledged', 'noted', 'mitigated', 'resolved', 'closed', 'reopened'];

function nextEvent(incident: Incident, now: number, random: Random): IncidentEvent | undefined {
  const place = standingAt(incident.opened.location);
  const at = toLocalIso(now, place.location.timeZone);
  const kind = random.next();
  if (kind < 0.3) return anotherSeverity(incident, now, random);
  if (kind < 0.5) return update(incident, now, random);
  if (kind < 0.55) return analysis(incident, now, random);
  const actor = random.chance(0.4) ? contact : engineer;
  const taken = takeStep(incident, random.pick(steps), actor, at, undefined);
  if (!taken.ok) return undefined;
  if (taken.value.type !== 'reopened' || incident.firstResponse !== undefined) return taken.value;
  return { ...taken.value, promise: planAt(incident, now) };
}

function anotherSeverity(incident: Incident, now: number, random: Random): IncidentEvent | undefined {
  const place = standingAt(incident.opened.location);
  const set = setSeverity(incident, random.pick(severities), engineer, undefined, place, sceneAt(now));
  return set.ok ? set.value.event : undefined;
}

/** An engineer's word, with the time of the next one or with a question, or with neither. */
function update(incident: Incident, now: number, random: Random): IncidentEvent | undefined {
  if (incident.state === 'resolved' || incident.state === 'closed') return undefined;
  const { timeZone } = standingAt(incident.opened.location).location;
  const signature = signed(engineer, toLocalIso(now, timeZone), undefined);
  return {
    type: 'updated',
    ...signature,
    text: 'still at it',
    ...(random.chance(0.6) ? { nextUpdate: toLocalIso(now + pause(random), timeZone) } : {}),
    ...(random.chance(0.4) ? { asksCustomer: true } : {}),
  };
}

function analysis(incident: Incident, now: number, random: Random): IncidentEvent | undefined {
  const { timeZone } = standingAt(incident.opened.location).location;
  if (incident.events.some(({ type }) => type === 'root-cause-analysis-requested')) {
    return {
      type: 'followup-given',
      ...signed(engineer, toLocalIso(now, timeZone), undefined),
      what: 'root-cause-analysis',
    };
  }
  const due = addDays(localDate(now, timeZone), 1 + random.below(20));
  const signature = signed(contact, toLocalIso(now, timeZone), undefined);
  return { type: 'root-cause-analysis-requested', ...signature, route: 'base', due };
}

function planAt({ opened, severity }: Incident, now: number): PromisedResponse {
  const expected = expectResponse(
    { severity, product: opened.product, location: opened.location },
    standingAt(opened.location),
    sceneAt(now),
  );
  if (!('chart' in expected.facts)) throw new Error('no chart');
  const { proof: _proof, ...plan } = expected.facts;
  return plan;
}
