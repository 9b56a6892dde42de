/** The incident's card in its team's channel: shown once, then changed in place with the incident. */
import type { Knowledge } from '../../knowledge/load.ts';
import type { IncidentEvent } from '../../src/incident/events.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { incidentOf } from '../../src/incident/incident.ts';
import { teamOfIncident } from '../../src/routing/incident-team.ts';
import type { Store } from '../../src/store/port.ts';
import { supportTeamsOf } from '../desk/support-teams.ts';
import type { Follower } from './follower.ts';
import { incidentCardMessage } from './incident-card.ts';

/** What somebody has to look at: it is said below the card. (An opening says itself: its card is new.) */
const forEyes: ReadonlySet<IncidentEvent['type']> = new Set(['severity-requested', 'escalated', 'reopened']);

/**
 * Tells every channel that has the incident's card: that of the team that has it, and those of teams that had it. When
 * another severity brings it to another team, the old team is told so; the new one gets a card, which tells by itself.
 */
export const teamCard =
  (store: Store, knowledge: Knowledge): Follower =>
  async ({ tenant, incident, event, revision, previous }) => {
    const surroundings = { supportTeams: await supportTeamsOf(store, tenant), knowledge };
    const channelOf = (at: Incident): string | undefined => teamOfIncident(at, surroundings)?.channel;
    const now = channelOf(incident);
    const before = previous === undefined ? undefined : channelOf(previous);
    const channels = new Set([...stagesOf(incident).map(channelOf), now].filter((channel) => channel !== undefined));
    return [...channels].map((channel) => {
      const hasMoved = channel === before && channel !== now;
      const told = hasMoved || (channel === now && forEyes.has(event.type));
      return incidentCardMessage({ channel, incident: incident.id, revision, told });
    });
  };

/** What may bring an incident into another queue: a new promise, and the consent that lets the security team begin. */
const routing: ReadonlySet<IncidentEvent['type']> = new Set(['opened', 'severity-set', 'reopened', 'noted']);

/** The incident as it was whenever its queue may have changed. */
function stagesOf({ id, events }: Incident): Incident[] {
  return events.flatMap(({ type }, at) => (routing.has(type) ? [incidentOf(id, events.slice(0, at + 1))] : []));
}
