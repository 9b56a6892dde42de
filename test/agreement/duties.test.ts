import { describe, expect, test } from '@jest/globals';
import { listDuties } from '../../src/agreement/duties.ts';
import type { ArgsOf } from '../../src/command/contract.ts';
import { knowledge, orderWith, sceneOf, standingAt } from '../support/world.ts';

const duties = (args: ArgsOf<'duty.list'>, order = orderWith()) =>
  listDuties(args, standingAt(sceneOf(order)), '2026-03-02', knowledge.products);
const ids = (...words: Parameters<typeof duties>): string[] => duties(...words).facts.duties.map(({ id }) => id);

describe('duties for a severity', () => {
  test.each([
    ['1', ['notify-executives', 'resources-continuous', 'rapid-access']],
    ['A', ['resources-continuous', 'rapid-access']],
    ['B', ['resources-aligned', 'change-authority-4-business-hours']],
    ['C', ['accurate-contact', 'respond-24-hours']],
  ] as const)('%s, base chart', (severity, expected) => {
    expect(ids({ severity })).toEqual(expected);
    expect(duties({ severity }).citations).toEqual([{ edition: 'unified-2025-01', section: 'A' }]);
  });

  test('Premier wants the phone for 1 and A (F-REA-08b)', () => {
    const premier = orderWith({ edition: 'premier-2022', services: [], flexAllowance: undefined });
    expect(ids({ severity: 'A' }, premier)).toEqual(
      expect.arrayContaining(['phone-only', 'resources-continuous', 'rapid-access']),
    );
    expect(ids({ severity: 'B' }, premier)).not.toContain('phone-only');
  });
});

describe('standing duties (F-RESP)', () => {
  test('all of them, with the section of responsibilities', () => {
    expect(ids({})).toEqual(
      expect.arrayContaining(['name-administrator', 'back-up-data', 'request-60-days-ahead', 'submit-online-requests']),
    );
    expect(duties({}).citations).toEqual([{ edition: 'unified-2025-01', section: '2.8' }]);
  });

  test('of one role', () => {
    expect(ids({ role: 'contact' })).not.toContain('bear-travel');
    expect(ids({ role: 'contact' }).length).toBeGreaterThan(0);
  });
});
