/** What happens to an incident, one event of each type, as it is told in brief. */
import { type IncidentEvent, Opened, PromisedResponse } from '../../../src/incident/events.ts';
import { type Incident, incidentOf } from '../../../src/incident/incident.ts';
import { incident } from './incidents.ts';
import { rapid } from './responses.ts';
import { edition, head } from './setting.ts';

const plan = PromisedResponse.parse(rapid);

const opened = Opened.parse({
  type: 'opened',
  at: '2026-03-02T10:00:00+01:00',
  by: 'u1',
  byName: 'Maja Holm',
  workOrder: head.workOrder,
  edition,
  location: incident.location,
  product: incident.product,
  severity: incident.severity,
  summary: incident.summary,
  queue: 'rapid-response',
  plan,
  awaitsCall: false,
});

const signed = { at: '2026-03-02T10:09:00+01:00', by: 'e1', byName: 'Alex Berg' };

const events: readonly IncidentEvent[] = [
  { type: 'acknowledged', ...signed },
  { type: 'noted', ...signed, text: 'Looking at the failover group.' },
  { type: 'escalated', ...signed },
  { type: 'mitigated', ...signed },
  { type: 'resolved', ...signed },
  { type: 'closed', ...signed },
  { type: 'reopened', ...signed },
  { type: 'called', ...signed, calledAt: signed.at, plan },
  { type: 'updated', ...signed, text: 'The failover is complete.' },
  { type: 'severity-requested', ...signed, severity: 'A' },
  { type: 'severity-set', ...signed, severity: 'A', plan },
  { type: 'root-cause-analysis-requested', ...signed, route: 'base' },
  { type: 'followup-planned', ...signed, what: 'incident-review', due: '2026-03-12' },
  { type: 'followup-given', ...signed, what: 'incident-review' },
  {
    type: 'hours-recorded',
    ...signed,
    service: 'enhanced-designated-engineering',
    hours: 1.5,
    charged: 1.5,
    posting: 'p1',
  },
  { type: 'filed', ...signed, case: '2603020001', where: 'azure-portal' },
  { type: 'survey-answered', ...signed, score: 4 },
];

export interface News {
  /** As the event left it. */
  readonly incident: Incident;
  readonly event: IncidentEvent;
}

/** By the type of the event. */
export const news: Readonly<Record<string, News>> = Object.fromEntries(
  [opened, ...events].map((event): [string, News] => {
    const history = event.type === 'opened' ? [event] : [opened, event];
    return [event.type, { incident: incidentOf(incident.id, history), event }];
  }),
);
