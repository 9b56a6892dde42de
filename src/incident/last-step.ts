import type { HistoryEntry } from '../command/contract.ts';
import type { IncidentEvent } from './events.ts';
import type { Incident } from './incident.ts';

/** Events that bring an incident into another state. */
const moving: ReadonlySet<IncidentEvent['type']> = new Set([
  'opened',
  'called',
  'acknowledged',
  'mitigated',
  'resolved',
  'closed',
  'reopened',
]);

/** An event as it is told of: what, who and when. */
export const toldOf = ({ at, type, by, byName }: IncidentEvent): HistoryEntry => ({
  at,
  event: type,
  by: byName ?? by,
});

/** What brought the incident into the state that it is in. */
export function lastStep({ events, opened }: Incident): HistoryEntry {
  return toldOf(events.findLast(({ type }) => moving.has(type)) ?? opened);
}
