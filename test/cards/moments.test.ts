import { describe, expect, test } from '@jest/globals';
import type { Audience } from '../../cards/audience.ts';
import { momentsFor } from '../../cards/moments.ts';
import { placeName } from '../../cards/places.ts';
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';

const reader = (timeZone: string, language: DeskLanguage = 'en', now = '2026-03-02T10:00:00+01:00'): Audience => ({
  language,
  timeZone,
  now,
});

describe('an instant in the reader’s words', () => {
  test.each([
    ['today', '2026-03-02T10:15:00+01:00', 'Europe/Copenhagen', '10:15 today, Monday 2 March'],
    ['tomorrow', '2026-03-03T09:00:00+01:00', 'Europe/Copenhagen', '09:00 tomorrow, Tuesday 3 March'],
    ['yesterday, for one further east', '2026-03-01T15:00:00Z', 'America/New_York', '10:00 yesterday, Sunday 1 March'],
    [
      'a day ahead across the date line',
      '2026-03-02T10:15:00+01:00',
      'Pacific/Auckland',
      '22:15 today, Monday 2 March',
    ],
    ['far away', '2026-03-09T10:15:00-04:00', 'Europe/Copenhagen', '15:15 on Monday 9 March'],
    ['in another year', '2027-01-04T10:00:00+01:00', 'Europe/Copenhagen', '10:00 on Monday, 4 January 2027'],
    ['at midnight', '2026-03-02T00:00:00+01:00', 'Europe/Copenhagen', '00:00 today, Monday 2 March'],
    ['in a zone that there is not', '2026-03-02T10:15:00+01:00', 'Mars/Olympus', '09:15 today, Monday 2 March'],
  ])('%s', (_, instant, timeZone, said) => {
    expect(momentsFor(reader(timeZone)).when(instant)).toBe(said);
  });

  test('a day begins at the reader’s midnight, not at UTC’s', () => {
    const late = momentsFor(reader('America/New_York', 'en', '2026-03-03T02:00:00Z'));
    expect(late.when('2026-03-03T04:30:00Z')).toBe('23:30 today, Monday 2 March');
    expect(late.when('2026-03-03T05:30:00Z')).toBe('00:30 tomorrow, Tuesday 3 March');
  });

  test('with the zone’s name where the reader’s clock says otherwise', () => {
    const { sameClock, whenThere } = momentsFor(reader('Europe/Copenhagen'));
    expect(sameClock('2026-03-02T10:15:00+01:00', 'Europe/Paris')).toBe(true);
    expect(sameClock('2026-03-02T10:15:00+01:00', 'Europe/London')).toBe(false);
    expect(whenThere('2026-03-02T10:15:00+01:00', 'America/New_York')).toBe(
      '04:15 today, Monday 2 March (Eastern Standard Time)',
    );
  });

  test('the first of a month is an ordinal in French, and no other day', () => {
    const { date, when } = momentsFor(reader('Europe/Paris', 'fr'));
    expect(['2027-06-01', '2027-06-11', '2027-06-21'].map(date)).toEqual([
      '1er juin 2027',
      '11 juin 2027',
      '21 juin 2027',
    ]);
    expect(when('2026-06-01T10:00:00+02:00')).toContain('lundi 1er juin');
    expect(momentsFor(reader('Europe/Paris', 'da')).date('2027-06-01')).toBe('1. juni 2027');
  });

  test('a date has no zone', () => {
    for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC']) {
      expect(momentsFor(reader(zone)).date('2026-12-31')).toBe('31 December 2026');
    }
  });

  test.each([
    ['2026-03-02T09:59:59+01:00', true],
    ['2026-03-02T10:00:01+01:00', false],
  ])('%s has passed: %s', (instant, passed) => {
    expect(momentsFor(reader('UTC')).isPast(instant)).toBe(passed);
  });
});

describe('a location', () => {
  const known = [
    { id: 'dk', country: 'DK', timeZone: 'Europe/Copenhagen' },
    { id: 'la', country: 'US', timeZone: 'America/Los_Angeles' },
  ];

  test.each([
    ['dk', undefined, 'Denmark'],
    ['la', 'America/Los_Angeles', 'LA'],
    ['la', undefined, 'LA'],
    ['fr', 'Europe/Paris', 'France'],
    ['fr', 'Europe/Berlin', 'FR'],
    ['fr', undefined, 'FR'],
    ['tirana', 'Europe/Tirane', 'Tirana'],
    ['new-york', undefined, 'New York'],
    ['hq', undefined, 'HQ'],
    ['', undefined, ''],
  ])('%s in %s is %s', (id, zone, name) => {
    expect(placeName(id, 'en', known, zone)).toBe(name);
  });

  test('is named in the reader’s language', () => {
    expect(placeName('dk', 'fr', known)).toBe('Danemark');
    expect(placeName('dk', 'zh-Hant', known)).toBe('丹麥');
  });
});
