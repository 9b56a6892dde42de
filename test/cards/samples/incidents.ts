/** Incidents: opened, to be called in, listed, and shown at every stage. */
import type { Decision } from '../../../src/command/answer.ts';
import type { IncidentFacts, ResponseFacts } from '../../../src/command/contract.ts';
import { rapid, waiting } from './responses.ts';
import { answered, audience } from './setting.ts';

export const incident: IncidentFacts = {
  id: 'INC-482913',
  severity: '1',
  state: 'open',
  product: 'azure-sql-database',
  location: 'dk',
  summary: 'The order database is down and nobody can place orders. It began with the failover at 9:40.',
  environment: 'production',
  opened: '2026-03-02T10:00:00+01:00',
  openedBy: 'Maja Holm',
  queue: 'rapid-response',
  due: '2026-03-02T10:15:00+01:00',
  filed: false,
};

/** Where the edition wants the phone, nothing is due before the call, and nothing is filed in a portal. */
const { due: _due, filed: _filed, ...undue } = incident;
const uncalled: IncidentFacts = { ...undue, state: 'awaiting-call', queue: 'problem-resolution' };
const byPhone: ResponseFacts = {
  ...rapid,
  chart: 'base',
  firstResponseMinutes: 60,
  due: '2026-03-02T11:00:00+01:00',
  submission: { via: ['phone'] },
  obligations: [...rapid.obligations, 'phone-only'],
  rejected: [],
  queue: 'problem-resolution',
};

export const incidents = {
  opened: {
    ...answered(
      'incident.open',
      {},
      {
        incident,
        plan: rapid,
        queue: 'rapid-response',
        nextSteps: ['file-in-portal', 'await-first-response', ...rapid.obligations],
      },
      ['A', '2.5'],
    ),
    status: 'done',
  },
  call: {
    ...answered(
      'incident.open',
      {},
      {
        incident: uncalled,
        plan: byPhone,
        queue: byPhone.queue,
        nextSteps: ['call-by-phone', 'response-from-call', ...byPhone.obligations],
        call: {
          phone: '+45 00 00 00 09',
          reference: incident.id,
          product: incident.product,
          severity: incident.severity,
          summary: incident.summary,
          location: incident.location,
          callBack: { name: 'Maja Holm', phone: '+45 00 00 00 01' },
        },
        steps: ['incident.call', 'severity.request', 'incident.note'],
      },
      ['A'],
    ),
    status: 'done',
  },
  incident: answered(
    'incident.show',
    { incident: incident.id },
    {
      incident: { ...incident, state: 'acknowledged' },
      plan: rapid,
      history: [
        { at: '2026-03-02T10:00:00+01:00', event: 'opened', by: 'Maja Holm' },
        {
          at: '2026-03-02T10:09:00+01:00',
          event: 'acknowledged',
          by: 'Alex Berg',
          note: 'Looking at the failover group.',
        },
      ],
      steps: ['incident.acknowledge', 'incident.note', 'incident.escalate', 'severity.request'],
      deadlines: [
        { what: 'first-response', due: rapid.due, because: ['azure-rapid-response', 'elapsed'], incident: incident.id },
      ],
    },
    ['A'],
  ),
  waiting: answered(
    'incident.show',
    { incident: 'INC-193344' },
    {
      incident: {
        ...incident,
        id: 'INC-193344',
        severity: 'B',
        location: 'us',
        opened: waiting.from,
        due: waiting.due,
        queue: 'problem-resolution',
        filed: undefined,
      },
      plan: waiting,
      history: [
        { at: waiting.from, event: 'opened', by: 'Maja Holm', severity: 'C' },
        { at: '2026-02-27T16:50:00-05:00', event: 'severity-requested', by: 'Maja Holm', severity: 'B' },
        { at: '2026-02-27T16:55:00-05:00', event: 'severity-set', by: 'Alex Berg', severity: 'B' },
        {
          at: '2026-02-27T17:00:00-05:00',
          event: 'noted',
          by: 'Maja Holm',
          note: 'We restarted the listener twice. It helps for ten minutes, then the queue grows again until nobody can send anything. The log of the failover group is attached to the case.',
        },
        { at: '2026-02-27T17:05:00-05:00', event: 'noted', by: 'Paul Renard', note: 'France sees the same.' },
        { at: '2026-02-27T17:10:00-05:00', event: 'escalated', by: 'Maja Holm' },
      ],
      steps: ['severity.request', 'incident.note', 'incident.close'],
      deadlines: [
        { what: 'first-response', due: waiting.due, because: ['base', 'business'], incident: 'INC-193344' },
        { what: 'next-duty', due: '2026-03-02T13:00:00-05:00', because: [], incident: 'INC-193344' },
        { what: 'root-cause', due: '2026-03-20', because: [], incident: 'INC-193344' },
      ],
    },
    ['A'],
  ),
  engineer: answered(
    'incident.show',
    { incident: incident.id },
    {
      incident: { ...incident, due: '2026-03-02T09:15:00+01:00' },
      plan: rapid,
      history: [{ at: '2026-03-02T10:00:00+01:00', event: 'opened', by: 'Maja Holm' }],
      steps: ['incident.mitigate', 'incident.resolve', 'severity.set'],
      deadlines: [],
    },
    ['A'],
  ),
  resolved: answered(
    'incident.show',
    { incident: incident.id },
    {
      incident: { ...incident, state: 'resolved' },
      plan: { ...rapid, proof: { ...rapid.proof, segments: [] } },
      history: [{ at: '2026-03-02T10:00:00+01:00', event: 'opened', by: audience.user }],
      steps: ['closed', 'reopened', 'rca.request'],
      deadlines: [{ what: 'rca-request', due: '2026-03-16', because: [] }],
    },
    ['A'],
  ),
  incidents: answered(
    'incident.list',
    {},
    {
      incidents: [
        incident,
        {
          ...incident,
          id: 'INC-193344',
          severity: 'B',
          state: 'acknowledged',
          product: 'exchange-online',
          location: 'fr',
          summary: 'Shared calendars do not synchronise',
          filed: undefined,
        },
        {
          ...incident,
          id: 'INC-771200',
          severity: 'C',
          state: 'resolved',
          product: 'sharepoint-online',
          location: 'us',
          summary: 'The logo on the front page is wrong',
        },
      ],
    },
    [],
  ),
  noIncidents: answered('incident.list', {}, { incidents: [] }, []),
} as const satisfies Record<string, Decision>;
