import { describe, expect, test } from '@jest/globals';
import { oneEdition, readingsOf } from './one-edition.ts';

const { services } = oneEdition('unified-2025-01');
const having = (holds: (terms: (typeof services)[string]) => boolean): string =>
  Object.entries(services)
    .filter(([, terms]) => holds(terms))
    .map(([id]) => id)
    .sort()
    .join(' ');

/** Tables 2 to 12, written by hand from the description: symbol, services. */
const tables: readonly (readonly [
  table: string,
  section: string,
  category: string,
  included: string,
  bought: string,
])[] = [
  ['2', '2.3', 'planning', '', 'proof-of-concept architecture-services'],
  ['3', '2.3', 'implementation', '', 'onboarding-services'],
  [
    '4',
    '2.3',
    'maintenance',
    'on-demand-assessment',
    'assessment-program offline-assessment proactive-monitoring proactive-operations-program rap-as-a-service',
  ],
  [
    '5',
    '2.3',
    'optimisation',
    '',
    'adoption-services development-focused-services devops-capability-assessment development-support-assistance developer-platform-advisory it-service-management security-services',
  ],
  [
    '6',
    '2.3',
    'education',
    'on-demand-education webcasts',
    'hackathons technical-update-briefings chalk-talks workshops',
  ],
  ['7', '2.3', 'additional-proactive', '', 'custom-proactive-services support-technology-advisor'],
  ['8', '2.3', 'proactive-credits', '', 'proactive-credits'],
  [
    '9',
    '2.3',
    'reactive',
    'advisory-support problem-resolution-support reactive-support-management',
    'root-cause-analysis reactive-support-management-hours',
  ],
  ['10', '2.3', 'success-management', 'success-management', ''],
  [
    '11',
    '2.4',
    'mission-critical',
    '',
    'mcs-azure-platform mcs-azure-platform-plus mcs-azure-workload mcs-azure-workload-plus azure-events mcs-security cybersecurity-incident-response',
  ],
  [
    '12',
    '2.5',
    'enhanced-solution',
    '',
    'designated-engineering enhanced-designated-engineering reactive-enhanced-designated-engineering unified-enhanced-response azure-rapid-response o365-engineering-direct github-engineering-direct support-for-mission-critical',
  ],
];

describe('the tables of unified-2025-01', () => {
  test.each(tables)(
    'table %s of section %s holds %s: included %p, bought %p',
    (table, section, category, included, bought) => {
      const names = (list: string): string[] => list.split(' ').filter(Boolean);
      const capped = table === '12' ? ['developer-support'] : [];
      const held = Object.entries(services).filter(([, terms]) => terms.table === table);
      const offered = (offer: string): string[] => held.filter(([, terms]) => terms.offer === offer).map(([id]) => id);
      expect(offered('included').sort()).toEqual(names(included).sort());
      expect(offered('add-on').sort()).toEqual(names(bought).sort());
      expect(offered('capped-add-on')).toEqual(capped);
      expect(held.every(([, terms]) => terms.section === section && terms.category === category)).toBe(true);
    },
  );

  test('hold every service, each under its printed name', () => {
    expect(having(({ table }) => table === undefined)).toBe('');
    expect(having(({ printed }) => !printed['zh-Hant']?.length)).toBe('');
    expect(Object.keys(services)).toHaveLength(47);
  });

  test.each([
    ['designated-engineering', '指定工程 (DE)'],
    ['azure-events', 'Azure 事件關鍵業務服務'],
    ['mcs-security', 'Microsoft Security Cloud 關鍵業務服務'],
    ['proactive-credits', '主動折讓'],
    ['workshops', '訓練課程'],
    ['reactive-support-management-hours', '非主動式支援管理附加元件'],
    ['unified-enhanced-response', '統一增強回應'],
  ])('%s is printed as %s', (id, name) => {
    expect(services[id]?.printed['zh-Hant']?.[0]).toBe(name);
  });

  test.each([
    'azure-engineering-direct',
    'lab-services',
    'third-tier-support',
    'on-site-support',
    'service-delivery-management',
  ])('there is no %s', (id) => {
    expect(services[id]).toBeUndefined();
  });
});

describe('the terms of the services of unified-2025-01', () => {
  test.each([
    ['on-demand-assessment', { onsiteDays: 2, remoteDays: 1 }],
    ['chalk-talks', { typicalDays: 1 }],
    ['advisory-support', { hoursPerIncident: 6 }],
    [
      'mcs-azure-platform',
      { onboardingDays: 60, documentDays: 14, plansPerYear: 2, rcaWindowDays: 7, rcaDeliveryBusinessDays: 10 },
    ],
    [
      'mcs-azure-platform-plus',
      {
        onboardingDays: 60,
        documentDays: 14,
        plansPerYear: 2,
        rcaWindowDays: 7,
        rcaDeliveryBusinessDays: 10,
        scenarios: 7,
        monitoredServices: 30,
        monitoringMaterialDays: 30,
        monitorsReadyDays: 30,
        estimatedSpendUsd: 60_000_000,
      },
    ],
    ['azure-events', { consecutiveDays: 5, noticeWeeks: 6, solutionsPerEvent: 1, resourceWithinMinutes: 30 }],
    ['unified-enhanced-response', { onboardingDays: 60 }],
    ['github-engineering-direct', { reviewsPerYear: 4 }],
  ])('%s has the limits %p and no others', (id, limits) => {
    const held = Object.entries(services[id]?.limits ?? {}).map(([name, limit]) => [name, readingsOf(limit)]);
    expect(Object.fromEntries(held)).toEqual(limits);
  });

  test('eight have limits', () => {
    expect(having(({ limits }) => limits !== undefined).split(' ')).toHaveLength(8);
  });

  test.each([
    [
      'hours',
      'developer-platform-advisory development-support-assistance enhanced-designated-engineering reactive-enhanced-designated-engineering reactive-support-management-hours',
    ],
    ['credits', 'proactive-credits'],
    ['events', 'azure-events'],
    ['seats', 'workshops'],
    ['days', ''],
    ['licences', ''],
  ] as const)('counted in %s: %s', (unit, expected) => {
    expect(having((terms) => terms.unit === unit)).toBe(expected);
  });

  test.each([
    ['en', 'azure-events mcs-azure-platform mcs-azure-platform-plus mcs-security'],
    ['en ja', 'azure-rapid-response'],
    ['en zh ja', 'unified-enhanced-response'],
  ])('in %s only: %s', (languages, expected) => {
    const spoken = ({ languages: list }: (typeof services)[string]): string => [readingsOf(list)].flat().join(' ');
    expect(having((terms) => terms.languages !== undefined && spoken(terms) === languages)).toBe(expected);
  });

  test.each([
    [
      'ends-with-agreement',
      'designated-engineering enhanced-designated-engineering mcs-azure-workload mcs-azure-workload-plus reactive-enhanced-designated-engineering support-for-mission-critical unified-enhanced-response',
    ],
    ['quantity-capped', 'developer-support'],
    ['single-location', 'designated-engineering enhanced-designated-engineering'],
    ['host-only', 'unified-enhanced-response'],
    ['location-named-at-contract', 'enhanced-designated-engineering'],
    ['does-not-change-response-times', 'reactive-enhanced-designated-engineering'],
    [
      'business-hours-only',
      'designated-engineering enhanced-designated-engineering reactive-enhanced-designated-engineering reactive-support-management-hours',
    ],
    ['enrolled-subscriptions-only', 'mcs-azure-platform mcs-azure-platform-plus'],
    ['listed-tenants-only', 'mcs-security o365-engineering-direct'],
    ['public-cloud-only', 'azure-events'],
    ['request-before-closure', 'root-cause-analysis'],
    [
      'annex-required',
      'cybersecurity-incident-response mcs-azure-workload mcs-azure-workload-plus mcs-security o365-engineering-direct support-for-mission-critical',
    ],
    ['minimum-registration', 'workshops'],
    ['recording-needs-consent', 'workshops'],
    ['agreed-time-zone', 'reactive-support-management-hours'],
    ['subject-to-resources', 'azure-events azure-rapid-response reactive-support-management-hours'],
    [
      'remote-only',
      'advisory-support problem-resolution-support reactive-support-management reactive-support-management-hours technical-update-briefings unified-enhanced-response',
    ],
  ])('%s: %s', (code, expected) => {
    expect(having(({ conditions = [] }) => conditions.some((condition) => condition.code === code))).toBe(expected);
  });

  test('the end together with the agreement stands where the condition stands', () => {
    const ending = having((terms) => readingsOf(terms.endsWithAgreement) === true);
    expect(ending).toBe(having(({ conditions = [] }) => conditions.some(({ code }) => code === 'ends-with-agreement')));
  });

  test('mission-critical Azure needs an agreement and onboarding, Plus also the spend, neither a rapid-response agreement; enhanced response asks for documents', () => {
    const codes = (id: string): string => (services[id]?.prerequisites ?? []).map(({ code }) => code).join(' ');
    expect(codes('mcs-azure-platform')).toBe('active-agreement onboarding-documents onboarding-period');
    expect(codes('mcs-azure-platform-plus')).toBe(
      'active-agreement onboarding-documents onboarding-period estimated-spend-or-floor-price',
    );
    expect(codes('unified-enhanced-response')).toBe('active-agreement onboarding-documents');
    expect(codes('on-demand-assessment')).toBe('active-azure-subscription');
    expect(codes('cybersecurity-incident-response')).toBe('active-agreement signed-contract');
  });

  test('every enhanced solution and mission-critical service needs an active agreement', () => {
    const bought = ['mission-critical', 'enhanced-solution'];
    expect(
      having(
        ({ category, prerequisites = [] }) =>
          bought.includes(category) && !prerequisites.some(({ code }) => code === 'active-agreement'),
      ),
    ).toBe('');
  });

  test('rapid response and mission-critical Azure leave out the products of their charts', () => {
    const { charts } = oneEdition('unified-2025-01');
    expect(readingsOf(services['azure-rapid-response']?.excludedProducts)).toEqual(
      readingsOf(charts['azure-rapid-response']?.excludedProducts),
    );
    for (const id of ['mcs-azure-platform', 'mcs-azure-platform-plus'])
      expect(readingsOf(services[id]?.excludedProducts)).toEqual(
        readingsOf(charts['mcs-azure-platform']?.excludedProducts),
      );
  });

  test.each([
    ['advisory-support', 'email chat phone'],
    ['offline-assessment', 'remote on-site'],
    ['rap-as-a-service', 'on-site remote'],
    ['chalk-talks', 'in-person online'],
    ['webcasts', 'online'],
    ['success-management', 'online remote on-site'],
    ['unified-enhanced-response', 'remote'],
  ])('%s is delivered %s', (id, delivery) => {
    expect(services[id]?.delivery.join(' ')).toBe(delivery);
  });
});
