/** The named edge cases of windows (group B). */
import { describe, expect, test } from '@jest/globals';
import {
  addWorkingDays,
  addWorkingTime,
  createBusinessCalendar,
  isOpen,
  workingTimeBetween,
} from '../../src/calendar/business-calendar.ts';
import type { Week } from '../../src/calendar/hours.ts';
import { ALL_DAYS, at, calendar, due, HOUR, MINUTE, minutes, OFFICE, opens, weekly, windows } from './calendars.ts';

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

test('B24: a window from the week before is shared at the edge of the week', () => {
  const place = calendar({ week: weekly('18:00-09:00', [5, 6, 7]) });
  expect(isOpen(place, at('2026-03-02T00:00:00+01:00'))).toBe(true);
  expect(isOpen(place, at('2026-03-02T09:00:00+01:00'))).toBe(false);
  expect(minutes(place, '2026-03-02T00:00:00+01:00', '2026-03-09T00:00:00+01:00')).toBe(9 * 60 + 15 * 60 * 2 + 6 * 60);
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

test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('a duration of %p is a bug, and says so', (duration) => {
  expect(() => addWorkingTime(calendar(), 0, duration)).toThrow(RangeError);
  expect(() => addWorkingDays(calendar(), 0, duration)).toThrow(RangeError);
});

test('an instant that is none is a bug, and says so', () => {
  expect(() => addWorkingTime(calendar(), Number.NaN, HOUR)).toThrow(RangeError);
});
