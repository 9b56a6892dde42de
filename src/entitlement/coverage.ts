/** Whether the agreement covers a service or product, at a location on a date, with every reason and condition. */
import { resolveFact } from '../../knowledge/fact.ts';
import type { ChartTerms } from '../../knowledge/schema/chart.ts';
import type { ServiceTerms } from '../../knowledge/schema/service.ts';
import { localDate } from '../calendar/local-date.ts';
import type { Citation } from '../command/answer.ts';
import type { ArgsOf, Coverage } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { balanceOf } from '../ledger/balances.ts';
import { emptyLedger, type Ledger } from '../ledger/ledger.ts';
import { coversProduct, holdingsOf, servesLocation, startsAfter, termOn } from './holdings.ts';
import { isInScope, type Subject } from './product-scope.ts';
import { selectChart, servicesBehind } from './select-chart.ts';

export interface CoverageAnswer {
  readonly facts: Coverage;
  readonly citations: readonly Citation[];
}

type Args = ArgsOf<'coverage.check'>;
type Decided = Pick<Coverage, 'decision' | 'because' | 'starts'>;

/**
 * By service, by product, or by both; the date is a calendar date at the location, today without one. The ledger says
 * what has been spent of the work order; without one, nothing.
 */
export function checkCoverage(
  args: Args,
  standing: Standing,
  scene: Scene,
  ledger: Ledger = emptyLedger,
): CoverageAnswer {
  const date = args.date ?? localDate(scene.now, standing.location.timeZone);
  return args.service === undefined
    ? productCoverage(args, standing, scene, date)
    : serviceCoverage(args.service, args, standing, scene, date, ledger);
}

function serviceCoverage(
  service: string,
  args: Args,
  standing: Standing,
  scene: Scene,
  date: string,
  ledger: Ledger,
): CoverageAnswer {
  const { workOrder, edition, location } = standing;
  const terms = edition.services[service];
  const head = { workOrder: workOrder.id, edition: edition.id, service, location: location.id, date };
  const product = args.product === undefined ? {} : { product: args.product };
  if (terms === undefined) {
    return {
      facts: { ...head, ...product, decision: 'not-offered', because: ['not-in-edition'], conditions: [] },
      citations: [{ edition: edition.id, section: edition.topics.services ?? edition.topics.overview ?? '2' }],
    };
  }
  const decided = decide(service, terms, args, standing, scene, date, ledger);
  const chart = chartOf(service, standing);
  return {
    facts: {
      ...head,
      ...product,
      ...decided,
      conditions: conditionsOf(service, terms, standing),
      ...(chart === undefined ? {} : { chart }),
      ...detailsOf(terms, standing),
    },
    citations: [{ edition: edition.id, section: terms.section }],
  };
}

/** Reasons in the order in which they end the matter: the product, the term, the purchase, the place, the balance. */
function decide(
  service: string,
  terms: ServiceTerms,
  args: Args,
  standing: Standing,
  scene: Scene,
  date: string,
  ledger: Ledger,
): Decided {
  const outOfProduct = productReason(service, terms, args.product, standing, scene, date);
  const bought = purchase(service, terms, standing, date);
  if (outOfProduct !== undefined) {
    return { decision: 'excluded', because: [outOfProduct, ...bought.because] };
  }
  if (bought.decision !== 'purchased' || bought.because.length > 0) return bought;
  const balance = balanceOf(standing.workOrder, service, standing.location.id, date, ledger);
  if (balance !== undefined && balance.remaining <= 0) return { decision: 'exhausted', because: ['balance-used'] };
  const missing = missingPrerequisite(terms, standing, date);
  return missing === undefined ? bought : { decision: 'needs-prerequisite', because: [missing] };
}

function purchase(
  service: string,
  terms: ServiceTerms,
  { workOrder, edition, location }: Standing,
  date: string,
): Decided {
  const when = termOn(workOrder, date);
  if (when !== 'within')
    return { decision: 'expired', because: [when === 'after' ? 'agreement-expired' : 'agreement-not-started'] };
  if (terms.offer === 'included') return { decision: 'included', because: [] };
  const hostServesAll = Object.values(edition.charts).some(
    (chart) => chart.service === service && chart.hostServesAll !== null,
  );
  const holdings = holdingsOf(workOrder, service, date);
  if (holdings.length === 0) {
    const starts = startsAfter(workOrder, [service], date, location, hostServesAll);
    if (starts !== undefined) return { decision: 'purchased', because: ['service-not-started'], starts };
    const ended = workOrder.services.some((bought) => bought.service === service && (bought.end ?? date) < date);
    return ended
      ? { decision: 'expired', because: ['service-ended'] }
      : { decision: 'available', because: ['not-purchased'] };
  }
  return servesLocation(holdings, location, workOrder, hostServesAll)
    ? { decision: 'purchased', because: [] }
    : { decision: 'not-at-location', because: ['location-not-covered'] };
}

function productReason(
  service: string,
  terms: ServiceTerms,
  product: string | undefined,
  { workOrder, edition, location }: Standing,
  { knowledge }: Scene,
  date: string,
): 'product-excluded' | 'product-out-of-scope' | undefined {
  if (product === undefined) return undefined;
  const charts = Object.values(edition.charts).filter((chart) => servicesBehind(chart, edition).includes(service));
  const excluded = [terms.excludedProducts, ...charts.map((chart) => chart.excludedProducts)].flatMap((fact) =>
    fact ? resolveFact(fact, workOrder.governingLanguage).value : [],
  );
  if (excluded.includes(product)) return 'product-excluded';
  const subject: Subject = { product };
  if (charts.some((chart) => !isInScope(chart.scope, subject, knowledge.products))) return 'product-out-of-scope';
  const printed =
    terms.products === undefined ? undefined : resolveFact(terms.products, workOrder.governingLanguage).value;
  if (printed !== undefined && !printed.includes(product)) return 'product-out-of-scope';
  return coversProduct([service], product, workOrder, location, knowledge.products, date)
    ? undefined
    : 'product-out-of-scope';
}

/** Prerequisites that the work order itself shows to be missing. */
function missingPrerequisite(terms: ServiceTerms, { workOrder }: Standing, date: string): string | undefined {
  const needsRapidResponse = terms.prerequisites?.some(({ code }) => code === 'azure-rapid-response-agreement');
  if (needsRapidResponse && holdingsOf(workOrder, 'azure-rapid-response', date).length === 0) {
    return 'azure-rapid-response-agreement';
  }
  return undefined;
}

function conditionsOf(service: string, terms: ServiceTerms, { workOrder, edition, location }: Standing): string[] {
  const codes = (terms.conditions ?? []).map(({ code }) => code as string);
  const ownOrder = edition.multiCountry.ownWorkOrderCountries?.value ?? [];
  const isForeign = workOrder.locations.some(({ role }) => role === 'host') && location.role === 'downstream';
  if (isForeign && ownOrder.includes(location.country)) codes.push('own-work-order-country');
  if (terms.offer === 'capped-add-on') codes.push('quantity-capped');
  const hostOnly = Object.values(edition.charts).some(
    (chart) => chart.service === service && chart.hostServesAll !== null,
  );
  if (hostOnly) codes.push('host-only');
  return [...new Set(codes)];
}

/** The facts of a service as the edition prints them, where the sources agree or the governing language decides. */
function detailsOf(terms: ServiceTerms, { workOrder, edition }: Standing): Partial<Coverage> {
  const language = workOrder.governingLanguage;
  const limits = Object.entries(terms.limits ?? {}).map(
    ([name, limit]) => [name, resolveFact(limit, language)] as const,
  );
  const offered =
    terms.languages ??
    Object.values(edition.charts).find((chart) => edition.services[chart.service ?? ''] === terms)?.languages;
  const languages = offered ? resolveFact(offered, language).value : undefined;
  return {
    ...(terms.unit === null ? {} : { unit: terms.unit }),
    ...(limits.length > 0 ? { limits: Object.fromEntries(limits.map(([name, { value }]) => [name, value])) } : {}),
    ...(limits.some(([, { uncertain }]) => uncertain) ? { uncertain: true } : {}),
    ...(terms.prerequisites === undefined ? {} : { prerequisites: terms.prerequisites.map(({ code }) => code) }),
    ...(languages === undefined ? {} : { languages: [...languages] }),
  };
}

function chartOf(service: string, { edition }: Standing): Coverage['chart'] {
  const entries = Object.entries(edition.charts) as [NonNullable<Coverage['chart']>, ChartTerms][];
  return entries.find(([, chart]) => servicesBehind(chart, edition).includes(service))?.[0];
}

/** A product on its own: problem resolution takes every supported product; the chart is that of severity 1. */
function productCoverage(args: Args, standing: Standing, scene: Scene, date: string): CoverageAnswer {
  const { workOrder, edition, location } = standing;
  const subject: Subject = args.product === undefined ? undefined : { product: args.product };
  const { governing } = selectChart(standing, { severity: '1', subject, date }, scene.knowledge.products);
  const behind = governing === undefined ? [] : servicesBehind(governing.terms, edition);
  const held = behind.find((candidate) => holdingsOf(workOrder, candidate, date).length > 0);
  const service = held ?? governing?.terms.service ?? 'problem-resolution-support';
  const terms = edition.services[service];
  const when = termOn(workOrder, date);
  const decided: Decided =
    when === 'within'
      ? { decision: governing?.terms.service ? 'purchased' : 'included', because: [] }
      : { decision: 'expired', because: [when === 'after' ? 'agreement-expired' : 'agreement-not-started'] };
  return {
    facts: {
      workOrder: workOrder.id,
      edition: edition.id,
      ...decided,
      conditions: terms === undefined ? [] : conditionsOf(service, terms, standing),
      service,
      ...(args.product === undefined ? {} : { product: args.product }),
      location: location.id,
      date,
      ...(governing === undefined ? {} : { chart: governing.chart }),
    },
    citations: [{ edition: edition.id, section: terms?.section ?? edition.topics.services ?? '2' }],
  };
}
