import { describe, expect, test } from '@jest/globals';
import type { ArgsOf } from '../../src/command/contract.ts';
import { expectWhatIf } from '../../src/severity/what-if.ts';
import { orderWith, sceneOf, standingAt } from '../support/world.ts';

const facts = (args: ArgsOf<'response.expect'>, order = orderWith()) => {
  const scene = sceneOf(order);
  return expectWhatIf(args, standingAt(scene, args.location), scene).facts;
};
const exchange = { severity: 'A', product: 'exchange-online' } as const;

describe('what severity A on Exchange would be with Unified Enhanced Response', () => {
  test('thirty minutes instead of sixty, with today’s answer beside it', () => {
    expect(facts({ ...exchange, assuming: ['unified-enhanced-response'] })).toMatchObject({
      chart: 'unified-enhanced-response',
      firstResponseMinutes: 30,
      whatIf: { assuming: ['unified-enhanced-response'], today: { chart: 'base', firstResponseMinutes: 60 } },
    });
  });

  test('with what the service presupposes (F-UER-13)', () => {
    expect(facts({ ...exchange, assuming: ['unified-enhanced-response'] })).toMatchObject({
      whatIf: { prerequisites: expect.arrayContaining(['active-agreement']) },
    });
  });
});

test('mission-critical Azure Plus brings the chart of mission-critical Azure (F-CH-MCAP)', () => {
  const bare = orderWith({ services: [], flexAllowance: undefined });
  const azure = { severity: 'A', product: 'azure-sql-database' } as const;
  for (const service of ['mcs-azure-platform', 'mcs-azure-platform-plus'])
    expect(facts({ ...azure, assuming: [service] }, bare)).toMatchObject({
      chart: 'mcs-azure-platform',
      whatIf: { assuming: [service], today: { chart: 'base' } },
    });
});

describe('an assumption changes nothing', () => {
  test('when the service is held already', () => {
    const azure = { severity: 'A', product: 'azure-sql-database' } as const;
    expect(facts({ ...azure, assuming: ['azure-rapid-response'] })).not.toHaveProperty('whatIf');
  });

  test('when the service has no severity chart', () => {
    expect(facts({ ...exchange, assuming: ['workshops'] })).not.toHaveProperty('whatIf');
  });

  test('when the edition has no such service, which is told', () => {
    expect(facts({ ...exchange, assuming: ['premier-ultimate'] })).toMatchObject({
      chart: 'base',
      whatIf: { assuming: [], notOffered: ['premier-ultimate'] },
    });
  });

  test('when no chart governs, the agreement being over', () => {
    const over = orderWith({ term: { start: '2025-01-01', end: '2025-12-31' } });
    expect(facts({ ...exchange, assuming: ['unified-enhanced-response'] }, over)).not.toHaveProperty('whatIf');
  });
});

describe('an assumption is made for the location that is asked about', () => {
  test('rapid response in Lyon, where only the host has it', () => {
    expect(
      facts({ severity: 'A', product: 'azure-sql-database', location: 'lyon', assuming: ['azure-rapid-response'] }),
    ).toMatchObject({
      chart: 'azure-rapid-response',
      firstResponseMinutes: 15,
      whatIf: { today: { chart: 'base', firstResponseMinutes: 60 } },
    });
  });
});
