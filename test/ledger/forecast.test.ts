import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { WorkOrder } from '../../src/agreement/work-order.ts';
import type { BalanceForecast } from '../../src/command/account-contract.ts';
import { contracts } from '../../src/command/contract.ts';
import { bookService } from '../../src/ledger/book-service.ts';
import { forecastBalances } from '../../src/ledger/forecast.ts';
import { emptyLedger, type Ledger } from '../../src/ledger/ledger.ts';
import { credits, january, posted, premier, usedUp, worldOf } from './account-world.ts';

const inOdense = { service: 'proactive-credits', location: 'odense', unit: 'credits' } as const;
const hours = { service: 'enhanced-designated-engineering', location: 'odense', unit: 'hours' } as const;

function forecast(now: string, ledger: Ledger, args = {}, order: WorkOrder = january()) {
  const world = worldOf(order, now);
  const answer = forecastBalances(args, world.at(), world.scene, ledger);
  expect(contracts['balance.forecast'].facts.parse(answer.facts)).toEqual(answer.facts);
  return answer;
}

const one = (now: string, ledger: Ledger, args: object, order?: WorkOrder): BalanceForecast => {
  const [first] = forecast(now, ledger, args, order).facts.forecasts;
  if (first === undefined) throw new Error('nothing was forecast');
  return first;
};

const ofCredits = { what: 'credits', location: 'odense' };

describe('use so far, carried on to the end of the term', () => {
  test('what is not drawn at this pace lapses on its last day (F-TERM-05)', () => {
    // 100 days of 2026 are gone before 11 April, 265 are to come: 40 credits in 100 days are 106 in 265.
    const found = one('2026-04-11T10:00:00+02:00', usedUp(inOdense, 40), ofCredits);
    expect(found).toEqual({
      ...inOdense,
      purchased: 200,
      used: 40,
      reserved: 0,
      remaining: 160,
      expires: '2026-12-31',
      days: 100,
      daysLeft: 265,
      outlook: 'lapses',
      drawn: 106,
      lapses: 54,
    });
  });

  test('what is drawn faster runs out on a day', () => {
    const found = one('2026-04-11T10:00:00+02:00', usedUp(inOdense, 100), ofCredits);
    expect(found).toMatchObject({ outlook: 'runs-out', drawn: 100, lapses: 0, runsOut: '2026-07-19' });
  });

  test('hours are told to a tenth', () => {
    const found = one('2026-04-11T10:00:00+02:00', usedUp(hours, 12.5), { what: 'hours' });
    expect(found).toMatchObject({ outlook: 'lapses', drawn: 33.1, lapses: 114.4 });
  });

  test('what is booked for later counts towards the use to come', () => {
    const now = '2026-04-11T10:00:00+02:00';
    const args = { what: 'events', service: 'workshops' };
    const { scene, at } = worldOf(january(), now);
    const booking = bookService({ service: 'workshops', date: '2026-09-01' }, at(), emptyLedger, scene, 'BK-1');
    const found = one(now, posted(emptyLedger, booking, now, 'booked'), args);
    expect(found).toMatchObject({ outlook: 'lapses', used: 0, reserved: 1, remaining: 2, drawn: 0, lapses: 2 });
  });

  test('with no use at all everything lapses', () => {
    const found = one('2026-04-11T10:00:00+02:00', emptyLedger, ofCredits);
    expect(found).toMatchObject({ outlook: 'unused', drawn: 0, lapses: 200 });
  });

  test.each([
    ['the first day', '2026-01-01T10:00:00+01:00', 0],
    ['the day before four weeks are over', '2026-01-28T10:00:00+01:00', 27],
  ])('on %s there is too little history, and no figure is made up', (_, now, days) => {
    const found = one(now, usedUp(inOdense, 40, '2026-01-01T09:00:00+01:00'), ofCredits);
    expect(found).toMatchObject({ outlook: 'too-little-history', days, remaining: 160 });
    expect(found).not.toHaveProperty('lapses');
  });

  test('nothing left is spent, and past the end is past', () => {
    const all = usedUp(inOdense, 200);
    expect(one('2026-04-11T10:00:00+02:00', all, ofCredits).outlook).toBe('spent');
    expect(one('2027-01-01T10:00:00+01:00', all, ofCredits).outlook).toBe('ended');
  });

  test('a part that is bought for a shorter time is named', () => {
    const order = january({ services: [credits('odense', 100, { end: '2026-06-30' }), credits('odense', 100)] });
    expect(one('2026-04-11T10:00:00+02:00', usedUp(inOdense, 40), ofCredits, order).parted).toBe(true);
  });

  test('of a later part the days gone by are its own', () => {
    const order = january({ services: [credits('odense', 100, { start: '2026-04-01' })] });
    expect(one('2026-04-11T10:00:00+02:00', emptyLedger, ofCredits, order)).toMatchObject({
      days: 10,
      outlook: 'too-little-history',
    });
  });

  test('the flex allowance is not used over time, and Premier has hours', () => {
    const flex = forecast('2026-04-11T10:00:00+02:00', emptyLedger, { what: 'flex' });
    expect(flex.facts).toMatchObject({ forecasts: [], because: ['flex-not-used-over-time'] });
    const { facts, citations } = forecast('2022-08-09T10:00:00+06:00', emptyLedger, { what: 'hours' }, premier());
    expect(facts.forecasts.map(({ service, outlook }) => [service, outlook])).toEqual([
      ['problem-resolution-support', 'unused'],
      ['third-tier-support', 'unused'],
    ]);
    expect(citations[0]?.edition).toBe('premier-2022');
  });
});

test('never promises more than is left, loses none of it, and more use never makes more lapse', () => {
  const day = fc.integer({ min: 0, max: 364 });
  const amount = fc.integer({ min: 1, max: 200 });
  fc.assert(
    fc.property(day, amount, amount, (after, less, more) => {
      const now = new Date(Date.UTC(2026, 0, 1 + after, 12)).toISOString();
      const [low, high] = [Math.min(less, more), Math.max(less, more)].map((used) =>
        one(now, usedUp(inOdense, used, '2026-01-01T09:00:00+01:00'), ofCredits),
      );
      for (const { drawn = 0, lapses = 0, remaining, outlook, runsOut } of [low, high].filter((x) => x !== undefined)) {
        expect([drawn, lapses, remaining - drawn].every((figure) => figure >= 0)).toBe(true);
        if (outlook === 'lapses') expect(drawn + lapses).toBe(remaining);
        if (outlook === 'runs-out') expect(runsOut !== undefined && runsOut < '2026-12-31').toBe(true);
      }
      expect(high?.lapses ?? 0).toBeLessThanOrEqual(low?.lapses ?? 200);
    }),
  );
});
