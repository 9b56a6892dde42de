/** Bookings made, cancelled and moved. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { CommandTurn } from '../../../bot/desk/desk.ts';
import type { Answer } from '../../../src/command/answer.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import { type AccountDesk, BO, openAccountDesk, orderElsewhere, orderOfTwo, yes } from '../../support/account-desk.ts';

let account: AccountDesk;
beforeEach(async () => {
  account = await openAccountDesk(new MemoryStore(), orderOfTwo(), orderElsewhere);
});

describe('a booking', () => {
  const workshop = { service: 'workshops', date: '2026-05-20' };
  const book = (change: Partial<CommandTurn> = {}) => account.give('service.book', workshop, { ...yes, ...change });
  const idOf = ({ facts }: Answer): string => (facts.booking as { id: string }).id;

  test('has no number before it is made, then one that can be said, and a file for the calendar', async () => {
    const asked = await account.give('service.book', workshop);
    expect(asked).toMatchObject({ status: 'needs-confirmation', facts: { booking: { state: 'requested' } } });
    expect(asked.facts.booking).not.toHaveProperty('id');
    const made = await book();
    expect(made).toMatchObject({ status: 'done', facts: { booking: { id: expect.stringMatching(/^BK-\d{6}$/) } } });
    expect(made.facts.calendar).toContain(`UID:${idOf(made)}@WO-T1`);
    expect(made.facts.calendar).toContain('DTSTART;VALUE=DATE:20260520');
    expect(await account.left('odense', 'events')).toEqual([2]);
  });

  test('is cancelled by its number with the fee that was quoted', async () => {
    const booking = idOf(await book());
    const asked = await account.give('service.cancel', { booking: booking.toLowerCase() });
    expect(asked).toMatchObject({
      status: 'needs-confirmation',
      args: { booking, quoted: 0 },
      facts: { daysAhead: 78, feePercent: 0, refund: { amount: 1 } },
    });
    const done = await account.give('service.cancel', asked.args, yes);
    expect(done).toMatchObject({ status: 'done', facts: { booking: { id: booking, state: 'cancelled' } } });
    expect(done.facts.calendar).toContain('STATUS:CANCELLED');
    expect(await account.left('odense', 'events')).toEqual([3]);
  });

  test('is cancelled by service and day, and then is no more', async () => {
    const booking = idOf(await book());
    const day = { service: 'workshops', deliveryDate: '2026-05-20' };
    expect(await account.give('service.cancel', day)).toMatchObject({ args: { booking } });
    await account.give('service.cancel', day, yes);
    expect(await account.give('service.cancel', day, yes)).toMatchObject({
      status: 'answered',
      facts: { allowed: 'no', because: ['already-cancelled'] },
    });
    expect(await account.left('odense', 'events')).toEqual([3]);
  });

  test('costs what it costs when the yes comes: past midnight it is asked again', async () => {
    const booking = idOf(await book());
    const asked = await account.give('service.cancel', { booking }, { now: '2026-05-06T23:59:00+02:00' });
    expect(asked.args).toMatchObject({ quoted: 0 });
    const later = { ...yes, now: '2026-05-07T00:01:00+02:00' };
    const again = await account.give('service.cancel', asked.args, later);
    expect(again).toMatchObject({ status: 'needs-confirmation', args: { quoted: 50 }, facts: { feePercent: 50 } });
    expect(await account.give('service.cancel', again.args, later)).toMatchObject({
      status: 'done',
      facts: { fee: { amount: 1 }, refund: { amount: 0 }, uncertain: true },
    });
    expect(await account.left('odense', 'events', { now: later.now })).toEqual([2]);
  });

  test('is cancelled once for one command', async () => {
    const booking = idOf(await book());
    const once = { ...yes, commandId: 'activity-9' };
    const day = { service: 'workshops', deliveryDate: '2026-05-20' };
    const first = await account.give('service.cancel', day, once);
    expect(await account.give('service.cancel', day, once)).toMatchObject({ status: 'done', facts: first.facts });
    expect(first.facts).toMatchObject({ booking: { id: booking } });
  });

  test('on one day at two locations: which one is asked', async () => {
    const chalk = { service: 'chalk-talks', date: '2026-05-20' };
    await account.give('service.book', chalk, yes);
    await account.give('service.book', { ...chalk, location: 'lyon' }, yes);
    const day = { service: 'chalk-talks', deliveryDate: '2026-05-20' };
    expect(await account.give('service.cancel', day)).toMatchObject({ status: 'needs-input', missing: ['location'] });
    expect(await account.give('service.cancel', { ...day, location: 'lyon' })).toMatchObject({
      status: 'needs-confirmation',
      facts: { location: 'lyon' },
    });
  });

  test('that the desk does not know is only quoted', async () => {
    const day = { deliveryDate: '2026-05-20' };
    expect(await account.give('service.cancel', day, yes)).toMatchObject({
      status: 'answered',
      facts: { daysAhead: 78, feePercent: 0 },
    });
    expect(await account.give('service.cancel', { booking: 'BK-1' })).toMatchObject({ because: ['unknown-booking'] });
    expect(await account.give('service.cancel', {})).toMatchObject({
      status: 'needs-input',
      missing: ['deliveryDate'],
    });
  });

  test('is moved by its number: the same day in the calendar, under a later version of it', async () => {
    const booking = idOf(await book());
    const asked = await account.give('service.move', { booking: booking.toLowerCase(), date: '2026-06-10' });
    expect(asked).toMatchObject({
      status: 'needs-confirmation',
      args: { booking, deliveryDate: '2026-05-20', quoted: 0 },
      facts: { daysAhead: 78, feePercent: 0, deliveryDate: '2026-05-20', date: '2026-06-10' },
    });
    const done = await account.give('service.move', asked.args, { ...yes, commandId: 'moved' });
    expect(done).toMatchObject({ status: 'done', facts: { booking: { id: booking, date: '2026-06-10' } } });
    expect(done.facts.calendar).toContain(`UID:${booking}@WO-T1`);
    expect(done.facts.calendar).toContain('SEQUENCE:1');
    expect(done.facts.calendar).toContain('DTSTART;VALUE=DATE:20260610');
    expect(await account.left('odense', 'events')).toEqual([2]);
    expect(await account.give('service.move', asked.args, { ...yes, commandId: 'moved' })).toMatchObject({
      status: 'done',
      facts: done.facts,
    });
    const cancelled = await account.give('service.cancel', { booking }, { ...yes, commandId: 'cancelled' });
    expect(cancelled.facts.calendar).toContain('SEQUENCE:2');
    expect(cancelled.facts).toMatchObject({ deliveryDate: '2026-06-10' });
    expect(await account.left('odense', 'events')).toEqual([3]);
  });

  test('is cancelled by its service alone where it is the only one; of several the day is asked for', async () => {
    const booking = idOf(await book({ commandId: 'first' }));
    const wish = { service: 'workshops' };
    expect(await account.give('service.cancel', wish)).toMatchObject({
      status: 'needs-confirmation',
      args: { booking },
      facts: { deliveryDate: '2026-05-20' },
    });
    expect(await account.give('service.cancel', { service: 'chalk-talks' })).toMatchObject({
      status: 'needs-input',
      missing: ['deliveryDate'],
    });
    await account.give('service.book', { ...workshop, date: '2026-05-27' }, { ...yes, commandId: 'second' });
    expect(await account.give('service.cancel', wish)).toMatchObject({
      status: 'needs-input',
      missing: ['deliveryDate'],
      facts: { days: ['2026-05-20', '2026-05-27'] },
    });
  });

  test('is moved by its service alone where it is the only one; of several the day is asked for', async () => {
    await book({ commandId: 'first' });
    const wish = { service: 'workshops', date: '2026-06-10' };
    expect(await account.give('service.move', wish)).toMatchObject({
      status: 'needs-confirmation',
      args: { deliveryDate: '2026-05-20' },
    });
    await account.give('service.book', { ...workshop, date: '2026-05-27' }, { ...yes, commandId: 'second' });
    expect(await account.give('service.move', wish)).toMatchObject({
      status: 'needs-input',
      missing: ['deliveryDate'],
      facts: { days: ['2026-05-20', '2026-05-27'] },
    });
  });

  test('that another administrator has moved since is not moved by an old yes', async () => {
    const booking = idOf(await book());
    const asked = await account.give('service.move', { booking, date: '2026-06-10' });
    const first = { booking, date: '2026-06-17' };
    await account.give('service.move', first, { ...yes, user: BO, commandId: 'theirs' });
    expect(await account.give('service.move', asked.args, { ...yes, commandId: 'mine' })).toMatchObject({
      status: 'answered',
      facts: { allowed: 'no', because: ['booked-on-another-day'], booking: { date: '2026-06-17' } },
    });
  });

  test('that nobody knows is not moved; of a delivery that was not booked here the fee is told', async () => {
    expect(await account.give('service.move', { booking: 'BK-000000', date: '2026-06-10' })).toMatchObject({
      status: 'refused',
      because: ['unknown-booking'],
    });
    const elsewhere = { service: 'workshops', deliveryDate: '2026-03-10', date: '2026-06-10' };
    expect(await account.give('service.move', elsewhere, yes)).toMatchObject({
      status: 'answered',
      facts: { allowed: 'yes', daysAhead: 7, feePercent: 50, feePercents: [50, 0], uncertain: true },
    });
  });

  test('made by two at the same time is made twice, each with its number', async () => {
    const made = await Promise.all([book({ commandId: 'a' }), book({ commandId: 'b', user: BO })]);
    expect(new Set(made.map(idOf)).size).toBe(2);
    expect(await account.left('odense', 'events')).toEqual([1]);
  });
});
