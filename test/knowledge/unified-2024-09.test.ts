import { describe, expect, test } from '@jest/globals';
import { ids, idsOf, oneEdition, readingsOf } from './one-edition.ts';

const edition = oneEdition('unified-2024-09');

describe('unified-2024-09 as a whole', () => {
  test('is the French edition of September 2024', () => {
    expect(edition.sources.map(({ language }) => language)).toEqual(['fr']);
    expect(edition.published.printed).toBe('2024-09');
    expect([edition.programme, edition.order]).toEqual(['unified', 2]);
  });

  test.each([
    ['flex-allowance', '2.2'],
    ['reactive', '2.3'],
    ['mission-critical', '2.4'],
    ['enhanced-solutions', '2.5'],
    ['multi-country', '2.6'],
    ['terms', '2.7'],
    ['responsibilities', '2.8'],
    ['severity-charts', 'A'],
    ['success-management', 'B'],
  ] as const)('has %s in section %s', (topic, section) => {
    expect(edition.topics[topic]).toBe(section);
  });

  test('names every service in French', () => {
    const unnamed = Object.entries(edition.services).filter(([, { printed }]) => !printed.fr);
    expect(unnamed).toEqual([]);
    expect(edition.services['mcs-security']?.printed.fr?.[0]).toBe('Mission Critical Services for Security Plus');
  });
});

describe('the rules of unified-2024-09', () => {
  test('credits are deducted to the nearest unit; what the text on exchanges said is lost', () => {
    expect(readingsOf(edition.credits?.deduction)).toBe('nearest');
    expect(edition.credits?.exchange).toEqual({
      rounding: null,
      scope: null,
      excludedCountries: null,
      excludedCountriesUnlisted: null,
    });
  });

  test('the flex cap leaves open which of its two figures holds', () => {
    expect(edition.flexAllowance?.cap).toMatchObject({ section: '2.2', anomaly: 'A-01' });
    expect(edition.flexAllowance?.cap.value).toEqual({
      services: ['proactive-credits', 'custom-proactive-services'],
      percent: 20,
      usd: 50_000,
      rule: 'ambiguous',
    });
  });

  test('flex pays for mission-critical services, and not for service delivery management', () => {
    expect(readingsOf(edition.flexAllowance?.eligible)).toEqual([
      'planning',
      'implementation',
      'maintenance',
      'optimisation',
      'education',
      'additional-proactive',
      'proactive-credits',
      'mission-critical',
      'enhanced-solution',
    ]);
    expect(edition.flexAllowance?.notFor.value).toEqual(['service-delivery-management']);
  });

  test('cancelling is free from 14 days, half from 6, and full below', () => {
    expect(edition.cancellation.bands).toMatchObject({ section: '2.7' });
    expect(edition.cancellation.bands.value).toEqual([
      { minDays: 14, feePercent: 0 },
      { minDays: 6, feePercent: 50 },
      { minDays: 0, feePercent: 100 },
    ]);
  });

  test('proactive requests come 60 days before the end, and what is unused lapses', () => {
    expect(edition.deadlines.proactiveRequestDaysBeforeEnd).toMatchObject({ value: 60, section: '2.8' });
    expect(edition.deadlines.unusedLapseAtEnd).toMatchObject({ value: true, section: '2.7' });
  });

  test('an event covers 5 days, may be chained, and wants 6 weeks of notice', () => {
    const { coverDays, noticeWeeks, chaining, shorterNotice, publicCloudOnly } = edition.events;
    expect(noticeWeeks.section).toBe('2.4');
    expect([coverDays.value, noticeWeeks.value, chaining?.value, shorterNotice?.value, publicCloudOnly?.value]).toEqual(
      [5, 6, true, 'with-agreement', true],
    );
  });

  test('the severity is set together, and nothing is said of asking for another', () => {
    expect(edition.severity.setBy).toMatchObject({ value: 'vendor-with-customer', anomaly: 'A-04' });
    expect(edition.severity.changeOnRequest).toBeNull();
    expect(edition.clauses.map(({ topic }) => topic)).not.toContain('severity-change');
    expect([edition.severity.managedOnRequest?.value, edition.severity.managedAutomatically?.value]).toEqual([
      ['B', 'C'],
      ['1', 'A'],
    ]);
  });

  test('root cause analysis under mission-critical Azure: seven days of which the side is open, severities 1 and A', () => {
    const { base, extended, enhancedResponse } = edition.rootCauseAnalysis;
    expect(base?.request.value).toBe('before-closure');
    expect(extended?.services).toEqual(['mcs-azure-platform', 'mcs-azure-platform-plus']);
    expect([readingsOf(extended?.windowDays), readingsOf(extended?.window)]).toEqual([7, 'ambiguous']);
    expect(readingsOf(extended?.severities)).toEqual(['1', 'A']);
    expect(extended?.deliveryBusinessDays.value).toBe(10);
    expect(enhancedResponse?.ask.value).toEqual(['success-manager', 'incident-management']);
    expect(enhancedResponse?.beforeClosure?.value).toBe(true);
  });

  test('mission-critical Azure: its figures', () => {
    const terms = edition.missionCriticalAzure;
    expect(terms?.onboardingDays.value).toBe(60);
    expect(terms?.documentDays?.value).toBe(14);
    expect(terms?.spendThresholdUsd.value).toBe(60_000_000);
    expect(terms?.improvementPlansPerYear.value).toBe(2);
    expect(terms?.monitoringScenarios.value).toBe(7);
    expect(readingsOf(terms?.monitoringServices)).toEqual({ count: 30, moreThan: true });
    expect(terms?.monitoringReadyDaysAfterOnboarding.value).toBe(30);
    expect(terms?.monitoringMaterialDays?.value).toBe(30);
  });

  test('of several countries nothing is stated that the lost text would have to say', () => {
    expect(edition.multiCountry).toEqual({ ownWorkOrderCountries: null, baseDeliveredTo: null, structures: null });
    const lost = ['credit-exchange', 'credit-exchange-rounding', 'excluded-countries', 'multi-country-tax'];
    expect(edition.clauses.filter(({ topic }) => lost.includes(topic))).toEqual([]);
    expect(edition.gaps.find(({ id }) => id === 'G-10')?.section).toBe('2.6');
  });
});

describe('the services of unified-2024-09', () => {
  test('are 46, of which seven are included and one is capped', () => {
    const offered = (offer: string): string[] =>
      Object.entries(edition.services).flatMap(([id, terms]) => (terms.offer === offer ? [id] : []));
    expect(Object.keys(edition.services)).toHaveLength(46);
    expect(offered('included').sort()).toEqual([
      'advisory-support',
      'on-demand-assessment',
      'on-demand-education',
      'problem-resolution-support',
      'reactive-support-management',
      'success-management',
      'webcasts',
    ]);
    expect(offered('capped-add-on')).toEqual(['developer-support']);
  });

  test('seven are mission-critical, in table 11 of section 2.4', () => {
    const critical = Object.entries(edition.services).filter(([, { category }]) => category === 'mission-critical');
    expect(critical.map(([id]) => id).sort()).toEqual([
      'azure-events',
      'cybersecurity-incident-response',
      'mcs-azure-platform',
      'mcs-azure-platform-plus',
      'mcs-azure-workload',
      'mcs-azure-workload-plus',
      'mcs-security',
    ]);
    expect(critical.filter(([, { table, section }]) => table !== '11' || section !== '2.4')).toEqual([]);
  });

  test.each(['support-for-mission-critical', 'azure-engineering-direct', 'lab-services'])('there is no %s', (id) => {
    expect(edition.services[id]).toBeUndefined();
  });

  test.each([
    ['designated-engineering', '7', '2.3'],
    ['root-cause-analysis', '9', '2.3'],
    ['enhanced-designated-engineering', '12', '2.5'],
    ['azure-rapid-response', '12', '2.5'],
    ['developer-support', '12', '2.5'],
  ])('%s stands in table %s, section %s', (id, table, section) => {
    expect(edition.services[id]).toMatchObject({ table, section });
  });

  test.each([
    ['on-demand-assessment', { onsiteDays: 2, remoteDays: 1 }],
    ['azure-events', { consecutiveDays: 5, noticeWeeks: 6 }],
    ['mcs-azure-platform', { onboardingDays: 60, documentDays: 14, plansPerYear: 2, rcaWindowDays: 7 }],
    [
      'mcs-azure-platform-plus',
      { scenarios: 7, monitoredServices: 30, monitoringMaterialDays: 30, estimatedSpendUsd: 60_000_000 },
    ],
    ['unified-enhanced-response', { onboardingDays: 60 }],
  ])('%s has the limits %p', (id, limits) => {
    const held = Object.entries(edition.services[id]?.limits ?? {}).map(([name, limit]) => [name, readingsOf(limit)]);
    expect(Object.fromEntries(held)).toMatchObject(limits);
  });

  test('mission-critical Azure needs no rapid-response agreement', () => {
    const codes = edition.services['mcs-azure-platform']?.prerequisites?.map(({ code }) => code);
    expect(codes).toEqual(['active-agreement', 'onboarding-documents', 'onboarding-period']);
  });

  test('rapid response is for the Azure components that the work order names', () => {
    const codes = edition.services['azure-rapid-response']?.conditions?.map(({ code }) => code);
    expect(codes).toEqual(['listed-products-only', 'subject-to-resources', 'extra-fee', 'annex-required']);
  });

  test('five end together with the agreement', () => {
    const ending = Object.entries(edition.services).filter(([, terms]) => readingsOf(terms.endsWithAgreement) === true);
    expect(ending.map(([id]) => id).sort()).toEqual([
      'designated-engineering',
      'enhanced-designated-engineering',
      'mcs-azure-workload',
      'mcs-azure-workload-plus',
      'reactive-enhanced-designated-engineering',
    ]);
  });
});

/** By hand from the list of facts: everything that its French column holds. */
const expected = ids(`F-ED-03 F-ED-06..12 F-DEF-01 F-DEF-02b F-DEF-03..06 F-DEF-06a F-DEF-07a F-DEF-08..13 F-SYM-01..04
  F-FLEX-01..02 F-FLEX-03b F-FLEX-04b F-FLEX-05..12 S-PLAN-01..02 S-IMPL-01 F-IMPL-02 S-MAINT-01..06 S-OPT-01..04 S-OPT-02a
  S-OPT-02b S-OPT-02c S-EDU-01..06 S-APRO-01..03 S-OPRO-01 S-REA-01..05 S-SUC-01 S-MC-01..04 S-MC-05a S-MC-06 S-ENH-01..04
  S-ENH-06..08 F-CRED-01..02 F-CRED-03a F-CRED-04 F-REA-01..07 F-REA-08a F-REA-09..13 F-REA-35 F-SEV-01 F-SEV-02b F-SEV-03b
  F-SEV-04..08 F-FCR-01..02 F-ADV-01..07 F-3P-01 F-RSM-01 F-RSM-02a F-RSM-03..06 F-RCA-01..06 F-CH-BASE F-CH-BASE-1
  F-CH-BASE-A F-CH-BASE-B F-CH-BASE-C F-CH-BASE-fn1 F-CH-BASE-fn2 F-CH-BASE-fn3 F-CH-BASE-fn4 F-CH-BASE-06..07 F-BH-01
  F-CH-UER F-CH-UER-fn1 F-CH-UER-fn2 F-CH-UER-fn3 F-CH-ARR F-ARR-EXCL F-CH-AEM F-CH-MCAP F-CH-SEC F-CH-SEC-A F-TC-01..03
  F-TC-05..09 F-AED-01..07 F-AED-08b F-AED-12..13 F-AED-13b F-AED-14 F-AED-15b F-AED-16..25 F-AED-21b F-MON-01..10
  F-ARR-01..04 F-ARR-05b F-ARR-06..08 F-AEM-01..13 F-MSEC-01..06 F-MSCIR-01..06 F-UER-01..11 F-UER-12a F-DE-01..05
  F-EDE-01..06 F-REDE-01..08 F-O365-01 F-GHE-01 F-DEV-01 F-WKLD-01 F-MC-01..02 F-MC-04..06 F-MC-14 F-MC-29 F-TERM-01..17
  F-TERM-19..22 F-RESP-01..15 F-SUC-01b F-SUC-02..03 F-SM-01..10 A-01..07 A-10..11 A-13..14 A-16 A-20 A-23..25 A-32..33
  A-38..40 A-43 A-49..50 A-53 G-01..08 G-10..13`);

describe('what unified-2024-09 leaves out', () => {
  test('is nothing of its facts, anomalies and gaps', () => {
    const held = idsOf('unified-2024-09');
    expect(expected.filter((id) => !held.has(id))).toEqual([]);
  });

  test('and it holds no fact of another edition', () => {
    const own = new Set(expected);
    expect([...idsOf('unified-2024-09')].filter((id) => !own.has(id))).toEqual([]);
  });
});
