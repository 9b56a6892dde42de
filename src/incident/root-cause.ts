/** Whether a root cause analysis may be asked for, when it would be due, and by which rule (F-RCA, F-AED-14 to 16). */
import { resolveFact } from '../../knowledge/fact.ts';
import { addWorkingDays } from '../calendar/business-calendar.ts';
import { businessCalendarAt } from '../calendar/due.ts';
import { daysBetween, localDate } from '../calendar/local-date.ts';
import type { Citation } from '../command/answer.ts';
import { dedupeCitations } from '../command/citations.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { holdingsOf, servesLocation } from '../entitlement/holdings.ts';
import { familyOf, isAzure } from '../entitlement/product-scope.ts';
import type { Incident } from './incident.ts';

export interface RootCauseAnswer {
  readonly allowed: 'yes' | 'no' | 'ask';
  readonly because: readonly string[];
  /** Date of delivery, where the rule that allows it has one and the incident is mitigated. */
  readonly due?: string;
  readonly route: 'extended' | 'base';
  readonly fee: 'included' | 'possible';
  readonly uncertain?: true;
  readonly citations: readonly Citation[];
}

type Extended = NonNullable<Standing['edition']['rootCauseAnalysis']['extended']>;

/** The wider rule of mission-critical Azure first; where it does not allow, the base rule of the purchased analysis. */
export function askForRootCause(incident: Incident, standing: Standing, scene: Scene): RootCauseAnswer {
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
    citations: dedupeCitations(edition.id, [
      terms?.request.section ?? service?.section ?? edition.topics.reactive ?? edition.topics.services,
    ]),
  } as const;
  if (terms === null) return { ...answer, allowed: 'ask', because: ['not-in-edition'] };
  const holdings = holdingsOf(workOrder, 'root-cause-analysis', localDate(scene.now, location.timeZone));
  const closed = incident.state === 'closed' ? ['before-closure-only'] : [];
  if (!servesLocation(holdings, location, workOrder, false))
    return { ...answer, allowed: 'no', because: [...closed, 'not-purchased'] };
  if (closed.length > 0) return { ...answer, allowed: 'no', because: closed };
  return { ...answer, allowed: 'ask', because: ['technology'] };
}

/** Undefined where the rule is not for this incident: no such service held, or its product or subscription not in scope. */
function byExtendedRule(incident: Incident, standing: Standing, scene: Scene): RootCauseAnswer | undefined {
  const { workOrder, edition, location } = standing;
  const terms = edition.rootCauseAnalysis.extended;
  if (terms === null || !isAzure(familyOf({ product: incident.opened.product }, scene.knowledge.products)))
    return undefined;
  const today = localDate(scene.now, location.timeZone);
  const takesIn = terms.services.some(
    (service) =>
      servesLocation(holdingsOf(workOrder, service, today), location, workOrder, false) &&
      isWithin(service, incident, standing),
  );
  if (!takesIn) return undefined;
  const days = resolveFact(terms.windowDays, workOrder.governingLanguage);
  const window = resolveFact(terms.window, workOrder.governingLanguage);
  const citations = dedupeCitations(edition.id, [window.reference.section]);
  const answer = { route: 'extended', fee: 'included', citations } as const;
  if (!resolveFact(terms.severities, workOrder.governingLanguage).value.includes(incident.severity)) {
    return { ...answer, allowed: 'no', because: ['severity'] };
  }
  const since =
    incident.closedAt === undefined
      ? undefined
      : daysBetween(localDate(Date.parse(incident.closedAt), location.timeZone), today);
  if (since !== undefined && since > days.value) return { ...answer, allowed: 'no', because: ['window-passed'] };
  const due = deliveryDate(incident, terms, standing, scene);
  const dated = due === undefined ? answer : { ...answer, due };
  if (since === undefined || (window.value === 'after-closure' && !window.uncertain))
    return { ...dated, allowed: 'yes', because: [] };
  return { ...dated, allowed: 'ask', because: ['edition-ambiguous'], uncertain: true };
}

/** The wider rule is limited to the service's own products and the enrolled subscriptions (F-AED-02, F-AED-08, F-AED-15). */
function isWithin(service: string, { opened }: Incident, { workOrder, edition }: Standing): boolean {
  const excluded = edition.services[service]?.excludedProducts;
  if (excluded && resolveFact(excluded, workOrder.governingLanguage).value.includes(opened.product)) return false;
  return opened.subscription === undefined || (workOrder.enrolled?.subscriptions ?? []).includes(opened.subscription);
}

/** Ten business days from the later of request and mitigation (F-AED-16); none before the incident is mitigated. */
function deliveryDate(
  incident: Incident,
  terms: Extended,
  { location, edition }: Standing,
  scene: Scene,
): string | undefined {
  const mitigated = incident.mitigatedAt ?? incident.closedAt;
  if (mitigated === undefined) return undefined;
  const from = Math.max(scene.now, Date.parse(mitigated));
  const { calendar } = businessCalendarAt(location, edition, from);
  const due = addWorkingDays(calendar, from, terms.deliveryBusinessDays.value);
  return due.ok ? due.value : undefined;
}
