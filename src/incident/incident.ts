/** An incident as its history makes it. */
import type { Severity } from '../../knowledge/vocabulary.ts';
import type { HistoryEntry, IncidentFacts, IncidentState } from '../command/contract.ts';
import { queueOfIncident } from '../routing/incident-queue.ts';
import { needsCall } from './channels.ts';
import type { Cause, IncidentEvent, Opened, PromisedResponse, ReachableContact } from './events.ts';

export interface Incident {
  readonly id: string;
  readonly opened: Opened;
  readonly state: IncidentState;
  readonly severity: Severity;
  /** The promise that holds now: the opening's, or that of the last accepted severity. */
  readonly plan: PromisedResponse;
  /** A severity that was asked for and not yet decided. */
  readonly requested: Severity | undefined;
  readonly firstResponse: string | undefined;
  readonly mitigatedAt: string | undefined;
  readonly closedAt: string | undefined;
  /** When the work ended: resolved, or closed without that; undefined while it goes on. */
  readonly endedAt: string | undefined;
  /** The vendor's number of the case, as the customer was told it. */
  readonly caseNumber: string | undefined;
  readonly contact: ReachableContact | undefined;
  readonly changeAuthority: string | undefined;
  /** The edition wants the phone for it, and nobody has called. */
  readonly isUncalled: boolean;
  /** The customer's consent to a start before the contract is signed. */
  readonly earlyStart: boolean;
  readonly cause: Cause | undefined;
  /** People who have answered the survey. */
  readonly surveyed: readonly string[];
  /** Whether the desk has opened the case in the vendor's portal. */
  readonly filed: boolean;
  readonly events: readonly IncidentEvent[];
}

/** The fold of an incident's events. A history that does not begin with its opening is a bug and throws. */
export function incidentOf(id: string, events: readonly IncidentEvent[]): Incident {
  const [opened, ...rest] = events;
  if (opened?.type !== 'opened') throw new Error(`the history of ${id} does not begin with its opening`);
  const start: Incident = {
    id,
    opened,
    state: opened.awaitsCall ? 'awaiting-call' : 'open',
    severity: opened.severity,
    plan: opened.plan,
    requested: undefined,
    firstResponse: undefined,
    mitigatedAt: undefined,
    closedAt: undefined,
    endedAt: undefined,
    caseNumber: undefined,
    contact: opened.contact,
    changeAuthority: opened.changeAuthority,
    isUncalled: opened.awaitsCall,
    earlyStart: opened.earlyStart === true,
    cause: undefined,
    surveyed: [],
    filed: false,
    events,
  };
  return rest.reduce(after, start);
}

/** The incident after one more event; `events` stays that of the whole history. */
export function after(incident: Incident, event: IncidentEvent): Incident {
  switch (event.type) {
    case 'acknowledged':
      return {
        ...incident,
        state: 'acknowledged',
        isUncalled: false,
        firstResponse: incident.firstResponse ?? event.at,
      };
    case 'mitigated':
      return { ...incident, state: 'mitigated', mitigatedAt: incident.mitigatedAt ?? event.at };
    case 'noted':
      return {
        ...incident,
        contact: event.contact ?? incident.contact,
        changeAuthority: event.changeAuthority ?? incident.changeAuthority,
        earlyStart: incident.earlyStart || event.earlyStart === true,
      };
    case 'resolved':
      return {
        ...incident,
        state: 'resolved',
        mitigatedAt: incident.mitigatedAt ?? event.at,
        endedAt: event.at,
        cause: event.cause ?? incident.cause,
      };
    case 'closed':
      return { ...incident, state: 'closed', closedAt: event.at, endedAt: incident.endedAt ?? event.at };
    case 'reopened':
      return {
        ...incident,
        state: incident.firstResponse !== undefined ? 'acknowledged' : incident.isUncalled ? 'awaiting-call' : 'open',
        plan: event.promise ?? incident.plan,
        mitigatedAt: undefined,
        closedAt: undefined,
        endedAt: undefined,
      };
    case 'called':
      return {
        ...incident,
        ...(incident.state === 'awaiting-call' ? { state: 'open' as const, plan: event.plan } : {}),
        isUncalled: false,
        caseNumber: event.caseNumber ?? incident.caseNumber,
      };
    case 'survey-answered':
      return { ...incident, surveyed: [...incident.surveyed, event.by] };
    case 'filed':
      return { ...incident, filed: true, caseNumber: event.case };
    case 'severity-requested':
      return { ...incident, requested: event.severity };
    case 'severity-set':
      return {
        ...incident,
        state:
          event.anew === true || (incident.state === 'awaiting-call' && !needsCall(event.plan))
            ? 'open'
            : incident.state,
        firstResponse: event.anew === true ? undefined : incident.firstResponse,
        isUncalled: incident.isUncalled && needsCall(event.plan),
        severity: event.severity,
        plan: event.plan,
        requested: undefined,
      };
    default:
      return incident;
  }
}

/** Whether the vendor takes the case in its portal and nowhere else (rapid response, events). */
export const belongsInPortal = ({ plan }: Incident): boolean =>
  plan.submission.via.length === 1 && plan.submission.via[0] === 'portal';

/** The incident in plain facts; instants on the clock of its location. */
export function factsOf(incident: Incident): IncidentFacts {
  const { id, opened, state, severity, plan } = incident;
  return {
    id,
    severity,
    state,
    product: opened.product,
    location: opened.location,
    summary: opened.summary,
    ...(opened.environment === undefined ? {} : { environment: opened.environment }),
    opened: opened.at,
    openedBy: opened.byName ?? opened.by,
    queue: queueOfIncident(incident),
    ...(state === 'awaiting-call' ? {} : { due: plan.due }),
    ...(belongsInPortal(incident) || incident.filed ? { filed: incident.filed } : {}),
    ...(incident.caseNumber === undefined ? {} : { caseNumber: incident.caseNumber }),
    ...(incident.contact === undefined ? {} : { contact: incident.contact }),
    ...(incident.changeAuthority === undefined ? {} : { changeAuthority: incident.changeAuthority }),
    ...(opened.reproduction === undefined ? {} : { reproduction: opened.reproduction }),
    ...(incident.cause === undefined ? {} : { cause: incident.cause }),
  };
}

export const historyOf = ({ events }: Incident): HistoryEntry[] =>
  events.map(({ at, by, byName, text, ...event }) => ({
    at,
    event: event.type,
    by: byName ?? by,
    ...(text === undefined ? {} : { note: text }),
    ...('severity' in event ? { severity: event.severity } : {}),
  }));
