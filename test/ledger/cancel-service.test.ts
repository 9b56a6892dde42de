import { describe, expect, test } from '@jest/globals';
import { contracts } from '../../src/command/contract.ts';
import { type Booking, bookingsOf } from '../../src/ledger/bookings.ts';
import { type Cancellation, cancelService } from '../../src/ledger/cancel-service.ts';
import { decimalOf } from '../../src/ledger/decimal.ts';
import { isBalanced } from '../../src/ledger/entries.ts';
import { emptyLedger } from '../../src/ledger/ledger.ts';
import { april, january, premier, september, type World, worldOf } from './account-world.ts';

const cancel = ({ scene, at }: World, change: Partial<Cancellation> & { deliveryDate: string }) => {
  const meant = { service: 'workshops', requestedAt: undefined, booking: undefined, ...change };
  const decision = cancelService(meant, at(), scene);
  expect(contracts['service.cancel'].facts.parse(decision.facts)).toEqual(decision.facts);
  return decision;
};

const booking = (change: Partial<Booking> = {}): Booking => ({
  id: 'BK-1',
  service: 'workshops',
  location: 'odense',
  date: '2026-05-20',
  state: 'requested',
  moves: 0,
  hold: { pool: { service: 'workshops', location: 'odense', unit: 'events' }, amount: decimalOf(1) },
  ...change,
});

describe('the fee, by whole calendar days at the location', () => {
  test.each([
    ['2026-05-06T10:00:00+02:00', 14, 0],
    ['2026-04-01T10:00:00+02:00', 49, 0],
    ['2026-05-07T00:00:00+02:00', 13, 50],
    ['2026-05-14T23:59:00+02:00', 6, 50],
    ['2026-05-15T00:00:00+02:00', 5, 100],
    ['2026-05-20T08:00:00+02:00', 0, 100],
  ])('asked for at %s: %p days ahead, %p %%', (now, daysAhead, feePercent) => {
    const { facts, citations, draft } = cancel(worldOf(january(), now), { deliveryDate: '2026-05-20' });
    expect(facts).toMatchObject({ allowed: 'yes', because: [], daysAhead, feePercent });
    expect(citations).toEqual([{ edition: 'unified-2025-01', section: '2.7' }]);
    expect(draft).toBeUndefined();
  });

  test('the day is that of the location: late in the evening in UTC it is the next', () => {
    const { facts } = cancel(worldOf(january(), '2026-05-05T22:30:00Z'), { deliveryDate: '2026-05-19' });
    expect(facts).toMatchObject({ requested: '2026-05-06', daysAhead: 13 });
  });

  test('counts across a clock change and a leap day as the calendar does', () => {
    const now = '2026-03-22T10:00:00+01:00';
    expect(cancel(worldOf(january(), now), { deliveryDate: '2026-04-05' }).facts.daysAhead).toBe(14);
    const leap = worldOf(january({ term: { start: '2028-01-01', end: '2028-12-31' } }), '2028-02-20T10:00:00+01:00');
    expect(cancel(leap, { deliveryDate: '2028-03-05' }).facts.daysAhead).toBe(14);
  });

  test.each([
    ['april', april(), '2025-02-05T10:00:00+01:00', '2025-02-11', 6, 50, '2.6'],
    ['september', september(), '2025-10-09T09:00:00+02:00', '2025-10-14', 5, 100, '2.7'],
  ])('by the bands of %s', (_, order, now, deliveryDate, daysAhead, feePercent, section) => {
    const { facts, citations } = cancel(worldOf(order, now), { deliveryDate });
    expect(facts).toMatchObject({ daysAhead, feePercent });
    expect(citations).toEqual([{ edition: order.edition, section }]);
  });

  test('Premier: under 14 days up to the whole price, at the vendor’s discretion (F-PT-11)', () => {
    const late = cancel(worldOf(premier(), '2022-10-04T19:00:00Z'), { deliveryDate: '2022-10-18' });
    expect(late.facts).toMatchObject({ daysAhead: 13, feePercent: 100, because: ['at-vendor-discretion'] });
    const early = cancel(worldOf(premier(), '2022-10-04T16:00:00+06:00'), { deliveryDate: '2022-10-18' });
    expect(early.facts).toMatchObject({ daysAhead: 14, feePercent: 0, because: [] });
    expect(early.citations).toEqual([{ edition: 'premier-2022', section: '4.8' }]);
  });

  test('at another instant, or on a date, when asked so', () => {
    const world = worldOf(january(), '2026-03-03T10:00:00+01:00');
    const quote = (requestedAt: string) => cancel(world, { deliveryDate: '2026-05-20', requestedAt }).facts;
    expect(quote('2026-05-14')).toMatchObject({ daysAhead: 6, feePercent: 50 });
    expect(quote('2026-05-14T22:30:00Z')).toMatchObject({ requested: '2026-05-15', daysAhead: 5, feePercent: 100 });
  });

  test('a delivery that has been cannot be cancelled', () => {
    const { facts, draft } = cancel(worldOf(january(), '2026-05-21T10:00:00+02:00'), {
      deliveryDate: '2026-05-20',
      booking: booking({ state: 'past' }),
    });
    expect(facts).toMatchObject({ allowed: 'no', because: ['date-in-the-past'], daysAhead: -1, feePercent: 100 });
    expect(draft).toBeUndefined();
  });
});

describe('a booking of the desk’s', () => {
  const hold = (amount: number, unit: 'events' | 'credits' | 'hours' | 'seats') => ({
    pool: { service: 'workshops', location: 'odense', unit },
    amount: decimalOf(amount),
  });

  test.each([
    ['early: all comes back', '2026-05-06T10:00:00+02:00', hold(10, 'credits'), 0, 10, false],
    ['half of an even number', '2026-05-10T10:00:00+02:00', hold(10, 'credits'), 5, 5, false],
    ['half of an odd number takes the higher, uncertain', '2026-05-10T10:00:00+02:00', hold(7, 'credits'), 4, 3, true],
    ['half of one event is one, uncertain', '2026-05-10T10:00:00+02:00', hold(1, 'events'), 1, 0, true],
    ['hours can be parted', '2026-05-10T10:00:00+02:00', hold(7, 'hours'), 3.5, 3.5, false],
    ['late: all is gone', '2026-05-18T10:00:00+02:00', hold(7, 'seats'), 7, 0, false],
  ])('%s', (_, now, held, fee, refund, uncertain) => {
    const { facts, draft, quoted } = cancel(worldOf(january(), now), {
      deliveryDate: '2026-05-20',
      booking: booking({ hold: held }),
    });
    expect(facts).toMatchObject({ allowed: 'yes', fee: { amount: fee }, refund: { amount: refund } });
    expect(facts.uncertain === true).toBe(uncertain);
    expect(quoted).toBe(facts.feePercent);
    expect(draft?.why).toEqual({
      reason: 'cancellation',
      booking: 'BK-1',
      date: '2026-05-20',
      feePercent: facts.feePercent,
    });
    expect(isBalanced(draft?.lines ?? [])).toBe(true);
  });

  test('that holds nothing is cancelled without a posting to a balance', () => {
    const { facts, draft } = cancel(worldOf(january(), '2026-05-10T10:00:00+02:00'), {
      deliveryDate: '2026-05-20',
      booking: booking({ hold: undefined }),
    });
    expect(facts).not.toHaveProperty('fee');
    expect(draft?.lines).toEqual([]);
  });

  test('is not cancelled twice', () => {
    const { facts, draft } = cancel(worldOf(january(), '2026-05-10T10:00:00+02:00'), {
      deliveryDate: '2026-05-20',
      booking: booking({ state: 'cancelled' }),
    });
    expect(facts).toMatchObject({ allowed: 'no', because: ['already-cancelled'] });
    expect(facts).not.toHaveProperty('refund');
    expect(draft).toBeUndefined();
  });

  test('is only quoted for another day of asking', () => {
    const { facts, draft } = cancel(worldOf(january(), '2026-05-10T10:00:00+02:00'), {
      deliveryDate: '2026-05-20',
      requestedAt: '2026-05-16',
      booking: booking(),
    });
    expect(facts).toMatchObject({ feePercent: 100, fee: { amount: 1 } });
    expect(draft).toBeUndefined();
  });

  test('none stands in an empty ledger', () => {
    expect(bookingsOf(emptyLedger, '2026-01-01')).toEqual([]);
  });
});
