/** What the commands on one incident share: finding it for whoever may see it, and recording what was decided. */
import { standingOf } from '../../src/agreement/standing.ts';
import type { Citation } from '../../src/command/answer.ts';
import type { Scene, Standing } from '../../src/command/scene.ts';
import type { IncidentEvent } from '../../src/incident/events.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { offeredCommands } from '../../src/incident/lifecycle.ts';
import { ownStanding } from '../../src/incident/own-standing.ts';
import { fail, ok, type Result } from '../../src/result.ts';
import { maySee } from '../../src/routing/incident-team.ts';
import { changeIncident, loadIncident } from './incidents.ts';
import { type Outcome, refused, type Shell } from './outcome.ts';

/** Loads the incident that is asked about, when the asker may see it, together with the agreement that it stands on. */
export async function onIncident(
  id: string,
  scene: Scene,
  { store }: Shell,
  answer: (incident: Incident, place: Standing) => Promise<Outcome> | Outcome,
): Promise<Outcome> {
  const seen = await visibleIncident(id, scene, store);
  return seen.ok ? answer(seen.value.incident, seen.value.place) : refused(seen.failure);
}

async function visibleIncident(
  id: string,
  scene: Scene,
  store: Shell['store'],
): Promise<Result<{ readonly incident: Incident; readonly place: Standing }, 'unknown-incident'>> {
  const incident = await loadIncident(store, scene.tenant, id.toUpperCase());
  if (incident === undefined) return fail('unknown-incident');
  const place = placeOf(incident, scene);
  if (place === undefined || !maySee(incident, scene)) return fail('unknown-incident');
  return ok({ incident, place });
}

/**
 * The agreement of the incident's opening. Where an order that was imported again has lost its location, it can still be
 * looked at under the one in force there.
 */
export function placeOf(incident: Incident, scene: Scene): Standing | undefined {
  const own = ownStanding(incident, scene.workOrders, scene.knowledge);
  if (own !== undefined) return own;
  const now = standingOf(scene, incident.opened.location);
  return now.ok ? now.value : undefined;
}

/** Adds the event; whoever came first in between makes the command be decided anew. */
export const record = (
  incident: Incident,
  event: IncidentEvent,
  scene: Scene,
  { store, commandId }: Shell,
): Promise<Incident> => changeIncident(store, scene.tenant, incident, event, commandId);

/** Where the promise is written that holds: in the edition that it was made under, which another may have followed. */
export const citationOf = ({ plan }: Incident, { knowledge }: Scene): Citation[] => [
  { edition: plan.edition, section: knowledge.editions.get(plan.edition)?.charts[plan.chart]?.section ?? 'A' },
];

/** The commands that the asker may give on it now, beside the facts. */
export const offered = (incident: Incident, { asker }: Scene): { steps: string[] } => ({
  steps: offeredCommands(incident, asker),
});
