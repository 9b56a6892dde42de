import { describe, expect, test } from '@jest/globals';
import { ids, idsOf, oneEdition } from './one-edition.ts';

const edition = oneEdition('premier-2022');

describe('premier-2022 as a whole', () => {
  test('is the Kazakh edition, the earliest, with no date printed', () => {
    expect(edition.sources.map(({ language }) => language)).toEqual(['kk']);
    expect([edition.programme, edition.order]).toEqual(['premier', 0]);
    expect(edition.published).toMatchObject({ printed: null, approximately: '2022-07/2023-02' });
  });

  test.each([
    ['about', '1'],
    ['overview', '4'],
    ['purchase', '4.1'],
    ['services', '4.3'],
    ['success-management', '4.3.2'],
    ['reactive', '4.3.3'],
    ['severity-charts', '4.3.3'],
    ['enhanced-solutions', '4.5'],
    ['multi-country', '4.7'],
    ['terms', '4.8'],
    ['responsibilities', '4.9'],
  ] as const)('has %s in section %s', (topic, section) => {
    expect(edition.topics[topic]).toBe(section);
  });

  test('has no flex allowance, no credits, no mission-critical services', () => {
    expect([edition.flexAllowance, edition.credits, edition.missionCriticalAzure]).toEqual([null, null, null]);
    expect(edition.topics['mission-critical']).toBeUndefined();
  });

  test('holds every fact, catalogue row, anomaly and gap that is the edition’s', () => {
    const wanted = ids(
      `F-ED-05 F-ED-06 F-ED-08..10 F-DEF-08..09 F-SYM-05 F-PDEF-01..10 S-PLAN-01..02 S-IMPL-01 F-IMPL-02 S-MAINT-02..08
       S-OPT-01..06 S-OPT-02b S-EDU-01..02 S-EDU-05..06 S-APRO-01 S-APRO-04..05 F-CRED-05 S-REA-01..02 S-REA-06..07
       S-SUC-02 S-ENH-04..05 S-ENH-09 S-PREM-01..08 S-CONS-01..09 F-CONS-01..07 F-REA-02 F-REA-05..06 F-REA-08b F-REA-09
       F-REA-12 F-REA-30..35 F-SEV-01 F-SEV-02a F-SEV-03a F-SEV-04..05 F-SEV-07 F-FCR-01 F-ADV-01 F-ADV-03 F-ADV-05..06
       F-3P-01 F-RSM-01 F-RCA-07 F-CH-PB F-BH-01 F-CH-PRR F-CH-PAEM F-TC-10 F-ARR-01..04 F-ARR-05c F-ARR-07..08
       F-AEM-01..03 F-AEM-05 F-AEM-07..08 F-AEM-13 F-DSE-01..03 F-SFMC-01 F-ULT-01..06 F-3T-01..06 F-PART-01..10
       F-GLOB-01..11 F-PT-01..22 F-PRESP-01..08 F-SDM-01..09 A-27..31 A-31b G-02..04 G-06..08 G-12`,
    );
    const held = idsOf('premier-2022');
    expect(wanted.filter((id) => !held.has(id))).toEqual([]);
  });
});

describe('the packages of premier-2022', () => {
  test('the fixed package: one year, one RAP as a Service, core from the pool, up to 20 hours', () => {
    expect(edition.packages?.fixed).toMatchObject({ section: '4.2.1', facts: ['F-PDEF-05'] });
    expect(edition.packages?.fixed.value).toEqual({
      termMonths: 12,
      model: 'pooled',
      level: 'core',
      services: [
        { service: 'rap-as-a-service', quantity: 1 },
        { service: 'problem-resolution-support', quantity: 20, unit: 'hours', upTo: true },
      ],
    });
  });

  test('what is in the fixed package is a service of the edition', () => {
    const services = edition.packages?.fixed.value.services.map(({ service }) => service) ?? [];
    expect(services.filter((id) => edition.services[id] === undefined)).toEqual([]);
  });

  test('delivery is designated at core level unless the work order says otherwise, and enhanced across countries', () => {
    const terms = edition.packages?.deliveryManagement;
    expect(terms?.models.value).toEqual(['pooled', 'designated', 'dedicated']);
    expect(terms?.usual.value).toEqual({ model: 'designated', level: 'core' });
    expect(terms?.global.value).toEqual({ models: ['designated', 'dedicated'], level: 'enhanced' });
    expect(terms?.impactAssessmentModels.value).toEqual(['designated', 'dedicated']);
  });

  test('the levels build on one another: eight activities, then three, then three', () => {
    const levels = edition.packages?.deliveryManagement.levels.value;
    const all = [...(levels?.core ?? []), ...(levels?.standard ?? []), ...(levels?.enhanced ?? [])];
    expect([levels?.core.length, levels?.standard.length, levels?.enhanced.length]).toEqual([8, 3, 3]);
    expect(new Set(all).size).toBe(14);
    expect(levels?.core).toContain('crisis-management');
    expect(levels?.enhanced).toContain('incident-trend-analysis');
  });

  test('no renewal from July 2022 for companies, from July 2024 for the public sector', () => {
    expect(edition.packages?.endOfSale).toMatchObject({
      section: '4.8',
      value: { commercial: '2022-07-01', public: '2024-07-01' },
    });
  });
});

describe('the hours of premier-2022', () => {
  test.each([
    'problem-resolution-support',
    'third-tier-support',
    'dedicated-support-engineering',
    'support-assistance',
    'development-support-assistance',
    'advisory-support',
  ])('%s is bought in hours', (id) => {
    expect(edition.hours.prepaid?.value).toContain(id);
    expect(edition.services[id]?.unit).toBe('hours');
  });

  test('third tier hours stand in for problem resolution, and nothing stands in for third tier', () => {
    expect(edition.hours.interchange).toMatchObject([
      { from: 'third-tier-support', to: 'problem-resolution-support', section: '4.4.3' },
    ]);
  });

  test('a product defect is not charged; spent hours become arrears; assistance is rounded to the nearest hour', () => {
    const { notChargedFor, exhausted, rounding } = edition.hours;
    expect(notChargedFor).toMatchObject({ value: 'product-defect-in-mainstream-support', section: '4.3.3' });
    expect(exhausted).toMatchObject({ value: 'arrears-then-buy-before-next-incident', section: '4.3.3' });
    expect(rounding).toMatchObject({ value: 'nearest', section: '4.3.1' });
  });

  test('assistance pays for the proactive services printed before it, not for the accelerator after it (F-CRED-05)', () => {
    const { exchange } = edition.hours;
    expect(exchange).toMatchObject({ from: 'support-assistance', section: '4.3.1', facts: ['F-CRED-05'] });
    const proactive = Object.entries(edition.services).filter(([, { section }]) => section === '4.3.1');
    const others = proactive.map(([id]) => id).filter((id) => exchange?.to.includes(id) === false);
    expect(others).toEqual(['support-assistance', 'proactive-accelerator']);
    expect(exchange?.to.every((id) => edition.services[id]?.section === '4.3.1')).toBe(true);
  });

  test('hours are not taken for online services in the public sector, nor under Premier Ultimate', () => {
    expect(edition.hours.asNeeded?.map(({ when, section }) => [when, section])).toEqual([
      ['public-sector-online-services', '4.3.3'],
      ['premier-ultimate', '4.4.2'],
    ]);
  });
});

describe('the rules of premier-2022', () => {
  test('cancelling or moving is free from 14 days, and may cost up to all of it below', () => {
    const { bands, coversRescheduling } = edition.cancellation;
    expect(bands).toMatchObject({ section: '4.8', facts: ['F-PT-11'] });
    expect(bands.value).toEqual([
      { minDays: 14, feePercent: 0 },
      { minDays: 0, feePercent: 100, upTo: true },
    ]);
    expect(coversRescheduling?.value).toBe(true);
  });

  test('an event covers 5 days and wants 8 weeks; chaining, shorter notice and clouds are not spoken of', () => {
    const { coverDays, noticeWeeks, chaining, oneSolutionPerEvent, shorterNotice, publicCloudOnly } = edition.events;
    expect(coverDays).toMatchObject({ value: 5, section: '4.5.3', anomaly: 'A-31b' });
    expect(noticeWeeks).toMatchObject({ value: 8, section: '4.5.3' });
    expect([chaining, oneSolutionPerEvent, shorterNotice, publicCloudOnly]).toEqual([null, null, null, null]);
  });

  test('root cause analysis is part of delivery management and of advice, and no service of its own', () => {
    const { within, ...others } = edition.rootCauseAnalysis;
    expect(within).toMatchObject({ value: ['service-delivery-management', 'advisory-support'], section: '4.3.2' });
    expect(others).toEqual({ base: null, extended: null, enhancedResponse: null });
    expect(within?.value.filter((id) => edition.services[id] === undefined)).toEqual([]);
  });

  test('nine countries need a work order of their own, Hong Kong among them', () => {
    expect(edition.multiCountry.ownWorkOrderCountries).toMatchObject({ section: '4.7', facts: ['F-GLOB-10'] });
    expect([...(edition.multiCountry.ownWorkOrderCountries?.value ?? [])].sort()).toEqual(
      'AU CN HK IN JP KR MO NZ TW'.split(' '),
    );
    expect([edition.multiCountry.structures, edition.multiCountry.baseDeliveredTo]).toEqual([null, null]);
  });

  test('proactive requests come 60 days before the end, and what is unused lapses', () => {
    expect(edition.deadlines.proactiveRequestDaysBeforeEnd).toMatchObject({ value: 60, section: '4.9' });
    expect(edition.deadlines.unusedLapseAtEnd).toMatchObject({ value: true, section: '4.8' });
  });

  test('the duties are twelve, all in section 4.9; holding subscriptions is not printed', () => {
    expect(edition.responsibilities).toHaveLength(12);
    expect(edition.responsibilities.filter(({ section }) => section !== '4.9')).toEqual([]);
    expect(edition.responsibilities.map(({ id }) => id)).not.toContain('hold-subscriptions');
  });
});
