import { describe, expect, test } from '@jest/globals';
import moment from 'moment-timezone';
import { FIRST_YEAR, isValidTimeZone, LAST_YEAR, Zone, zoneOf } from '../../src/calendar/zone.ts';
import { full } from '../support/sizes.ts';
import { at, DAY, HOUR } from './calendars.ts';

/**
 * Zones whose data differ between Node 24 (2026c) and moment-timezone (2026f): Havana, Inuvik, Winnipeg and Rainy River
 * from November 2026 on, Bogotá in 1992 and Tehran in 1979 by a day.
 */
const DIFFERENT_DATA = [
  ...['America/Havana', 'Cuba', 'America/Inuvik', 'America/Winnipeg', 'Canada/Central', 'America/Rainy_River'],
  ...['America/Bogota', 'Asia/Tehran', 'Iran'],
];

const FROM = at('1970-01-01T00:00:00Z');
const TO = at('2050-01-01T00:00:00Z');

/** The changes of a zone as moment-timezone has them, without those of the name alone. */
function changesByMoment(name: string): unknown[] {
  const { untils = [], offsets = [] } = moment.tz.zone(name) ?? {};
  return untils
    .map((until, index) => ({
      at: until,
      before: -Math.round((offsets[index] ?? 0) * 60) * 1000 || 0,
      after: -Math.round((offsets[index + 1] ?? 0) * 60) * 1000 || 0,
    }))
    .filter((change) => change.at > FROM && change.at < TO && change.before !== change.after);
}

describe('the changes of a zone’s clock', () => {
  const known = moment.tz.names().filter((name) => !DIFFERENT_DATA.includes(name));
  const names = known.filter((_, index) => full || index % 5 === 0);

  test('are those of moment-timezone from 1970 to 2050, in the zones where both have the same data', () => {
    const different = names.filter((name) => {
      const found = new Zone(name).changesBetween(FROM, TO);
      return JSON.stringify(found) !== JSON.stringify(changesByMoment(name));
    });
    expect(known.length).toBeGreaterThan(500);
    expect(different).toEqual([]);
  }, 120_000);

  test('are the same in whatever order the years are asked for', () => {
    const forwards = new Zone('Africa/Casablanca');
    const backwards = new Zone('Africa/Casablanca');
    const years = Array.from({ length: 40 }, (_, index) => 2000 + index);
    for (const year of years) forwards.offsetAt(Date.UTC(year, 0, 1));
    for (const year of years.reverse()) backwards.offsetAt(Date.UTC(year, 0, 1));
    expect(forwards.changesBetween(FROM, TO)).toEqual(backwards.changesBetween(FROM, TO));
  });

  test('stand still before the first and after the last year that is looked up', () => {
    const zone = new Zone('Europe/Copenhagen');
    expect(zone.changesBetween(Date.UTC(LAST_YEAR + 1, 0, 2), Date.UTC(LAST_YEAR + 500, 0, 1))).toEqual([]);
    expect(zone.offsetAt(Date.UTC(LAST_YEAR + 500, 6, 1))).toBe(HOUR);
    expect(zone.offsetAt(Date.UTC(FIRST_YEAR - 100, 6, 1))).toBe(zone.offsetAt(Date.UTC(FIRST_YEAR, 0, 1)));
  });
});

test('the very first question to a zone is answered as every later one', () => {
  const instant = at('2026-03-03T08:30:00Z');
  expect(new Zone('Asia/Tokyo').offsetAt(instant)).toBe(9 * HOUR);
  expect(new Zone('Asia/Tokyo').instantOf(instant)).toBe(instant - 9 * HOUR);
  expect(new Zone('Asia/Tokyo').startOfDay(instant / DAY - 8.5 / 24)).toBe(at('2026-03-03T00:00:00+09:00'));
  expect(new Zone('Asia/Tokyo').changesBetween(instant, instant + DAY)).toEqual([]);
});

describe('the instant of a wall time', () => {
  const zone = zoneOf('America/New_York');
  const wall = (text: string) => at(`${text}Z`);
  test.each([
    ['once', '2025-07-01T12:00:00', '2025-07-01T12:00:00-04:00'],
    ['skipped: later by the gap', '2025-03-09T02:30:00', '2025-03-09T03:30:00-04:00'],
    ['the first skipped minute', '2025-03-09T02:00:00', '2025-03-09T03:00:00-04:00'],
    ['the minute after the gap', '2025-03-09T03:00:00', '2025-03-09T03:00:00-04:00'],
    ['twice: the first', '2025-11-02T01:30:00', '2025-11-02T01:30:00-04:00'],
    ['the minute after the overlap', '2025-11-02T02:00:00', '2025-11-02T02:00:00-05:00'],
  ])('%s', (_what, local, instant) => {
    expect(zone.instantOf(wall(local))).toBe(at(instant));
  });
});

describe('a time zone', () => {
  test.each(['Europe/Copenhagen', 'UTC', 'America/Argentina/Ushuaia', 'Asia/Kathmandu'])('%s is one', (name) => {
    expect(isValidTimeZone(name)).toBe(true);
  });
  test.each(['', 'Europe/Nowhere', '+02:00', '-0500', 'Europe/Copenhagen '])('%p is none', (name) => {
    expect(isValidTimeZone(name)).toBe(false);
  });
});
