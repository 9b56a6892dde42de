/** The named edge cases of time zones and clock changes (group A). */
import { describe, expect, test } from '@jest/globals';
import { isOpen } from '../../src/calendar/business-calendar.ts';
import { toLocalIso } from '../../src/calendar/local-date.ts';
import { zoneOf } from '../../src/calendar/zone.ts';
import { ALL_DAYS, at, calendar, DAY, due, HOUR, MINUTE, minutes, opens, weekly } from './calendars.ts';

const sunday = (hours: string, timeZone: string) => calendar({ timeZone, week: weekly(hours, [7]) });

describe('A1: an edge at a time that the clock skips', () => {
  test('moves later by the length of the gap', () => {
    const place = sunday('02:30-06:00', 'America/Los_Angeles');
    expect(opens(place, '2014-03-09T00:00:00-08:00')).toBe('2014-03-09T03:30:00-07:00');
    expect(minutes(place, '2014-03-09T00:00:00-08:00', '2014-03-10T00:00:00-07:00')).toBe(150);
  });

  test('closes as much later, so that a window over the gap keeps the length it was given', () => {
    const place = sunday('01:00-02:30', 'America/Los_Angeles');
    expect(due(place, '2014-03-09T00:00:00-08:00', 90 * MINUTE)).toBe('2014-03-09T03:30:00-07:00');
  });

  test('counts once where the moved edge meets the next window', () => {
    const place = sunday('01:00-02:30 03:00-05:00', 'America/Los_Angeles');
    expect(minutes(place, '2014-03-09T00:00:00-08:00', '2014-03-10T00:00:00-07:00')).toBe(180);
  });
});

describe('A2: a gap at midnight', () => {
  const place = calendar({ timeZone: 'America/Sao_Paulo', week: weekly('20:00-24:00', [6]) });

  test('24:00 of the day before is the first instant after it', () => {
    expect(due(place, '2015-10-17T12:00:00-03:00', 4 * HOUR)).toBe('2015-10-18T01:00:00-02:00');
    expect(minutes(place, '2015-10-17T12:00:00-03:00', '2015-10-18T12:00:00-02:00')).toBe(240);
  });

  test('a day that starts at 01:00 still has its hours from midnight on', () => {
    const whole = calendar({ timeZone: 'America/Sao_Paulo', week: weekly('00:00-24:00', [7]) });
    expect(opens(whole, '2015-10-17T12:00:00-03:00')).toBe('2015-10-18T01:00:00-02:00');
    expect(minutes(whole, '2015-10-17T12:00:00-03:00', '2015-10-19T12:00:00-02:00')).toBe(23 * 60);
  });
});

describe('A3: an edge at a time that comes twice is its first occurrence', () => {
  test('at the end of summer time', () => {
    const place = sunday('01:30-05:00', 'America/New_York');
    expect(opens(place, '2025-11-02T00:00:00-04:00')).toBe('2025-11-02T01:30:00-04:00');
    expect(minutes(place, '2025-11-02T00:00:00-04:00', '2025-11-03T00:00:00-05:00')).toBe(270);
  });

  test('in an overlap that is no end of summer time: Casablanca before Ramadan, and for good in September 2026', () => {
    const place = sunday('02:30-05:00', 'Africa/Casablanca');
    expect(opens(place, '2025-02-23T00:00:00+01:00')).toBe('2025-02-23T02:30:00+01:00');
    const night = calendar({ timeZone: 'Africa/Casablanca', week: weekly('01:00-04:00', ALL_DAYS) });
    const [change] = zoneOf('Africa/Casablanca').changesBetween(at('2026-06-01T00:00:00Z'), at('2026-12-01T00:00:00Z'));
    expect(change).toEqual({ at: at('2026-09-20T01:00:00Z'), before: HOUR, after: 0 });
    expect(minutes(night, '2026-09-19T12:00:00+01:00', '2026-09-20T12:00:00+00:00')).toBe(240);
  });
});

test('A4: a window that starts in the gap and ends in the hour after it is empty, for its start moves past its end', () => {
  const place = sunday('02:30-03:15', 'America/Los_Angeles');
  expect(minutes(place, '2006-04-02T00:00:00-08:00', '2006-04-03T00:00:00-07:00')).toBe(0);
  expect(opens(place, '2006-04-02T00:00:00-08:00')).toBe('2006-04-09T02:30:00-07:00');
});

describe('A5: a day round the clock counts the hours that it really has', () => {
  test.each([
    ['23 hours in spring', 'Europe/Copenhagen', '2026-03-29', 23 * 60],
    ['25 hours in autumn', 'Europe/Copenhagen', '2026-10-25', 25 * 60],
    ['half an hour less on Lord Howe', 'Australia/Lord_Howe', '2025-10-05', 23.5 * 60],
    ['half an hour more on Lord Howe', 'Australia/Lord_Howe', '2026-04-05', 24.5 * 60],
  ])('%s', (_what, timeZone, date, expected) => {
    const place = calendar({ timeZone, week: {}, replacements: { [date]: [{ start: '00:00', end: '24:00' }] } });
    expect(minutes(place, '2025-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).toBe(expected);
  });
});

describe('A6: the window 01:00 to 04:00', () => {
  const place = sunday('01:00-04:00', 'Europe/Copenhagen');

  test.each([
    ['is 2 hours in spring', '2026-03-29', 120],
    ['is 4 hours in autumn', '2026-10-25', 240],
    ['is 3 hours on any other Sunday', '2026-04-05', 180],
  ])('%s', (_what, date, expected) => {
    expect(minutes(place, `${date}T00:00:00+01:00`, `${date}T20:00:00+01:00`)).toBe(expected);
  });
});

describe('A7: from the Friday before a change to the Monday after it', () => {
  test.each([
    ['spring', '2026-03-27T16:00:00+01:00', '2026-03-30T10:00:00+02:00'],
    ['autumn', '2026-10-23T16:00:00+02:00', '2026-10-26T10:00:00+01:00'],
  ])('the opening time is the local one: %s', (_what, from, expected) => {
    expect(due(calendar(), from, 2 * HOUR)).toBe(expected);
  });
});

test('A8: a start in the second 02:30 of an overlap counts from there', () => {
  const place = sunday('01:00-04:00', 'Europe/Copenhagen');
  expect(due(place, '2026-10-25T02:30:00+02:00', HOUR)).toBe('2026-10-25T02:30:00+01:00');
  expect(due(place, '2026-10-25T02:30:00+01:00', HOUR)).toBe('2026-10-25T03:30:00+01:00');
  expect(minutes(place, '2026-10-25T02:30:00+01:00', '2026-10-25T12:00:00+01:00')).toBe(90);
});

describe('A9: offsets far from whole hours and far from UTC', () => {
  test.each([
    ['Asia/Kathmandu', '2026-03-02T16:30:00+05:45', '2026-03-03T10:30:00+05:45'],
    ['Pacific/Tongatapu', '2026-03-02T16:30:00+13:00', '2026-03-03T10:30:00+13:00'],
    ['Pacific/Kiritimati', '2026-03-02T16:30:00+14:00', '2026-03-03T10:30:00+14:00'],
    ['Pacific/Chatham', '2026-03-02T16:30:00+13:45', '2026-03-03T10:30:00+13:45'],
    ['Pacific/Marquesas', '2026-03-02T16:30:00-09:30', '2026-03-03T10:30:00-09:30'],
  ])('%s', (timeZone, from, expected) => {
    expect(due(calendar({ timeZone }), from, 2 * HOUR)).toBe(expected);
  });

  test('a day that a zone skipped has no hours: Apia had no 30 December 2011', () => {
    const place = calendar({ timeZone: 'Pacific/Apia' });
    expect(due(place, '2011-12-29T16:00:00-10:00', 2 * HOUR)).toBe('2012-01-02T10:00:00+14:00');
    expect(minutes(place, '2011-12-26T00:00:00-10:00', '2012-01-02T00:00:00+14:00')).toBe(4 * 8 * 60);
  });
});

describe('A11: zones that stop changing their clocks, by the zone data of the Node that runs', () => {
  test.each([
    ['America/Vancouver', '2026-11-20T08:00:00-07:00', 240],
    ['America/Edmonton', '2026-11-20T08:00:00-06:00', 240],
    ['Africa/Casablanca', '2026-11-20T08:00:00+00:00', 240],
  ])('%s has no winter of its old kind in 2026', (timeZone, eight, expected) => {
    const place = calendar({ timeZone });
    const one = toLocalIso(at(eight) + 5 * HOUR, timeZone);
    expect(toLocalIso(at(eight), timeZone)).toBe(eight);
    expect(minutes(place, eight, one)).toBe(expected);
  });
});

describe('A12: the zone of the calendar decides, whoever asks from wherever', () => {
  test('an instant is the same in every spelling', () => {
    const place = calendar();
    expect(due(place, '2026-03-02T16:30:00+01:00', HOUR)).toBe('2026-03-03T09:30:00+01:00');
    expect(due(place, '2026-03-02T10:30:00-05:00', HOUR)).toBe('2026-03-03T09:30:00+01:00');
    expect(due(place, '2026-03-02T15:30:00Z', HOUR)).toBe('2026-03-03T09:30:00+01:00');
  });

  test('and the due instant can be told in the zone of the asker', () => {
    expect(toLocalIso(at(due(calendar(), '2026-03-02T15:30:00Z', HOUR)), 'Asia/Tokyo')).toBe(
      '2026-03-03T17:30:00+09:00',
    );
  });
});

test('a clock that falls back over midnight brings a date twice: St. John’s, 2010', () => {
  const place = calendar({ timeZone: 'America/St_Johns', week: weekly('22:00-24:00', [6]) });
  expect(minutes(place, '2010-11-06T12:00:00-02:30', '2010-11-07T12:00:00-03:30')).toBe(120);
  expect(isOpen(place, at('2010-11-06T23:30:00-02:30'))).toBe(true);
  expect(isOpen(place, at('2010-11-06T23:30:00-03:30'))).toBe(false);
});

test('an hour of work is an hour that passes, on every day of ten years and in every zone asked', () => {
  for (const timeZone of ['Europe/Copenhagen', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Africa/Cairo']) {
    const place = calendar({ timeZone, week: weekly('00:00-24:00', ALL_DAYS) });
    for (let from = at('2015-01-01T00:30:00Z'); from < at('2025-01-01T00:00:00Z'); from += 13 * DAY) {
      expect(at(due(place, new Date(from).toISOString(), 31 * HOUR))).toBe(from + 31 * HOUR);
    }
  }
});
