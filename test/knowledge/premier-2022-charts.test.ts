import { describe, expect, test } from '@jest/globals';
import type { ChartRow } from '../../knowledge/schema/chart.ts';
import type { Chart } from '../../knowledge/vocabulary.ts';
import { oneEdition, readingsOf, rowOf } from './one-edition.ts';

const edition = oneEdition('premier-2022');
type Severity = ChartRow['severity'];

const held = (chart: Chart, severity: Severity): ChartRow => {
  const row = edition.charts[chart]?.rows.find((candidate) => candidate.severity === severity);
  if (row === undefined) throw new Error(`${chart} has no row for ${severity}`);
  return row;
};

describe('the charts of premier-2022', () => {
  test('are three: base, rapid response, Azure events', () => {
    expect(Object.keys(edition.charts).sort()).toEqual(['azure-events', 'azure-rapid-response', 'base']);
  });

  test.each<[Chart, Severity, ...(string | number | null)[]]>([
    ['base', '1', 'immediate', null, 60, 'elapsed', 'continuous', 'phone'],
    ['base', 'A', '60 elapsed', null, 60, 'elapsed', 'continuous', 'phone'],
    ['base', 'B', '120 business', null, 120, 'business', 'business-hours', 'phone web'],
    ['base', 'C', '240 business', null, 240, 'business', 'business-hours', 'phone web'],
    ['azure-rapid-response', '1', 'immediate', null, 15, 'elapsed', 'continuous', 'portal'],
    ['azure-rapid-response', 'A', '60 elapsed', null, 15, 'elapsed', 'continuous', 'portal'],
    ['azure-events', '1', 'immediate', null, 15, 'elapsed', 'continuous', 'portal'],
    ['azure-events', 'A', '60 elapsed', null, 15, 'elapsed', 'continuous', 'portal'],
  ])('%s %s: attention, Azure, others, clock, effort, channels', (chart, severity, ...expected) => {
    expect(rowOf(edition, chart, severity)).toEqual(expected);
  });

  test.each<[Chart, string]>([
    ['base', '1 A B C'],
    ['azure-rapid-response', '1 A'],
    ['azure-events', '1 A'],
  ])('%s has rows for %s', (chart, severities) => {
    expect(edition.charts[chart]?.rows.map(({ severity }) => severity).join(' ')).toBe(severities);
  });

  test.each<[Chart, string, string | null, string[] | null, string[] | null, string]>([
    ['base', '4.3.3', null, null, null, 'problem-resolution'],
    ['azure-rapid-response', '4.5.2', 'azure-rapid-response', ['en'], ['B', 'C'], 'rapid-response'],
    ['azure-events', '4.5.3', 'azure-events', ['en'], null, 'rapid-response'],
  ])('%s: section %s, service %s, languages %j, also takes %j, goes to %s', (chart, section, service, ...expected) => {
    const terms = edition.charts[chart];
    expect([terms?.section, terms?.textSection, terms?.service]).toEqual([section, section, service]);
    expect([readingsOf(terms?.languages), readingsOf(terms?.alsoRoutes), terms?.queue]).toEqual(expected);
  });

  test('rapid response leaves out ten products, Azure DevOps among them', () => {
    expect(readingsOf(edition.charts['azure-rapid-response']?.excludedProducts)).toEqual([
      'universal-print',
      'test-base-m365',
      'microsoft-mesh',
      'github-ae',
      'azure-storsimple',
      'azure-stack',
      'azure-media-services',
      'azure-devops',
      'azure-communication-services',
      'azure-billing',
    ]);
    expect(edition.services['azure-rapid-response']?.excludedProducts).toEqual(
      edition.charts['azure-rapid-response']?.excludedProducts,
    );
  });

  test('no row has a line of its own for Azure', () => {
    const rows = Object.values(edition.charts).flatMap(({ rows: inChart }) => inChart);
    expect(rows.filter(({ firstResponse }) => firstResponse.azure !== undefined)).toEqual([]);
    expect(Object.values(edition.charts).every(({ azureTimeExcludes }) => azureTimeExcludes === null)).toBe(true);
  });
});

describe('how an incident is submitted', () => {
  test.each<Severity>(['1', 'A'])(
    'severity %s by phone only, save for online services through their portals',
    (severity) => {
      expect(held('base', severity).submission).toEqual({ via: ['phone'], onlineServicesVia: ['portal'] });
      expect(held('base', severity).obligations).toContain('phone-only');
    },
  );

  test.each<Severity>(['B', 'C'])('severity %s by phone or web', (severity) => {
    expect(held('base', severity).submission).toEqual({ via: ['phone', 'web'] });
    expect(held('base', severity).obligations).not.toContain('phone-only');
  });

  test.each<Severity>(['1', 'A'])(
    'severity %s in an Azure event through the portal, with AEM in the description',
    (severity) => {
      expect(held('azure-events', severity).submission).toEqual({ via: ['portal'], mention: 'AEM' });
    },
  );
});

describe('who takes an incident, and what it asks of the customer', () => {
  test.each<[Chart, Severity, string, string, string]>([
    [
      'base',
      '1',
      'critical-situation-resource',
      'product-teams vendor-executives',
      'notify-executives resources-continuous rapid-access phone-only',
    ],
    [
      'base',
      'A',
      'critical-situation-resource',
      'vendor-executives',
      'notify-management resources-continuous rapid-access phone-only',
    ],
    ['base', 'B', '', '', 'resources-aligned change-authority-4-business-hours'],
    ['base', 'C', '', '', 'accurate-contact respond-24-hours'],
    [
      'azure-rapid-response',
      '1',
      'experienced-specialist',
      'cloud-operations-teams',
      'resources-continuous rapid-access',
    ],
    [
      'azure-rapid-response',
      'A',
      'experienced-specialist',
      'cloud-operations-teams',
      'resources-continuous rapid-access',
    ],
    ...(['1', 'A'] as const).map((severity): [Chart, Severity, string, string, string] => [
      'azure-events',
      severity,
      'critical-situation-manager experienced-specialist solution-aware-engineer',
      'cloud-operations-teams product-teams vendor-executives',
      'notify-executives resources-continuous rapid-access',
    ]),
  ])('%s %s: %s; %s; %s', (chart, severity, roles, escalation, obligations) => {
    const row = held(chart, severity);
    expect(row.roles.map(({ role }) => role).join(' ')).toBe(roles);
    expect(row.escalation.join(' ')).toBe(escalation);
    expect(row.obligations.join(' ')).toBe(obligations);
  });

  test('the footnote on lowering the severity hangs on the work around the clock, at 1 and A alone', () => {
    expect(edition.charts.base?.conditions).toEqual(['business-hours-may-vary', 'language-where-possible']);
    expect(edition.charts.base?.rows.map(({ conditions }) => conditions ?? [])).toEqual([
      ['downgrade-without-resources'],
      ['downgrade-without-resources'],
      [],
      [],
    ]);
  });

  test('people come to the site at 1 as soon as possible, at A as required, else not', () => {
    expect(edition.charts.base?.rows.map(({ onSite }) => onSite ?? null)).toEqual([
      'as-soon-as-possible',
      'as-required',
      null,
      null,
    ]);
  });

  test.each<Severity>(['1', 'A'])(
    'an Azure event has a critical-situation manager within 30 minutes at %s',
    (severity) => {
      expect(held('azure-events', severity).roles).toContainEqual({
        role: 'critical-situation-manager',
        withinMinutes: 30,
      });
    },
  );
});

describe('what the charts leave to be decided', () => {
  test.each<[Chart, Severity, string]>([
    ['base', '1', 'A-30'],
    ['base', 'A', 'A-30'],
    ['base', 'B', 'G-03'],
    ['base', 'B', 'F-CH-PB-fn4'],
    ['base', 'C', 'G-03'],
    ['azure-rapid-response', 'A', 'A-31'],
    ['azure-events', 'A', 'A-31'],
  ])('%s %s is marked %s', (chart, severity, id) => {
    expect(held(chart, severity).anomalies).toContain(id);
  });

  test('around the clock at severity B is left to certain geographies, and the delivery manager is named', () => {
    const anomaly = edition.anomalies.find(({ id }) => id === 'F-CH-PB-fn4');
    expect(anomaly?.what).toMatch(/certain geographies/);
    expect(anomaly?.treatment).toMatch(/business hours.*service delivery manager/);
  });

  test('business hours are 09:00 to 17:30 and may vary', () => {
    expect(edition.businessHours).toMatchObject({ section: '4.3.3', facts: ['F-BH-01'] });
    expect(edition.businessHours.value).toEqual({
      start: '09:00',
      end: '17:30',
      weekends: false,
      publicHolidays: false,
      mayVary: true,
    });
  });

  test('the vendor sets the severity, the customer may ask for another, the first response is not defined', () => {
    const { setBy, changeOnRequest, firstResponseIs } = edition.severity;
    expect([setBy.value, changeOnRequest?.value, firstResponseIs]).toEqual(['vendor', true, null]);
    expect(edition.gaps.map(({ id }) => id)).toContain('F-FCR-01');
  });
});
