/** Incidents in the store: one aggregate each, found by whether they are open and where they are. */
import type { IncidentEvent } from '../../src/incident/events.ts';
import { StoredIncident } from '../../src/incident/events.ts';
import { type Incident, incidentOf } from '../../src/incident/incident.ts';
import { incidentId } from '../../src/incident/incident-id.ts';
import { owesDate } from '../../src/schedule/incident-reminders.ts';
import type { Store } from '../../src/store/port.ts';
import { incidentChanged } from '../follow/incident-changed.ts';

/** The kind of their aggregates. */
export const INCIDENT = 'incident';

/** The incident of that number in the tenant, or undefined; another tenant's is as unknown as none. */
export async function loadIncident(store: Store, tenant: string, id: string): Promise<Incident | undefined> {
  const stored = await store.load({ tenant, kind: INCIDENT, id });
  return stored === undefined ? undefined : incidentOf(id, StoredIncident.parse(stored.state).events);
}

/**
 * Keeps a new incident under a free number. The same command finds the incident that it opened before and gets its
 * result again; the number's result is recorded with the incident in one write.
 */
export async function createIncident<ResultOfOpening>(
  store: Store,
  tenant: string,
  commandId: string,
  event: IncidentEvent,
  resultFor: (id: string) => ResultOfOpening,
): Promise<ResultOfOpening> {
  for (let attempt = 0; ; attempt += 1) {
    const id = incidentId(`${tenant}/${commandId}`, attempt);
    const result = resultFor(id);
    const state: StoredIncident = { format: 'incident/1', events: [event] };
    const saved = await store.save({
      key: { tenant, kind: INCIDENT, id },
      expected: 0,
      state,
      index: indexOf(incidentOf(id, state.events)),
      messages: [incidentChanged(id, state.events.length)],
      command: { id: commandId, result },
    });
    if (saved.kind === 'saved') return result;
    if (saved.kind === 'repeated') return saved.result as ResultOfOpening;
  }
}

/**
 * Adds an event to an incident. Whoever comes second decides anew on what the first has done: here the event is put
 * after it, since each step is checked against the state when it is read. The same command is recorded once.
 */
export async function changeIncident(
  store: Store,
  tenant: string,
  incident: Incident,
  event: IncidentEvent,
  commandId: string,
): Promise<Incident> {
  const key = { tenant, kind: INCIDENT, id: incident.id };
  const events = [...incident.events, event];
  const changed = incidentOf(incident.id, events);
  const saved = await store.save({
    key,
    expected: incident.events.length,
    state: { format: 'incident/1', events } satisfies StoredIncident,
    index: indexOf(changed),
    messages: [incidentChanged(incident.id, events.length)],
    command: { id: commandId, result: null },
  });
  if (saved.kind === 'saved') return changed;
  const current = await loadIncident(store, tenant, incident.id);
  if (current === undefined) throw new Error(`${incident.id} was there a moment ago and is gone`);
  if (saved.kind === 'conflict') throw new IncidentConflict(current);
  const first = current.events.findLast(({ type }) => type === event.type);
  if (first === undefined || first.by === event.by) return current;
  throw new DoneByAnother(first);
}

/** The same command was given before, by somebody else: a button that two people pressed. */
export class DoneByAnother extends Error {
  readonly event: IncidentEvent;

  constructor(event: IncidentEvent) {
    super(`${event.type} by ${event.by} before`);
    this.name = 'DoneByAnother';
    this.event = event;
  }
}

/** Somebody changed the incident between reading and writing; the command is decided anew on what stands now. */
export class IncidentConflict extends Error {
  readonly current: Incident;

  constructor(current: Incident) {
    super(`${current.id} was changed in between`);
    this.name = 'IncidentConflict';
    this.current = current;
  }
}

/** What incidents are found by: whether they are open, where they are, what is owed after closing, the month of that. */
export const indexOf = (incident: Incident): Record<string, string> => ({
  status: incident.state === 'closed' ? 'closed' : 'open',
  location: incident.opened.location,
  ...(owesDate(incident) ? { owed: 'yes' } : {}),
  ...(incident.closedAt === undefined ? {} : { closed: incident.closedAt.slice(0, 'YYYY-MM'.length) }),
});
