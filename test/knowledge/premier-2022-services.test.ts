import { describe, expect, test } from '@jest/globals';
import { oneEdition, readingsOf } from './one-edition.ts';

const edition = oneEdition('premier-2022');

const codesOf = (held: readonly { readonly code: string }[] | undefined): readonly string[] =>
  (held ?? []).map(({ code }) => code);

/** Read from the source a second time: id, section, category, unit. */
const table = `
  proof-of-concept                4.3.1  planning             -
  onboarding-services             4.3.1  implementation       -
  assessment-program              4.3.1  maintenance          -
  health-check                    4.3.1  maintenance          -
  offline-assessment              4.3.1  maintenance          -
  proactive-monitoring            4.3.1  maintenance          -
  proactive-operations-program    4.3.1  maintenance          -
  rap-as-a-service                4.3.1  maintenance          -
  rap-as-a-service-plus           4.3.1  maintenance          -
  adoption-services               4.3.1  optimisation         -
  development-focused-services    4.3.1  optimisation         -
  it-service-management           4.3.1  optimisation         -
  lab-services                    4.3.1  optimisation         -
  remediation-services            4.3.1  optimisation         days
  security-services               4.3.1  optimisation         -
  chalk-talks                     4.3.1  education            -
  on-demand-education             4.3.1  education            seats
  webcasts                        4.3.1  education            seats
  workshops                       4.3.1  education            seats
  custom-proactive-services       4.3.1  additional-proactive days
  support-assistance              4.3.1  additional-proactive hours
  proactive-accelerator           4.3.1  additional-proactive -
  service-delivery-management     4.3.2  success-management   -
  problem-resolution-support      4.3.3  reactive             hours
  on-site-support                 4.3.3  reactive             -
  development-support-assistance  4.3.3  reactive             hours
  advisory-support                4.3.3  reactive             hours
  dedicated-support-engineering   4.4.1  enhanced-service     hours
  premier-ultimate                4.4.2  enhanced-service     -
  third-tier-support              4.4.3  enhanced-service     hours
  support-for-mission-critical    4.5.1  enhanced-solution    -
  azure-rapid-response            4.5.2  enhanced-solution    -
  azure-events                    4.5.3  enhanced-solution    events
  premier-for-partners            4.6    partner              -
  premier-global                  4.7    multi-country        -
  custom-consulting               3.2    consulting           -
  architecture-services           3.4.1  consulting           -
  digital-advisory                3.4.1  consulting           hours
  digital-advisory-packages       3.4.1  consulting           -
  solution-planning               3.4.1  consulting           -
  deployment-planning-services    3.4.1  consulting           -
  user-experience-services        3.4.1  consulting           -
  project-management              3.4.2  consulting           -
  solution-architecture           3.4.2  consulting           -
  solution-delivery               3.4.2  consulting           -`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

describe('the services of premier-2022', () => {
  test('are those of the table and no others', () => {
    expect(Object.keys(edition.services).sort()).toEqual(table.map(([id]) => id).sort());
  });

  test.each(table)('%s stands in section %s, is %s, counted in %s', (id = '', section, category, unit) => {
    expect(edition.services[id]).toMatchObject({ section, category, unit: unit === '-' ? null : unit });
  });

  test('only service delivery management comes with every package; all else is bought', () => {
    const included = Object.entries(edition.services).filter(([, { offer }]) => offer === 'included');
    expect(included.map(([id]) => id)).toEqual(['service-delivery-management']);
    expect(Object.values(edition.services).some(({ offer }) => offer === 'capped-add-on')).toBe(false);
  });

  test('all have a printed name in Kazakh', () => {
    expect(Object.values(edition.services).every(({ printed }) => (printed.kk?.length ?? 0) > 0)).toBe(true);
  });

  test.each([
    ['third-tier-support', 'Үшінші деңгейлі қолдау'],
    ['azure-rapid-response', 'Тез жауап беру'],
    ['onboarding-services', 'Жергілікті қызметтері'],
    ['support-assistance', 'Қолдау көмегі'],
    ['dedicated-support-engineering', 'Арнаулы қолдау инженериясы'],
  ])('%s is printed as %s', (id, name) => {
    expect(edition.services[id]?.printed.kk?.[0]).toBe(name);
  });

  test.each([
    'root-cause-analysis',
    'mcs-azure-platform',
    'unified-enhanced-response',
    'proactive-credits',
    'on-demand-assessment',
    'hackathons',
    'designated-engineering',
    'success-management',
  ])('there is no %s', (id) => {
    expect(edition.services[id]).toBeUndefined();
  });

  test.each([
    ['rap-as-a-service', { fixedPackageServices: 1 }],
    ['rap-as-a-service-plus', { onsiteDays: 2 }],
    ['security-services', { focusAreas: 4 }],
    ['chalk-talks', { typicalDays: 1 }],
    ['problem-resolution-support', { fixedPackageHours: 20 }],
    ['advisory-support', { typicalHoursPerIssue: 6 }],
    ['dedicated-support-engineering', { supportLocations: 1 }],
    [
      'premier-ultimate',
      { remediationDays: 30, terminationNoticeDays: 60, terminationNoticeDaysWithoutRemediation: 30 },
    ],
    ['azure-events', { consecutiveDays: 5, noticeWeeks: 8, resourceWithinMinutes: 30 }],
    ['premier-for-partners', { endCustomersPerService: 1 }],
    ['digital-advisory', { smallestPackageHours: 200, largestPackageHours: 1600 }],
    ['deployment-planning-services', { programmes: 8 }],
  ])('%s has the limits %j and no others', (id, limits) => {
    const held = Object.entries(edition.services[id]?.limits ?? {}).map(([name, limit]) => [name, readingsOf(limit)]);
    expect(Object.fromEntries(held)).toEqual(limits);
  });

  test.each([
    ['workshops', 'recording-needs-permission minimum-registration'],
    ['dedicated-support-engineering', 'business-hours-only listed-products-only single-location annex-required'],
    ['premier-ultimate', 'contacts-limited not-everywhere annex-required'],
    ['third-tier-support', 'enrolment-fee one-way-hours listed-products-only not-everywhere annex-required'],
    ['on-site-support', 'extra-fee subject-to-resources'],
    ['azure-rapid-response', 'english-only extra-fee'],
    ['azure-events', 'english-only extra-fee'],
    ['premier-global', 'subject-to-resources'],
    ['rap-as-a-service', 'remote-by-default travel-billed'],
    ['lab-services', 'not-everywhere'],
    ['it-service-management', 'extra-fee annex-required'],
  ])('%s comes with %s', (id, conditions) => {
    expect(codesOf(edition.services[id]?.conditions)).toEqual(expect.arrayContaining(conditions.split(' ')));
  });

  test('a work order of its own is a matter of the country, so no service comes with it everywhere', () => {
    const everywhere = Object.values(edition.services).filter(({ conditions }) =>
      codesOf(conditions).includes('own-work-order-country'),
    );
    expect(everywhere).toEqual([]);
    expect(edition.multiCountry.ownWorkOrderCountries?.value).toHaveLength(9);
  });

  test.each([
    ['azure-rapid-response', ['customisable-package']],
    ['azure-events', ['customisable-package']],
    ['support-for-mission-critical', ['customisable-package']],
    ['premier-global', ['customisable-package']],
    ['third-tier-support', ['customisable-package', 'problem-resolution-hours']],
    ['premier-for-partners', ['subcontracting-addendum']],
    ['workshops', []],
  ])('%s needs %j', (id, prerequisites) => {
    expect(codesOf(edition.services[id]?.prerequisites)).toEqual(prerequisites);
  });

  test('rapid response and Azure events are in English only; no other service names a language', () => {
    const named = Object.entries(edition.services).flatMap(([id, { languages }]) =>
      languages === undefined ? [] : [[id, readingsOf(languages)]],
    );
    expect(named).toEqual([
      ['azure-rapid-response', ['en']],
      ['azure-events', ['en']],
    ]);
  });

  test('four are offered as consulting too', () => {
    const twice = Object.entries(edition.services).flatMap(([id, { alsoSections }]) =>
      alsoSections === undefined ? [] : [[id, ...alsoSections]],
    );
    expect(twice).toEqual([
      ['proof-of-concept', '3.4.1'],
      ['adoption-services', '3.4.3'],
      ['it-service-management', '3.4.3'],
      ['security-services', '3.4.3'],
    ]);
    expect(edition.sections).toEqual(expect.arrayContaining(twice.flatMap(([, section]) => section ?? [])));
  });
});
