import { describe, expect, test } from '@jest/globals';
import { contracts } from '../../src/command/contract.ts';
import { bookService } from '../../src/ledger/book-service.ts';
import { type Booking, bookingNumbered } from '../../src/ledger/bookings.ts';
import { toNumber } from '../../src/ledger/decimal.ts';
import { emptyLedger, type Ledger } from '../../src/ledger/ledger.ts';
import { type Moving, moveService } from '../../src/ledger/move-service.ts';
import { poolBalance } from '../../src/ledger/pools.ts';
import { january, posted, premier, remaining, usedUp, type World, worldOf } from './account-world.ts';

const workshops = { service: 'workshops', location: 'odense', unit: 'events' } as const;
const NOW = '2026-03-03T10:00:00+01:00';

/** A ledger in which a workshop is booked for a day, and its booking. */
function booked(world: World, date: string, ledger: Ledger = emptyLedger): { ledger: Ledger; booking: Booking } {
  const made = posted(
    ledger,
    bookService({ service: 'workshops', date }, world.at(), ledger, world.scene, 'BK-1'),
    NOW,
    'booked',
  );
  const booking = bookingNumbered(made, 'BK-1', '2026-01-01');
  if (booking === undefined) throw new Error('nothing was booked');
  return { ledger: made, booking };
}

function move(world: World, ledger: Ledger, change: Partial<Moving> & Pick<Moving, 'booking'>) {
  const meant = { service: undefined, deliveryDate: '2026-05-20', date: '2026-06-10', ...change };
  const decision = moveService(meant, world.at(), ledger, world.scene);
  expect(contracts['service.move'].facts.parse(decision.facts)).toEqual(decision.facts);
  return decision;
}

const onDay = (now: string): World => worldOf(january(), now);

test('nothing is moved beyond the day with which what it holds lapses (F-TERM-05)', () => {
  const { services } = january();
  const parted = services.map((bought) => (bought.service === 'workshops' ? { ...bought, end: '2026-06-30' } : bought));
  const world = worldOf(january({ services: parted }), NOW);
  const { ledger, booking } = booked(world, '2026-05-20');
  expect(move(world, ledger, { booking, date: '2026-06-30' }).facts).toMatchObject({ allowed: 'yes' });
  const late = move(world, ledger, { booking, date: '2026-07-01' });
  expect(late.facts).toMatchObject({ allowed: 'no', because: ['service-ended'] });
  expect(late.draft).toBeUndefined();
});

describe('what moving costs', () => {
  test.each([
    ['2026-05-06T10:00:00+02:00', 14, 0, undefined],
    ['2026-05-07T00:00:00+02:00', 13, 50, [50, 0]],
    ['2026-05-14T23:59:00+02:00', 6, 50, [50, 0]],
    ['2026-05-15T00:00:00+02:00', 5, 100, [100, 0]],
  ])(
    'Unified names cancelling alone, so the fee is open where there is one: %s',
    (now, daysAhead, feePercent, fees) => {
      const { ledger, booking } = booked(onDay(NOW), '2026-05-20');
      const { facts, citations } = move(onDay(now), ledger, { booking });
      expect(facts).toMatchObject({ allowed: 'yes', daysAhead, feePercent });
      expect(facts.feePercents).toEqual(fees);
      expect(facts.because).toEqual(feePercent === 0 ? [] : ['rescheduling-unprinted']);
      expect(facts.uncertain).toBe(feePercent === 0 ? undefined : true);
      expect(citations).toContainEqual({ edition: 'unified-2025-01', section: '2.7' });
    },
  );

  test('Premier names rescheduling: under 14 days up to the whole price, at the vendor’s discretion (F-PT-11)', () => {
    const quote = (now: string) =>
      moveService(
        { service: 'workshops', deliveryDate: '2022-10-18', date: '2022-11-08', booking: undefined },
        worldOf(premier(), now).at(),
        emptyLedger,
        worldOf(premier(), now).scene,
      );
    const late = quote('2022-10-05T09:00:00+06:00');
    expect(late.facts).toMatchObject({ daysAhead: 13, feePercent: 100, because: ['at-vendor-discretion'] });
    expect(late.facts.uncertain).toBeUndefined();
    expect(late.draft).toBeUndefined();
    expect(quote('2022-10-04T09:00:00+06:00').facts).toMatchObject({ daysAhead: 14, feePercent: 0, because: [] });
    expect(late.citations).toContainEqual({ edition: 'premier-2022', section: '4.8' });
  });
});

describe('what becomes of what the booking holds', () => {
  test('in time it stays held, for the new day, and nothing else is taken', () => {
    const world = onDay(NOW);
    const { ledger, booking } = booked(world, '2026-05-20');
    const decision = move(world, ledger, { booking });
    const after = posted(ledger, decision, NOW, 'moved');
    expect(bookingNumbered(after, 'BK-1', '2026-03-03')).toMatchObject({ date: '2026-06-10', moves: 1 });
    expect(remaining(january(), after, workshops)).toBe(2);
    const between = poolBalance(january(), after, '2026-05-25', workshops);
    expect([toNumber(between.reserved), toNumber(between.used)]).toEqual([1, 0]);
    const later = poolBalance(january(), after, '2026-06-11', workshops);
    expect([toNumber(later.reserved), toNumber(later.used)]).toEqual([0, 1]);
  });

  test('a fee comes out of what is free, besides', () => {
    const { ledger, booking } = booked(onDay(NOW), '2026-05-20');
    const late = '2026-05-16T10:00:00+02:00';
    const decision = move(onDay(late), ledger, { booking });
    expect(decision.facts.fee).toEqual({ ...workshops, amount: 1 });
    const after = posted(ledger, decision, late, 'moved');
    const balance = poolBalance(january(), after, '2026-05-16', workshops);
    expect([balance.reserved, balance.used, balance.remaining].map(toNumber)).toEqual([1, 1, 1]);
  });

  test('without enough for the fee it is not done', () => {
    const { ledger, booking } = booked(onDay(NOW), '2026-05-20', usedUp(workshops, 2));
    const decision = move(onDay('2026-05-16T10:00:00+02:00'), ledger, { booking });
    expect(decision.facts).toMatchObject({ allowed: 'no', because: ['insufficient', 'rescheduling-unprinted'] });
    expect(decision.draft).toBeUndefined();
  });

  test('moved twice, it stands on the last day', () => {
    const world = onDay(NOW);
    const { ledger, booking } = booked(world, '2026-05-20');
    const once = posted(ledger, move(world, ledger, { booking }), NOW, 'moved');
    const again = move(world, once, {
      booking: bookingNumbered(once, 'BK-1', '2026-03-03'),
      deliveryDate: '2026-06-10',
      date: '2026-07-01',
    });
    const twice = posted(once, again, NOW, 'moved again');
    expect(bookingNumbered(twice, 'BK-1', '2026-03-03')).toMatchObject({ date: '2026-07-01', moves: 2 });
    expect(remaining(january(), twice, workshops)).toBe(2);
  });
});

describe('the new day is checked as a booking is', () => {
  const world = onDay(NOW);
  const { ledger, booking } = booked(world, '2026-05-20');

  test.each([
    ['the day before today', { date: '2026-03-02' }, 'date-in-the-past'],
    ['the same day', { date: '2026-05-20' }, 'same-day'],
    ['after the term', { date: '2027-01-05' }, 'agreement-expired'],
    ['another day than the one that is booked', { deliveryDate: '2026-05-21' }, 'booked-on-another-day'],
    ['what was cancelled', { booking: { ...booking, state: 'cancelled' as const } }, 'already-cancelled'],
  ])('no to %s', (_, change, because) => {
    const decision = move(world, ledger, { booking, ...change });
    expect(decision.facts).toMatchObject({ allowed: 'no', because: [because] });
    expect(decision.draft).toBeUndefined();
  });

  test('what has been delivered stays where it was', () => {
    const { facts } = move(onDay('2026-05-21T09:00:00+02:00'), ledger, { booking });
    expect(facts).toMatchObject({ allowed: 'no' });
    expect(facts.because[0]).toBe('date-in-the-past');
  });

  test('in the last 60 days before the end it is the vendor’s to allow: no edition says whether a move is a request', () => {
    const inTime = booked(world, '2026-12-15');
    const asked = (now: string) =>
      move(onDay(now), inTime.ledger, {
        booking: inTime.booking,
        deliveryDate: '2026-12-15',
        date: '2026-12-20',
      });
    expect(asked('2026-11-01T10:00:00+01:00').facts).toMatchObject({ allowed: 'yes', requestBy: '2026-11-01' });
    const late = asked('2026-11-02T10:00:00+01:00');
    expect(late.facts).toMatchObject({ allowed: 'ask', because: ['request-60-days-ahead'], uncertain: true });
    expect(late.draft).toBeUndefined();
  });

  test('is subject to resources, and a workshop to its minimum registration', () => {
    const { facts } = move(world, ledger, { booking });
    expect(facts.conditions[0]).toBe('subject-to-resources');
    expect(facts.conditions).toContain('minimum-registration');
  });
});
