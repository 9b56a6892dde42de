import { describe, expect, test } from '@jest/globals';
import type { Severity } from '../../knowledge/vocabulary.ts';
import { incidentOf } from '../../src/incident/incident.ts';
import { openIncident } from '../../src/incident/open-incident.ts';
import { askForRootCause } from '../../src/incident/root-cause.ts';
import { ADMINISTRATOR, orderWith, sceneOf, standingAt } from '../support/world.ts';

const OPENED = '2026-03-02T10:00:00+01:00';

interface Asked {
  readonly edition?: string;
  readonly governingLanguage?: string;
  readonly services?: readonly string[];
  readonly product?: string;
  readonly subscription?: string;
  readonly environment?: string;
  readonly severity?: Severity;
  readonly mitigated?: string;
  readonly closed?: string;
  readonly at?: string;
}

/** An incident at the host under the services named, and the question at an instant. */
function ask({ edition = 'unified-2025-01', services = [], product = 'azure-sql-database', ...rest }: Asked) {
  const order = orderWith({
    edition,
    services: services.map((service) => ({ service, location: 'odense' })),
    flexAllowance: undefined,
    enrolled: { subscriptions: ['sub-1'] },
    ...(rest.governingLanguage === undefined ? {} : { governingLanguage: rest.governingLanguage }),
  });
  const scene = sceneOf(order, OPENED);
  const standing = standingAt(scene);
  const { severity = '1', subscription, environment } = rest;
  const opening = openIncident(
    {
      product,
      severity,
      summary: 'x',
      ...(subscription === undefined ? {} : { subscription }),
      ...(environment === undefined ? {} : { environment }),
    },
    standing,
    scene,
  );
  if (!opening.ok) throw new Error(opening.failure);
  const steps = [
    ...(rest.mitigated === undefined ? [] : [{ type: 'mitigated' as const, at: rest.mitigated, by: ADMINISTRATOR }]),
    ...(rest.closed === undefined ? [] : [{ type: 'closed' as const, at: rest.closed, by: ADMINISTRATOR }]),
  ];
  const incident = incidentOf('INC-1', [opening.value.event, ...steps]);
  return askForRootCause(incident, standing, sceneOf(order, rest.at ?? OPENED));
}

const closed = '2026-03-02T16:00:00+01:00';
const platform = ['mcs-azure-platform'];
const engineering = ['azure-rapid-response', 'azure-engineering-direct'];

describe('a root cause analysis by the rule of the base package (F-RCA-01 to F-RCA-03)', () => {
  test.each<[string, Asked, string, readonly string[]]>([
    [
      'bought, before the closure: for certain technologies',
      { services: ['root-cause-analysis'] },
      'ask',
      ['technology'],
    ],
    ['bought, an hour after the closure', { services: ['root-cause-analysis'], closed }, 'no', ['before-closure-only']],
    ['not bought', {}, 'no', ['not-purchased']],
    ['not bought, after the closure', { closed }, 'no', ['before-closure-only', 'not-purchased']],
    ['not part of enhanced response (F-RCA-04)', { services: ['unified-enhanced-response'] }, 'no', ['not-purchased']],
  ])('%s', (_what, asked, allowed, because) => {
    expect(ask(asked)).toMatchObject({ route: 'base', allowed, because });
  });
});

describe('whom to ask under enhanced response (F-UER-12)', () => {
  test.each([
    ['unified-2024-09', ['success-manager', 'incident-management']],
    ['unified-2025-01', ['success-manager']],
  ])('%s', (edition, whom) => {
    const services = ['unified-enhanced-response'];
    expect(ask({ edition, services })).toMatchObject({ ask: whom, conditions: whom.map((code) => `ask-${code}`) });
    expect(ask({ edition, services: [] })).not.toHaveProperty('ask');
  });
});

describe('a root cause analysis is for production (F-AED-15a, F-AED-15b)', () => {
  test.each([
    ['production', 'yes', []],
    ['Produktion', 'yes', []],
    ['生產環境', 'yes', []],
    ['test environment', 'ask', ['production-only']],
  ])('%s', (environment, allowed, because) => {
    expect(ask({ services: platform, environment })).toMatchObject({ allowed, because });
  });

  test('where the environment was not named, it is said with the yes', () => {
    expect(ask({ services: platform }).conditions).toContain('production-only');
  });
});

describe('a root cause analysis by the rule of mission-critical Azure (F-AED-14 to F-AED-16)', () => {
  test.each<[string, Asked, string, readonly string[]]>([
    ['before the closure', { services: platform }, 'yes', []],
    ['for a severity A', { services: platform, severity: 'A' }, 'yes', []],
    [
      'five days after the closure, where the words leave the side of the window open (A-16)',
      { services: platform, closed, at: '2026-03-07T10:00:00+01:00' },
      'ask',
      ['edition-ambiguous'],
    ],
    [
      'the same in September 2024',
      { edition: 'unified-2024-09', services: platform, closed, at: '2026-03-07T10:00:00+01:00' },
      'ask',
      ['edition-ambiguous'],
    ],
    [
      'seven days after it in Danish, where they do not',
      {
        edition: 'unified-2024-04',
        governingLanguage: 'da',
        services: engineering,
        closed,
        at: '2026-03-09T23:00:00+01:00',
      },
      'yes',
      [],
    ],
    [
      'for a severity C of the earlier edition (F-AED-15a)',
      { edition: 'unified-2024-04', services: engineering, severity: 'C' },
      'yes',
      [],
    ],
    ['on an enrolled subscription', { services: platform, subscription: 'sub-1' }, 'yes', []],
  ])('%s', (_what, asked, allowed, because) => {
    expect(ask(asked)).toMatchObject({ route: 'extended', allowed, because, fee: 'included' });
  });

  test.each<[string, Asked, readonly string[]]>([
    ['a severity B', { services: platform, severity: 'B' }, ['severity', 'not-purchased']],
    [
      'eight days after the closure',
      { services: platform, closed, at: '2026-03-10T10:00:00+01:00' },
      ['window-passed', 'before-closure-only', 'not-purchased'],
    ],
    [
      'a product that the service leaves out (F-AED-08b)',
      { services: platform, product: 'azure-maps' },
      ['not-purchased'],
    ],
    [
      'a product that the earlier service leaves out (F-AED-08a)',
      { edition: 'unified-2024-04', services: engineering, product: 'azure-communication-services' },
      ['not-purchased'],
    ],
    [
      'a subscription that is not enrolled (F-AED-02)',
      { services: platform, subscription: 'sub-2' },
      ['not-purchased'],
    ],
    ['a product of another family', { services: platform, product: 'exchange-online' }, ['not-purchased']],
  ])('is not for %s', (_what, asked, because) => {
    expect(ask(asked)).toMatchObject({ allowed: 'no', because });
  });

  test('what the service leaves out may still have the one that was bought', () => {
    const services = [...platform, 'root-cause-analysis'];
    expect(ask({ services, product: 'azure-maps' })).toMatchObject({ route: 'base', allowed: 'ask' });
  });

  test('is due ten business days after the request, where the incident is mitigated by then', () => {
    const mitigated = '2026-03-02T15:00:00+01:00';
    expect(ask({ services: platform, mitigated, at: '2026-03-03T10:00:00+01:00' }).due).toBe('2026-03-17');
  });

  test('has no date before the mitigation, which may be the later of the two', () => {
    expect(ask({ services: platform })).not.toHaveProperty('due');
  });
});
