/** Who sees which incident. */
import type { Scene } from '../../src/command/scene.ts';
import type { Incident } from '../../src/incident/incident.ts';
import type { Store } from '../../src/store/port.ts';
import { loadIncident } from './incidents.ts';

/** The incident asked about, when it is of the asker's tenant and at one of the asker's locations. */
export async function askedAboutIncident(store: Store, scene: Scene, id: string): Promise<Incident | undefined> {
  const incident = await loadIncident(store, scene.tenant, id.toUpperCase());
  return incident !== undefined && scene.asker.locations.includes(incident.opened.location) ? incident : undefined;
}
