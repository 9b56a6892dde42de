/** What follows from a change of an incident. */
import type { IncidentEvent } from '../../src/incident/events.ts';
import type { Incident } from '../../src/incident/incident.ts';
import type { Message } from '../../src/store/port.ts';

export interface IncidentChange {
  readonly tenant: string;
  /** As this change left it; later changes are not in it. */
  readonly incident: Incident;
  readonly event: IncidentEvent;
  /** How many events the incident has with this one. */
  readonly revision: number;
  /** As it was before; undefined for the opening. */
  readonly previous: Incident | undefined;
}

/**
 * Answers a change with what is to be said or done about it. It may be called again for a change that it has answered
 * (after a kill, or when another follower failed), so it does nothing itself that repeating would double: what it
 * returns is recorded once. The keys of its messages tell them apart within the change; the change's own key is put
 * before them. A rejection is tried again by the outbox, for all followers of the change.
 */
export type Follower = (change: IncidentChange) => Promise<readonly Message[]>;
