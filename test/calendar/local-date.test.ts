import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
  addDays,
  dateOf,
  dayOf,
  daysBetween,
  endOfDate,
  isDate,
  localDate,
  startOfDate,
  toLocalIso,
  weekdayOf,
} from '../../src/calendar/local-date.ts';
import { size } from '../support/sizes.ts';
import { at, DAY, HOUR } from './calendars.ts';

describe('the local date of an instant', () => {
  test.each([
    ['2026-03-02T23:30:00Z', 'Europe/Copenhagen', '2026-03-03'],
    ['2026-03-02T23:30:00Z', 'America/New_York', '2026-03-02'],
    ['2026-03-02T09:59:59.999Z', 'Pacific/Kiritimati', '2026-03-02'],
    ['2026-03-02T10:00:00Z', 'Pacific/Kiritimati', '2026-03-03'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
  ])('%s in %s is %s', (instant, timeZone, expected) => {
    expect(localDate(at(instant), timeZone)).toBe(expected);
  });
});

describe('an instant as the zone’s clock shows it', () => {
  test.each([
    ['2026-03-02T09:15:00Z', 'Europe/Copenhagen', '2026-03-02T10:15:00+01:00'],
    ['2026-07-02T09:15:00.040Z', 'Europe/Copenhagen', '2026-07-02T11:15:00.040+02:00'],
    ['2026-03-02T09:15:00Z', 'UTC', '2026-03-02T09:15:00+00:00'],
    ['2026-03-02T09:15:00Z', 'Asia/Kathmandu', '2026-03-02T15:00:00+05:45'],
    ['2026-03-02T09:15:00Z', 'Pacific/Marquesas', '2026-03-01T23:45:00-09:30'],
    ['1971-06-01T00:00:00Z', 'Africa/Monrovia', '1971-05-31T23:16:00-00:44'],
  ])('%s in %s is %s', (instant, timeZone, expected) => {
    expect(toLocalIso(at(instant), timeZone)).toBe(expected);
    expect(at(expected)).toBe(at(instant));
  });

  test('is what luxon says, for any instant of a century', () => {
    const zones = fc.constantFrom(
      'Europe/Paris',
      'Australia/Lord_Howe',
      'America/St_Johns',
      'Pacific/Apia',
      'Asia/Tokyo',
    );
    const instants = fc.integer({ min: at('1975-01-01T00:00:00Z'), max: at('2075-01-01T00:00:00Z') });
    fc.assert(
      fc.property(zones, instants, (timeZone, instant) => {
        const there = DateTime.fromMillis(instant).setZone(timeZone);
        expect(toLocalIso(instant, timeZone)).toBe(
          there.toISO({ suppressMilliseconds: true, includeOffset: true })?.replace('Z', '+00:00'),
        );
        expect(localDate(instant, timeZone)).toBe(there.toISODate());
      }),
      { numRuns: size(1000, 50_000) },
    );
  });
});

describe('calendar days', () => {
  test.each([
    ['2026-03-28', '2026-03-30', 2],
    ['2026-12-31', '2027-01-01', 1],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-03-02', '2026-03-02', 0],
    ['2026-03-02', '2026-02-23', -7],
  ])('from %s to %s are %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
    expect(addDays(from, days)).toBe(to);
  });

  test('1 is Monday, 7 is Sunday, also before 1970', () => {
    const weekdays = ['2026-03-02', '2026-03-08', '1969-12-29', '1969-12-28', '1970-01-01'];
    expect(weekdays.map((date) => weekdayOf(dayOf(date) ?? Number.NaN))).toEqual([1, 7, 1, 7, 4]);
  });

  test.each(['2026-02-29', '2026-2-1', '2026-13-01', '02-01', '', '2026-01-01T00:00'])('%p is no date', (text) => {
    expect(isDate(text)).toBe(false);
    expect(() => addDays(text, 1)).toThrow(RangeError);
  });

  test('a date is the day it counts, and back', () => {
    fc.assert(fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => dayOf(dateOf(day)) === day));
  });
});

describe('a date in a zone', () => {
  test('runs from its first instant to that of the next', () => {
    expect(startOfDate('2026-03-29', 'Europe/Copenhagen')).toBe(at('2026-03-29T00:00:00+01:00'));
    expect(endOfDate('2026-03-29', 'Europe/Copenhagen')).toBe(at('2026-03-30T00:00:00+02:00'));
  });

  test('starts at one where midnight is skipped', () => {
    expect(startOfDate('2015-10-18', 'America/Sao_Paulo')).toBe(at('2015-10-18T01:00:00-02:00'));
  });

  test('has no length where the zone skipped it', () => {
    expect(endOfDate('2011-12-30', 'Pacific/Apia') - startOfDate('2011-12-30', 'Pacific/Apia')).toBe(0);
    expect(endOfDate('2011-12-31', 'Pacific/Apia') - startOfDate('2011-12-31', 'Pacific/Apia')).toBe(DAY);
    expect(endOfDate('2025-10-05', 'Australia/Lord_Howe') - startOfDate('2025-10-05', 'Australia/Lord_Howe')).toBe(
      23.5 * HOUR,
    );
  });
});
