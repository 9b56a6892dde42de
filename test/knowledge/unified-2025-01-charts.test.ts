import { describe, expect, test } from '@jest/globals';
import type { ChartRow } from '../../knowledge/schema/chart.ts';
import type { Chart } from '../../knowledge/vocabulary.ts';
import { oneEdition, readingsOf, rowOf } from './one-edition.ts';

const edition = oneEdition('unified-2025-01');
const severities: readonly ChartRow['severity'][] = ['1', 'A', 'B', 'C'];
const charts: readonly Chart[] = [
  'base',
  'mcs-azure-platform',
  'azure-events',
  'mcs-security',
  'azure-rapid-response',
  'unified-enhanced-response',
];
const held = (chart: Chart, severity: ChartRow['severity']): ChartRow | undefined =>
  edition.charts[chart]?.rows.find((row) => row.severity === severity);

/** Written by hand from annex A, not from the edition's file. */
describe('the charts of unified-2025-01', () => {
  test('are six', () => {
    expect(Object.keys(edition.charts).sort()).toEqual([...charts].sort());
  });

  test.each<[Chart, ChartRow['severity'], ...(string | number | null)[]]>([
    ['base', '1', 'immediate', 15, 60, 'elapsed', 'continuous', 'phone web'],
    ['base', 'A', '60 elapsed', null, 60, 'elapsed', 'continuous', 'phone web'],
    ['base', 'B', '120 business', null, 120, 'business', 'continuous', 'phone web'],
    ['base', 'C', '240 business', null, 240, 'business', 'business-hours', 'phone web'],
    ['mcs-azure-platform', '1', '15 elapsed', null, 15, 'elapsed', 'continuous', 'portal phone chat web'],
    ['mcs-azure-platform', 'A', null, null, 15, 'elapsed', 'continuous', 'portal phone chat web'],
    ['azure-events', '1', '15 elapsed', null, 15, 'elapsed', 'continuous', 'portal'],
    ['azure-events', 'A', null, null, 15, 'elapsed', 'continuous', 'portal'],
    ['mcs-security', '1', 'immediate', null, 15, 'elapsed', 'continuous', 'phone web'],
    ['mcs-security', 'A', '15 elapsed', null, 15, 'elapsed', 'continuous', 'phone web'],
    ['azure-rapid-response', '1', '15 elapsed', null, 15, 'elapsed', 'continuous', 'portal'],
    ['azure-rapid-response', 'A', null, null, 15, 'elapsed', 'continuous', 'portal'],
    ['unified-enhanced-response', '1', 'immediate', 15, 30, 'elapsed', 'continuous', 'phone web'],
    ['unified-enhanced-response', 'A', '30 elapsed', null, 30, 'elapsed', 'continuous', 'phone web'],
  ])('%s %s: attention, Azure, others, clock, effort, channels', (chart, severity, ...expected) => {
    expect(rowOf(edition, chart, severity)).toEqual(expected);
  });

  test('have rows for B and C in the base chart only', () => {
    const rows = charts.map((chart) => severities.filter((severity) => held(chart, severity)).join(''));
    expect(rows).toEqual(['1ABC', '1A', '1A', '1A', '1A', '1A']);
  });

  test('work on severity B around the clock, which the desk names as a slip or a change', () => {
    expect(held('base', 'B')).toMatchObject({
      effort: 'continuous',
      clock: 'business',
      anomalies: ['A-09', 'G-03', 'G-09'],
    });
  });

  test('want the letters AEM in the description of event incidents, and of no others', () => {
    const mentions = charts.map((chart) =>
      edition.charts[chart]?.rows.map(({ submission }) => submission.mention ?? ''),
    );
    expect(mentions).toEqual([
      ['', '', '', ''],
      ['', ''],
      ['AEM', 'AEM'],
      ['', ''],
      ['', ''],
      ['', ''],
    ]);
  });

  test.each<[Chart, ChartRow['severity'], string, string]>([
    ['base', '1', 'critical-situation-resource', 'product-teams vendor-executives'],
    ['base', 'A', 'critical-situation-oversight', ''],
    ['base', 'B', '', ''],
    ['base', 'C', '', 'on-request'],
    [
      'mcs-azure-platform',
      '1',
      'experienced-specialist senior-incident-manager',
      'cloud-operations-teams vendor-executives',
    ],
    [
      'mcs-azure-platform',
      'A',
      'experienced-specialist senior-incident-manager',
      'cloud-operations-teams vendor-executives',
    ],
    [
      'azure-events',
      '1',
      'critical-situation-resource experienced-specialist solution-aware-engineer',
      'product-teams vendor-executives',
    ],
    [
      'azure-events',
      'A',
      'critical-situation-resource experienced-specialist solution-aware-engineer',
      'product-teams vendor-executives',
    ],
    ['mcs-security', '1', 'security-engineer', 'vendor-executives'],
    ['mcs-security', 'A', 'security-engineer', 'vendor-executives'],
    ['azure-rapid-response', '1', 'experienced-specialist', 'cloud-operations-teams vendor-executives'],
    ['azure-rapid-response', 'A', 'experienced-specialist', 'cloud-operations-teams vendor-executives'],
    ['unified-enhanced-response', '1', 'senior-incident-manager', 'product-teams vendor-executives'],
    ['unified-enhanced-response', 'A', 'senior-incident-manager', ''],
  ])('%s %s: %s; escalated to %s', (chart, severity, roles, escalation) => {
    const row = held(chart, severity);
    expect([row?.roles.map(({ role }) => role).join(' '), row?.escalation.join(' ')]).toEqual([roles, escalation]);
  });

  test('name an incident manager by itself, and someone for critical situations within 30 minutes of an event', () => {
    const automatic = charts.filter((chart) =>
      edition.charts[chart]?.rows.some(({ roles }) => roles.some((role) => role.automatic)),
    );
    expect(automatic).toEqual(['mcs-azure-platform', 'unified-enhanced-response']);
    const timed = edition.charts['azure-events']?.rows.map(({ roles }) =>
      roles.map(({ withinMinutes }) => withinMinutes),
    );
    expect(timed).toEqual([
      [30, undefined, undefined],
      [30, undefined, undefined],
    ]);
  });

  test.each<[Chart, ChartRow['severity'], string]>([
    ['base', '1', 'notify-executives resources-continuous rapid-access'],
    ['base', 'A', 'resources-continuous rapid-access'],
    ['base', 'B', 'resources-aligned change-authority-4-business-hours'],
    ['base', 'C', 'accurate-contact respond-24-hours'],
    ['mcs-azure-platform', '1', 'notify-executives resources-continuous rapid-access'],
    ['mcs-azure-platform', 'A', 'notify-executives resources-continuous rapid-access'],
    ['azure-events', '1', 'notify-executives resources-continuous rapid-access'],
    ['azure-events', 'A', 'notify-executives resources-continuous rapid-access'],
    ['mcs-security', '1', 'notify-executives resources-continuous rapid-access'],
    ['mcs-security', 'A', 'resources-continuous rapid-access'],
    ['azure-rapid-response', '1', 'notify-executives resources-continuous rapid-access'],
    ['azure-rapid-response', 'A', 'notify-executives resources-continuous rapid-access'],
    ['unified-enhanced-response', '1', 'notify-executives resources-continuous rapid-access'],
    ['unified-enhanced-response', 'A', 'resources-continuous rapid-access'],
  ])('%s %s asks for %s', (chart, severity, obligations) => {
    expect(held(chart, severity)?.obligations.join(' ')).toBe(obligations);
  });

  test.each<[ChartRow['severity'], string, string]>([
    ['1', 'system-down business-at-risk complete-loss', ' core-process-lost'],
    ['A', 'system-degraded significant-loss', ''],
    ['B', 'moderate-impact moderate-loss work-continues-impaired', ''],
    ['C', 'minimal-impact substantially-functioning', ''],
  ])('severity %s is %s, and for Azure%s', (severity, situation, more) => {
    const azure = ['mcs-azure-platform', 'azure-events', 'azure-rapid-response'];
    for (const chart of charts) {
      const row = held(chart, severity);
      if (row !== undefined) expect(row.situation.join(' ')).toBe(azure.includes(chart) ? situation + more : situation);
    }
  });

  test('mark the rows whose cells are merged as inferred', () => {
    const inferred = charts.flatMap((chart) =>
      (edition.charts[chart]?.rows ?? []).filter((row) => row.inferred).map((row) => `${chart} ${row.severity}`),
    );
    expect(inferred).toEqual(['mcs-azure-platform A', 'azure-events A', 'mcs-security A', 'azure-rapid-response A']);
  });
});

describe('what the charts of unified-2025-01 are for', () => {
  test.each<[Chart, string | null, string, string, string]>([
    ['base', null, 'all', '2.3', 'problem-resolution'],
    ['mcs-azure-platform', 'mcs-azure-platform', 'azure', '2.4', 'mission-critical-azure'],
    ['azure-events', 'azure-events', 'azure', '2.4', 'mission-critical-azure'],
    [
      'mcs-security',
      'mcs-security',
      'entra-id intune purview defender-for-endpoint defender-for-cloud-apps defender-for-identity defender-for-office-365',
      '2.4',
      'mission-critical-security',
    ],
    ['azure-rapid-response', 'azure-rapid-response', 'azure', '2.5', 'rapid-response'],
    ['unified-enhanced-response', 'unified-enhanced-response', 'all', '2.5', 'enhanced-incident-management'],
  ])('%s: bought as %s, for %s, described in %s, goes to %s', (chart, service, scope, textSection, queue) => {
    const terms = edition.charts[chart];
    const covered =
      terms?.scope.kind === 'families'
        ? terms.scope.families
        : terms?.scope.kind === 'products'
          ? terms.scope.products
          : ['all'];
    expect([terms?.service, covered.join(' '), terms?.textSection, terms?.queue, terms?.section]).toEqual([
      service,
      scope,
      textSection,
      queue,
      'A',
    ]);
  });

  test.each<[Chart, string | null, string | null, string]>([
    ['base', null, null, 'business-hours-may-vary language-where-possible'],
    ['mcs-azure-platform', 'en', 'B C', 'language-en downgrade-without-resources'],
    ['azure-events', 'en', null, 'language-en downgrade-without-resources'],
    ['mcs-security', 'en', null, 'language-en downgrade-without-resources'],
    ['azure-rapid-response', 'en ja', 'B C', 'language-en-ja downgrade-without-resources'],
    ['unified-enhanced-response', 'en zh ja', null, 'language-en-zh-ja downgrade-without-resources'],
  ])('%s: in %s, its team also takes %s, with %s', (chart, languages, also, conditions) => {
    const terms = edition.charts[chart];
    const words = (list: unknown): string | null => (Array.isArray(list) ? list.join(' ') : null);
    expect([
      words(readingsOf(terms?.languages)),
      words(readingsOf(terms?.alsoRoutes)),
      words(terms?.conditions),
    ]).toEqual([languages, also, conditions]);
  });

  test('the footnote on lowering the severity is at 1, A and B of the base chart, and not at C', () => {
    const lowered = severities.map((severity) => held('base', severity)?.conditions ?? []);
    expect(lowered).toEqual([
      ['downgrade-without-resources'],
      ['downgrade-without-resources'],
      ['downgrade-without-resources'],
      [],
    ]);
  });

  test.each<[Chart, 'azureTimeExcludes' | 'excludedProducts', string | null]>([
    ['base', 'azureTimeExcludes', 'azure-billing azure-communication-services azure-storsimple github-ae'],
    ['base', 'excludedProducts', null],
    [
      'unified-enhanced-response',
      'azureTimeExcludes',
      'azure-a40 azure-media-services azure-stack azure-storsimple github-ae microsoft-mesh test-base-m365 universal-print us-gov-cloud',
    ],
    ['unified-enhanced-response', 'excludedProducts', null],
    ['azure-rapid-response', 'azureTimeExcludes', null],
    [
      'azure-rapid-response',
      'excludedProducts',
      'azure-billing azure-communication-services azure-media-services azure-stack azure-storsimple github-ae microsoft-mesh test-base-m365 universal-print',
    ],
    [
      'mcs-azure-platform',
      'excludedProducts',
      'azure-billing azure-china-cloud azure-maps azure-media-services azure-stack azure-storsimple github-ae microsoft-mesh test-base-m365 universal-print us-gov-cloud',
    ],
    ['azure-events', 'excludedProducts', 'azure-china-cloud us-gov-cloud'],
    ['mcs-security', 'excludedProducts', null],
  ])('%s: %s are %s', (chart, list, products) => {
    const read = readingsOf(edition.charts[chart]?.[list]);
    expect(Array.isArray(read) ? read.toSorted().join(' ') : read).toBe(products);
  });

  test('enhanced response bought for the host serves every location, and nothing else does', () => {
    const everywhere = charts.filter((chart) => edition.charts[chart]?.hostServesAll !== null);
    expect(everywhere).toEqual(['unified-enhanced-response']);
    expect(edition.charts['unified-enhanced-response']?.hostServesAll?.section).toBe('2.5');
  });
});
