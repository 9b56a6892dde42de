/** The named edge cases of windows and holidays (group B). */
import { describe, expect, test } from '@jest/globals';
import {
  addWorkingDays,
  addWorkingTime,
  createBusinessCalendar,
  isOpen,
  workingTimeBetween,
} from '../../src/calendar/business-calendar.ts';
import type { Week } from '../../src/calendar/hours.ts';
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

describe('B13: the opening instant is in, the closing instant is out', () => {
  test.each([
    ['2026-03-02T08:59:59.999+01:00', false],
    ['2026-03-02T09:00:00.000+01:00', true],
    ['2026-03-02T16:59:59.999+01:00', true],
    ['2026-03-02T17:00:00.000+01:00', false],
  ])('%s is open: %s', (instant, expected) => {
    expect(isOpen(calendar(), at(instant))).toBe(expected);
  });
});

test('B14: a duration of zero is due at the instant itself, open or not', () => {
  expect(due(calendar(), '2026-03-01T12:00:00+01:00', 0)).toBe('2026-03-01T12:00:00+01:00');
  expect(due(calendar({ week: {} }), '2026-03-01T12:00:00+01:00', 0)).toBe('2026-03-01T12:00:00+01:00');
});

test('B15: from an instant to itself or back is no working time, and never less', () => {
  expect(minutes(calendar(), '2026-03-02T10:00:00+01:00', '2026-03-02T10:00:00+01:00')).toBe(0);
  expect(minutes(calendar(), '2026-03-05T10:00:00+01:00', '2026-03-02T10:00:00+01:00')).toBe(0);
});

describe('B16: a start outside the hours counts from the next opening', () => {
  const place = calendar({ holidays: ['2026-04-02', '2026-04-03', '2026-04-06'] });
  test.each([
    ['before opening', '2026-03-02T07:00:00+01:00', '2026-03-02T11:00:00+01:00'],
    ['after closing', '2026-03-02T19:00:00+01:00', '2026-03-03T11:00:00+01:00'],
    ['on a closed day', '2026-03-07T12:00:00+01:00', '2026-03-09T11:00:00+01:00'],
    ['on a holiday', '2026-04-02T12:00:00+02:00', '2026-04-07T11:00:00+02:00'],
  ])('%s', (_what, from, expected) => {
    expect(due(place, from, 2 * HOUR)).toBe(expected);
  });
});

describe('B17: a target that fits to the end', () => {
  test('of a window is due at its closing time, not at the next opening', () => {
    expect(due(calendar(), '2026-03-02T09:00:00+01:00', 8 * HOUR)).toBe('2026-03-02T17:00:00+01:00');
  });

  test('of a week is due at the end of Friday', () => {
    expect(due(calendar(), '2026-03-02T09:00:00+01:00', 40 * HOUR)).toBe('2026-03-06T17:00:00+01:00');
    expect(due(calendar(), '2026-03-02T09:00:00+01:00', 400 * HOUR)).toBe('2026-05-08T17:00:00+02:00');
  });

  test('and one millisecond more is due on the next morning', () => {
    expect(due(calendar(), '2026-03-02T09:00:00+01:00', 8 * HOUR + 1)).toBe('2026-03-03T09:00:00.001+01:00');
  });
});

describe('B18: the end of a day', () => {
  test('24:00 runs to midnight', () => {
    const place = calendar({ week: weekly('16:00-24:00') });
    expect(due(place, '2026-03-02T16:00:00+01:00', 8 * HOUR)).toBe('2026-03-03T00:00:00+01:00');
    expect(due(place, '2026-03-02T22:00:00+01:00', 121 * MINUTE)).toBe('2026-03-03T16:01:00+01:00');
  });

  test('23:59 means 23:59: the last minute is not given away', () => {
    const place = calendar({ week: weekly('00:00-23:59', ALL_DAYS) });
    expect(minutes(place, '2026-03-02T00:00:00+01:00', '2026-03-03T00:00:00+01:00')).toBe(1439);
  });

  test('round the clock loses nothing: 72 hours are 72 hours', () => {
    const place = calendar({ week: weekly('00:00-24:00', ALL_DAYS) });
    expect(due(place, '2026-03-02T10:10:10+01:00', 72 * HOUR)).toBe('2026-03-05T10:10:10+01:00');
    expect(minutes(place, '2026-03-02T00:00:00+01:00', '2026-03-09T00:00:00+01:00')).toBe(7 * 1440);
  });
});

describe('B19: split hours', () => {
  const place = calendar({ week: weekly('09:00-12:00 13:00-17:00') });
  test.each([
    ['over lunch', '2026-03-02T11:30:00+01:00', HOUR, '2026-03-02T13:30:00+01:00'],
    ['to the beginning of lunch', '2026-03-02T11:30:00+01:00', HOUR / 2, '2026-03-02T12:00:00+01:00'],
    ['from lunch', '2026-03-02T12:20:00+01:00', HOUR, '2026-03-02T14:00:00+01:00'],
    ['over lunch and night', '2026-03-02T11:30:00+01:00', 5 * HOUR, '2026-03-03T09:30:00+01:00'],
  ])('%s', (_what, from, duration, expected) => {
    expect(due(place, from, duration)).toBe(expected);
  });

  test('windows that touch are one', () => {
    const touching = calendar({ week: weekly('13:00-17:00 09:00-13:00') });
    expect(due(touching, '2026-03-02T12:30:00+01:00', HOUR)).toBe('2026-03-02T13:30:00+01:00');
  });
});

describe('B20: a night shift belongs to the day on which it starts', () => {
  const nights = weekly('22:00-06:00');

  test('Friday’s runs into Saturday, and Sunday has none', () => {
    const place = calendar({ week: nights });
    expect(minutes(place, '2026-03-06T12:00:00+01:00', '2026-03-09T12:00:00+01:00')).toBe(480);
    expect(opens(place, '2026-03-07T06:00:00+01:00')).toBe('2026-03-09T22:00:00+01:00');
  });

  test('Sunday’s runs into the new week', () => {
    const place = calendar({ week: weekly('22:00-06:00', [7]) });
    expect(due(place, '2026-03-08T23:00:00+01:00', 6 * HOUR)).toBe('2026-03-09T05:00:00+01:00');
  });

  test('one that runs into a holiday loses what lies after midnight', () => {
    const place = calendar({ week: nights, holidays: ['2026-12-25'] });
    expect(minutes(place, '2026-12-24T12:00:00+01:00', '2026-12-25T12:00:00+01:00')).toBe(120);
  });

  test('one that would start on a holiday does not start, nor go on after midnight', () => {
    const place = calendar({ week: nights, holidays: ['2026-12-24'] });
    expect(minutes(place, '2026-12-24T12:00:00+01:00', '2026-12-25T12:00:00+01:00')).toBe(0);
    expect(due(place, '2026-12-24T05:00:00+01:00', HOUR)).toBe('2026-12-25T23:00:00+01:00');
  });

  test('a holiday on a day without hours still ends the night before it', () => {
    const place = calendar({ week: nights, holidays: ['2026-03-07'] });
    expect(minutes(place, '2026-03-06T12:00:00+01:00', '2026-03-09T12:00:00+01:00')).toBe(120);
  });

  test('an end equal to the start is 24 hours', () => {
    const place = calendar({ week: weekly('10:00-10:00', [3]) });
    expect(minutes(place, '2026-03-02T00:00:00+01:00', '2026-03-09T00:00:00+01:00')).toBe(1440);
    expect(opens(place, '2026-03-02T00:00:00+01:00')).toBe('2026-03-04T10:00:00+01:00');
  });
});

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

test('B24: a window from the week before is shared at the edge of the week', () => {
  const place = calendar({ week: weekly('18:00-09:00', [5, 6, 7]) });
  expect(isOpen(place, at('2026-03-02T00:00:00+01:00'))).toBe(true);
  expect(isOpen(place, at('2026-03-02T09:00:00+01:00'))).toBe(false);
  expect(minutes(place, '2026-03-02T00:00:00+01:00', '2026-03-09T00:00:00+01:00')).toBe(9 * 60 + 15 * 60 * 2 + 6 * 60);
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
    expect(due(calendar(), '2026-03-02T09:00:00+01:00', 8000 * 366 * DAY)).toBe('no-working-time');
    expect(due(calendar({ week: weekly('00:00-00:01', [1]) }), '2026-03-02T09:00:00+01:00', 365 * DAY)).toBe(
      'no-working-time',
    );
  });
});

test('B26: seconds and milliseconds are kept', () => {
  expect(due(calendar(), '2026-03-02T16:59:30+01:00', MINUTE)).toBe('2026-03-03T09:00:30+01:00');
  expect(due(calendar(), '2026-03-02T16:59:59.250+01:00', 1000)).toBe('2026-03-03T09:00:00.250+01:00');
  expect(workingTimeBetween(calendar(), at('2026-03-02T16:59:59.250+01:00'), at('2026-03-03T09:00:00.250+01:00'))).toBe(
    1000,
  );
});

describe('B27: hours that make no sense are refused, each fault with its path', () => {
  test.each([
    ['no time of day', { 1: windows('9:00-17:00') }, 'bad-time', 'week.1[0].start'],
    ['a minute too many', { 1: windows('09:60-17:00') }, 'bad-time', 'week.1[0].start'],
    ['after 24:00', { 2: windows('09:00-24:01') }, 'bad-time', 'week.2[0].end'],
    ['a start at 24:00', { 2: windows('24:00-02:00') }, 'bad-time', 'week.2[0].start'],
    ['windows that overlap', { 3: windows('09:00-12:00 11:59-15:00') }, 'overlapping-hours', 'week.3'],
    [
      'a night into the next morning’s hours',
      { 3: windows('22:00-06:00'), 4: windows('05:00-09:00') },
      'overlapping-hours',
      'week.4',
    ],
    [
      'Sunday’s night into Monday',
      { 7: windows('22:00-06:00'), 1: windows('05:00-09:00') },
      'overlapping-hours',
      'week.1',
    ],
    ['an eighth day', { 8: windows('09:00-17:00') }, 'unknown-weekday', 'week.8'],
    ['a day by name', { monday: windows('09:00-17:00') }, 'unknown-weekday', 'week.monday'],
  ] as [string, Week, string, string][])('%s', (_what, week, code, path) => {
    const made = createBusinessCalendar({ timeZone: 'Europe/Copenhagen', week });
    expect(made).toMatchObject({ ok: false, failure: [{ code, path }] });
  });

  test.each(['Europe/Copenhaven', '', '+02:00', 'local'])('the zone %p', (timeZone) => {
    expect(createBusinessCalendar({ timeZone, week: OFFICE })).toMatchObject({
      ok: false,
      failure: [{ code: 'unknown-time-zone', path: 'timeZone' }],
    });
  });

  test('all faults at once', () => {
    const made = createBusinessCalendar({
      timeZone: 'Mars/Olympus',
      week: { 1: windows('25:00-26:00') },
      holidays: ['2026-02-30'],
      replacements: { tomorrow: [], '2026-03-04': windows('09:00-12:00 10:00-11:00') },
    });
    expect(made.ok ? [] : made.failure.map(({ path }) => path)).toEqual([
      'timeZone',
      'week.1[0].start',
      'holidays[0]',
      'replacements.tomorrow',
      'replacements.2026-03-04',
    ]);
  });

  test('an end before the start is no fault: it lies on the next day', () => {
    expect(createBusinessCalendar({ timeZone: 'Europe/Copenhagen', week: { 1: windows('17:00-09:00') } }).ok).toBe(
      true,
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

test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('a duration of %p is a bug, and says so', (duration) => {
  expect(() => addWorkingTime(calendar(), 0, duration)).toThrow(RangeError);
  expect(() => addWorkingDays(calendar(), 0, duration)).toThrow(RangeError);
});

test('an instant that is none is a bug, and says so', () => {
  expect(() => addWorkingTime(calendar(), Number.NaN, HOUR)).toThrow(RangeError);
});
