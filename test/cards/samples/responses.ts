/** What is promised: how fast the vendor responds, and the charts that say so. */
import type { Decision } from '../../../src/command/answer.ts';
import type { ResponseFacts } from '../../../src/command/contract.ts';
import { answered, head } from './setting.ts';

export const rapid: ResponseFacts = {
  ...head,
  chart: 'azure-rapid-response',
  severity: '1',
  product: 'azure-sql-database',
  location: 'dk',
  timeZone: 'Europe/Copenhagen',
  firstResponseMinutes: 15,
  clock: 'elapsed',
  from: '2026-03-02T10:00:00+01:00',
  due: '2026-03-02T10:15:00+01:00',
  proof: {
    segments: [
      {
        from: '2026-03-02T10:00:00+01:00',
        to: '2026-03-02T10:15:00+01:00',
        counted: true,
        minutes: 15,
        because: 'elapsed-time',
      },
    ],
    timeZoneData: '2026c',
    holidays: 'none',
  },
  effort: 'continuous',
  submission: { via: ['portal'] },
  roles: ['experienced-specialist'],
  escalation: ['cloud-operations-teams'],
  obligations: ['notify-executives', 'resources-continuous', 'rapid-access'],
  rejected: [{ chart: 'mcs-azure-platform', because: 'not-purchased' }],
  conditions: ['language-en-ja', 'downgrade-without-resources'],
  queue: 'rapid-response',
};

/** The instant a week earlier; for instants between which no clock changes. */
const weekEarlier = (instant: string): string =>
  `${new Date(Date.parse(`${instant.slice(0, 19)}Z`) - 7 * 86_400_000).toISOString().slice(0, 19)}-05:00`;

/** Severity B on a Friday afternoon in New York: the clock stops for the night and the weekend. */
export const business: ResponseFacts = {
  ...head,
  chart: 'base',
  severity: 'B',
  location: 'us',
  timeZone: 'America/New_York',
  firstResponseMinutes: 120,
  clock: 'business',
  from: '2026-03-06T16:45:00-05:00',
  due: '2026-03-09T10:15:00-04:00',
  proof: {
    segments: [
      {
        from: '2026-03-06T16:45:00-05:00',
        to: '2026-03-06T17:30:00-05:00',
        counted: true,
        minutes: 45,
        because: 'working-time',
      },
      {
        from: '2026-03-06T17:30:00-05:00',
        to: '2026-03-07T00:00:00-05:00',
        counted: false,
        minutes: 390,
        because: 'outside-hours',
      },
      {
        from: '2026-03-07T00:00:00-05:00',
        to: '2026-03-09T00:00:00-04:00',
        counted: false,
        minutes: 2820,
        because: 'weekend',
      },
      {
        from: '2026-03-09T00:00:00-04:00',
        to: '2026-03-09T09:00:00-04:00',
        counted: false,
        minutes: 540,
        because: 'outside-hours',
      },
      {
        from: '2026-03-09T09:00:00-04:00',
        to: '2026-03-09T10:15:00-04:00',
        counted: true,
        minutes: 75,
        because: 'working-time',
      },
    ],
    timeZoneData: '2026c',
    holidays: 'proposed',
  },
  effort: 'continuous',
  submission: { via: ['phone', 'web'] },
  roles: [],
  escalation: [],
  obligations: ['resources-aligned', 'change-authority-4-business-hours'],
  rejected: [
    { chart: 'mcs-security', because: 'not-purchased' },
    { chart: 'mcs-azure-platform', because: 'not-purchased' },
    { chart: 'azure-rapid-response', because: 'location-not-covered', also: ['severity-not-covered'] },
    { chart: 'unified-enhanced-response', because: 'not-purchased' },
  ],
  conditions: ['downgrade-without-resources', 'business-hours-may-vary'],
  queue: 'problem-resolution',
};

/** The same a week earlier: at the samples' now, early on Monday in New York, it waits for the morning. */
export const waiting: ResponseFacts = {
  ...business,
  from: weekEarlier(business.from),
  due: weekEarlier(business.due),
  product: 'azure-sql-database',
  proof: {
    ...business.proof,
    segments: business.proof.segments.map(({ from, to, ...segment }) => ({
      ...segment,
      from: weekEarlier(from),
      to: weekEarlier(to),
    })),
  },
};

export const responses = {
  rapid: answered('response.expect', { severity: '1', product: 'azure-sql-database' }, rapid, ['A', '2.5']),
  business: answered('response.expect', { severity: 'B' }, business, ['A']),
  families: answered(
    'response.expect',
    { severity: '1' },
    {
      ...rapid,
      product: undefined,
      chart: 'base',
      firstResponseMinutes: 60,
      uncertain: true,
      byProduct: [{ family: 'azure', firstResponseMinutes: 15, chart: 'azure-rapid-response' }],
      submission: { via: ['phone', 'web'], mention: 'AEM' },
    },
    ['A'],
  ),
  expired: answered(
    'response.expect',
    { severity: '1', at: '2027-01-04T10:00:00+01:00' },
    {
      ...head,
      severity: '1',
      location: 'dk',
      term: { start: '2026-01-01', end: '2026-12-31' },
      because: ['agreement-expired'],
      rejected: [{ chart: 'base', because: 'agreement-expired' }],
    },
    ['2.7'],
  ),
  chart: answered(
    'severity.explain',
    {},
    {
      ...head,
      chart: 'base',
      rows: [
        {
          severity: '1',
          situation: ['system-down', 'business-at-risk', 'complete-loss'],
          firstResponseMinutes: 60,
          azureFirstResponseMinutes: 15,
          attention: 'immediate',
          effort: 'continuous',
          obligations: ['notify-executives', 'resources-continuous', 'rapid-access'],
          submission: { via: ['phone', 'web'] },
        },
        {
          severity: 'A',
          situation: ['system-degraded', 'significant-loss'],
          firstResponseMinutes: 60,
          attention: { minutes: 60, clock: 'elapsed' },
          effort: 'continuous',
          obligations: ['resources-continuous', 'rapid-access'],
          submission: { via: ['phone', 'web'] },
        },
        {
          severity: 'B',
          situation: ['moderate-impact', 'moderate-loss', 'work-continues-impaired'],
          firstResponseMinutes: 120,
          attention: { minutes: 120, clock: 'business' },
          effort: 'continuous',
          obligations: ['resources-aligned', 'change-authority-4-business-hours'],
          submission: { via: ['phone', 'web'] },
        },
        {
          severity: 'C',
          situation: ['minimal-impact', 'substantially-functioning'],
          firstResponseMinutes: 240,
          attention: { minutes: 240, clock: 'business' },
          effort: 'business-hours',
          obligations: ['accurate-contact', 'respond-24-hours'],
          submission: { via: ['phone', 'web'] },
        },
      ],
    },
    ['A'],
  ),
  rapidChart: answered(
    'severity.explain',
    { severity: '1', chart: 'azure-rapid-response' },
    {
      ...head,
      chart: 'azure-rapid-response',
      rows: [
        {
          severity: '1',
          situation: ['core-process-lost'],
          firstResponseMinutes: 15,
          effort: 'continuous',
          obligations: [],
          submission: { via: ['portal'], mention: 'AEM' },
        },
      ],
    },
    ['A'],
  ),
} as const satisfies Record<string, Decision>;
