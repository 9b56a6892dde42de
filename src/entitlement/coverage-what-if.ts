/** Coverage as it would be if services were bought, beside today's decision and what they presuppose. */

import { localDate } from '../calendar/local-date.ts';
import type { ArgsOf } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { emptyLedger, type Ledger } from '../ledger/ledger.ts';
import { type CoverageAnswer, checkCoverage } from './coverage.ts';
import { holdingsOf } from './holdings.ts';

type Args = ArgsOf<'coverage.check'>;

/** With `assuming`, decides on a work order that holds the named services at the location as well. */
export function coverWhatIf(
  { assuming = [], ...args }: Args,
  standing: Standing,
  scene: Scene,
  ledger: Ledger = emptyLedger,
): CoverageAnswer {
  const today = checkCoverage(args, standing, scene, ledger);
  const { edition } = standing;
  const notOffered = assuming.filter((service) => edition.services[service] === undefined);
  const bought = assuming.filter((service) => !notOffered.includes(service) && !isHeldHere(service, standing, scene));
  if (bought.length === 0 && notOffered.length === 0) return today;
  const assumed = checkCoverage(args, holding(bought, standing), scene, ledger);
  const { decision, because } = today.facts;
  const prerequisites = bought.flatMap((service) =>
    (edition.services[service]?.prerequisites ?? []).map(({ code }) => code),
  );
  const whatIf = {
    assuming: bought,
    notOffered,
    today: { decision, because },
    prerequisites: [...new Set(prerequisites)],
  };
  return { ...assumed, facts: { ...assumed.facts, whatIf } };
}

function isHeldHere(service: string, { workOrder, location }: Standing, { now }: Scene): boolean {
  return holdingsOf(workOrder, service, localDate(now, location.timeZone)).some(
    (held) => held.location === location.id,
  );
}

/** The standing under a work order with further services at its location. */
function holding(services: readonly string[], standing: Standing): Standing {
  const { workOrder, location } = standing;
  const further = services.map((service) => ({ service, location: location.id }));
  return { ...standing, workOrder: { ...workOrder, services: [...workOrder.services, ...further] } };
}
