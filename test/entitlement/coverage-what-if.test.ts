import { describe, expect, test } from '@jest/globals';
import { createPresenter } from '../../cards/present.ts';
import type { ArgsOf } from '../../src/command/contract.ts';
import { coverWhatIf } from '../../src/entitlement/coverage-what-if.ts';
import { knowledge, orderWith, sceneOf, standingAt } from '../support/world.ts';

const covered = (args: ArgsOf<'coverage.check'>) => {
  const scene = sceneOf(orderWith());
  return coverWhatIf(args, standingAt(scene, args.location), scene);
};

describe('coverage if a service were bought', () => {
  test('tells the decision under the assumption, today’s, and what it presupposes', () => {
    expect(covered({ service: 'mcs-azure-platform', assuming: ['mcs-azure-platform'] }).facts).toMatchObject({
      decision: 'purchased',
      whatIf: {
        assuming: ['mcs-azure-platform'],
        today: { decision: 'available', because: ['not-purchased'] },
        prerequisites: expect.arrayContaining(['active-agreement']),
      },
    });
  });

  test('at the location asked about', () => {
    expect(
      covered({ service: 'azure-rapid-response', location: 'lyon', assuming: ['azure-rapid-response'] }).facts,
    ).toMatchObject({
      decision: 'purchased',
      whatIf: { today: { decision: 'not-at-location' } },
    });
  });

  test('an excluded product stays excluded', () => {
    const args = {
      service: 'azure-rapid-response',
      product: 'azure-stack',
      location: 'lyon',
      assuming: ['azure-rapid-response'],
    };
    expect(covered(args).facts).toMatchObject({ decision: 'excluded', whatIf: { today: { decision: 'excluded' } } });
  });

  test('a product alone moves to the chart of what is assumed', () => {
    expect(covered({ product: 'exchange-online', assuming: ['unified-enhanced-response'] }).facts).toMatchObject({
      chart: 'unified-enhanced-response',
      whatIf: { today: { decision: 'included' } },
    });
  });

  test('what is held already, or not assumed at all, leaves the plain answer', () => {
    expect(covered({ service: 'azure-rapid-response', assuming: ['azure-rapid-response'] }).facts).not.toHaveProperty(
      'whatIf',
    );
    expect(covered({ service: 'webcasts' }).facts).not.toHaveProperty('whatIf');
  });

  test('a service that the edition does not have is named', () => {
    expect(covered({ service: 'webcasts', assuming: ['premier-ultimate'] }).facts).toMatchObject({
      decision: 'included',
      whatIf: { assuming: [], notOffered: ['premier-ultimate'] },
    });
  });

  test('the card says what is assumed and what holds today', () => {
    const args = { service: 'mcs-azure-platform', assuming: ['mcs-azure-platform'] };
    const { facts, citations } = covered(args);
    const { text } = createPresenter(knowledge).present(
      { command: 'coverage.check', args, status: 'answered', facts: { ...facts }, citations },
      { language: 'en', timeZone: 'Europe/Copenhagen', now: '2026-03-02T09:00:00Z' },
    );
    expect(text).toMatch(/assumes that you have: .*Today, without it: Can be bought/s);
  });
});
