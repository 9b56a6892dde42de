import { describe, expect, test } from '@jest/globals';
import type { ArgsOf } from '../../src/command/contract.ts';
import { contracts } from '../../src/command/contract.ts';
import { creditsAt } from '../../src/ledger/exchange-credits.ts';
import { emptyLedger, type Ledger } from '../../src/ledger/ledger.ts';
import { redeemCredits } from '../../src/ledger/redeem-credits.ts';
import { april, january, posted, premier, remaining, usedUp, type World, worldOf } from './account-world.ts';

const redeem = ({ scene, at }: World, args: ArgsOf<'credits.redeem'>, ledger: Ledger = emptyLedger) => {
  const decision = redeemCredits(args, at(args.location), ledger, scene);
  expect(contracts['credits.redeem'].facts.parse(decision.facts)).toEqual(decision.facts);
  return decision;
};

describe('a service for credits', () => {
  test('takes its value by the rate card, to the nearest credit (F-CRED-03a)', () => {
    const { facts, quoted, citations } = redeem(worldOf(january()), { service: 'chalk-talks' });
    expect(facts).toMatchObject({
      allowed: 'yes',
      because: [],
      service: 'chalk-talks',
      location: 'odense',
      value: 7.2,
      debited: 7,
      rounding: 'nearest',
      available: 200,
      remaining: 193,
    });
    expect(quoted).toBe(7);
    expect(citations).toEqual([{ edition: 'unified-2025-01', section: '2.3' }]);
  });

  test('several are rounded together', () => {
    expect(redeem(worldOf(january()), { service: 'chalk-talks', quantity: 4 }).facts).toMatchObject({
      value: 28.8,
      debited: 29,
    });
  });

  test('the location’s own rate comes before the one for all', () => {
    const world = worldOf(january());
    expect(redeem(world, { service: 'hackathons', location: 'lyon' }).facts).toMatchObject({ debited: 6 });
  });

  test('an exact half takes the higher, and is open (G-07)', () => {
    expect(redeem(worldOf(january()), { service: 'hackathons' }).facts).toMatchObject({
      debited: 8,
      uncertain: true,
      readings: [
        { rounding: 'nearest', amount: 8 },
        { rounding: 'nearest', amount: 7 },
      ],
    });
  });

  test('April 2024: the sources round differently; the higher is taken, unless one governs (A-20)', () => {
    const now = '2024-10-15T10:00:00+02:00';
    expect(redeem(worldOf(april(), now), { service: 'chalk-talks' }).facts).toMatchObject({
      debited: 8,
      rounding: 'up',
      uncertain: true,
    });
    const { facts } = redeem(worldOf(april({ governingLanguage: 'sq' }), now), { service: 'chalk-talks' });
    expect(facts).toMatchObject({ debited: 7, rounding: 'nearest' });
    expect(facts).not.toHaveProperty('uncertain');
  });

  test('stands as one of the service once it is posted', () => {
    const order = january();
    const ledger = posted(
      emptyLedger,
      redeem(worldOf(order), { service: 'chalk-talks' }),
      '2026-03-03T10:00:00+01:00',
      'c1',
    );
    expect(remaining(order, ledger, creditsAt('odense'))).toBe(193);
    expect(remaining(order, ledger, { service: 'chalk-talks', location: 'odense', unit: 'events' })).toBe(1);
  });
});

describe('no', () => {
  test.each<[string, ArgsOf<'credits.redeem'>, string]>([
    ['more than there is', { service: 'proof-of-concept' }, 'insufficient'],
    ['what the base package holds', { service: 'webcasts' }, 'included'],
    ['credits for credits', { service: 'proactive-credits' }, 'not-redeemable'],
    ['what the edition lacks', { service: 'third-tier-support' }, 'not-in-edition'],
    ['at a location without credits', { service: 'chalk-talks', location: 'boston' }, 'insufficient'],
  ])('%s', (_, args, because) => {
    const { facts, draft } = redeem(worldOf(january()), args);
    expect(facts.allowed).toBe('no');
    expect(facts.because[0]).toBe(because);
    expect(draft).toBeUndefined();
  });

  test('what is left does not suffice', () => {
    const ledger = usedUp(creditsAt('odense'), 194);
    expect(redeem(worldOf(january()), { service: 'chalk-talks' }, ledger).facts).toMatchObject({
      allowed: 'no',
      because: ['insufficient'],
      available: 6,
      remaining: 6,
      debited: 7,
    });
  });

  test('after the term', () => {
    const world = worldOf(january(), '2027-01-02T10:00:00+01:00');
    expect(redeem(world, { service: 'chalk-talks' }).facts).toMatchObject({ because: ['agreement-expired'] });
  });

  test('an edition without credits', () => {
    const world = worldOf(premier(), '2022-10-12T10:00:00+06:00');
    expect(redeem(world, { service: 'workshops' }).facts).toMatchObject({ because: ['not-in-edition', 'no-rate'] });
  });
});

test('without a rate only the vendor can say (G-08)', () => {
  const { facts, draft } = redeem(worldOf(january()), { service: 'architecture-services' });
  expect(facts).toMatchObject({ allowed: 'ask', because: ['no-rate'], available: 200, remaining: 200 });
  expect(facts).not.toHaveProperty('debited');
  expect(draft).toBeUndefined();
});
