/** What would be if a service were bought: the answer under the assumption, beside today's, and what it presupposes. */

import { localDate } from '../calendar/local-date.ts';
import type { ArgsOf, NoChartFacts, ResponseFacts, WhatIf } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { holdingsOf, servesLocation } from '../entitlement/holdings.ts';
import { servicesBehind } from '../entitlement/select-chart.ts';
import { type Expectation, expectResponse } from './expect-response.ts';

type Args = ArgsOf<'response.expect'>;

/**
 * The expected response; with `assuming`, the one under the named services that are not held at the location. Services
 * that have no severity chart change no response, and ones that the edition does not offer are told as such.
 */
export function expectWhatIf({ assuming, ...args }: Args, standing: Standing, scene: Scene): Expectation {
  const wished = (assuming ?? []).filter((service) => !isHeld(service, standing, scene));
  const offered = wished.filter((service) => hasChart(service, standing));
  const today = expectResponse(args, standing, scene);
  const notOffered = wished.filter((service) => standing.edition.services[service] === undefined);
  if (offered.length === 0) return withWhatIf(today, today, [], notOffered, standing);
  return withWhatIf(
    expectResponse({ ...args, assuming: offered }, standing, scene),
    today,
    offered,
    notOffered,
    standing,
  );
}

function withWhatIf(
  assumed: Expectation,
  today: Expectation,
  assuming: readonly string[],
  notOffered: readonly string[],
  { edition }: Standing,
): Expectation {
  if (assuming.length === 0 && notOffered.length === 0) return today;
  if (!isGoverned(assumed.facts) || !isGoverned(today.facts)) return today;
  const { chart, firstResponseMinutes, due } = today.facts;
  const whatIf: WhatIf = {
    assuming: [...assuming],
    notOffered: [...notOffered],
    today: { chart, firstResponseMinutes, due },
    prerequisites: [
      ...new Set(
        assuming.flatMap((service) => (edition.services[service]?.prerequisites ?? []).map(({ code }) => code)),
      ),
    ],
  };
  return { ...assumed, facts: { ...assumed.facts, whatIf } };
}

const isGoverned = (facts: ResponseFacts | NoChartFacts): facts is ResponseFacts => 'chart' in facts;

const hasChart = (service: string, { edition }: Standing): boolean =>
  edition.services[service] !== undefined &&
  Object.values(edition.charts).some((chart) => servicesBehind(chart, edition).includes(service));

function isHeld(service: string, { workOrder, edition, location }: Standing, scene: Scene): boolean {
  const holdings = holdingsOf(workOrder, service, localDate(scene.now, location.timeZone));
  const hostServesAll = Object.values(edition.charts).some(
    (chart) => chart.service === service && chart.hostServesAll !== null,
  );
  return servesLocation(holdings, location, workOrder, hostServesAll);
}
