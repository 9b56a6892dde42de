import { describe, expect, test } from '@jest/globals';
import { holidaysFor } from '../../src/calendar/holidays.ts';
import { daysBetween } from '../../src/calendar/local-date.ts';

const proposed = (country: string, timeZone: string, year: number, region?: string): readonly string[] =>
  holidaysFor({ country, region, timeZone }, year, year).dates;

describe('the holidays of a location', () => {
  test('are its own where its work order lists them, in order and each once', () => {
    const question = {
      country: 'DK',
      timeZone: 'Europe/Copenhagen',
      listed: ['2026-12-24', '2026-05-01', '2026-12-24'],
    };
    expect(holidaysFor(question, 2026, 2026)).toEqual({ dates: ['2026-05-01', '2026-12-24'], source: 'listed' });
  });

  test('are none where its list is empty', () => {
    const question = { country: 'DK', timeZone: 'Europe/Copenhagen', listed: [] };
    expect(holidaysFor(question, 2026, 2026)).toEqual({ dates: [], source: 'listed' });
  });

  test('are proposed from its country where it lists none', () => {
    expect(holidaysFor({ country: 'DK', timeZone: 'Europe/Copenhagen' }, 2026, 2026)).toEqual({
      dates: [
        ...['2026-01-01', '2026-04-02', '2026-04-03', '2026-04-05', '2026-04-06', '2026-05-14', '2026-05-24'],
        ...['2026-05-25', '2026-12-25', '2026-12-26'],
      ],
      source: 'proposed',
    });
  });

  test('are unknown for a country without rules, which is no proposal', () => {
    expect(holidaysFor({ country: 'XX', timeZone: 'UTC' }, 2026, 2026)).toEqual({ dates: [], source: 'none' });
  });
});

describe('a proposal', () => {
  test('covers the years asked for and no other', () => {
    const { dates } = holidaysFor({ country: 'FR', timeZone: 'Europe/Paris' }, 2026, 2028);
    expect(new Set(dates.map((date) => date.slice(0, 4)))).toEqual(new Set(['2026', '2027', '2028']));
    expect(dates).toContain('2027-07-14');
  });

  test('has both the day and its substitute', () => {
    const dates = proposed('GB', 'Europe/London', 2026, 'ENG');
    expect(dates).toEqual(expect.arrayContaining(['2026-12-26', '2026-12-28']));
  });

  test('knows the region', () => {
    expect(proposed('DE', 'Europe/Berlin', 2026)).not.toContain('2026-01-06');
    expect(proposed('DE', 'Europe/Berlin', 2026, 'BY')).toContain('2026-01-06');
  });

  test('takes a region that is unknown for the country alone', () => {
    expect(proposed('DE', 'Europe/Berlin', 2026, 'nowhere')).toEqual(proposed('DE', 'Europe/Berlin', 2026));
  });

  test('leaves out what is observed, optional or a day for banks and schools', () => {
    expect(proposed('DK', 'Europe/Copenhagen', 2026)).not.toContain('2026-06-05');
    expect(proposed('US', 'America/New_York', 2026)).not.toContain('2026-02-14');
  });

  test('names a feast that begins at sunset by the day after it: Hari Raya in Singapore', () => {
    expect(proposed('SG', 'Asia/Singapore', 2027)).toContain('2027-03-09');
    expect(proposed('SG', 'Asia/Singapore', 2027)).not.toContain('2027-03-08');
  });

  test('has each day of a feast that lasts several, but no afternoon: Ramazan Bayramı', () => {
    const march = proposed('TR', 'Europe/Istanbul', 2026).filter((date) => date.startsWith('2026-03'));
    expect(march).toEqual(['2026-03-20', '2026-03-21', '2026-03-22']);
  });

  test('has no half days: 4 May in China is free from noon, and for some', () => {
    expect(proposed('CN', 'Asia/Shanghai', 2026)).not.toContain('2026-05-04');
  });

  test('is the same whatever was asked before', () => {
    const whole = holidaysFor({ country: 'SA', timeZone: 'Asia/Riyadh' }, 2026, 2029).dates;
    const years = [2029, 2027, 2026, 2028].flatMap((year) => proposed('SA', 'Asia/Riyadh', year));
    expect(years.sort()).toEqual(whole);
  });

  test.each(['DK', 'FR', 'JP', 'US', 'AL', 'KZ', 'TW', 'LU'])('for %s holds dates in order, each once', (country) => {
    const dates = proposed(country, 'UTC', 2026);
    expect(dates.length).toBeGreaterThan(5);
    dates.slice(1).forEach((date, index) => {
      expect(daysBetween(dates[index] ?? '', date)).toBeGreaterThan(0);
    });
  });
});
