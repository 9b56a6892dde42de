import { describe, expect, test } from '@jest/globals';
import type { ArgsOf } from '../../src/command/contract.ts';
import { contracts } from '../../src/command/contract.ts';
import { emptyLedger, type Ledger } from '../../src/ledger/ledger.ts';
import { substituteService } from '../../src/ledger/substitute-service.ts';
import { january, premier, usedUp, type World, worldOf } from './account-world.ts';

const substitute = ({ scene, at }: World, args: ArgsOf<'service.exchange'>, ledger: Ledger = emptyLedger) => {
  const decision = substituteService(args, at(args.location), ledger, scene);
  expect(contracts['service.exchange'].facts.parse(decision.facts)).toEqual(decision.facts);
  expect(decision.draft).toBeUndefined();
  return decision;
};

describe('one service in place of another', () => {
  test('is the vendor’s to agree to (F-TERM-11)', () => {
    const { facts, citations } = substitute(worldOf(january()), { from: 'workshops', to: 'chalk-talks' });
    expect(facts).toMatchObject({
      allowed: 'ask',
      because: ['with-agreement'],
      conditions: ['equivalent-value', 'subject-to-resources'],
      remaining: 3,
    });
    expect(citations).toEqual([{ edition: 'unified-2025-01', section: '2.7' }]);
  });

  test('compares by the rate card where both have a rate', () => {
    const rateCard = [
      { service: 'workshops', credits: 12 },
      { service: 'chalk-talks', credits: 7.2 },
    ];
    expect(substitute(worldOf(january({ rateCard })), { from: 'workshops', to: 'chalk-talks' }).facts).toMatchObject({
      value: { from: 12, to: 7.2 },
    });
  });

  test('that the flex allowance paid for has its own clause (F-FLEX-07)', () => {
    const { citations } = substitute(worldOf(january()), { from: 'azure-rapid-response', to: 'workshops' });
    expect(citations).toEqual([
      { edition: 'unified-2025-01', section: '2.7' },
      { edition: 'unified-2025-01', section: '2.2' },
    ]);
  });

  test('under Premier by its own terms (F-PT-13)', () => {
    const world = worldOf(premier(), '2022-10-12T10:00:00+06:00');
    const { facts, citations } = substitute(world, { from: 'workshops', to: 'chalk-talks' });
    expect(facts.allowed).toBe('ask');
    expect(citations).toEqual([{ edition: 'premier-2022', section: '4.8' }]);
  });

  test('under Premier by the hours of assistance that each costs (F-CRED-05)', () => {
    const rateCard = [
      { service: 'workshops', hours: 16 },
      { service: 'chalk-talks', hours: 5.7 },
    ];
    const world = worldOf(premier({ rateCard }), '2022-10-12T10:00:00+06:00');
    expect(substitute(world, { from: 'workshops', to: 'chalk-talks' }).facts).toMatchObject({
      value: { from: 16, to: 5.7 },
    });
  });

  test.each<[string, ArgsOf<'service.exchange'>, string]>([
    ['for itself', { from: 'workshops', to: 'workshops' }, 'same-service'],
    ['that is not held', { from: 'hackathons', to: 'workshops' }, 'not-purchased'],
    ['held at another location', { from: 'workshops', to: 'chalk-talks', location: 'lyon' }, 'location-not-covered'],
    ['for one that the edition lacks', { from: 'workshops', to: 'third-tier-support' }, 'not-in-edition'],
    ['of the base package', { from: 'webcasts', to: 'workshops' }, 'included'],
  ])('not %s', (_, args, because) => {
    const { facts } = substitute(worldOf(january()), args);
    expect(facts.allowed).toBe('no');
    expect(facts.because[0]).toBe(because);
  });

  test('not once it is used up, nor after the term', () => {
    const used = usedUp({ service: 'workshops', location: 'odense', unit: 'events' }, 3);
    const args = { from: 'workshops', to: 'chalk-talks' };
    expect(substitute(worldOf(january()), args, used).facts.because).toEqual(['balance-used', 'with-agreement']);
    const late = worldOf(january(), '2027-02-01T10:00:00+01:00');
    expect(substitute(late, args).facts).toMatchObject({
      allowed: 'no',
      because: ['agreement-expired', 'with-agreement'],
    });
  });
});
