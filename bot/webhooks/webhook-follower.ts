/** Each change of an incident goes to every webhook of the team that it is routed to, and of the team that it leaves. */

import type { Knowledge } from '../../knowledge/load.ts';
import { teamOfIncident } from '../../src/routing/incident-team.ts';
import type { SupportTeam } from '../../src/routing/support-teams.ts';
import type { Message, Store } from '../../src/store/port.ts';
import { supportTeamsOf } from '../desk/support-teams.ts';
import type { Follower, IncidentChange } from '../follow/follower.ts';
import { payloadOf } from './payload.ts';
import { type WebhookMessage, type WebhookName, type WebhookTarget, webhookTopic } from './webhook-delivery.ts';

/**
 * Asks at each change which team has the incident now. The team from which a change takes it is told of that change, and
 * of none after it.
 */
export const webhookFollower =
  (store: Store, knowledge: Knowledge): Follower =>
  async (change) => {
    const surroundings = { supportTeams: await supportTeamsOf(store, change.tenant), knowledge };
    const had = change.previous && teamOfIncident(change.previous, surroundings);
    const has = teamOfIncident(change.incident, surroundings);
    const concerned = new Set([has, had].filter((team) => team !== undefined));
    return webhookMessages(change, [...concerned].flatMap(namesOf), has?.id);
  };

const namesOf = ({ id: team, webhooks }: SupportTeam): WebhookName[] =>
  webhooks.map(({ id }) => ({ team, webhook: id }));

/** Where a webhook of a tenant's team goes now, by the teams' file as it stands. */
export const webhookFinder =
  (store: Store) =>
  async (tenant: string, { team, webhook }: WebhookName): Promise<WebhookTarget | undefined> => {
    const teams = await supportTeamsOf(store, tenant);
    return teams.find(({ id }) => id === team)?.webhooks.find(({ id }) => id === webhook);
  };

/**
 * The messages of a change, one a webhook; the same change gives the same deliveries.
 * @param team the id of the team that has the incident after the change, if one has
 */
export function webhookMessages(
  change: IncidentChange,
  webhooks: readonly WebhookName[],
  team?: string,
): readonly Message[] {
  const { tenant, incident, revision } = change;
  return webhooks.map((to) => {
    const delivery = `${tenant}/${incident.id}/${revision}/${to.webhook}`;
    const body: WebhookMessage = { to, payload: payloadOf(change, delivery, team) };
    return { key: `webhook/${to.team}/${to.webhook}`, topic: webhookTopic, body };
  });
}
