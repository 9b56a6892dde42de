import { describe, expect, test } from '@jest/globals';
import { dueOf } from '../../src/calendar/due.ts';
import { toLocalIso } from '../../src/calendar/local-date.ts';
import { at, HOUR } from './calendars.ts';

/** Hours of no edition. */
const terms: Parameters<typeof dueOf>[1] = {
  businessHours: {
    value: { start: '08:00', end: '16:00', weekends: false, publicHolidays: false, mayVary: false },
    facts: ['F-BH-01'],
    section: 'A',
  },
};
const location = { country: 'FR', timeZone: 'Europe/Paris' };
const told = (instant: number) => toLocalIso(instant, location.timeZone);

describe('when the vendor’s clock runs out', () => {
  test('a clock that runs day and night heeds no hours', () => {
    const due = dueOf(location, terms, 'elapsed', at('2026-12-24T23:30:00+01:00'), HOUR);
    expect(told(due.at)).toBe('2026-12-25T00:30:00+01:00');
    expect(due.holidays).toBe('none');
    expect(due.segments.map(({ because }) => because)).toEqual(['elapsed-time']);
  });

  test('a business clock runs in the hours of the edition and stands still on holidays', () => {
    const due = dueOf(location, terms, 'business', at('2026-12-24T15:00:00+01:00'), 2 * HOUR);
    expect(told(due.at)).toBe('2026-12-28T09:00:00+01:00');
    expect(due.holidays).toBe('proposed');
    expect(due.segments.map(({ because }) => because)).toEqual([
      ...['working-time', 'outside-hours', 'holiday', 'weekend', 'outside-hours', 'working-time'],
    ]);
  });

  test('over the turn of the year, by the local date', () => {
    const due = dueOf(location, terms, 'business', at('2026-12-31T15:59:00+01:00'), 2 * HOUR);
    expect(told(due.at)).toBe('2027-01-04T09:59:00+01:00');
  });

  test('hours that never add up are a fault that the check of the work order has let pass', () => {
    const closed = { ...location, businessHours: { mon: [] } };
    expect(() => dueOf(closed, terms, 'business', at('2026-12-24T15:00:00+01:00'), HOUR)).toThrow('never add up');
    const nowhere = { ...location, businessHours: { start: '9', end: '17' } };
    expect(() => dueOf(nowhere, terms, 'business', at('2026-12-24T15:00:00+01:00'), HOUR)).toThrow('week.1[0].start');
  });
});
