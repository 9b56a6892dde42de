import { describe, expect, test } from '@jest/globals';
import type { FlexFacts } from '../../src/command/account-contract.ts';
import { contracts } from '../../src/command/contract.ts';
import { checkFlex } from '../../src/ledger/check-flex.ts';
import { april, january, premier, september, worldOf } from './account-world.ts';

const BEFORE = '2024-05-15T10:00:00+02:00';

const check = (order: ReturnType<typeof april>, now: string, amount: number, service: string) => {
  const { scene, at } = worldOf(order, now);
  const decision = checkFlex({ amount, for: service }, at(), scene);
  expect(contracts['flex.check'].facts.parse(decision.facts)).toEqual(decision.facts);
  return decision;
};

const allowance = (amount: number, allocations: readonly object[] = [], currency = 'USD') => ({
  flexAllowance: { amount, currency, allocations },
});

describe('the cap of credits and custom proactive services (F-FLEX-04)', () => {
  test.each([
    ['the fixed sum where it is the higher', 200000, 50000],
    ['the share where it is the higher', 400000, 80000],
    ['both alike', 250000, 50000],
    ['never more than the allowance', 30000, 30000],
  ])('%s', (_, amount, cap) => {
    const order = april(allowance(amount));
    expect(check(order, BEFORE, cap, 'proactive-credits').facts).toMatchObject({ allowed: 'yes', because: [], cap });
    const over = check(order, BEFORE, cap + 0.01, 'custom-proactive-services').facts;
    expect(over).toMatchObject({ allowed: 'no', cap, because: expect.arrayContaining(['over-cap']) });
  });

  test('counts what the capped services have between them already (F-FLEX-09)', () => {
    const order = april(allowance(200000, [{ to: 'custom-proactive-services', amount: 30000.5 }]));
    expect(check(order, BEFORE, 19999.5, 'proactive-credits').facts).toMatchObject({
      allowed: 'yes',
      capUsed: 30000.5,
    });
    expect(check(order, BEFORE, 19999.51, 'proactive-credits').facts).toMatchObject({ because: ['over-cap'] });
  });

  test('January 2025, with what credits have already', () => {
    const { facts, citations } = check(january(), '2025-12-10T10:00:00+01:00', 60000, 'proactive-credits');
    expect(facts).toMatchObject({
      allowed: 'no',
      because: ['over-cap', 'insufficient'],
      cap: 50000,
      capUsed: 24000,
      unallocated: 36000,
    });
    expect(citations).toEqual([{ edition: 'unified-2025-01', section: '2.2' }]);
  });

  test('does not hold other services, and is not told for them', () => {
    const { facts } = check(april(), BEFORE, 150000, 'azure-rapid-response');
    expect(facts).toMatchObject({ allowed: 'yes', conditions: ['use-within-annual-term'] });
    expect(facts).not.toHaveProperty('cap');
  });
});

describe('September 2024 does not say which of the two holds (A-01)', () => {
  const before = '2024-12-10T10:00:00+01:00';
  const flex = (amount: number) => september(allowance(amount));

  test.each<[string, number, number, Partial<FlexFacts>]>([
    ['under both', 300000, 50000, { allowed: 'yes', because: [], cap: 50000, caps: [50000, 60000], uncertain: true }],
    ['between them', 300000, 55000, { allowed: 'ask', because: ['edition-ambiguous'], cap: 50000, uncertain: true }],
    ['over both', 300000, 60001, { allowed: 'no', because: ['over-cap'], cap: 50000, uncertain: true }],
    [
      'between them, the share being the lower',
      100000,
      20001,
      { because: ['edition-ambiguous'], cap: 20000, caps: [20000, 50000] },
    ],
  ])('%s', (_, amount, asked, facts) => {
    expect(check(flex(amount), before, asked, 'proactive-credits').facts).toMatchObject(facts);
  });

  test('is certain where both come to the same', () => {
    const { facts } = check(flex(250000), before, 50001, 'proactive-credits');
    expect(facts).toMatchObject({ allowed: 'no', because: ['over-cap'], cap: 50000 });
    expect(facts).not.toHaveProperty('uncertain');
  });
});

describe('what it is for', () => {
  test.each([
    ['an enhanced solution', april(), BEFORE, 'unified-enhanced-response', 'yes', []],
    [
      'a mission-critical service where the edition names them',
      september(),
      '2024-12-10T10:00:00+01:00',
      'mcs-azure-platform',
      'yes',
      [],
    ],
    [
      'delivery management (F-FLEX-06)',
      april(),
      BEFORE,
      'service-delivery-management',
      'no',
      ['service-delivery-management'],
    ],
    [
      'success management, which is in the base package (A-50)',
      april(),
      BEFORE,
      'success-management',
      'no',
      ['service-delivery-management', 'included'],
    ],
    ['what the base package holds', april(), BEFORE, 'webcasts', 'no', ['included']],
    ['a reactive add-on', april(), BEFORE, 'root-cause-analysis', 'no', ['not-eligible']],
    ['what the edition lacks', april(), BEFORE, 'third-tier-support', 'no', ['not-in-edition']],
  ])('%s', (_, order, now, service, allowed, because) => {
    expect(check(order, now, 20000, service).facts).toMatchObject({ allowed, because });
  });

  test('an edition without it, whatever it is asked for', () => {
    const { facts, citations } = check(premier(), '2022-10-12T10:00:00+06:00', 5000, 'workshops');
    expect(facts).toMatchObject({ allowed: 'no', because: ['not-in-edition'] });
    expect(facts).not.toHaveProperty('cap');
    expect(citations).toEqual([{ edition: 'premier-2022', section: '4.1' }]);
  });

  test('a work order without an allowance', () => {
    expect(check(april({ flexAllowance: undefined }), BEFORE, 5000, 'workshops').facts).toMatchObject({
      allowed: 'no',
      because: ['no-allowance'],
    });
  });

  test('more than is left of it', () => {
    const order = april(allowance(200000, [{ to: 'azure-rapid-response', amount: 190000 }]));
    expect(check(order, BEFORE, 10000, 'workshops').facts).toMatchObject({ allowed: 'yes', unallocated: 10000 });
    expect(check(order, BEFORE, 10001, 'workshops').facts).toMatchObject({ allowed: 'no', because: ['insufficient'] });
  });
});

describe('its time: allocated by the contract’s execution, else forfeited (F-FLEX-08)', () => {
  test.each([
    ['on the day', {}, '2024-06-01T10:00:00+02:00', 'yes', []],
    ['the day after', {}, '2024-06-02T00:00:00+02:00', 'no', ['after-execution']],
    ['executed before the term', { executed: '2024-05-01' }, BEFORE, 'no', ['after-execution']],
    ['executed later in the term', { executed: '2024-09-01' }, '2024-08-31T10:00:00+02:00', 'yes', []],
  ])('%s', (_, change, now, allowed, because) => {
    expect(check(april(change), now, 10000, 'workshops').facts).toMatchObject({ allowed, because });
  });

  test('comes after what could never be', () => {
    expect(check(january(), '2026-03-03T10:00:00+01:00', 30000, 'proactive-credits').facts.because).toEqual([
      'over-cap',
      'after-execution',
    ]);
  });
});

test('an allowance in another currency: over the share only the vendor can say, the other leg being in dollars', () => {
  const order = april(allowance(200000, [], 'EUR'));
  expect(check(order, BEFORE, 40000, 'proactive-credits').facts).toMatchObject({ allowed: 'yes', currency: 'EUR' });
  expect(check(order, BEFORE, 40001, 'proactive-credits').facts).toMatchObject({
    allowed: 'ask',
    because: ['different-currency'],
  });
});
