import type { Asker, Scene } from '../command/scene.ts';
import type { Incident } from '../incident/incident.ts';
import { queueOfIncident } from './incident-queue.ts';
import type { SupportTeam } from './support-teams.ts';
import { rolesOn, teamOf } from './team.ts';

type Surroundings = Pick<Scene, 'supportTeams' | 'knowledge'>;

/** The team that has the incident as it stands: another severity may have brought it into another queue. */
export const teamOfIncident = (
  incident: Incident,
  { supportTeams, knowledge }: Surroundings,
): SupportTeam | undefined => teamOf(queueOfIncident(incident), incident.opened, supportTeams, knowledge.products);

/** The asker with the roles that they have on this incident. */
export const askerOn = (incident: Incident, scene: Scene): Asker => ({
  ...scene.asker,
  roles: rolesOn(scene.asker, incident.opened.location, teamOfIncident(incident, scene)),
});

/** Whether the asker may see the incident: a contact at its location, or an engineer of the team that has it. */
export const maySee = (incident: Incident, scene: Scene): boolean =>
  scene.asker.locations.includes(incident.opened.location) || askerOn(incident, scene).roles.includes('engineer');
