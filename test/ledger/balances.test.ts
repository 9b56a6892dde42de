import { describe, expect, test } from '@jest/globals';
import { showBalances } from '../../src/ledger/balances.ts';
import { orderWith, sceneOf, standingAt } from '../support/world.ts';

function balances(args: Parameters<typeof showBalances>[0], order = orderWith(), now = '2026-03-02T10:00:00+01:00') {
  const scene = sceneOf(order, now);
  return showBalances(args, standingAt(scene), scene);
}

describe('balances', () => {
  test('credits per location, until the last day of the term', () => {
    expect(balances({ what: 'credits' }).facts.balances).toEqual([
      {
        service: 'proactive-credits',
        location: 'odense',
        unit: 'credits',
        purchased: 200,
        used: 0,
        reserved: 0,
        remaining: 200,
        expires: '2026-12-31',
      },
      {
        service: 'proactive-credits',
        location: 'lyon',
        unit: 'credits',
        purchased: 40,
        used: 0,
        reserved: 0,
        remaining: 40,
        expires: '2026-12-31',
      },
    ]);
  });

  test('two entries of one service at one location are one balance', () => {
    const bought = { service: 'proactive-credits', location: 'odense', quantity: 15, unit: 'credits' };
    expect(
      balances({}, orderWith({ services: [bought, bought], flexAllowance: undefined })).facts.balances,
    ).toMatchObject([{ purchased: 30, remaining: 30 }]);
  });

  test('hours and events apart from credits', () => {
    expect(balances({ what: 'hours' }).facts.balances.map(({ service }) => service)).toEqual([
      'enhanced-designated-engineering',
    ]);
    expect(balances({ what: 'events' }).facts.balances).toEqual([]);
  });

  test('flex that was not allocated by the contract’s execution has lapsed (F-FLEX-08)', () => {
    const flex = { service: 'flex-allowance', unit: 'USD', purchased: 120000, used: 24000 };
    expect(balances({ what: 'flex' }).facts.balances).toMatchObject([{ ...flex, lapsed: 96000, remaining: 0 }]);
    const early = balances({ what: 'flex' }, orderWith(), '2025-12-15T10:00:00+01:00');
    expect(early.facts.balances).toMatchObject([{ ...flex, lapsed: 0, remaining: 96000 }]);
    const executed = balances({ what: 'flex' }, orderWith({ executed: '2026-03-02' }));
    expect(executed.facts.balances).toMatchObject([{ lapsed: 0 }]);
  });

  test('one location and one service on request', () => {
    expect(balances({ location: 'lyon', service: 'proactive-credits' }).facts.balances).toMatchObject([
      { location: 'lyon', remaining: 40 },
    ]);
  });

  test('names the clauses: the service’s own and the one on lapse (F-TERM-05)', () => {
    expect(balances({ what: 'flex' }).citations).toEqual([
      { edition: 'unified-2025-01', section: '2.2' },
      { edition: 'unified-2025-01', section: '2.7' },
    ]);
  });
});
