/** Incidents as a channel is told of them: in a language of the team that has them, on the clock of their location. */
import type { Audience } from '../../cards/audience.ts';
import type { Presenter } from '../../cards/present.ts';
import type { Knowledge } from '../../knowledge/load.ts';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { factsOf, type Incident, incidentOf } from '../../src/incident/incident.ts';
import { teamOfIncident } from '../../src/routing/incident-team.ts';
import type { SupportTeam } from '../../src/routing/support-teams.ts';
import type { Store } from '../../src/store/port.ts';
import { loadIncident } from '../desk/incidents.ts';
import { supportTeamsOf } from '../desk/support-teams.ts';
import type { References } from '../teams/references.ts';
import type { IncidentTeller } from './incident-card.ts';

export interface TellerParts {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly presenter: Presenter;
  readonly references: Pick<References, 'find'>;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

export function createIncidentTeller(parts: TellerParts): IncidentTeller {
  const { store, presenter, knowledge, clock } = parts;

  const audienceOf = (incident: Incident, team: SupportTeam | undefined): Audience => ({
    language: languageOf(team),
    timeZone: incident.opened.plan.timeZone,
    now: new Date(clock()).toISOString(),
  });

  async function teamFor(tenant: string, incident: Incident): Promise<SupportTeam | undefined> {
    return teamOfIncident(incident, { supportTeams: await supportTeamsOf(store, tenant), knowledge });
  }

  return {
    async card(tenant, id) {
      const incident = await loadIncident(store, tenant, id);
      if (incident === undefined) return undefined;
      const team = await teamFor(tenant, incident);
      const audience = audienceOf(incident, team);
      const users = await channelIdsOf(parts, tenant, team);
      const said = presenter.announce(factsOf(incident), users, audience);
      return { ...said, language: audience.language, revision: incident.events.length };
    },
    async event(tenant, id, revision) {
      const latest = await loadIncident(store, tenant, id);
      const event = latest?.events[revision - 1];
      if (latest === undefined || event === undefined) return undefined;
      const incident = incidentOf(id, latest.events.slice(0, revision));
      const audience = audienceOf(incident, await teamFor(tenant, incident));
      return { ...presenter.tell(incident, event, audience), language: audience.language };
    },
  };
}

/** The first language that all of the team is there for and the desk speaks; else English. */
const languageOf = (team: SupportTeam | undefined): DeskLanguage =>
  (team?.languages ?? []).flatMap((tag) => DeskLanguage.safeParse(tag).data ?? [])[0] ?? 'en';

/** The ids by which the channel's service knows the engineers, so far as they have written to the desk. */
async function channelIdsOf(
  { references }: TellerParts,
  tenant: string,
  team: SupportTeam | undefined,
): Promise<readonly string[]> {
  const found = await Promise.all(
    (team?.engineers ?? []).map(({ userId }) => references.find(tenant, { user: userId })),
  );
  return found.flatMap((address) => address?.user?.id ?? []);
}
