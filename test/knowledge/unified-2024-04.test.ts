import { describe, expect, test } from '@jest/globals';
import { ids, idsOf, oneEdition, readingsOf } from './one-edition.ts';

const edition = oneEdition('unified-2024-04');

describe('unified-2024-04 as a whole', () => {
  test('is the earlier Unified edition, in Albanian and Danish, and prints no date', () => {
    expect(edition.sources.map(({ language }) => language)).toEqual(['sq', 'da']);
    expect(edition.published.printed).toBeNull();
    expect([edition.programme, edition.order]).toEqual(['unified', 1]);
  });

  test.each([
    ['flex-allowance', '2.2'],
    ['reactive', '2.3'],
    ['enhanced-solutions', '2.4'],
    ['multi-country', '2.5'],
    ['terms', '2.6'],
    ['responsibilities', '2.7'],
    ['severity-charts', 'A'],
    ['success-management', 'B'],
  ] as const)('has %s in section %s', (topic, section) => {
    expect(edition.topics[topic]).toBe(section);
  });

  test('has no mission-critical category', () => {
    expect(edition.topics['mission-critical']).toBeUndefined();
    expect(Object.values(edition.services).map(({ category }) => category)).not.toContain('mission-critical');
    expect(Object.keys(edition.services).filter((id) => id.startsWith('mcs-'))).toEqual([]);
  });

  test('names every service in both languages', () => {
    const unnamed = Object.entries(edition.services).filter(([, { printed }]) => !printed.sq || !printed.da);
    expect(unnamed).toEqual([]);
    expect(edition.services['support-for-mission-critical']?.printed).toMatchObject({
      sq: ['Mbështetja për zgjidhjet me rëndësi jetike', 'SfMC'],
      da: ['Driftskritisk support', 'SfMC'],
    });
  });
});

describe('the rules of unified-2024-04', () => {
  test('where Albanian and Danish differ, the reading that promises less is the cautious one', () => {
    expect(readingsOf(edition.credits?.deduction)).toEqual({ sq: 'nearest', da: 'up', cautious: 'da' });
    expect(readingsOf(edition.credits?.exchange.rounding)).toEqual({ sq: 'nearest', da: 'up', cautious: 'sq' });
    expect(readingsOf(edition.rootCauseAnalysis.extended?.window)).toEqual({
      sq: 'ambiguous',
      da: 'after-closure',
      cautious: 'sq',
    });
  });

  test('credits move within one work order; the excluded countries are named and not listed', () => {
    expect(readingsOf(edition.credits?.exchange.scope)).toBe('locations-of-one-work-order');
    expect(edition.credits?.exchange.excludedCountries).toBeNull();
    expect(edition.credits?.exchange.excludedCountriesUnlisted).toMatchObject({ section: '2.5', anomaly: 'A-34' });
  });

  test('the flex cap is the higher of 20 % and 50,000 dollars, for credits and custom services together', () => {
    expect(edition.flexAllowance?.cap.value).toEqual({
      services: ['proactive-credits', 'custom-proactive-services'],
      percent: 20,
      usd: 50_000,
      rule: 'higher',
    });
    expect(readingsOf(edition.flexAllowance?.eligible)).toContain('enhanced-solution');
    expect(readingsOf(edition.flexAllowance?.eligible)).not.toContain('mission-critical');
    expect(edition.flexAllowance?.notFor.value).toEqual(['service-delivery-management']);
  });

  test('cancelling is free from 14 days, half from 6, and full below', () => {
    expect(edition.cancellation.bands).toMatchObject({ section: '2.6' });
    expect(edition.cancellation.bands.value).toEqual([
      { minDays: 14, feePercent: 0 },
      { minDays: 6, feePercent: 50 },
      { minDays: 0, feePercent: 100 },
    ]);
    expect(edition.cancellation.coversRescheduling).toBeNull();
  });

  test('proactive requests come 60 days before the end, and what is unused lapses', () => {
    expect(edition.deadlines.proactiveRequestDaysBeforeEnd).toMatchObject({ value: 60, section: '2.7' });
    expect(edition.deadlines.unusedLapseAtEnd).toMatchObject({ value: true, section: '2.6' });
  });

  test('an event covers 5 days, may be chained, and wants 6 weeks of notice', () => {
    const { coverDays, noticeWeeks, chaining, shorterNotice } = edition.events;
    expect([coverDays.value, noticeWeeks.value, chaining?.value, shorterNotice?.value]).toEqual([
      5,
      6,
      true,
      'with-agreement',
    ]);
  });

  test('the vendor sets the severity, and another one may be asked for', () => {
    const { setBy, changeOnRequest, managedOnRequest, managedAutomatically } = edition.severity;
    expect([setBy.value, changeOnRequest?.value]).toEqual(['vendor', true]);
    expect([managedOnRequest?.value, managedAutomatically?.value]).toEqual([
      ['B', 'C'],
      ['1', 'A'],
    ]);
  });

  test('root cause analysis: before closure; with Azure Engineering Direct seven days, whatever the severity', () => {
    const { base, extended, enhancedResponse } = edition.rootCauseAnalysis;
    expect(base?.request.value).toBe('before-closure');
    expect(extended?.services).toEqual(['azure-engineering-direct', 'azure-engineering-direct-extended']);
    expect(readingsOf(extended?.windowDays)).toBe(7);
    expect(readingsOf(extended?.severities)).toEqual(['1', 'A', 'B', 'C']);
    expect(extended?.deliveryBusinessDays.value).toBe(10);
    expect(enhancedResponse?.ask.value).toEqual(['success-manager', 'incident-management']);
  });

  test('Azure Engineering Direct: its figures', () => {
    const terms = edition.missionCriticalAzure;
    expect(terms?.onboardingDays.value).toBe(60);
    expect(terms?.documentDays).toBeNull();
    expect(terms?.spendThresholdUsd.value).toBe(60_000_000);
    expect(terms?.improvementPlansPerYear.value).toBe(2);
    expect(terms?.monitoringScenarios.value).toBe(7);
    expect(readingsOf(terms?.monitoringServices)).toEqual({ count: 20, moreThan: true });
    expect(terms?.monitoringReadyDaysAfterOnboarding.value).toBe(30);
    expect(terms?.monitoringMaterialDays).toBeNull();
  });

  test('several countries: the base package reaches every designated location, and no own-work-order list is printed', () => {
    expect(readingsOf(edition.multiCountry.baseDeliveredTo)).toBe('all-designated-locations');
    expect(edition.multiCountry.ownWorkOrderCountries).toBeNull();
    expect(edition.multiCountry.structures).toBeNull();
  });
});

describe('the services of unified-2024-04', () => {
  test('are 44, of which seven are included and one is capped', () => {
    const offered = (offer: string): string[] =>
      Object.entries(edition.services).flatMap(([id, terms]) => (terms.offer === offer ? [id] : []));
    expect(Object.keys(edition.services)).toHaveLength(44);
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

  test.each([
    ['designated-engineering', '7', '2.3'],
    ['proactive-credits', '8', '2.3'],
    ['root-cause-analysis', '9', '2.3'],
    ['azure-events', '11', '2.4'],
    ['azure-engineering-direct', '11', '2.4'],
    ['cybersecurity-incident-response', '11', '2.4'],
  ])('%s stands in table %s, section %s', (id, table, section) => {
    expect(edition.services[id]).toMatchObject({ table, section });
  });

  test.each([
    ['on-demand-assessment', { onsiteDays: 2, remoteDays: 1 }],
    ['azure-events', { consecutiveDays: 5, noticeWeeks: 6 }],
    [
      'azure-engineering-direct',
      { onboardingDays: 60, plansPerYear: 2, rcaWindowDays: 7, rcaDeliveryBusinessDays: 10 },
    ],
    [
      'azure-engineering-direct-extended',
      { scenarios: 7, monitoredServices: 20, monitorsReadyDays: 30, estimatedSpendUsd: 60_000_000 },
    ],
  ])('%s has the limits %p', (id, limits) => {
    const held = Object.entries(edition.services[id]?.limits ?? {}).map(([name, limit]) => [name, readingsOf(limit)]);
    expect(Object.fromEntries(held)).toMatchObject(limits);
  });

  test('advisory support has no limit of hours', () => {
    expect(edition.services['advisory-support']?.limits).toBeUndefined();
    expect(edition.clauses.map(({ topic }) => topic)).not.toContain('advisory-limit');
  });

  test('Azure Engineering Direct needs a rapid-response agreement and leaves out eleven products', () => {
    const terms = edition.services['azure-engineering-direct'];
    expect(terms?.prerequisites?.map(({ code }) => code)).toContain('azure-rapid-response-agreement');
    expect(readingsOf(terms?.excludedProducts)).toEqual([
      'azure-a40',
      'azure-billing',
      'azure-communication-services',
      'azure-media-services',
      'azure-stack',
      'azure-storsimple',
      'github-ae',
      'microsoft-mesh',
      'test-base-m365',
      'universal-print',
      'us-gov-cloud',
    ]);
  });

  test.each(['azure-engineering-direct', 'azure-engineering-direct-extended'])(
    '%s is for Azure alone: no online office service, no server on premises, no client, no identity',
    (id) => {
      const covered = readingsOf(edition.services[id]?.products);
      expect(covered).toEqual(expect.arrayContaining(['azure', 'azure-sql-database', 'azure-devops', 'azure-maps']));
      for (const product of ['exchange-online', 'sql-server', 'windows-server', 'windows-client', 'entra-id'])
        expect(covered).not.toContain(product);
    },
  );

  test('four end together with the agreement', () => {
    const ending = Object.entries(edition.services).filter(([, terms]) => readingsOf(terms.endsWithAgreement) === true);
    expect(ending.map(([id]) => id).sort()).toEqual([
      'designated-engineering',
      'enhanced-designated-engineering',
      'reactive-enhanced-designated-engineering',
      'support-for-mission-critical',
    ]);
  });
});

/** By hand from the list of facts: everything that its Albanian and Danish columns hold. */
const expected = ids(`F-ED-01 F-ED-02 F-ED-06 F-ED-08..12 F-DEF-01 F-DEF-02a F-DEF-03..04 F-DEF-06 F-DEF-06a F-DEF-07a
  F-DEF-08..13 F-SYM-01..04 F-FLEX-01..02 F-FLEX-03a F-FLEX-04a F-FLEX-05..09 F-FLEX-11 S-PLAN-01..02 S-IMPL-01 F-IMPL-02
  S-MAINT-01..06 S-OPT-01..04 S-OPT-02a S-OPT-02b S-OPT-02c S-EDU-01..06 S-APRO-01..03 S-OPRO-01 S-REA-01..05 S-SUC-01
  S-ENH-01..11 F-CRED-01..02 F-CRED-03a F-CRED-03b F-CRED-04 F-REA-01..07 F-REA-08a F-REA-09..10 F-REA-12 F-REA-14 F-REA-35
  F-SEV-01 F-SEV-02a F-SEV-03a F-SEV-04..08 F-FCR-01 F-ADV-01..07 F-3P-01 F-RSM-01 F-RSM-02a F-RSM-03..06 F-RCA-01..06
  F-RCA-08 F-CH-BASE F-CH-BASE-1 F-CH-BASE-A F-CH-BASE-B F-CH-BASE-C F-CH-BASE-fn1 F-CH-BASE-fn2 F-CH-BASE-fn3 F-CH-BASE-fn4
  F-CH-BASE-06..07 F-BH-01 F-CH-UER F-CH-UER-fn1 F-CH-UER-fn2 F-CH-UER-fn3 F-CH-ARR F-ARR-EXCL F-CH-AEM F-TC-01..04
  F-TC-06..09 F-AED-01..06 F-AED-08a F-AED-09..11 F-AED-13b F-AED-14 F-AED-15a F-AED-16..26 F-MON-01..10 F-ARR-01..04
  F-ARR-05a F-ARR-06..08 F-AEM-01..13 F-MSCIR-01..06 F-UER-01..11 F-UER-12a F-DE-01..05 F-EDE-01..06 F-REDE-01..08 F-O365-01
  F-GHE-01 F-DEV-01 F-SFMC-01 F-MC-01..02 F-MC-04..12 F-MC-14 F-MC-20 F-MC-21a F-MC-22 F-MC-23a F-MC-23b F-MC-24..25
  F-MC-28..29 F-TERM-01..17 F-TERM-19..22 F-RESP-01..15 F-SUC-01a F-SUC-02..03 F-SM-01..10 A-05..08 A-12..13 A-16..17
  A-20..22 A-26 A-33..34 A-37 A-39 A-41 A-43..44 A-46 A-49..51 G-01..08 G-10..13`);

describe('what unified-2024-04 leaves out', () => {
  test('is nothing of its facts, anomalies and gaps', () => {
    const held = idsOf('unified-2024-04');
    expect(expected.filter((id) => !held.has(id))).toEqual([]);
  });

  test('and it holds no fact of another edition', () => {
    const own = new Set(expected);
    expect([...idsOf('unified-2024-04')].filter((id) => !own.has(id))).toEqual([]);
  });

  test('what Danish words more narrowly is told beside what it is about', () => {
    const narrower = edition.clauses.filter(({ anomaly }) => anomaly === 'F-CRED-01' || anomaly === 'F-UER-11');
    expect(narrower.map(({ topic }) => topic)).toEqual(['proactive-credits', 'enhanced-response-host']);
    for (const id of ['F-CRED-01', 'F-UER-11'])
      expect(edition.anomalies.find((slip) => slip.id === id)?.languages).toEqual(['sq', 'da']);
  });

  test('the two languages part where the register says so', () => {
    const danish = edition.anomalies.filter(({ languages }) => languages.join() === 'da').map(({ id }) => id);
    expect(danish).toEqual(['A-06', 'A-12', 'A-21', 'A-22', 'A-37', 'A-44', 'A-51']);
  });
});
