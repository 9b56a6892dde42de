/** Who handles what, per severity and edition, by the facts of the digest. */
import { describe, expect, test } from '@jest/globals';
import { incidentOf } from '../../src/incident/incident.ts';
import { openedFacts, openIncident } from '../../src/incident/open-incident.ts';
import { teamOfIncident } from '../../src/routing/incident-team.ts';
import { SupportTeam } from '../../src/routing/support-teams.ts';
import { expectResponse } from '../../src/severity/expect-response.ts';
import { orderWith, type RawOrder, sceneOf, standingAt } from '../support/world.ts';

type Severity = '1' | 'A' | 'B' | 'C';
const severities: readonly Severity[] = ['1', 'A', 'B', 'C'];

const placeFor = (edition: string, services: readonly object[], change: RawOrder = {}) => {
  const order = orderWith({ edition, services, ...change });
  const scene = sceneOf(order);
  return { scene, standing: standingAt(scene, 'odense') };
};

/** The queues of severities 1, A, B and C. */
function queues(edition: string, product: string, services: readonly object[], change: RawOrder = {}): string[] {
  const { scene, standing } = placeFor(edition, services, change);
  return severities.map((severity) => {
    const { facts } = expectResponse({ severity, product }, standing, scene);
    return 'queue' in facts ? facts.queue : 'none';
  });
}

const held = (service: string, more: object = {}) => ({ service, location: 'odense', ...more });
const all = (queue: string): string[] => severities.map(() => queue);
const unified = ['unified-2024-04', 'unified-2024-09', 'unified-2025-01'];
const onboarded = { onboarding: { 'mcs-azure-platform': { started: '2026-01-01', completed: '2026-02-01' } } };

describe('the queue of an incident', () => {
  test.each(['premier-2022', ...unified])('%s: the base package goes to problem resolution', (edition) => {
    expect(queues(edition, 'sql-server', [])).toEqual(all('problem-resolution'));
  });

  test.each(unified)('%s: enhanced response takes severities 1 and A to incident management (F-UER-04)', (edition) => {
    expect(queues(edition, 'sql-server', [held('unified-enhanced-response')])).toEqual([
      'enhanced-incident-management',
      'enhanced-incident-management',
      'problem-resolution',
      'problem-resolution',
    ]);
  });

  test.each(['premier-2022', ...unified])(
    '%s: rapid response keeps Azure incidents of every severity, and no others (F-ARR-01, F-ARR-03)',
    (edition) => {
      const services = [held('azure-rapid-response')];
      expect(queues(edition, 'azure-sql-database', services)).toEqual(all('rapid-response'));
      expect(queues(edition, 'sql-server', services)).toEqual(all('problem-resolution'));
    },
  );

  test.each(['unified-2024-09', 'unified-2025-01'])(
    '%s: mission-critical Azure takes every severity of Azure directly (F-AED-12)',
    (edition) => {
      const services = [held('mcs-azure-platform')];
      expect(queues(edition, 'azure-sql-database', services, onboarded)).toEqual(all('mission-critical-azure'));
    },
  );

  test.each(['unified-2024-09', 'unified-2025-01'])(
    '%s: security products of mission-critical security go to its engineers in severities 1 and A (F-MSEC-02)',
    (edition) => {
      const enrolled = { enrolled: { subscriptions: [], tenants: ['contoso'], products: [] } };
      expect(queues(edition, 'entra-id', [held('mcs-security')], enrolled).slice(0, 2)).toEqual([
        'mission-critical-security',
        'mission-critical-security',
      ]);
    },
  );
});

describe('the third tier (F-3T-01, F-3T-02)', () => {
  const thirdTier = held('third-tier-support', { quantity: 20, unit: 'hours', products: ['sql-server'] });

  test('has the incidents of the products that it is named for, and keeps them', () => {
    expect(queues('premier-2022', 'sql-server', [thirdTier])).toEqual(all('third-tier'));
  });

  test('has no others: nothing comes up to it from the standard team', () => {
    expect(queues('premier-2022', 'exchange-server', [thirdTier])).toEqual(all('problem-resolution'));
    const unnamed = held('third-tier-support', { quantity: 20, unit: 'hours' });
    expect(queues('premier-2022', 'sql-server', [unnamed])).toEqual(all('problem-resolution'));
    expect(queues('premier-2022', 'sql-server', [{ ...thirdTier, location: 'lyon' }])).toEqual(
      all('problem-resolution'),
    );
  });

  test('leaves Azure to rapid response, which keeps it', () => {
    const services = [held('azure-rapid-response'), { ...thirdTier, products: ['azure'] }];
    expect(queues('premier-2022', 'azure-sql-database', services)).toEqual(all('rapid-response'));
  });
});

/** The answer to an opening. */
function opened(edition: string, services: readonly object[], args: object = {}, product = 'sql-server') {
  const { scene, standing } = placeFor(edition, services);
  const opening = openIncident({ product, severity: 'B', summary: 'x', location: 'odense', ...args }, standing, scene);
  if (!opening.ok) throw new Error(opening.failure);
  return { facts: openedFacts('INC-1', opening.value, standing, scene), event: opening.value.event, scene };
}

describe('an attack (F-MSCIR)', () => {
  const queueOf = (edition: string, services: readonly object[], args: object) => {
    const { facts } = opened(edition, services, args);
    return [facts.queue, facts.incident.queue, facts.nextSteps.filter((step) => /attack|consent/.test(step))];
  };

  test.each(unified)('%s: goes to the security team where its service is held (F-MSCIR-02)', (edition) => {
    const services = [held('cybersecurity-incident-response')];
    expect(queueOf(edition, services, { attack: true })).toEqual(['cybersecurity', 'cybersecurity', []]);
  });

  test.each(unified)('%s: begins before the contract only with the customer’s consent (F-MSCIR-04)', (edition) => {
    expect(queueOf(edition, [], { attack: true })).toEqual([
      'problem-resolution',
      'problem-resolution',
      ['consent-to-early-start'],
    ]);
    expect(queueOf(edition, [], { attack: true, earlyStart: true })).toEqual([
      'cybersecurity',
      'cybersecurity',
      ['sign-attack-contract'],
    ]);
  });

  test('is worked on like any other where the edition has no such service', () => {
    expect(queueOf('premier-2022', [], { attack: true, earlyStart: true })).toEqual([
      'problem-resolution',
      'problem-resolution',
      ['attack-not-offered'],
    ]);
  });

  test('a consent given later in a note brings it to the security team', () => {
    const { event, scene } = opened('unified-2025-01', [], { attack: true });
    const team = (id: string, queue: string) => SupportTeam.parse({ id, name: id, queues: [queue], engineers: [] });
    const around = { ...scene, supportTeams: [team('base', 'problem-resolution'), team('cyber', 'cybersecurity')] };
    const consent = { type: 'noted', at: event.at, by: 'u', earlyStart: true } as const;
    const teams = [[event], [event, consent]].map((events) => teamOfIncident(incidentOf('INC-1', events), around)?.id);
    expect(teams).toEqual(['base', 'cyber']);
  });

  test('nothing is said of attacks where none is reported', () => {
    expect(queueOf('unified-2025-01', [], {})).toEqual(['problem-resolution', 'problem-resolution', []]);
  });
});

describe('the designated reactive engineer (F-REDE-01, F-REDE-02, F-REDE-07)', () => {
  const services = [held('reactive-enhanced-designated-engineering', { products: ['sql-server'] })];
  const steps = (args: object, product?: string) =>
    opened('unified-2025-01', services, args, product).facts.nextSteps.filter((step) => step.startsWith('designated'));

  test.each<[Severity, string]>([
    ['1', 'designated-engineer-joins'],
    ['A', 'designated-engineer-joins'],
    ['B', 'designated-engineer-on-request'],
    ['C', 'designated-engineer-on-request'],
  ])('severity %s: %s', (severity, step) => {
    expect(steps({ severity })).toEqual([step]);
  });

  test('is for the products that the work order names, and changes neither queue nor time', () => {
    expect(steps({ severity: '1' }, 'exchange-server')).toEqual([]);
    const [withOne, without] = [services, []].map((held) => opened('unified-2025-01', held).facts);
    expect([withOne?.queue, withOne?.plan.firstResponseMinutes]).toEqual([
      without?.queue,
      without?.plan.firstResponseMinutes,
    ]);
  });
});
