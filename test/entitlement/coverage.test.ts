import { describe, expect, test } from '@jest/globals';
import { type ArgsOf, type Coverage, contracts } from '../../src/command/contract.ts';
import { checkCoverage } from '../../src/entitlement/coverage.ts';
import { bookService } from '../../src/ledger/book-service.ts';
import { emptyLedger } from '../../src/ledger/ledger.ts';
import { orderHolding, orderWith, sceneOf, standingAt } from '../support/world.ts';

function coverage(args: ArgsOf<'coverage.check'>, order = orderWith(), now = '2026-03-02T10:00:00+01:00') {
  const scene = sceneOf(order, now);
  return checkCoverage(args, standingAt(scene, args.location), scene);
}

describe('a service that is bought for later in the term', () => {
  const order = orderHolding(
    { service: 'unified-enhanced-response', location: 'odense', start: '2026-06-01' },
    { service: 'root-cause-analysis', location: 'lyon', start: '2026-06-01' },
  );
  const later = (change: object = {}) => coverage({ service: 'unified-enhanced-response', ...change }, order).facts;

  test('is told as bought, with its first day', () => {
    const { facts } = coverage({ service: 'unified-enhanced-response' }, order);
    expect(facts).toMatchObject({ decision: 'purchased', because: ['service-not-started'], starts: '2026-06-01' });
    expect(contracts['coverage.check'].facts.parse(facts)).toEqual(facts);
  });

  test('covers from that day on, and says no more of it', () => {
    expect(later({ date: '2026-05-31' })).toMatchObject({ because: ['service-not-started'] });
    expect(later({ date: '2026-06-01' })).toMatchObject({ decision: 'purchased', because: [] });
    expect(later({ date: '2026-06-01' })).not.toHaveProperty('starts');
  });

  test('is not bought where only another location gets it', () => {
    expect(coverage({ service: 'root-cause-analysis' }, order).facts).toMatchObject({ because: ['not-purchased'] });
  });

  test('is no reason to book it for an earlier day', () => {
    const workshops = orderWith({ services: [{ service: 'workshops', location: 'odense', start: '2026-06-01' }] });
    const scene = sceneOf(workshops);
    const book = (date: string) =>
      bookService({ service: 'workshops', date }, standingAt(scene), emptyLedger, scene, 'BK-1').facts;
    expect(book('2026-05-20')).toMatchObject({ allowed: 'no', because: ['service-not-started'] });
    expect(book('2026-06-20')).toMatchObject({ allowed: 'yes' });
  });
});

describe('the decision on a service', () => {
  test.each<[string, ArgsOf<'coverage.check'>, Partial<Coverage>]>([
    [
      'bought here',
      { service: 'azure-rapid-response' },
      { decision: 'purchased', because: [], chart: 'azure-rapid-response' },
    ],
    [
      'bought elsewhere',
      { service: 'azure-rapid-response', location: 'lyon' },
      { decision: 'not-at-location', because: ['location-not-covered'] },
    ],
    ['in the base package', { service: 'webcasts' }, { decision: 'included', because: [] }],
    ['not bought', { service: 'unified-enhanced-response' }, { decision: 'available', because: ['not-purchased'] }],
    ['not in the edition', { service: 'third-tier-support' }, { decision: 'not-offered', because: ['not-in-edition'] }],
    [
      'after the term',
      { service: 'azure-rapid-response', date: '2027-02-01' },
      { decision: 'expired', because: ['agreement-expired'], date: '2027-02-01' },
    ],
    [
      'before the term',
      { service: 'azure-rapid-response', date: '2025-12-31' },
      { decision: 'expired', because: ['agreement-not-started'] },
    ],
    ['on the last day of the term', { service: 'azure-rapid-response', date: '2026-12-31' }, { decision: 'purchased' }],
    [
      'a product on the exclusion list',
      { service: 'azure-rapid-response', product: 'azure-communication-services' },
      { decision: 'excluded', because: ['product-excluded'] },
    ],
    [
      'a product that only another edition excludes',
      { service: 'azure-rapid-response', product: 'azure-devops' },
      { decision: 'purchased' },
    ],
    [
      'a product out of the chart’s scope',
      { service: 'azure-rapid-response', product: 'exchange-online' },
      { decision: 'excluded', because: ['product-out-of-scope'] },
    ],
    [
      'a product that the work order does not list',
      { service: 'enhanced-designated-engineering', product: 'sql-server' },
      { decision: 'excluded', because: ['product-out-of-scope'] },
    ],
    [
      'a product that the work order lists',
      { service: 'enhanced-designated-engineering', product: 'azure-sql-database' },
      { decision: 'purchased', unit: 'hours' },
    ],
  ])('%s', (_what, args, facts) => {
    expect(coverage(args).facts).toMatchObject(facts);
  });

  test.each<[string, Partial<Coverage>]>([
    ['azure-sql-database', { decision: 'purchased' }],
    ['azure-communication-services', { decision: 'excluded', because: ['product-excluded'] }],
    ['exchange-online', { decision: 'excluded', because: ['product-out-of-scope'] }],
    ['entra-id', { decision: 'excluded', because: ['product-out-of-scope'] }],
    ['sql-server', { decision: 'excluded', because: ['product-out-of-scope'] }],
  ])('a service for Azure that has no chart of its own: %s (F-AED-02, F-AED-24)', (product, facts) => {
    const order = orderWith({
      edition: 'unified-2024-04',
      services: [
        { service: 'azure-engineering-direct', location: 'odense' },
        { service: 'azure-rapid-response', location: 'odense' },
      ],
    });
    expect(coverage({ service: 'azure-engineering-direct', product }, order).facts).toMatchObject(facts);
  });

  test('the Plus of mission-critical Azure has the scope and the chart of the platform (F-CH-MCAP)', () => {
    const order = orderHolding({ service: 'mcs-azure-platform-plus', location: 'odense' });
    const plus = (product: string) => coverage({ service: 'mcs-azure-platform-plus', product }, order).facts;
    expect(plus('azure-sql-database')).toMatchObject({ decision: 'purchased', chart: 'mcs-azure-platform' });
    expect(plus('azure-maps')).toMatchObject({ decision: 'excluded', because: ['product-excluded'] });
    expect(plus('exchange-online')).toMatchObject({ decision: 'excluded', because: ['product-out-of-scope'] });
  });

  test('an exhausted balance', () => {
    const order = orderHolding({ service: 'azure-events', location: 'odense', quantity: 0, unit: 'events' });
    expect(coverage({ service: 'azure-events' }, order).facts).toMatchObject({
      decision: 'exhausted',
      because: ['balance-used'],
    });
  });

  test('enhanced response bought for the host serves the downstream locations', () => {
    const order = orderHolding({ service: 'unified-enhanced-response', location: 'odense' });
    expect(coverage({ service: 'unified-enhanced-response', location: 'lyon' }, order).facts).toMatchObject({
      decision: 'purchased',
      conditions: expect.arrayContaining(['host-only']),
    });
  });

  test('developer support is capped in quantity (F-SYM-03)', () => {
    expect(coverage({ service: 'developer-support' }).facts.conditions).toContain('quantity-capped');
  });

  test('a downstream location in a country that needs its own work order says so (F-MC-27)', () => {
    expect(coverage({ service: 'workshops', location: 'osaka' }).facts.conditions).toContain('own-work-order-country');
    expect(coverage({ service: 'workshops', location: 'lyon' }).facts.conditions).not.toContain(
      'own-work-order-country',
    );
  });

  test('names the clause', () => {
    expect(coverage({ service: 'unified-enhanced-response' }).citations).toEqual([
      { edition: 'unified-2025-01', section: '2.5' },
    ]);
    expect(coverage({ service: 'webcasts' }).citations).toEqual([{ edition: 'unified-2025-01', section: '2.3' }]);
  });
});

describe('the decision on a product', () => {
  test('is the coverage of problem resolution, and the chart of its gravest incident', () => {
    expect(coverage({ product: 'exchange-online' }).facts).toMatchObject({
      decision: 'included',
      chart: 'base',
      service: 'problem-resolution-support',
    });
    expect(coverage({ product: 'azure-sql-database' }).facts).toMatchObject({
      decision: 'purchased',
      chart: 'azure-rapid-response',
    });
  });

  test('ends with the term', () => {
    expect(coverage({ product: 'exchange-online', date: '2027-01-01' }).facts).toMatchObject({ decision: 'expired' });
  });
});

test('a product is covered by the variant of the service that was bought, and by no other (F-CH-MCAP)', () => {
  for (const service of ['mcs-azure-platform', 'mcs-azure-platform-plus']) {
    const order = {
      ...orderWith({ services: [{ service, location: 'odense' }] }),
      onboarding: { [service]: { completed: '2026-02-01' } },
    };
    expect(coverage({ product: 'azure-sql-database' }, order).facts).toMatchObject({
      decision: 'purchased',
      service,
      chart: 'mcs-azure-platform',
    });
  }
});
