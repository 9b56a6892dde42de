/**
 * The customer's own duties that carry a time: an answer within a day, the change authority within working hours. They
 * begin when the vendor has first responded at such a severity, and anew whenever an engineer asks; any act of the
 * customer's answers. No edition prints from when they count: the desk counts from what it can see (G-03).
 */
import type { Obligation } from '../../knowledge/vocabulary.ts';
import { dueOf } from '../calendar/due.ts';
import { toLocalIso } from '../calendar/local-date.ts';
import type { Standing } from '../command/scene.ts';
import { type ClockEnd, stateOf } from './clock-state.ts';
import type { IncidentClock } from './clocks.ts';
import type { IncidentEvent } from './events.ts';
import { after, type Incident, incidentOf } from './incident.ts';

interface Started {
  readonly index: number;
  readonly duty: Obligation;
  readonly from: string;
  end: ClockEnd | undefined;
}

/** One clock for each time that such a duty began; only one runs at a time. */
export function dutyClocks(incident: Incident, standing: Standing, now: number): IncidentClock[] {
  return startedDuties(incident, standing).flatMap(({ index, duty, from, end }) => {
    const terms = standing.edition.dutyTimes[duty];
    if (terms === undefined) return [];
    const { minutes, clock } = terms.value;
    const { location, edition } = standing;
    const due = toLocalIso(dueOf(location, edition, clock, Date.parse(from), minutes * 60_000).at, location.timeZone);
    return [
      {
        key: `next-duty/${index}`,
        incident: incident.id,
        what: 'next-duty',
        side: 'customer',
        from,
        due,
        clock,
        minutes,
        because: [duty],
        section: terms.section,
        ...stateOf(due, end, now, location.timeZone),
      } as const,
    ];
  });
}

function startedDuties({ id, events }: Incident, { edition }: Standing): readonly Started[] {
  const started: Started[] = [];
  let sofar: Incident | undefined;
  let authority = false;
  const running = (): Started | undefined => started.findLast(({ end }) => end === undefined);
  for (const [index, event] of events.entries()) {
    const before = sofar;
    sofar = before === undefined ? incidentOf(id, [event]) : after(before, event);
    authority ||= namesAuthority(event);
    const current = running();
    if (current !== undefined) current.end = endBy(event, current.duty, sofar, edition);
    const duty = timedDuty(sofar, edition);
    if (duty === undefined || running() !== undefined || before === undefined || !begins(event, before, sofar))
      continue;
    const isThere = authority && duty === CHANGE_AUTHORITY && event.type !== 'updated';
    started.push({ index, duty, from: event.at, end: isThere ? { at: event.at, how: 'done' } : undefined });
  }
  return started;
}

const CHANGE_AUTHORITY: Obligation = 'change-authority-4-business-hours';

/** The duty with a time that the severity brings, if any. */
const timedDuty = ({ plan }: Incident, { dutyTimes }: Standing['edition']): Obligation | undefined =>
  plan.obligations.find((duty) => dutyTimes[duty] !== undefined);

/** Whether an event calls for the customer: the first response, a question, or another severity after the response. */
function begins(event: IncidentEvent, before: Incident, now: Incident): boolean {
  switch (event.type) {
    case 'acknowledged':
      return before.firstResponse === undefined;
    case 'updated':
      return event.asksCustomer === true;
    case 'severity-set':
      return now.firstResponse !== undefined;
    default:
      return false;
  }
}

/** How an event ends a running duty, if it does. */
function endBy(
  event: IncidentEvent,
  duty: Obligation,
  incident: Incident,
  edition: Standing['edition'],
): ClockEnd | undefined {
  if (incident.endedAt !== undefined) return { at: event.at, how: 'void' };
  if (event.type === 'severity-set' && timedDuty(incident, edition) !== duty) return { at: event.at, how: 'void' };
  return event.side === 'customer' ? { at: event.at, how: 'done' } : undefined;
}

const namesAuthority = (event: IncidentEvent): boolean =>
  'changeAuthority' in event && event.changeAuthority !== undefined;
