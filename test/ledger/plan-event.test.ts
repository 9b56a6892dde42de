import { describe, expect, test } from '@jest/globals';
import type { ArgsOf } from '../../src/command/contract.ts';
import { contracts } from '../../src/command/contract.ts';
import { withRecordedEvents } from '../../src/ledger/events.ts';
import { emptyLedger, type Ledger } from '../../src/ledger/ledger.ts';
import { planEvent } from '../../src/ledger/plan-event.ts';
import { april, january, posted, premier, remaining, september, usedUp, type World, worldOf } from './account-world.ts';

const pool = { service: 'azure-events', location: 'shkoder', unit: 'events' } as const;

const plan = ({ scene, at }: World, args: ArgsOf<'event.plan'>, ledger: Ledger = emptyLedger) => {
  const decision = planEvent(args, at(args.location), ledger, scene);
  expect(contracts['event.plan'].facts.parse(decision.facts)).toEqual(decision.facts);
  return decision;
};

const inApril = (now: string, change = {}) => worldOf(april(change), now);
const inSeptember = (now = '2025-07-01T10:00:00+02:00') => worldOf(september(), now);
const withEvents = (order: ReturnType<typeof premier>, quantity: number) => ({
  ...order,
  services: [...order.services, { service: 'azure-events', location: 'astana', quantity, unit: 'events' as const }],
});

test('an event that goes on beyond the day with which the bought events lapse is not covered by them (F-TERM-05)', () => {
  const order = september();
  const services = order.services.map((bought) =>
    bought.service === 'azure-events' ? { ...bought, end: '2025-09-18' } : bought,
  );
  const world = worldOf({ ...order, services }, '2025-07-01T10:00:00+02:00');
  const until = (end: string) => plan(world, { start: '2025-09-15', end, solutions: 1 }).facts;
  expect(until('2025-09-18')).toMatchObject({ allowed: 'yes' });
  expect(until('2025-09-19')).toMatchObject({ allowed: 'no', because: ['service-ended'] });
});

describe('days, events and notice', () => {
  test.each<[string, World, ArgsOf<'event.plan'>, object]>([
    [
      'five days are one event',
      inSeptember(),
      { start: '2025-09-15', end: '2025-09-19', solutions: 1 },
      { allowed: 'yes', because: [], days: 5, eventsNeeded: 1, noticeWeeks: 6, confirmBy: '2025-08-04' },
    ],
    [
      'eight days are two in a row (F-AEM-07)',
      inApril('2024-09-02T10:00:00+02:00'),
      { start: '2024-11-20', end: '2024-11-27', solutions: 1 },
      { allowed: 'yes', because: [], days: 8, eventsNeeded: 2, confirmBy: '2024-10-09' },
    ],
    [
      'eleven days are three, and one is bought',
      inSeptember(),
      { start: '2025-10-06', end: '2025-10-16', solutions: 1 },
      { allowed: 'no', because: ['not-enough-events'], days: 11, eventsNeeded: 3, eventsAvailable: 1 },
    ],
    [
      'a single day',
      inSeptember(),
      { start: '2025-09-15', end: '2025-09-15', solutions: 1 },
      { allowed: 'yes', days: 1, eventsNeeded: 1 },
    ],
    [
      '42 days ahead is in time',
      inApril('2024-10-07T23:30:00+02:00'),
      { start: '2024-11-18', end: '2024-11-21', solutions: 1 },
      { allowed: 'yes', confirmBy: '2024-10-07' },
    ],
    [
      '41 days ahead needs the vendor (F-AEM-08)',
      inSeptember('2025-08-05T10:00:00+02:00'),
      { start: '2025-09-15', end: '2025-09-18', solutions: 1 },
      {
        allowed: 'ask',
        because: ['short-notice'],
        conditions: expect.arrayContaining(['assessment-may-be-reduced']),
      },
    ],
    [
      'Premier: eight weeks, and no exception is printed',
      worldOf(withEvents(premier(), 1), '2022-10-01T10:00:00+06:00'),
      { start: '2022-11-19', end: '2022-11-20', solutions: 1 },
      { allowed: 'no', because: ['short-notice'], noticeWeeks: 8, confirmBy: '2022-09-24' },
    ],
    [
      'Premier: one after the other is not printed',
      worldOf(withEvents(premier(), 3), '2022-08-02T10:00:00+06:00'),
      { start: '2022-11-14', end: '2022-11-20', solutions: 1 },
      { allowed: 'ask', because: ['chaining-not-printed'], eventsNeeded: 2, uncertain: true },
    ],
  ])('%s', (_, world, args, facts) => {
    expect(plan(world, args).facts).toMatchObject(facts);
  });

  test('the notice counts from the day of the written confirmation', () => {
    const world = inApril('2024-10-20T10:00:00+02:00');
    const args = { start: '2024-11-18', end: '2024-11-21', solutions: 1 };
    expect(plan(world, { ...args, confirmedOn: '2024-10-07' }).facts).toMatchObject({ allowed: 'yes' });
    expect(plan(world, { ...args, confirmedOn: '2024-10-08' }).facts).toMatchObject({ because: ['short-notice'] });
    expect(plan(world, args).facts).toMatchObject({ because: ['short-notice'] });
  });

  test('cites where it is written', () => {
    const args = { start: '2025-09-15', end: '2025-09-19', solutions: 1 };
    expect(plan(inSeptember(), args).citations).toEqual([{ edition: 'unified-2024-09', section: '2.4' }]);
  });
});

describe('several solutions', () => {
  const args = { start: '2024-11-18', end: '2024-11-21' };
  const world = inApril('2024-09-02T10:00:00+02:00');

  test('multiply the events, which is uncertain (F-AEM-06)', () => {
    expect(plan(world, { ...args, solutions: 2 }).facts).toMatchObject({
      allowed: 'yes',
      eventsNeeded: 2,
      uncertain: true,
    });
  });

  test('hang on that reading where the events suffice for one', () => {
    expect(plan(world, { ...args, solutions: 3 }).facts).toMatchObject({
      allowed: 'ask',
      because: ['not-enough-events'],
      eventsNeeded: 3,
      uncertain: true,
    });
  });

  test('are one when none is named, and that is said', () => {
    const { facts } = plan(world, args);
    expect(facts).toMatchObject({ solutions: 1, conditions: expect.arrayContaining(['one-solution-assumed']) });
    expect(facts).not.toHaveProperty('uncertain');
  });
});

describe('is refused', () => {
  const args = { start: '2025-11-03', end: '2025-11-05', solutions: 1 };

  test.each(['us-gov-cloud', 'azure-china-cloud', 'government'])('in the cloud %s (F-AEM-12)', (cloud) => {
    expect(plan(inSeptember(), { ...args, cloud }).facts).toMatchObject({
      allowed: 'no',
      because: ['government-cloud'],
      confirmBy: '2025-09-22',
    });
  });

  test.each(['azure-public-cloud', 'public', 'azure'])('not in the cloud %s', (cloud) => {
    expect(plan(inSeptember(), { ...args, cloud }).facts).toMatchObject({ allowed: 'yes' });
  });

  test('Premier is silent on other clouds: the vendor is asked', () => {
    const world = worldOf(withEvents(premier(), 1), '2022-08-02T10:00:00+06:00');
    expect(plan(world, { start: '2022-11-14', end: '2022-11-15', cloud: 'us-gov-cloud' }).facts).toMatchObject({
      allowed: 'ask',
      because: ['edition-silent'],
      uncertain: true,
    });
  });

  test('where no event was bought, with the plan all the same', () => {
    const { facts } = plan(worldOf(january(), '2026-06-02T10:00:00+02:00'), {
      start: '2026-11-09',
      end: '2026-11-13',
      solutions: 1,
    });
    expect(facts).toMatchObject({
      allowed: 'no',
      because: ['not-purchased'],
      days: 5,
      eventsNeeded: 1,
      confirmBy: '2026-09-28',
    });
    expect(facts).not.toHaveProperty('eventsAvailable');
  });

  test.each([
    ['backwards', '2025-09-19', '2025-09-15', 'end-before-start'],
    ['in the past', '2025-06-01', '2025-06-02', 'date-in-the-past'],
    ['beyond the term', '2025-12-30', '2026-01-02', 'agreement-expired'],
  ])('%s', (_, start, end, because) => {
    expect(plan(inSeptember(), { start, end, solutions: 1 }).facts).toMatchObject({
      allowed: 'no',
      because: [because],
    });
  });

  test('with every reason', () => {
    const { facts } = plan(inSeptember('2025-10-01T10:00:00+02:00'), {
      start: '2025-10-06',
      end: '2025-10-16',
      solutions: 1,
      cloud: 'us-gov-cloud',
    });
    expect(facts.because).toEqual(['government-cloud', 'not-enough-events', 'short-notice']);
  });
});

describe('the events that are left', () => {
  const args = { start: '2024-11-18', end: '2024-11-21', solutions: 1 };
  const now = '2024-09-02T10:00:00+02:00';

  test('are those that the ledger has not used', () => {
    expect(plan(inApril(now), args, usedUp(pool, 2, '2024-08-01T10:00:00+02:00')).facts).toMatchObject({
      because: ['not-enough-events'],
      eventsAvailable: 0,
    });
  });

  test('and that the work order’s own confirmed events do not take', () => {
    const events = [{ start: '2024-07-01', end: '2024-07-06', location: 'shkoder' }];
    expect(plan(inApril(now, { events }), args).facts).toMatchObject({
      because: ['not-enough-events'],
      eventsAvailable: 0,
    });
  });

  test('are looked for at the other locations where the asked one has none', () => {
    const world = inApril(now);
    const { facts } = plan(world, { ...args, location: 'odense-2' });
    expect(facts).toMatchObject({ allowed: 'yes', location: 'shkoder', eventsAvailable: 2 });
  });

  test('need no number where it was bought without one', () => {
    const order = april({ services: [{ service: 'azure-events', location: 'shkoder' }] });
    expect(plan(worldOf(order, now), args).facts).toMatchObject({ allowed: 'yes' });
  });
});

describe('a confirmed event', () => {
  const args = { start: '2024-11-18', end: '2024-11-25', solutions: 1, confirmedOn: '2024-09-01' };
  const now = '2024-09-02T10:00:00+02:00';

  test('is recorded: its events are reserved, and its days are in the work order', () => {
    const order = april();
    const decision = plan(worldOf(order, now), args);
    const ledger = posted(emptyLedger, decision, now, 'c1');
    expect(remaining(order, ledger, pool, now)).toBe(0);
    expect(withRecordedEvents(order, ledger).events).toEqual([
      { start: '2024-11-18', end: '2024-11-25', location: 'shkoder' },
    ]);
  });

  test('stands once although the work order’s file comes to list it too', () => {
    const listed = april({ events: [{ start: '2024-11-18', end: '2024-11-25' }] });
    const ledger = posted(emptyLedger, plan(worldOf(april(), now), args), now, 'c1');
    expect(withRecordedEvents(listed, ledger).events).toHaveLength(1);
    expect(plan(worldOf(listed, now), { start: '2025-02-03', end: '2025-02-04' }, ledger).facts.eventsAvailable).toBe(
      0,
    );
  });

  test('is not recorded twice', () => {
    const world = worldOf(april(), now);
    const ledger = posted(emptyLedger, plan(world, { ...args, end: '2024-11-21' }), now, 'c1');
    const again = plan(world, { ...args, end: '2024-11-21' }, ledger);
    expect(again.facts).toMatchObject({ allowed: 'no', because: ['already-confirmed'] });
    expect(again.draft).toBeUndefined();
  });

  test.each([
    ['not confirmed yet', { confirmedOn: undefined }],
    ['to be confirmed on a later day', { confirmedOn: '2024-09-03' }],
    ['confirmed too late', { start: '2024-10-01', end: '2024-10-02' }],
  ])('is not recorded while it is %s', (_, change) => {
    const { confirmedOn, ...rest } = { ...args, ...change };
    const asked = confirmedOn === undefined ? rest : { ...rest, confirmedOn };
    expect(plan(worldOf(april(), now), asked).draft).toBeUndefined();
  });
});
