/** Which of the vendor's teams has an incident, and what somebody is on it because of that. */
import type { Products } from '../../knowledge/schema/catalogue.ts';
import type { Queue } from '../../knowledge/schema/chart.ts';
import type { PersonRole } from '../../knowledge/vocabulary.ts';
import type { Asker } from '../command/scene.ts';
import type { SupportTeam } from './support-teams.ts';

/** What of an incident decides on its team within a queue. */
export interface Routed {
  readonly location: string;
  readonly product: string;
  /** The language that support was asked for in; English without one. */
  readonly language?: string | undefined;
}

/**
 * The team of a queue that is limited to the incident's location, product and language in the most ways; the product
 * itself is nearer than its family, and of equals the first of the file has it. Undefined where no team takes it.
 */
export function teamOf(
  queue: Queue,
  incident: Routed,
  teams: readonly SupportTeam[],
  products: Products,
): SupportTeam | undefined {
  let best: { readonly team: SupportTeam; readonly nearness: number } | undefined;
  for (const team of teams) {
    const nearness = team.queues.includes(queue) ? nearnessOf(team, incident, products) : undefined;
    if (nearness !== undefined && nearness > (best?.nearness ?? -1)) best = { team, nearness };
  }
  return best?.team;
}

/** A limit that is met counts for two, a product that is met by its family for a little less; undefined: one is not met. */
function nearnessOf(team: SupportTeam, incident: Routed, products: Products): number | undefined {
  const met = [
    limit(team.locations, [incident.location]),
    limit(team.products, [incident.product, products[incident.product]?.family]),
    limit(team.languages, languagesOf(incident.language ?? 'en')),
  ];
  return met.includes(undefined) ? undefined : met.reduce<number>((sum, one) => sum + (one ?? 0), 0);
}

/** 0 without a limit, 2 where the first of the names is in it, 1 for a wider one; undefined where none is. */
function limit(allowed: readonly string[] | undefined, names: readonly (string | undefined)[]): number | undefined {
  if (allowed === undefined) return 0;
  const at = names.findIndex((name) => name !== undefined && allowed.includes(name));
  if (at < 0) return undefined;
  return at === 0 ? 2 : 1;
}

/** `zh-Hant` is also asked of a team that says `zh`. */
const languagesOf = (language: string): string[] => [...new Set([language, language.split('-')[0] ?? language])];

/**
 * The roles that the asker has on an incident of a location and a team: contact and administrator at the own locations,
 * engineer in the team that has it, customer otherwise.
 */
export function rolesOn(asker: Asker, location: string, team: SupportTeam | undefined): readonly PersonRole[] {
  const isAtHome = asker.locations.includes(location);
  const isInTeam = team !== undefined && asker.teams.includes(team.id);
  const roles = asker.roles.filter((role) => {
    if (role === 'engineer') return isInTeam;
    return role === 'customer' || isAtHome;
  });
  return roles.length > 0 ? roles : ['customer'];
}
