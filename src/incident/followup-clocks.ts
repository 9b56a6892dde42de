/** What comes after the work: the root cause analysis, the review of a severity 1, the summary of an event. */

import type { Severity } from '../../knowledge/vocabulary.ts';
import { localDate } from '../calendar/local-date.ts';
import type { Standing } from '../command/scene.ts';
import { holdingsOf, servesLocation } from '../entitlement/holdings.ts';
import { type ClockEnd, stateOf } from './clock-state.ts';
import type { ClockScene, IncidentClock } from './clocks.ts';
import type { Followup } from './events.ts';
import type { Incident } from './incident.ts';
import { deliveryDate, requestWindow } from './root-cause.ts';

export function followupClocks(incident: Incident, standing: Standing, scene: ClockScene): IncidentClock[] {
  return [
    ...analysisClocks(incident, standing, scene.now),
    ...requestClocks(incident, standing, scene),
    ...reviewClocks(incident, standing, scene.now),
    ...summaryClocks(incident, standing, scene.now),
  ];
}

/** The analysis that was asked for: so many working days from the later of request and mitigation (F-AED-16). */
function analysisClocks(incident: Incident, standing: Standing, now: number): IncidentClock[] {
  const extended = standing.edition.rootCauseAnalysis.extended;
  return incident.events.flatMap((event, index) => {
    if (event.type !== 'root-cause-analysis-requested') return [];
    const isDated = event.route === 'extended' && extended !== null;
    const counted = isDated ? deliveryDate(incident, extended, standing, Date.parse(event.at)) : event.due;
    const due = plannedFor(incident, 'root-cause-analysis', index) ?? counted;
    return [
      {
        key: `root-cause/${index}`,
        incident: incident.id,
        what: 'root-cause',
        side: 'vendor',
        from: event.at,
        ...(due === undefined ? {} : { due }),
        clock: 'business',
        because: [event.route],
        ...(isDated ? { section: extended.deliveryBusinessDays.section } : {}),
        ...stateOf(due, givenEnd(incident, 'root-cause-analysis', index), now, standing.location.timeZone),
      } as const,
    ];
  });
}

/** The last day on which an analysis may still be asked for, once the incident is closed (F-AED-14). */
function requestClocks(incident: Incident, standing: Standing, scene: ClockScene): IncidentClock[] {
  const { closedAt, events } = incident;
  const window = requestWindow(incident, standing, scene);
  if (closedAt === undefined || window === undefined) return [];
  const index = events.findLastIndex(({ type }) => type === 'closed');
  const asked = events.find(({ type }) => type === 'root-cause-analysis-requested');
  const end: ClockEnd | undefined = asked === undefined ? undefined : { at: laterOf(asked.at, closedAt), how: 'done' };
  return [
    {
      key: `rca-request/${index}`,
      incident: incident.id,
      what: 'rca-request',
      side: 'customer',
      from: closedAt,
      due: window.until,
      clock: 'elapsed',
      because: window.uncertain ? ['root-cause-analysis', 'edition-ambiguous'] : ['root-cause-analysis'],
      section: window.section,
      ...stateOf(window.until, end, scene.now, standing.location.timeZone),
    } as const,
  ];
}

const laterOf = (a: string, b: string): string => (Date.parse(a) > Date.parse(b) ? a : b);

/** The review that a service gives after any incident of certain severities (F-UER-06): no edition prints by when. */
function reviewClocks(incident: Incident, standing: Standing, now: number): IncidentClock[] {
  const terms = standing.edition.incidentReview;
  if (terms === null || incident.endedAt === undefined) return [];
  const { service, severities } = terms.value;
  if (!severitiesOf(incident).some((severity) => severities.includes(severity))) return [];
  if (!holds(service, incident, standing)) return [];
  return [afterwards('incident-review', incident, standing, now, service, terms.section)];
}

/** The summary of the cases of a covered event (F-CH-AEM, F-CH-PAEM). */
function summaryClocks(incident: Incident, standing: Standing, now: number): IncidentClock[] {
  const { service, summary } = standing.edition.events;
  if (incident.endedAt === undefined || incident.plan.chart !== 'azure-events') return [];
  return [afterwards('event-summary', incident, standing, now, service, summary.section)];
}

function afterwards(
  what: 'incident-review' | 'event-summary',
  incident: Incident,
  { location }: Standing,
  now: number,
  service: string,
  section: string,
): IncidentClock {
  const index = incident.events.findLastIndex(({ type }) => type === 'resolved' || type === 'closed');
  const due = plannedFor(incident, what, 0);
  return {
    key: `${what}/${index}`,
    incident: incident.id,
    what,
    side: 'vendor',
    from: incident.endedAt ?? incident.opened.at,
    ...(due === undefined ? {} : { due }),
    clock: 'elapsed',
    because: [service],
    section,
    ...stateOf(due, givenEnd(incident, what, index), now, location.timeZone),
  };
}

/** Every severity that it has had, as far as anybody decided on one. */
export const severitiesOf = ({ opened, events }: Incident): readonly Severity[] => [
  opened.severity,
  ...events.flatMap((event) => (event.type === 'severity-set' ? [event.severity] : [])),
];

/** Whether the service is held for the incident's location on the day on which it was opened; bought for the host, it serves all. */
function holds(service: string, { opened }: Incident, { workOrder, edition, location }: Standing): boolean {
  const holdings = holdingsOf(workOrder, service, localDate(Date.parse(opened.at), location.timeZone));
  const chart = Object.values(edition.charts).find((terms) => terms.service === service);
  return servesLocation(holdings, location, workOrder, chart?.hostServesAll != null);
}

/** The day that an engineer named for it, the last one named after that place in the history. */
function plannedFor({ events }: Incident, what: Followup, since: number): string | undefined {
  const planned = events.slice(since).findLast((event) => event.type === 'followup-planned' && event.what === what);
  return planned?.type === 'followup-planned' ? planned.due : undefined;
}

function givenEnd({ events }: Incident, what: Followup, since: number): ClockEnd | undefined {
  const given = events.slice(since).find((event) => event.type === 'followup-given' && event.what === what);
  return given === undefined ? undefined : { at: given.at, how: 'done' };
}
