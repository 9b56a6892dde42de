import { describe, expect, test } from '@jest/globals';
import type { ArgsOf, ResponseFacts } from '../../src/command/contract.ts';
import { expectResponse } from '../../src/severity/expect-response.ts';
import { orderHolding, orderWith, sceneOf, standingAt } from '../support/world.ts';

type Args = ArgsOf<'response.expect'>;
const enhanced = orderHolding({ service: 'unified-enhanced-response', location: 'odense' });

function expected(args: Args, { order = orderWith(), now = '2026-03-02T10:00:00+01:00' } = {}): ResponseFacts {
  const scene = sceneOf(order, now);
  const { facts } = expectResponse(args, standingAt(scene, args.location), scene);
  if (!('chart' in facts)) throw new Error('no chart governs');
  return facts;
}

describe('minutes to the first response, edition of January 2025 (digest part 6.0)', () => {
  test.each<[string, Args, number, string, boolean]>([
    ['base 1, Azure components', { severity: '1', product: 'azure-sql-database', location: 'lyon' }, 15, 'base', false],
    ['base 1, all other', { severity: '1', product: 'exchange-online' }, 60, 'base', false],
    ['base A has no Azure line', { severity: 'A', product: 'azure-sql-database', location: 'lyon' }, 60, 'base', false],
    ['base B', { severity: 'B', product: 'exchange-online' }, 120, 'base', false],
    ['base C', { severity: 'C', product: 'exchange-online' }, 240, 'base', false],
    [
      'enhanced response 1, Azure components',
      { severity: '1', product: 'azure-sql-database', location: 'lyon' },
      15,
      'unified-enhanced-response',
      true,
    ],
    [
      'enhanced response 1, all other',
      { severity: '1', product: 'exchange-online' },
      30,
      'unified-enhanced-response',
      true,
    ],
    [
      'enhanced response A',
      { severity: 'A', product: 'azure-sql-database', location: 'lyon' },
      30,
      'unified-enhanced-response',
      true,
    ],
    ['rapid response 1', { severity: '1', product: 'azure-sql-database' }, 15, 'azure-rapid-response', false],
    ['rapid response A', { severity: 'A', product: 'azure-sql-database' }, 15, 'azure-rapid-response', false],
  ])('%s', (_what, args, minutes, chart, isEnhanced) => {
    expect(expected(args, isEnhanced ? { order: enhanced } : {})).toMatchObject({
      firstResponseMinutes: minutes,
      chart,
    });
  });

  test('a product that the footnote carves out falls to the other line, and that is inferred (F-CH-BASE-06)', () => {
    for (const product of ['azure-storsimple', 'azure-communication-services', 'azure-billing']) {
      expect(expected({ severity: '1', product })).toMatchObject({
        firstResponseMinutes: 60,
        inferred: true,
        chart: 'base',
      });
    }
  });

  test('the carve-outs of enhanced response are its own: Communication Services keeps 15 minutes (F-CH-UER-fn1)', () => {
    const at = { order: enhanced };
    expect(expected({ severity: '1', product: 'azure-communication-services' }, at)).toMatchObject({
      firstResponseMinutes: 15,
    });
    expect(expected({ severity: '1', product: 'azure-media-services' }, at)).toMatchObject({
      firstResponseMinutes: 30,
      inferred: true,
    });
  });

  test('without a product both lines are told', () => {
    expect(expected({ severity: '1', location: 'lyon' })).toMatchObject({
      chart: 'base',
      firstResponseMinutes: 60,
      byProduct: [{ family: 'azure', firstResponseMinutes: 15, chart: 'base' }],
    });
    expect(expected({ severity: 'A' })).toMatchObject({
      firstResponseMinutes: 60,
      byProduct: [{ family: 'azure', firstResponseMinutes: 15, chart: 'azure-rapid-response' }],
    });
    expect(expected({ severity: 'C' })).not.toHaveProperty('byProduct');
  });
});

describe('the clock and the due instant', () => {
  test('1 and A run day and night', () => {
    expect(expected({ severity: '1', product: 'sql-server' }, { now: '2026-03-07T23:30:00+01:00' })).toMatchObject({
      clock: 'elapsed',
      due: '2026-03-08T00:30:00+01:00',
      effort: 'continuous',
    });
  });

  test('B and C run in the business hours of the location, which the proof adds up', () => {
    const facts = expected({ severity: 'B', product: 'exchange-online' }, { now: '2026-03-06T16:30:00+01:00' });
    expect(facts).toMatchObject({ clock: 'business', due: '2026-03-09T10:00:00+01:00' });
    const counted = facts.proof.segments.filter((segment) => segment.counted);
    expect(counted.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(120);
  });

  test('severity B is worked on day and night in this edition, though its clock is business time (A-09)', () => {
    expect(expected({ severity: 'B', product: 'exchange-online' })).toMatchObject({
      effort: 'continuous',
      clock: 'business',
    });
  });

  test('a public holiday of the location is not counted; a listed one is the order’s word', () => {
    const osaka = { severity: 'C', product: 'onedrive', location: 'osaka' } as const;
    const facts = expected(osaka, { now: '2026-03-02T16:00:00+09:00' });
    expect(facts).toMatchObject({ due: '2026-03-04T11:30:00+09:00', proof: { holidays: 'listed' } });
    const lyon = expected(
      { severity: 'C', product: 'onedrive', location: 'lyon' },
      { now: '2026-07-13T16:30:00+02:00' },
    );
    expect(lyon).toMatchObject({ due: '2026-07-15T12:00:00+02:00', proof: { holidays: 'proposed' } });
  });

  test('the spring change of the clock takes no working time away', () => {
    expect(expected({ severity: 'C', product: 'onedrive' }, { now: '2026-03-27T16:30:00+01:00' })).toMatchObject({
      due: '2026-03-30T12:00:00+02:00',
    });
  });

  test('counts from the instant asked about, and says when that has gone by', () => {
    const args = { severity: '1', product: 'azure-sql-database' } as const;
    expect(expected({ ...args, at: '2026-03-14T22:00:00+01:00' })).toMatchObject({ due: '2026-03-14T22:15:00+01:00' });
    expect(expected({ ...args, at: '2026-03-01T22:00:00+01:00' })).toMatchObject({ past: true });
  });
});

describe('what comes with it', () => {
  test('rapid response: the portal, specialists, cloud operations, two languages', () => {
    expect(expected({ severity: '1', product: 'azure-sql-database' })).toMatchObject({
      submission: { via: ['portal'] },
      roles: ['experienced-specialist'],
      escalation: expect.arrayContaining(['cloud-operations-teams']),
      conditions: expect.arrayContaining(['language-en-ja', 'downgrade-without-resources']),
      obligations: ['notify-executives', 'resources-continuous', 'rapid-access'],
      queue: 'rapid-response',
    });
  });

  test('severities B and C on Azure go to the rapid-response team though the base chart governs (F-ARR-03)', () => {
    const azure = { product: 'azure-sql-database' } as const;
    expect(expected({ severity: 'B', ...azure })).toMatchObject({ chart: 'base', queue: 'rapid-response' });
    expect(expected({ severity: 'B', product: 'exchange-online' })).toMatchObject({ queue: 'problem-resolution' });
    expect(expected({ severity: 'B', ...azure, location: 'lyon' })).toMatchObject({ queue: 'problem-resolution' });
    expect(expected({ severity: 'B', product: 'azure-media-services' })).toMatchObject({ queue: 'problem-resolution' });
  });

  test('business hours may vary only where they count', () => {
    expect(expected({ severity: 'C', product: 'onedrive' }).conditions).toContain('business-hours-may-vary');
    expect(expected({ severity: '1', product: 'onedrive' }).conditions).not.toContain('business-hours-may-vary');
  });

  test('another language than English is promised only where possible (F-TERM-02), when it is asked for', () => {
    const speaking = (language?: string) =>
      expected({ severity: '1', product: 'onedrive', ...(language === undefined ? {} : { language }) }).conditions;
    expect(speaking('da')).toContain('language-where-possible');
    expect(speaking('en-GB')).not.toContain('language-where-possible');
    expect(speaking()).not.toContain('language-where-possible');
  });

  test('after the term nothing is promised', () => {
    const scene = sceneOf(orderWith(), '2027-02-01T10:00:00+01:00');
    const { facts } = expectResponse({ severity: '1', product: 'onedrive' }, standingAt(scene), scene);
    expect(facts).toMatchObject({ because: ['agreement-expired'], term: { end: '2026-12-31' } });
    expect(facts).not.toHaveProperty('firstResponseMinutes');
  });
});
