import { describe, expect, test } from '@jest/globals';
import type { ChartRow } from '../../knowledge/schema/chart.ts';
import type { Chart } from '../../knowledge/vocabulary.ts';
import { oneEdition, readingsOf, rowOf } from './one-edition.ts';

const edition = oneEdition('unified-2024-09');
const severities: readonly ChartRow['severity'][] = ['1', 'A', 'B', 'C'];
const charts: readonly Chart[] = [
  'base',
  'mcs-azure-platform',
  'azure-events',
  'mcs-security',
  'azure-rapid-response',
  'unified-enhanced-response',
];

describe('the charts of unified-2024-09', () => {
  test('are six', () => {
    expect(Object.keys(edition.charts).sort()).toEqual([...charts].sort());
  });

  test.each<[Chart, ChartRow['severity'], ...(string | number | null)[]]>([
    ['base', '1', 'immediate', 15, 60, 'elapsed', 'continuous', 'phone web'],
    ['base', 'A', '60 elapsed', null, 60, 'elapsed', 'continuous', 'phone web'],
    ['base', 'B', '120 business', null, 120, 'business', 'business-hours', 'phone web'],
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
    const held = charts.map((chart) => severities.filter((severity) => rowOf(edition, chart, severity)).join(''));
    expect(held).toEqual(['1ABC', '1A', '1A', '1A', '1A', '1A']);
  });

  test.each<[Chart, string | null, string | null, string]>([
    ['base', null, null, 'problem-resolution'],
    ['mcs-azure-platform', 'en', 'B C', 'mission-critical-azure'],
    ['azure-events', 'en', null, 'mission-critical-azure'],
    ['mcs-security', 'en', null, 'mission-critical-security'],
    ['azure-rapid-response', 'en ja', 'B C', 'rapid-response'],
    ['unified-enhanced-response', 'en zh ja', null, 'enhanced-incident-management'],
  ])('%s: languages %s, also takes %s, goes to %s', (chart, languages, also, queue) => {
    const terms = edition.charts[chart];
    const words = (held: unknown): string | null => (Array.isArray(held) ? held.join(' ') : null);
    expect(words(readingsOf(terms?.languages))).toBe(languages);
    expect(words(readingsOf(terms?.alsoRoutes))).toBe(also);
    expect(terms?.queue).toBe(queue);
  });

  test.each<[Chart, 'azureTimeExcludes' | 'excludedProducts', string]>([
    ['base', 'azureTimeExcludes', 'azure-billing azure-communication-services azure-storsimple github-ae'],
    [
      'unified-enhanced-response',
      'azureTimeExcludes',
      'azure-a40 azure-media-services azure-stack azure-storsimple github-ae microsoft-mesh test-base-m365 universal-print us-gov-cloud',
    ],
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
  ])('%s: %s', (chart, list, products) => {
    expect(readingsOf(edition.charts[chart]?.[list])).toEqual(products.split(' '));
  });

  test('the security chart is for seven products', () => {
    expect(edition.charts['mcs-security']?.scope).toEqual({
      kind: 'products',
      products: [
        'entra-id',
        'intune',
        'purview',
        'defender-for-endpoint',
        'defender-for-cloud-apps',
        'defender-for-identity',
        'defender-for-office-365',
      ],
    });
  });

  test.each<[Chart, ChartRow['severity'], string, string]>([
    ['base', '1', 'critical-situation-resource', 'product-teams vendor-executives'],
    ['base', 'A', 'critical-situation-oversight', ''],
    [
      'mcs-azure-platform',
      'A',
      'experienced-specialist senior-incident-manager',
      'cloud-operations-teams vendor-executives',
    ],
    [
      'azure-events',
      'A',
      'critical-situation-resource experienced-specialist solution-aware-engineer',
      'product-teams vendor-executives',
    ],
    ['mcs-security', '1', 'security-engineer', 'vendor-executives'],
    ['azure-rapid-response', '1', 'experienced-specialist', 'cloud-operations-teams vendor-executives'],
    ['unified-enhanced-response', '1', 'senior-incident-manager', 'product-teams vendor-executives'],
    ['unified-enhanced-response', 'A', 'senior-incident-manager', ''],
  ])('%s %s: %s; %s', (chart, severity, roles, escalation) => {
    const row = edition.charts[chart]?.rows.find((held) => held.severity === severity);
    expect(row?.roles.map(({ role }) => role).join(' ')).toBe(roles);
    expect(row?.escalation.join(' ')).toBe(escalation);
  });

  test.each<[ChartRow['severity'], string]>([
    ['1', 'notify-executives resources-continuous rapid-access'],
    ['A', 'resources-continuous rapid-access'],
    ['B', 'resources-aligned change-authority-4-business-hours'],
    ['C', 'accurate-contact respond-24-hours'],
  ])('base %s asks for %s', (severity, obligations) => {
    const row = edition.charts.base?.rows.find((held) => held.severity === severity);
    expect(row?.obligations.join(' ')).toBe(obligations);
  });

  test('the enhanced-response rows carry the misprints of the thirty minutes', () => {
    const rows = edition.charts['unified-enhanced-response']?.rows ?? [];
    expect(rows.map(({ anomalies }) => anomalies)).toEqual([['A-06', 'A-10'], ['A-11']]);
  });

  test('every row that notifies executives names the misprint of whose they are', () => {
    const rows = charts.flatMap((chart) => edition.charts[chart]?.rows ?? []);
    const notifying = rows.filter(({ obligations }) => obligations.includes('notify-executives'));
    expect(notifying.filter(({ anomalies }) => !anomalies?.includes('A-06'))).toEqual([]);
  });

  test('name the language and the downgrade as conditions', () => {
    expect(charts.map((chart) => edition.charts[chart]?.conditions)).toEqual([
      ['business-hours-may-vary', 'language-where-possible'],
      ['language-en', 'downgrade-without-resources'],
      ['language-en', 'downgrade-without-resources'],
      ['language-en', 'downgrade-without-resources'],
      ['language-en-ja', 'downgrade-without-resources'],
      ['language-en-zh-ja', 'downgrade-without-resources'],
    ]);
  });

  test('in the base chart only severities 1 and A may be lowered for want of resources', () => {
    const lowered = edition.charts.base?.rows.filter(({ conditions }) =>
      conditions?.includes('downgrade-without-resources'),
    );
    expect(lowered?.map(({ severity }) => severity)).toEqual(['1', 'A']);
  });
});
