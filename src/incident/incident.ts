/** An incident as its history makes it. */
import type { Deadline, HistoryEntry, IncidentFacts, IncidentState } from '../command/contract.ts';
import type { IncidentEvent, Opened } from './events.ts';

export interface Incident {
  readonly id: string;
  readonly opened: Opened;
  readonly state: IncidentState;
  readonly events: readonly IncidentEvent[];
}

/** The fold of an incident's events. A history that does not begin with its opening is a bug and throws. */
export function incidentOf(id: string, events: readonly IncidentEvent[]): Incident {
  const [opened] = events;
  if (opened?.type !== 'opened') throw new Error(`the history of ${id} does not begin with its opening`);
  return { id, opened, events, state: opened.awaitsCall ? 'awaiting-call' : 'open' };
}

/** The incident in plain facts; instants on the clock of its location. */
export function factsOf({ id, opened, state }: Incident): IncidentFacts {
  const viaPortal = opened.plan.submission.via.length === 1 && opened.plan.submission.via[0] === 'portal';
  return {
    id,
    severity: opened.severity,
    state,
    product: opened.product,
    location: opened.location,
    summary: opened.summary,
    ...(opened.environment === undefined ? {} : { environment: opened.environment }),
    opened: opened.at,
    openedBy: opened.byName ?? opened.by,
    queue: opened.queue,
    due: opened.plan.due,
    ...(viaPortal ? { filed: false } : {}),
  };
}

/** The first response is owed until somebody has given it; derived from the history, never stored. */
export function deadlinesOf({ id, opened, state }: Incident): Deadline[] {
  if (state !== 'open' && state !== 'awaiting-call') return [];
  return [
    { what: 'first-response', due: opened.plan.due, because: [opened.plan.chart, opened.plan.clock], incident: id },
  ];
}

export const historyOf = ({ events }: Incident): HistoryEntry[] =>
  events.map(({ at, type, by, byName }) => ({ at, event: type, by: byName ?? by }));
