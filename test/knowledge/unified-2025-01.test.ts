import { describe, expect, test } from '@jest/globals';
import { ids, idsOf, oneEdition, readingsOf } from './one-edition.ts';

const edition = oneEdition('unified-2025-01');

describe('unified-2025-01 as a whole', () => {
  test('is the Traditional Chinese edition of January 2025', () => {
    expect(edition.sources.map(({ language }) => language)).toEqual(['zh-Hant']);
    expect([edition.programme, edition.order, edition.published.printed]).toEqual(['unified', 3, '2025-01']);
  });

  test.each([
    ['about', '1'],
    ['purchase', '2.1'],
    ['flex-allowance', '2.2'],
    ['services', '2.3'],
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

  test('has eight sections below the second and two annexes', () => {
    expect(edition.sections.join(' ')).toBe('1 2 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 A B');
  });

  test('counts business hours from 09:00 to 17:30 without weekends and holidays', () => {
    expect(edition.businessHours).toMatchObject({
      value: { start: '09:00', end: '17:30', weekends: false, publicHolidays: false, mayVary: true },
      section: 'A',
    });
  });
});

describe('the rules of unified-2025-01', () => {
  test('flex: 20 % or 50,000 dollars, whichever is higher, for credits and custom services together', () => {
    expect(edition.flexAllowance?.cap.section).toBe('2.2');
    expect(edition.flexAllowance?.cap.value).toEqual({
      services: ['proactive-credits', 'custom-proactive-services'],
      percent: 20,
      usd: 50_000,
      rule: 'higher',
    });
  });

  test('flex pays for everything proactive, mission-critical and enhanced, not for reactive or delivery management', () => {
    const eligible = [readingsOf(edition.flexAllowance?.eligible)].flat();
    expect(eligible).toEqual(
      expect.arrayContaining(['planning', 'education', 'mission-critical', 'enhanced-solution', 'proactive-credits']),
    );
    expect(eligible).not.toContain('reactive');
    expect(eligible).not.toContain('success-management');
    expect(edition.flexAllowance?.notFor.value).toEqual(['service-delivery-management']);
  });

  test('flex is yearly, allotted at signing, and exchanged with consent', () => {
    const { annual, allocateBy, exchange } = edition.flexAllowance ?? {};
    expect([annual?.value, allocateBy?.value, exchange?.value]).toEqual([true, 'contract-execution', 'with-agreement']);
  });

  test('credits are deducted to the nearest unit and exchanged up to the next, within one work order', () => {
    const { deduction, exchange } = edition.credits ?? {};
    expect(deduction).toMatchObject({ value: 'nearest', section: '2.3' });
    expect(exchange?.rounding).toMatchObject({ value: 'up', section: '2.6' });
    expect(exchange?.scope).toMatchObject({ value: 'locations-of-one-work-order', section: '2.6' });
    expect([exchange?.excludedCountries, exchange?.excludedCountriesUnlisted]).toEqual([null, null]);
  });

  test('cancelling is free from 14 days, half from 6, full below; of rescheduling nothing is said', () => {
    expect(edition.cancellation.bands).toMatchObject({
      section: '2.7',
      value: [
        { minDays: 14, feePercent: 0 },
        { minDays: 6, feePercent: 50 },
        { minDays: 0, feePercent: 100 },
      ],
    });
    expect(edition.cancellation.bands.value.some(({ upTo }) => upTo)).toBe(false);
    expect(edition.cancellation.coversRescheduling).toBeNull();
  });

  test('proactive requests come 60 days before the end, and what is unused lapses', () => {
    expect(edition.deadlines.proactiveRequestDaysBeforeEnd).toMatchObject({ value: 60, section: '2.8' });
    expect(edition.deadlines.unusedLapseAtEnd).toMatchObject({ value: true, section: '2.7' });
  });

  test('an event covers 5 days, wants 6 weeks, may be chained, is one solution in the public cloud', () => {
    const { service, ...terms } = edition.events;
    expect(service).toBe('azure-events');
    expect(Object.fromEntries(Object.entries(terms).map(([name, held]) => [name, held?.value]))).toEqual({
      coverDays: 5,
      noticeWeeks: 6,
      chaining: true,
      oneSolutionPerEvent: true,
      shorterNotice: 'with-agreement',
      publicCloudOnly: true,
      summary: true,
    });
  });

  test('the vendor sets the severity, the customer may ask for another', () => {
    expect(edition.severity.setBy).toMatchObject({ value: 'vendor', section: '2.3' });
    expect(edition.severity.changeOnRequest).toMatchObject({ value: true, section: '2.3' });
    expect(edition.severity.firstResponseIs?.value).toBe('non-automated-phone-or-email');
  });

  test('severities 1 and A are managed by themselves, C on request, B is in neither group', () => {
    expect(edition.severity.managedAutomatically?.value).toEqual(['1', 'A']);
    expect(edition.severity.managedOnRequest?.value).toEqual(['C']);
    expect(edition.gaps.find(({ id }) => id === 'G-09')?.section).toBe('2.3');
  });

  test('root cause analysis: before closure in the base, wider under mission-critical Azure, from the success manager under enhanced response', () => {
    const { base, extended, enhancedResponse } = edition.rootCauseAnalysis;
    expect([base?.request.value, base?.certainTechnologies.value, base?.mayCost.value]).toEqual([
      'before-closure',
      true,
      true,
    ]);
    expect(extended?.services).toEqual(['mcs-azure-platform', 'mcs-azure-platform-plus']);
    expect([readingsOf(extended?.windowDays), readingsOf(extended?.severities)]).toEqual([7, ['1', 'A']]);
    expect(extended?.window).toMatchObject({ value: 'ambiguous', anomaly: 'A-16' });
    expect([extended?.deliveryBusinessDays.value, extended?.deliveredFrom.value]).toEqual([
      10,
      'later-of-request-and-mitigation',
    ]);
    expect(enhancedResponse?.ask).toMatchObject({ value: ['success-manager'], section: '2.5' });
    expect(enhancedResponse?.beforeClosure).toBeNull();
  });

  test('mission-critical Azure: its figures', () => {
    const terms = edition.missionCriticalAzure;
    expect([terms?.onboardingDays.value, terms?.documentDays?.value, terms?.spendThresholdUsd.value]).toEqual([
      60, 14, 60_000_000,
    ]);
    expect([terms?.improvementPlansPerYear.value, terms?.monitoringScenarios.value]).toEqual([2, 7]);
    expect(readingsOf(terms?.monitoringServices)).toEqual({ count: 30, moreThan: false });
    expect([terms?.monitoringReadyDaysAfterOnboarding.value, terms?.monitoringMaterialDays?.value]).toEqual([30, 30]);
  });

  test('hours have no rules of their own: nothing is prepaid', () => {
    expect(edition.hours).toEqual({
      prepaid: null,
      interchange: [],
      notChargedFor: null,
      exhausted: null,
      rounding: null,
    });
  });

  test('nine places need a work order of their own', () => {
    const countries = edition.multiCountry.ownWorkOrderCountries;
    expect(countries?.section).toBe('2.6');
    expect(countries?.value.toSorted()).toEqual(['AU', 'CN', 'HK', 'IN', 'JP', 'KR', 'MO', 'NZ', 'TW']);
  });

  test('several countries: three structures, requests managed at the host and served worldwide', () => {
    expect(edition.multiCountry.structures?.value).toEqual(['centralised', 'decentralised', 'mixed']);
    expect(readingsOf(edition.multiCountry.baseDeliveredTo)).toBe('host-managed-globally');
  });

  test('thirteen duties stand in section 2.8', () => {
    expect(edition.responsibilities).toHaveLength(13);
    expect(new Set(edition.responsibilities.map(({ section }) => section))).toEqual(new Set(['2.8']));
  });
});

describe('the clauses of unified-2025-01', () => {
  const clause = (topic: string) => edition.clauses.find((candidate) => candidate.topic === topic);

  test.each([
    ['purchased-services', '1'],
    ['support-families', '2'],
    ['add-on-categories', '2.1'],
    ['flex-deadline', '2.2'],
    ['advisory-limit', '2.3'],
    ['azure-platform-onboarding-document', '2.4'],
    ['enhanced-response-end', '2.5'],
    ['multi-country-tax', '2.6'],
    ['separate-work-orders', '2.6'],
    ['recordings', '2.7'],
    ['unused-services', '2.7'],
    ['data-backup', '2.8'],
    ['severity-b', 'A'],
    ['solution-health', 'B'],
  ])('%s stands in section %s', (topic, section) => {
    expect(clause(topic)?.section).toBe(section);
  });

  test.each([
    'enhanced-response-purchase',
    'azure-engineering-route',
    'multi-country-tax-exemption',
    'multi-country-root-cause',
    'excluded-countries',
    'changes-during-term',
  ])('there is none on %s, which this edition does not print', (topic) => {
    expect(clause(topic)).toBeUndefined();
  });

  test('say the same figures as the terms do', () => {
    const { cap } = edition.flexAllowance ?? {};
    expect(clause('flex-cap')?.figures).toEqual({
      percent: cap?.value.percent,
      usd: cap?.value.usd,
      rule: cap?.value.rule,
    });
    expect(clause('credit-deduction')?.figures).toEqual({ rounding: readingsOf(edition.credits?.deduction) });
    expect(clause('credit-exchange-rounding')?.figures).toEqual({
      rounding: readingsOf(edition.credits?.exchange.rounding),
    });
    expect(clause('event-notice')?.figures).toEqual({ weeks: edition.events.noticeWeeks.value });
    expect(clause('event-cover')?.figures).toEqual({ days: edition.events.coverDays.value, chaining: true });
    expect(clause('request-deadline')?.figures).toEqual({
      days: edition.deadlines.proactiveRequestDaysBeforeEnd.value,
    });
    expect(clause('separate-work-orders')?.figures).toEqual({
      countries: edition.multiCountry.ownWorkOrderCountries?.value,
    });
    expect(clause('rapid-response-exclusions')?.figures?.excludedProducts).toEqual(
      readingsOf(edition.charts['azure-rapid-response']?.excludedProducts),
    );
    expect(clause('azure-platform-exclusions')?.figures?.excludedProducts).toEqual(
      readingsOf(edition.charts['mcs-azure-platform']?.excludedProducts),
    );
    expect(clause('severity-b')?.figures).toMatchObject({ minutes: 120, effort: edition.charts.base?.rows[2]?.effort });
    expect(clause('reactive-support-management')?.figures).toEqual({
      automaticSeverities: edition.severity.managedAutomatically?.value,
      onRequestSeverities: edition.severity.managedOnRequest?.value,
    });
  });

  test('what ends with the agreement, and what prints no end, are all add-ons with an agreement as prerequisite', () => {
    const ending = Object.entries(edition.services).filter(([, terms]) => terms.endsWithAgreement !== undefined);
    expect(clause('ends-with-agreement')?.figures?.endingServices).toEqual(
      expect.arrayContaining(ending.map(([id]) => id)),
    );
    const others = Object.entries(edition.services).filter(
      ([, { category, endsWithAgreement }]) =>
        ['mission-critical', 'enhanced-solution'].includes(category) && endsWithAgreement === undefined,
    );
    expect([clause('end-not-printed')?.figures?.otherServices].flat().sort()).toEqual(others.map(([id]) => id).sort());
  });
});

/** By hand from the list of facts: everything that its Chinese column holds. */
const expected =
  ids(`F-ED-04 F-ED-06 F-ED-08..12 F-DEF-01 F-DEF-02b F-DEF-03..06 F-DEF-06a F-DEF-07b F-DEF-08..13 F-SYM-01..04
  F-FLEX-01..02 F-FLEX-03b F-FLEX-04a F-FLEX-05..09 F-FLEX-11 S-PLAN-01..02 S-IMPL-01 F-IMPL-02 S-MAINT-01..06 S-OPT-01..04
  S-OPT-02a S-OPT-02b S-OPT-02c S-EDU-01..06 S-APRO-01..03 S-OPRO-01 S-REA-01..05 S-SUC-01 S-MC-01..04 S-MC-05b S-MC-06
  S-ENH-01..04 S-ENH-06..09 S-ENH-12 F-CRED-01..02 F-CRED-03a F-CRED-04 F-REA-01..07 F-REA-08a F-REA-09..13 F-REA-35
  F-SEV-01 F-SEV-02a F-SEV-03a F-SEV-04..08 F-FCR-01..02 F-ADV-01..07 F-3P-01 F-RSM-01 F-RSM-02b F-RSM-03..06 F-RCA-01..06
  F-CH-BASE F-CH-BASE-1 F-CH-BASE-A F-CH-BASE-B F-CH-BASE-C F-CH-BASE-fn1 F-CH-BASE-fn2 F-CH-BASE-fn3 F-CH-BASE-fn4
  F-CH-BASE-06..07 F-BH-01 F-CH-UER F-CH-UER-fn1 F-CH-UER-fn2 F-CH-UER-fn3 F-CH-ARR F-ARR-EXCL F-CH-AEM F-CH-MCAP F-CH-SEC
  F-CH-SEC-A F-TC-01..09 F-AED-01..07 F-AED-08b F-AED-12..13 F-AED-13b F-AED-14 F-AED-15b F-AED-16..25 F-AED-21b F-MON-01..10
  F-ARR-01..04 F-ARR-05b F-ARR-06..08 F-AEM-01..13 F-MSEC-01..06 F-MSCIR-01..06 F-UER-01 F-UER-03..11 F-UER-12b F-UER-13
  F-DE-01..05 F-EDE-01..06 F-REDE-01..08 F-O365-01 F-GHE-01 F-DEV-01 F-SFMC-01 F-WKLD-01 F-MC-01..08 F-MC-11 F-MC-13..14
  F-MC-20 F-MC-21b F-MC-22 F-MC-23b F-MC-25..27 F-MC-29..32 F-TERM-01..22 F-RESP-01..15 F-SUC-01c F-SUC-02..03 F-SM-01..10
  A-05 A-07 A-09 A-13..16 A-18..20 A-22 A-32 A-35..36 A-39 A-42..43 A-45 A-47..50 A-52..55 G-01..09 G-11..13`);

describe('what unified-2025-01 leaves out', () => {
  test('is nothing of its facts, anomalies and gaps', () => {
    const held = idsOf('unified-2025-01');
    expect(expected.filter((id) => !held.has(id))).toEqual([]);
  });

  test('and it holds no fact of another edition', () => {
    const own = new Set(expected);
    expect([...idsOf('unified-2025-01')].filter((id) => !own.has(id))).toEqual([]);
  });
});
