/** Which severity chart governs, and why the ones before it do not (design §3, *Which chart governs*). */
import { resolveFact } from '../../knowledge/fact.ts';
import type { Products } from '../../knowledge/schema/catalogue.ts';
import type { ChartRow, ChartTerms } from '../../knowledge/schema/chart.ts';
import { Chart, type Rejection, type Severity } from '../../knowledge/vocabulary.ts';
import type { Onboarding } from '../agreement/work-order.ts';
import { addDays } from '../calendar/local-date.ts';
import type { Standing } from '../command/scene.ts';
import { coversProduct, holdingsOf, servesLocation, startsAfter, termOn, whyNotHeld } from './holdings.ts';
import { isInScope, type Subject } from './product-scope.ts';

export interface ChartQuestion {
  readonly severity: Severity;
  readonly subject: Subject;
  /** The Azure subscription, when one is named; without one the question is about an enrolled one. */
  readonly subscription?: string | undefined;
  /** Language in which support is asked for (BCP 47), when it is asked for in one. */
  readonly language?: string | undefined;
  /** Calendar date at the location. */
  readonly date: string;
  /** Services taken as bought for the host although they are not: what if. */
  readonly assuming?: readonly string[] | undefined;
}

export interface RejectedChart {
  readonly chart: Chart;
  readonly because: Rejection;
  /** Further reasons that would stand alone. */
  readonly also?: readonly Rejection[];
  /** With `service-not-started`: the day from which the service is bought. */
  readonly starts?: string;
}

export interface ChartSelection {
  /** Absent when no chart applies: the agreement has ended or not begun. */
  readonly governing?: { readonly chart: Chart; readonly terms: ChartTerms; readonly row: ChartRow };
  readonly rejected: readonly RejectedChart[];
}

/** Walks the edition's charts from the most special to the base chart and takes the first that applies. */
export function selectChart(standing: Standing, question: ChartQuestion, products: Products): ChartSelection {
  const rejected: RejectedChart[] = [];
  for (const chart of Chart.options) {
    const terms = standing.edition.charts[chart];
    if (terms === undefined) continue;
    const [because, ...also] = reasonsAgainst(chart, terms, standing, question, products);
    const row = terms.rows.find(({ severity }) => severity === question.severity);
    if (because === undefined && row !== undefined) return { governing: { chart, terms, row }, rejected };
    rejected.push({
      chart,
      because: because ?? 'severity-not-covered',
      ...(also.length > 0 ? { also } : {}),
      ...(because === 'service-not-started' ? startOf(terms, standing, question) : {}),
    });
  }
  return { rejected };
}

/** Every reason for which a chart does not apply, the decisive one first; none when it applies. */
export function reasonsAgainst(
  chart: Chart,
  terms: ChartTerms,
  standing: Standing,
  question: ChartQuestion,
  products: Products,
): readonly Rejection[] {
  const held = holdingReason(terms, standing, question);
  if (held === 'agreement-expired' || held === 'not-purchased' || held === 'service-not-started') return [held];
  const reasons = [
    held,
    productReason(terms, standing, question, products),
    terms.rows.some(({ severity }) => severity === question.severity) ? undefined : ('severity-not-covered' as const),
    onboardingReason(terms, standing, question),
    chart === 'azure-events' ? eventReason(standing, question) : undefined,
    languageReason(terms, standing, question),
  ];
  return reasons.filter((reason) => reason !== undefined);
}

function holdingReason(
  terms: ChartTerms,
  { workOrder, edition, location }: Standing,
  { date, assuming }: ChartQuestion,
): Rejection | undefined {
  if (termOn(workOrder, date) !== 'within') return 'agreement-expired';
  const services = servicesBehind(terms, edition);
  if (terms.service === null || services.some((service) => assuming?.includes(service))) return undefined;
  const holdings = services.flatMap((service) => holdingsOf(workOrder, service, date));
  if (holdings.length === 0) return whyNotHeld(workOrder, services, date, location, terms.hostServesAll !== null);
  return servesLocation(holdings, location, workOrder, terms.hostServesAll !== null)
    ? undefined
    : 'location-not-covered';
}

function startOf(
  terms: ChartTerms,
  { workOrder, edition, location }: Standing,
  { date }: ChartQuestion,
): { starts?: string } {
  const starts = startsAfter(workOrder, servicesBehind(terms, edition), date, location, terms.hostServesAll !== null);
  return starts === undefined ? {} : { starts };
}

/** The services that bring a chart; mission-critical Azure has a Plus that brings the same one (F-CH-MCAP). */
export function servicesBehind(
  { service }: ChartTerms,
  { missionCriticalAzure }: Standing['edition'],
): readonly string[] {
  if (service === null) return [];
  const variants = missionCriticalAzure?.services ?? [];
  return variants.includes(service) ? variants : [service];
}

function productReason(
  terms: ChartTerms,
  { workOrder, edition, location }: Standing,
  { subject, subscription, date }: ChartQuestion,
  products: Products,
): Rejection | undefined {
  const product = subject !== undefined && 'product' in subject ? subject.product : undefined;
  if (product !== undefined && terms.excludedProducts !== null) {
    const { value } = resolveFact(terms.excludedProducts, workOrder.governingLanguage);
    if (value.includes(product)) return 'product-excluded';
  }
  if (!isInScope(terms.scope, subject, products)) return 'product-out-of-scope';
  if (
    product !== undefined &&
    !coversProduct(servicesBehind(terms, edition), product, workOrder, location, products, date)
  )
    return 'product-out-of-scope';
  return isForeignSubscription(terms, { workOrder, edition }, subscription) ? 'product-out-of-scope' : undefined;
}

/** Mission-critical Azure is for the enrolled subscriptions that the work order lists (F-AED-02). */
function isForeignSubscription(
  { service }: ChartTerms,
  { workOrder, edition }: Pick<Standing, 'workOrder' | 'edition'>,
  subscription: string | undefined,
): boolean {
  if (subscription === undefined || service === null) return false;
  if (!edition.missionCriticalAzure?.services.includes(service)) return false;
  return !(workOrder.enrolled?.subscriptions ?? []).includes(subscription);
}

/** Before the end of onboarding the reactive features are not received (F-AED-06, F-AED-07). */
function onboardingReason(
  terms: ChartTerms,
  { workOrder, edition }: Standing,
  { date, assuming }: ChartQuestion,
): Rejection | undefined {
  const rules = edition.missionCriticalAzure;
  if (rules === null || terms.service === null || !rules.services.includes(terms.service)) return undefined;
  if (rules.services.some((service) => assuming?.includes(service))) return undefined;
  const isOver = rules.services.some((service) =>
    isOnboarded(workOrder.onboarding?.[service], rules.onboardingDays.value, date),
  );
  return isOver ? undefined : 'before-onboarding';
}

/** Completed, or the documents came and the days of onboarding have passed. */
function isOnboarded(onboarding: Onboarding | undefined, days: number, date: string): boolean {
  if (onboarding?.completed !== undefined && onboarding.completed <= date) return true;
  if (onboarding?.started === undefined || onboarding.documentsReceived === undefined) return false;
  return onboarding.documentsReceived <= date && addDays(onboarding.started, days) <= date;
}

/** The events chart holds only on the covered days of a confirmed event (F-AEM-03, F-AEM-07). */
function eventReason({ workOrder, location }: Standing, { date }: ChartQuestion): Rejection | undefined {
  const covered = (workOrder.events ?? []).some(
    (event) =>
      event.start <= date && date <= event.end && (event.location === undefined || event.location === location.id),
  );
  return covered ? undefined : 'outside-event-window';
}

function languageReason(
  terms: ChartTerms,
  { workOrder }: Standing,
  { language }: ChartQuestion,
): Rejection | undefined {
  if (language === undefined || terms.languages === null) return undefined;
  const { value } = resolveFact(terms.languages, workOrder.governingLanguage);
  const base = (tag: string): string => tag.split('-')[0] ?? tag;
  return value.some((offered) => base(offered) === base(language)) ? undefined : 'language-not-offered';
}
