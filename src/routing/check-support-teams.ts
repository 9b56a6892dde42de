/** Whether a file of support teams can be taken: each fault with its path, so that it is mended in one go. */
import type { Products } from '../../knowledge/schema/catalogue.ts';
import { type Fault, fail, ok, type Result } from '../result.ts';
import { faultsOf } from '../schema-faults.ts';
import { type SupportTeam, SupportTeams } from './support-teams.ts';

export interface Surroundings {
  readonly products: Products;
  /** The locations of the tenant's work orders; a tenant without work orders has none to compare with. */
  readonly locations: readonly string[];
}

/** Parses and checks: shape, ids that stand twice, products and locations that nobody knows. All faults, or the teams. */
export function checkSupportTeams(raw: unknown, surroundings: Surroundings): Result<SupportTeams, readonly Fault[]> {
  const parsed = SupportTeams.safeParse(raw);
  if (!parsed.success) return fail(faultsOf(parsed.error));
  const { teams } = parsed.data;
  const faults = [
    ...twice(teams.map(({ id }, at) => ({ id, path: `teams[${at}].id` }))),
    ...twice(webhooksOf(teams)),
    ...teams.flatMap((team, at) => teamFaults(team, `teams[${at}]`, surroundings)),
  ];
  return faults.length > 0 ? fail(faults) : ok(parsed.data);
}

interface Named {
  readonly id: string;
  readonly path: string;
}

const webhooksOf = (teams: readonly SupportTeam[]): Named[] =>
  teams.flatMap(({ webhooks }, team) =>
    webhooks.map(({ id }, at) => ({ id, path: `teams[${team}].webhooks[${at}].id` })),
  );

const twice = (named: readonly Named[]): Fault[] =>
  named
    .filter(({ id }, at) => named.findIndex((other) => other.id === id) < at)
    .map(({ id, path }) => ({ path, problem: `${id} is defined twice` }));

function teamFaults(team: SupportTeam, path: string, { products, locations }: Surroundings): Fault[] {
  const families = new Set<string>(Object.values(products).map(({ family }) => family));
  const unknownProducts = (team.products ?? []).flatMap((product, at) =>
    products[product] === undefined && !families.has(product)
      ? [{ path: `${path}.products[${at}]`, problem: `${product} is neither a product nor a family of products` }]
      : [],
  );
  const unknownLocations = (team.locations ?? []).flatMap((location, at) =>
    locations.length > 0 && !locations.includes(location)
      ? [{ path: `${path}.locations[${at}]`, problem: `${location} is no location of the tenant's work orders` }]
      : [],
  );
  const engineers = team.engineers.map(({ userId }, at) => ({ id: userId, path: `${path}.engineers[${at}].userId` }));
  return [...unknownProducts, ...unknownLocations, ...twice(engineers)];
}
