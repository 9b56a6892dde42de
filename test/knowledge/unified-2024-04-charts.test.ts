import { describe, expect, test } from '@jest/globals';
import type { ChartRow } from '../../knowledge/schema/chart.ts';
import type { Chart } from '../../knowledge/vocabulary.ts';
import { oneEdition, readingsOf, rowOf } from './one-edition.ts';

const edition = oneEdition('unified-2024-04');
const severities: readonly ChartRow['severity'][] = ['1', 'A', 'B', 'C'];
const charts: readonly Chart[] = ['base', 'unified-enhanced-response', 'azure-rapid-response', 'azure-events'];

describe('the charts of unified-2024-04', () => {
  test('are four', () => {
    expect(Object.keys(edition.charts).sort()).toEqual([...charts].sort());
  });

  test.each<[Chart, ChartRow['severity'], ...(string | number | null)[]]>([
    ['base', '1', 'immediate', 15, 60, 'elapsed', 'continuous', 'phone web'],
    ['base', 'A', '60 elapsed', null, 60, 'elapsed', 'continuous', 'phone web'],
    ['base', 'B', '120 business', null, 120, 'business', 'business-hours', 'phone web'],
    ['base', 'C', '240 business', null, 240, 'business', 'business-hours', 'phone web'],
    ['unified-enhanced-response', '1', 'immediate', 15, 30, 'elapsed', 'continuous', 'phone web'],
    ['unified-enhanced-response', 'A', '30 elapsed', null, 30, 'elapsed', 'continuous', 'phone web'],
    ['azure-rapid-response', '1', '15 elapsed', null, 15, 'elapsed', 'continuous', 'portal'],
    ['azure-rapid-response', 'A', null, null, 15, 'elapsed', 'continuous', 'portal'],
    ['azure-events', '1', '15 elapsed', null, 15, 'elapsed', 'continuous', 'portal'],
    ['azure-events', 'A', null, null, 15, 'elapsed', 'continuous', 'portal'],
  ])('%s %s: attention, Azure, others, clock, effort, channels', (chart, severity, ...expected) => {
    expect(rowOf(edition, chart, severity)).toEqual(expected);
  });

  test('have rows for B and C in the base chart only', () => {
    const held = charts.map((chart) => severities.filter((severity) => rowOf(edition, chart, severity)).join(''));
    expect(held).toEqual(['1ABC', '1A', '1A', '1A']);
  });

  test.each<[Chart, string, string | null, string | null, string]>([
    ['base', 'all', null, null, 'problem-resolution'],
    ['unified-enhanced-response', 'all', 'en zh ja', null, 'enhanced-incident-management'],
    ['azure-rapid-response', 'azure', 'en ja', 'B C', 'rapid-response'],
    ['azure-events', 'azure', 'en', null, 'rapid-response'],
  ])('%s: scope %s, languages %s, also takes %s, goes to %s', (chart, scope, languages, also, queue) => {
    const terms = edition.charts[chart];
    const words = (held: unknown): string | null => (Array.isArray(held) ? held.join(' ') : null);
    expect(terms?.scope.kind === 'families' ? terms.scope.families.join(' ') : terms?.scope.kind).toBe(scope);
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
      'azure-media-services azure-stack azure-storsimple github-ae microsoft-mesh test-base-m365 universal-print',
    ],
  ])('%s: %s', (chart, list, products) => {
    expect(readingsOf(edition.charts[chart]?.[list])).toEqual(products.split(' '));
  });

  test.each<[Chart, ChartRow['severity'], string, string, string]>([
    [
      'base',
      '1',
      'critical-situation-resource',
      'product-teams vendor-executives',
      'notify-executives resources-continuous rapid-access',
    ],
    ['base', 'A', 'critical-situation-oversight', '', 'resources-continuous rapid-access'],
    ['base', 'B', '', 'on-request', 'resources-aligned change-authority-4-business-hours'],
    ['base', 'C', '', 'on-request', 'accurate-contact respond-24-hours'],
    ['unified-enhanced-response', 'A', 'senior-incident-manager', '', 'resources-continuous rapid-access'],
    [
      'azure-rapid-response',
      'A',
      'experienced-specialist',
      'cloud-operations-teams vendor-executives',
      'notify-executives resources-continuous rapid-access',
    ],
    [
      'azure-events',
      '1',
      'critical-situation-resource experienced-specialist solution-aware-engineer',
      'product-teams vendor-executives',
      'notify-executives resources-continuous rapid-access',
    ],
  ])('%s %s: %s; %s; %s', (chart, severity, roles, escalation, obligations) => {
    const row = edition.charts[chart]?.rows.find((held) => held.severity === severity);
    expect(row?.roles.map(({ role }) => role).join(' ')).toBe(roles);
    expect(row?.escalation.join(' ')).toBe(escalation);
    expect(row?.obligations.join(' ')).toBe(obligations);
  });

  test('an event has someone for critical situations within 30 minutes, and wants AEM in the description', () => {
    const rows = edition.charts['azure-events']?.rows ?? [];
    expect(rows.map(({ submission }) => submission.mention)).toEqual(['AEM', 'AEM']);
    expect(rows.map(({ roles }) => roles[0]?.withinMinutes)).toEqual([30, 30]);
  });

  test('enhanced response bought for the host serves every location', () => {
    const serving = charts.filter((chart) => edition.charts[chart]?.hostServesAll);
    expect(serving).toEqual(['unified-enhanced-response']);
  });

  test('name the language and the downgrade as conditions', () => {
    expect(charts.map((chart) => edition.charts[chart]?.conditions)).toEqual([
      ['business-hours-may-vary', 'language-where-possible'],
      ['language-en-zh-ja', 'downgrade-without-resources'],
      ['language-en-ja', 'downgrade-without-resources'],
      ['language-en', 'downgrade-without-resources'],
    ]);
  });

  test('in the base chart only severities 1 and A may be lowered for want of resources', () => {
    const lowered = edition.charts.base?.rows.filter(({ conditions }) =>
      conditions?.includes('downgrade-without-resources'),
    );
    expect(lowered?.map(({ severity }) => severity)).toEqual(['1', 'A']);
  });
});
