/** Whether a root cause analysis may be asked for, when it would be due, and by which rule (F-RCA, F-AED-14 to 16). */
import { resolveFact } from '../../knowledge/fact.ts';
import { addWorkingDays } from '../calendar/business-calendar.ts';
import { businessCalendarAt } from '../calendar/due.ts';
import { addDays, daysBetween, localDate } from '../calendar/local-date.ts';
import type { Citation } from '../command/answer.ts';
import { dedupeCitations } from '../command/citations.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { holdingsOf, servesLocation, termOn, whyNotHeld } from '../entitlement/holdings.ts';
import { familyOf, isAzure } from '../entitlement/product-scope.ts';
import type { Incident } from './incident.ts';

export interface RootCauseAnswer {
  readonly allowed: 'yes' | 'no' | 'ask';
  readonly because: readonly string[];
  /** Date of delivery, where the rule that allows it has one and the incident is mitigated. */
  readonly due?: string;
  readonly route: 'extended' | 'base';
  readonly fee: 'included' | 'possible';
  /** What comes with it. */
  readonly conditions: readonly string[];
  /** Who takes the request under enhanced response, which does not include the analysis (F-UER-12). */
  readonly ask?: readonly string[];
  readonly uncertain?: true;
  readonly citations: readonly Citation[];
}

export type Extended = NonNullable<Standing['edition']['rootCauseAnalysis']['extended']>;

/**
 * The wider rule of mission-critical Azure first; where it does not allow, the base rule of the purchased analysis.
 * Where enhanced response is held, beside either who takes the request.
 */
export function askForRootCause(incident: Incident, standing: Standing, scene: Scene): RootCauseAnswer {
  const answer = byRules(incident, standing, scene);
  const route = enhancedRoute(standing, dayOf(standing, scene.now));
  return answer.route === 'extended' || route === undefined
    ? answer
    : {
        ...answer,
        ask: route.ask,
        conditions: [...answer.conditions, ...route.ask.map((whom) => `ask-${whom}`)],
        citations: [...answer.citations, ...route.citations],
      };
}

/** Enhanced response does not include the analysis, but says whom to ask for it (F-RCA-04, F-UER-12). */
function enhancedRoute(
  { workOrder, edition, location }: Standing,
  day: string,
): Required<Pick<RootCauseAnswer, 'ask' | 'citations'>> | undefined {
  const terms = edition.rootCauseAnalysis.enhancedResponse;
  const held = holdingsOf(workOrder, 'unified-enhanced-response', day);
  if (terms === null || !servesLocation(held, location, workOrder, true)) return undefined;
  return { ask: terms.ask.value, citations: dedupeCitations(edition.id, [terms.ask.section]) };
}

function byRules(incident: Incident, standing: Standing, scene: Scene): RootCauseAnswer {
  const extended = byExtendedRule(incident, standing, scene);
  if (extended !== undefined && extended.allowed !== 'no') return extended;
  const base = byBaseRule(incident, standing, scene);
  if (extended === undefined || base.allowed !== 'no') return base;
  return {
    ...extended,
    because: [...new Set([...extended.because, ...base.because])],
    citations: [...extended.citations, ...base.citations],
  };
}

function byBaseRule(incident: Incident, standing: Standing, scene: Scene): RootCauseAnswer {
  const { workOrder, edition, location } = standing;
  const terms = edition.rootCauseAnalysis.base;
  const service = edition.services['root-cause-analysis'];
  const answer = {
    route: 'base',
    fee: 'possible',
    conditions: [],
    citations: dedupeCitations(edition.id, [
      terms?.request.section ?? service?.section ?? edition.topics.reactive ?? edition.topics.services,
    ]),
  } as const;
  if (terms === null) return { ...answer, allowed: 'ask', because: ['not-in-edition'] };
  const day = dayOf(standing, scene.now);
  const holdings = holdingsOf(workOrder, 'root-cause-analysis', day);
  const closed = incident.state === 'closed' ? ['before-closure-only'] : [];
  if (!servesLocation(holdings, location, workOrder, false))
    return {
      ...answer,
      allowed: 'no',
      because: [...closed, whyNotHeld(workOrder, ['root-cause-analysis'], day, location, false)],
    };
  if (closed.length > 0) return { ...answer, allowed: 'no', because: closed };
  return { ...answer, allowed: 'ask', because: ['technology'] };
}

/** Undefined where the rule is not for this incident: no such service held, or its product or subscription not in scope. */
function byExtendedRule(incident: Incident, standing: Standing, scene: Scene): RootCauseAnswer | undefined {
  const { workOrder, location } = standing;
  const terms = extendedTermsFor(incident, standing, scene);
  if (terms === undefined) return undefined;
  const days = resolveFact(terms.windowDays, workOrder.governingLanguage);
  const window = resolveFact(terms.window, workOrder.governingLanguage);
  const isClear = window.value === 'after-closure' && !window.uncertain;
  const answer = {
    route: 'extended',
    fee: 'included',
    conditions: conditionsOf(incident, isClear),
    citations: dedupeCitations(standing.edition.id, [window.reference.section]),
  } as const;
  if (!resolveFact(terms.severities, workOrder.governingLanguage).value.includes(incident.severity)) {
    return { ...answer, allowed: 'no', because: ['severity'] };
  }
  const today = localDate(scene.now, location.timeZone);
  const since =
    incident.closedAt === undefined
      ? undefined
      : daysBetween(localDate(Date.parse(incident.closedAt), location.timeZone), today);
  if (since !== undefined && since > days.value) return { ...answer, allowed: 'no', because: ['window-passed'] };
  const due = deliveryDate(incident, terms, standing, scene.now);
  const dated = due === undefined ? answer : { ...answer, due };
  if (since !== undefined && !isClear)
    return { ...dated, allowed: 'ask', because: ['edition-ambiguous'], uncertain: true };
  return isElsewhere(incident, terms)
    ? { ...dated, allowed: 'ask', because: ['production-only'] }
    : { ...dated, allowed: 'yes', because: [] };
}

/** Where the words leave the side of the window open, one reading wants the request before the closure. */
function conditionsOf({ opened, closedAt }: Incident, isClear: boolean): readonly string[] {
  return [
    ...(opened.environment === undefined ? ['production-only'] : []),
    ...(isClear || closedAt !== undefined ? [] : ['request-before-closure']),
  ];
}

/** In every language of the desk, for the environment is in the customer's own words. */
const PRODUCTION = /prod|өндіріс|生產|正式|線上|\blive\b|\bdrift/iu;

/** Whether the environment was named and does not sound like production, which alone the rule is for (F-AED-15). */
const isElsewhere = ({ opened }: Incident, terms: Extended): boolean =>
  terms.productionOnly.value && opened.environment !== undefined && !PRODUCTION.test(opened.environment);

/** The wider rule where it is for this incident: the service is held and takes in its product and subscription. */
function extendedTermsFor(
  incident: Incident,
  standing: Standing,
  { now, knowledge }: Pick<Scene, 'now' | 'knowledge'>,
): Extended | undefined {
  const { workOrder, edition, location } = standing;
  const terms = edition.rootCauseAnalysis.extended;
  if (terms === null || !isAzure(familyOf({ product: incident.opened.product }, knowledge.products))) return undefined;
  const day = dayOf(standing, now);
  const takesIn = terms.services.some(
    (service) =>
      servesLocation(holdingsOf(workOrder, service, day), location, workOrder, false) &&
      isWithin(service, incident, standing),
  );
  return takesIn ? terms : undefined;
}

/** The local day on which the agreement is looked at: today's, or its last, since what it came with outlives its term. */
function dayOf({ workOrder, location }: Standing, now: number): string {
  const today = localDate(now, location.timeZone);
  return termOn(workOrder, today) === 'after' ? workOrder.term.end : today;
}

/** The last day, local, on which a closed incident's analysis can still be asked for by the wider rule (F-AED-14). */
export function requestWindow(
  incident: Incident,
  standing: Standing,
  scene: Pick<Scene, 'now' | 'knowledge'>,
): { readonly until: string; readonly uncertain: boolean; readonly section: string } | undefined {
  const { governingLanguage } = standing.workOrder;
  const terms = extendedTermsFor(incident, standing, scene);
  if (terms === undefined || incident.closedAt === undefined) return undefined;
  if (!resolveFact(terms.severities, governingLanguage).value.includes(incident.severity)) return undefined;
  const window = resolveFact(terms.window, governingLanguage);
  const closed = localDate(Date.parse(incident.closedAt), standing.location.timeZone);
  return {
    until: addDays(closed, resolveFact(terms.windowDays, governingLanguage).value),
    uncertain: window.value !== 'after-closure' || window.uncertain,
    section: window.reference.section,
  };
}

/** The wider rule is limited to the service's own products and the enrolled subscriptions (F-AED-02, F-AED-08, F-AED-15). */
function isWithin(service: string, { opened }: Incident, { workOrder, edition }: Standing): boolean {
  const excluded = edition.services[service]?.excludedProducts;
  if (excluded && resolveFact(excluded, workOrder.governingLanguage).value.includes(opened.product)) return false;
  return opened.subscription === undefined || (workOrder.enrolled?.subscriptions ?? []).includes(opened.subscription);
}

/**
 * So many business days from the later of the request and the mitigation (F-AED-16), a local date; undefined before the
 * incident is mitigated. `requested` in epoch milliseconds.
 */
export function deliveryDate(
  incident: Incident,
  terms: Extended,
  { location, edition }: Standing,
  requested: number,
): string | undefined {
  const mitigated = incident.mitigatedAt ?? incident.closedAt;
  if (mitigated === undefined) return undefined;
  const from = Math.max(requested, Date.parse(mitigated));
  const { calendar } = businessCalendarAt(location, edition, from);
  const due = addWorkingDays(calendar, from, terms.deliveryBusinessDays.value);
  return due.ok ? due.value : undefined;
}
