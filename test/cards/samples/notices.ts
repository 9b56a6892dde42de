/** Reminders as the core gives them, for looking at their cards. */
import type { Notice } from '../../../src/schedule/notice.ts';
import type { Reminder, Stage } from '../../../src/schedule/reminder.ts';
import { balances } from './balances.ts';
import { incident } from './incidents.ts';

const reminder = (change: Partial<Reminder>): Reminder => ({
  key: 'INC-482913/first-response/0/half/team',
  at: 0,
  until: 1,
  audience: 'team',
  what: 'first-response',
  stage: 'half',
  due: '2026-03-02T10:30:00+01:00',
  because: ['base', 'elapsed'],
  ...change,
});

const clause = [{ edition: 'unified-2025-01', section: 'A' }];

const ofIncident = (change: Partial<Reminder>): Notice => {
  const told = reminder(change);
  return { audience: told.audience, reminders: [told], incident, citations: clause };
};

const stages: readonly Stage[] = ['half', 'three-quarters', 'due', 'missed'];

/** What is reminded of, and for whom. */
const clocks = [
  ['first-response', 'team'],
  ['next-update', 'team'],
  ['root-cause', 'team'],
  ['incident-review', 'team'],
  ['event-summary', 'team'],
  ['first-response', 'contacts'],
  ['next-duty', 'contacts'],
  ['rca-request', 'contacts'],
] as const;

const deadlines = [
  'work-order-end',
  'proactive-request',
  'services-lapse',
  'flex-allocation',
  'onboarding-documents',
  'onboarding-end',
  'monitoring-material',
  'event-confirmation',
];

const ahead = (what: string): Reminder =>
  reminder({ audience: 'administrators', what, stage: 'ahead', days: 30, due: '2026-03-31', because: ['term'] });

/** What would be lost is told with the lapse of the services alone, and nothing that is used up. */
const account = (...whats: readonly string[]): NonNullable<Notice['account']> => ({
  workOrder: 'WO-7F21',
  left: whats.includes('services-lapse') ? balances.filter(({ remaining }) => remaining > 0) : [],
});

/** By name; every clock at every stage, every deadline, and several deadlines at one time. */
export const notices: Readonly<Record<string, Notice>> = {
  ...Object.fromEntries(
    clocks.flatMap(([what, audience]) =>
      stages.map((stage) => [`${what} ${stage} for ${audience}`, ofIncident({ what, audience, stage })]),
    ),
  ),
  ...Object.fromEntries(
    deadlines.map((what): [string, Notice] => [
      what,
      { audience: 'administrators', reminders: [ahead(what)], account: account(what), citations: clause },
    ]),
  ),
  'several deadlines': {
    audience: 'administrators',
    reminders: [ahead('services-lapse'), ahead('work-order-end')],
    account: account('services-lapse', 'work-order-end'),
    citations: clause,
  },
};
