/** What was done to an incident, and what became of its severity. */
import type { Decision } from '../../../src/command/answer.ts';
import { incident } from './incidents.ts';
import { business, rapid } from './responses.ts';
import { answered } from './setting.ts';

const acknowledged = { ...incident, state: 'acknowledged' };
const history = [
  { at: '2026-03-02T10:00:00+01:00', event: 'opened', by: 'Maja Holm' },
  { at: '2026-03-02T10:09:00+01:00', event: 'acknowledged', by: 'Alex Berg' },
];
/** Clocks at the samples' now: one of the vendor's that runs, and one of the customer's that was missed. */
const clocks = [
  {
    what: 'next-update',
    side: 'vendor',
    state: 'running',
    from: '2026-03-02T09:30:00+01:00',
    due: '2026-03-02T10:30:00+01:00',
    segments: [],
  },
  {
    what: 'next-duty',
    side: 'customer',
    state: 'missed',
    from: '2026-03-01T09:00:00+01:00',
    due: '2026-03-02T09:00:00+01:00',
    segments: [],
  },
];

const states = { acknowledge: 'acknowledged', mitigate: 'mitigated', resolve: 'resolved', close: 'closed' } as const;

const stepped = (step: keyof typeof states): Decision => ({
  ...answered(
    `incident.${step}`,
    {},
    { incident: { ...incident, state: states[step] }, event: states[step], plan: rapid, history },
    ['A'],
  ),
  status: 'done',
});

export const incidentSteps = {
  noted: { ...answered('incident.note', {}, { incident, event: 'noted' }, []), status: 'done' },
  severity: {
    ...answered(
      'severity.request',
      {},
      {
        incident: { ...incident, severity: 'B' },
        requested: '1',
        accepted: 'pending',
        plan: rapid,
        because: [],
        uncertain: true,
      },
      ['A'],
    ),
    status: 'done',
  },
  rootCause: answered(
    'rca.request',
    { incident: incident.id },
    {
      incident: incident.id,
      allowed: 'ask',
      because: ['technology'],
      due: '2026-03-12',
      route: 'base',
      fee: 'possible',
    },
    ['2.3'],
  ),
  survey: { ...answered('survey.answer', {}, { incident: { ...incident, state: 'closed' } }, []), status: 'done' },
  severitySet: {
    ...answered(
      'severity.set',
      {},
      {
        incident: { ...acknowledged, severity: 'B' },
        requested: 'B',
        accepted: 'yes',
        plan: business,
        because: [],
        missed: [{ due: '2026-03-02T10:15:00+01:00', responded: '2026-03-02T10:31:00+01:00' }],
      },
      ['A'],
    ),
    status: 'done',
  },
  called: {
    ...answered('incident.call', {}, { incident, event: 'called', plan: rapid, history, steps: ['incident.note'] }, [
      'A',
    ]),
    status: 'done',
  },
  escalated: {
    ...answered(
      'incident.escalate',
      {},
      {
        incident: acknowledged,
        event: 'escalated',
        escalation: { how: 'on-request', effective: '2026-03-02T10:45:00+01:00' },
        plan: rapid,
        history,
        clocks,
        steps: ['incident.note', 'severity.request'],
      },
      ['A'],
    ),
    status: 'done',
  },
  updated: {
    ...answered(
      'incident.update',
      { text: 'The failover is complete; the logs are being read.' },
      { incident: acknowledged, event: 'updated', plan: rapid, history, clocks },
      ['A'],
    ),
    status: 'done',
  },
  reviewed: {
    ...answered(
      'incident.review',
      {},
      { incident: { ...incident, state: 'resolved' }, event: 'followup-given', what: 'incident-review', history },
      ['A'],
    ),
    status: 'done',
  },
  reopened: {
    ...answered('incident.reopen', {}, { incident: { ...incident, state: 'open' }, event: 'reopened', history }, ['A']),
    status: 'done',
  },
  ...Object.fromEntries(
    (['acknowledge', 'mitigate', 'resolve', 'close'] as const).map((step) => [`done ${step}`, stepped(step)]),
  ),
} as const satisfies Record<string, Decision>;
