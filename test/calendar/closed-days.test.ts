/** The named edge cases of holidays, dates with hours of their own, and no hours at all (group B). */
import { describe, expect, test } from '@jest/globals';
import { addWorkingDays, createBusinessCalendar } from '../../src/calendar/business-calendar.ts';
import { addDays } from '../../src/calendar/local-date.ts';
import {
  ALL_DAYS,
  at,
  calendar,
  DAY,
  due,
  HOUR,
  MINUTE,
  minutes,
  OFFICE,
  opens,
  weekly,
  windows,
} from './calendars.ts';

describe('B21: a break on one date, written as what is left of its hours', () => {
  const date = '2026-03-04';
  test.each([
    ['at the start', '10:00-12:00 13:00-17:00', 360],
    ['at the end', '09:00-12:00 13:00-15:00', 300],
    ['in the middle of a window', '09:00-12:00 13:00-14:00 14:30-17:00', 390],
    ['over the edge of two windows', '09:00-11:00 15:00-17:00', 240],
    ['several in one window', '09:00-12:00 13:00-13:30 14:00-14:30 15:00-17:00', 360],
    ['all day', '', 0],
  ])('%s', (_what, left, expected) => {
    const place = calendar({ week: weekly('09:00-12:00 13:00-17:00'), replacements: { [date]: windows(left) } });
    expect(minutes(place, `${date}T00:00:00+01:00`, `${date}T24:00:00+01:00`)).toBe(expected);
    expect(minutes(place, '2026-03-02T00:00:00+01:00', '2026-03-07T00:00:00+01:00')).toBe(4 * 420 + expected);
  });
});

describe('B22: hours of one date replace the weekly ones', () => {
  test('a short day before a holiday', () => {
    const place = calendar({ holidays: ['2026-12-25'], replacements: { '2026-12-24': windows('09:00-12:00') } });
    expect(due(place, '2026-12-24T11:00:00+01:00', 2 * HOUR)).toBe('2026-12-28T10:00:00+01:00');
  });

  test('a Saturday that is worked', () => {
    const place = calendar({ replacements: { '2026-03-07': windows('10:00-14:00') } });
    expect(due(place, '2026-03-06T16:00:00+01:00', 2 * HOUR)).toBe('2026-03-07T11:00:00+01:00');
  });

  test('a holiday that is worked all the same, and does not cut the night before', () => {
    const place = calendar({
      week: weekly('22:00-06:00'),
      holidays: ['2026-12-25'],
      replacements: { '2026-12-25': windows('20:00-22:00') },
    });
    expect(minutes(place, '2026-12-24T12:00:00+01:00', '2026-12-26T12:00:00+01:00')).toBe(480 + 120);
  });

  test('hours that meet the night before count once', () => {
    const place = calendar({
      week: weekly('22:00-06:00', [1]),
      replacements: { '2026-03-03': windows('05:00-09:00') },
    });
    expect(minutes(place, '2026-03-02T12:00:00+01:00', '2026-03-03T12:00:00+01:00')).toBe(11 * 60);
  });
});

describe('B23: holidays', () => {
  test('in a row', () => {
    const place = calendar({ holidays: ['2026-12-24', '2026-12-25', '2026-12-28', '2026-12-29'] });
    expect(due(place, '2026-12-23T16:00:00+01:00', 2 * HOUR)).toBe('2026-12-30T10:00:00+01:00');
  });

  test('over New Year, in any order and named twice', () => {
    const place = calendar({ holidays: ['2027-01-01', '2026-12-31', '2027-01-01'] });
    expect(due(place, '2026-12-30T16:00:00+01:00', 2 * HOUR)).toBe('2027-01-04T10:00:00+01:00');
  });

  test('every year, as one date for each', () => {
    const place = calendar({ holidays: ['2026-05-01', '2028-05-01'] });
    expect(minutes(place, '2026-05-01T00:00:00+02:00', '2026-05-02T00:00:00+02:00')).toBe(0);
    expect(minutes(place, '2028-05-01T00:00:00+02:00', '2028-05-02T00:00:00+02:00')).toBe(0);
    expect(minutes(place, '2029-05-01T00:00:00+02:00', '2029-05-02T00:00:00+02:00')).toBe(480);
  });

  test('on a day without hours changes nothing', () => {
    const place = calendar({ holidays: ['2026-03-07'] });
    expect(due(place, '2026-03-06T16:00:00+01:00', 2 * HOUR)).toBe('2026-03-09T10:00:00+01:00');
  });

  test('the day itself and its substitute both close', () => {
    const place = calendar({ week: weekly('09:00-17:00', ALL_DAYS), holidays: ['2026-12-26', '2026-12-28'] });
    expect(due(place, '2026-12-25T16:00:00+01:00', 10 * HOUR)).toBe('2026-12-29T10:00:00+01:00');
  });

  test.each(['2026-13-01', '2026-02-29', '2026-12-24/', '12-24', '2026-1-1', 'Christmas', '1850-01-01', '2300-01-01'])(
    'without an end, or no date that is known, is refused: %s',
    (date) => {
      const made = createBusinessCalendar({
        timeZone: 'Europe/Copenhagen',
        week: OFFICE,
        holidays: ['2026-01-01', date],
      });
      expect(made).toMatchObject({ ok: false, failure: [{ code: 'bad-date', path: 'holidays[1]' }] });
    },
  );
});

describe('B25: no working time is an answer, never a loop', () => {
  test('no hours at all', () => {
    expect(due(calendar({ week: {} }), '2026-03-02T09:00:00+01:00', MINUTE)).toBe('no-working-time');
    expect(opens(calendar({ week: { 1: [] } }), '2026-03-02T09:00:00+01:00')).toBe('no-working-time');
    expect(minutes(calendar({ week: {} }), '2026-03-02T09:00:00+01:00', '2096-03-02T09:00:00+01:00')).toBe(0);
  });

  test('hours of single dates that have run out', () => {
    const place = calendar({
      week: {},
      replacements: { '2026-03-04': windows('09:00-12:00'), '2030-03-04': windows('09:00-12:00') },
    });
    expect(due(place, '2026-03-02T09:00:00+01:00', 6 * HOUR)).toBe('2030-03-04T12:00:00+01:00');
    expect(due(place, '2026-03-02T09:00:00+01:00', 6 * HOUR + 1)).toBe('no-working-time');
    expect(due(place, '2031-03-02T09:00:00+01:00', 1)).toBe('no-working-time');
  });

  test('every working day of years a holiday: the first day after them, and no false error', () => {
    const closed = Array.from({ length: 3 * 366 }, (_, day) => addDays('2026-01-01', day));
    const place = calendar({ holidays: closed });
    expect(due(place, '2026-03-02T09:00:00+01:00', HOUR)).toBe('2029-01-03T10:00:00+01:00');
  });

  test('more than there is before the year 9999 ends', () => {
    expect(due(calendar(), '2026-03-02T09:00:00+01:00', Number.MAX_SAFE_INTEGER)).toBe('no-working-time');
    expect(due(calendar(), '9999-12-31T16:00:00+01:00', 2 * HOUR)).toBe('no-working-time');
    expect(due(calendar(), '2026-03-02T09:00:00+01:00', 8000 * 366 * DAY)).toBe('no-working-time');
    expect(due(calendar({ week: weekly('00:00-00:01', [1]) }), '2026-03-02T09:00:00+01:00', 365 * DAY)).toBe(
      'no-working-time',
    );
  });
});

describe('B28: a working day is a date on which hours start', () => {
  const place = calendar({ holidays: ['2026-04-02', '2026-04-03', '2026-04-06'] });
  test.each([
    ['five from a Monday', '2026-03-02T10:00:00+01:00', 5, '2026-03-09'],
    ['one from a Friday', '2026-03-06T23:59:00+01:00', 1, '2026-03-09'],
    ['over Easter', '2026-04-01T10:00:00+02:00', 1, '2026-04-07'],
    ['from a holiday', '2026-04-03T10:00:00+02:00', 2, '2026-04-08'],
    ['none', '2026-04-03T10:00:00+02:00', 0, '2026-04-03'],
    ['by the local date', '2026-03-02T23:30:00Z', 1, '2026-03-04'],
  ])('%s', (_what, from, days, expected) => {
    expect(addWorkingDays(place, at(from), days)).toEqual({ ok: true, value: expected });
  });

  test('without any the walk ends', () => {
    expect(addWorkingDays(calendar({ week: {} }), at('2026-03-02T10:00:00Z'), 1)).toEqual({
      ok: false,
      failure: 'no-working-time',
    });
    const once = calendar({ week: {}, replacements: { '2026-03-04': windows('09:00-12:00') } });
    expect(addWorkingDays(once, at('2026-03-02T10:00:00Z'), 1)).toEqual({ ok: true, value: '2026-03-04' });
    expect(addWorkingDays(once, at('2026-03-02T10:00:00Z'), 2)).toEqual({ ok: false, failure: 'no-working-time' });
  });

  test('24 hours on an eight-hour schedule are three days', () => {
    expect(due(calendar(), '2026-03-02T09:00:00+01:00', 24 * HOUR)).toBe('2026-03-04T17:00:00+01:00');
  });
});

test('B30: a holiday that is added later gives an open clock its time back', () => {
  const before = due(calendar(), '2026-04-30T16:00:00+02:00', 2 * HOUR);
  const after = due(calendar({ holidays: ['2026-05-01'] }), '2026-04-30T16:00:00+02:00', 2 * HOUR);
  expect([before, after]).toEqual(['2026-05-01T10:00:00+02:00', '2026-05-04T10:00:00+02:00']);
});
