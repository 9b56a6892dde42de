import { describe, expect, test } from '@jest/globals';
import { addDays } from '../../src/calendar/local-date.ts';
import { type CalendarLocation, calendarOf, uniformWeek, weekOf } from '../../src/calendar/location-calendar.ts';
import { due, HOUR, windows } from './calendars.ts';

/** Figures of no edition, so that a test shows where they come from. */
const defaults = { start: '08:30', end: '16:00', weekends: false, publicHolidays: false };
const years = { from: 2026, to: 2027 };
const copenhagen: CalendarLocation = { country: 'DK', timeZone: 'Europe/Copenhagen' };

function made(location: CalendarLocation, hours = defaults) {
  const result = calendarOf(location, hours, years);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

describe('the hours of a location', () => {
  test('are the defaults where it names none', () => {
    expect(due(made(copenhagen).calendar, '2026-03-06T15:00:00+01:00', 2 * HOUR)).toBe('2026-03-09T09:30:00+01:00');
  });

  test('are one window for every working day', () => {
    const place = { ...copenhagen, businessHours: { start: '09:00', end: '17:30' } };
    expect(due(made(place).calendar, '2026-03-06T17:00:00+01:00', HOUR)).toBe('2026-03-09T09:30:00+01:00');
  });

  test('or those of each day that it names, the others closed', () => {
    const place = { ...copenhagen, businessHours: { sun: windows('09:00-12:00 13:00-15:00'), mon: [] } };
    expect(due(made(place).calendar, '2026-03-02T10:00:00+01:00', 4 * HOUR)).toBe('2026-03-08T14:00:00+01:00');
  });

  test('include the weekend where the defaults do', () => {
    const { calendar } = made(copenhagen, { ...defaults, weekends: true });
    expect(due(calendar, '2026-03-06T15:00:00+01:00', 2 * HOUR)).toBe('2026-03-07T09:30:00+01:00');
  });

  test('come as a week that starts on Monday', () => {
    expect(Object.keys(uniformWeek(defaults, false))).toEqual(['1', '2', '3', '4', '5']);
    expect(weekOf({ wed: windows('09:00-12:00') }, false)[3]).toEqual([{ start: '09:00', end: '12:00' }]);
  });
});

describe('the holidays of a location', () => {
  test('are listed', () => {
    const place = made({ ...copenhagen, holidays: ['2026-03-09'] });
    expect(place.holidays).toBe('listed');
    expect(due(place.calendar, '2026-03-06T15:00:00+01:00', 2 * HOUR)).toBe('2026-03-10T09:30:00+01:00');
  });

  test('or proposed', () => {
    const place = made(copenhagen);
    expect(place.holidays).toBe('proposed');
    expect(due(place.calendar, '2026-04-01T15:00:00+02:00', 2 * HOUR)).toBe('2026-04-07T09:30:00+02:00');
  });

  test('or unknown', () => {
    expect(made({ country: 'XX', timeZone: 'UTC' }).holidays).toBe('none');
  });

  test('or worked, where the defaults say so and it lists none', () => {
    const place = made(copenhagen, { ...defaults, publicHolidays: true });
    expect(place.holidays).toBe('none');
    expect(due(place.calendar, '2026-04-01T15:00:00+02:00', 2 * HOUR)).toBe('2026-04-02T09:30:00+02:00');
  });
});

describe('a calendar', () => {
  test('is made once for the same location, hours and years', () => {
    expect(made({ ...copenhagen }).calendar).toBe(made({ ...copenhagen }).calendar);
    expect(made({ ...copenhagen, holidays: [] }).calendar).not.toBe(made(copenhagen).calendar);
    expect(made({ ...copenhagen, timeZone: 'Europe/Paris' }).calendar).not.toBe(made(copenhagen).calendar);
  });

  test('is made anew, and the same, after many others have been asked for', () => {
    const before = made({ ...copenhagen, holidays: ['2026-03-09'] }).calendar;
    for (let day = 0; day < 600; day += 1) made({ ...copenhagen, holidays: [addDays('2026-01-01', day)] });
    const after = made({ ...copenhagen, holidays: ['2026-03-09'] }).calendar;
    const from = '2026-03-06T15:00:00+01:00';
    expect(after).not.toBe(before);
    expect(due(after, from, 2 * HOUR)).toBe(due(before, from, 2 * HOUR));
  });

  test('is refused with every fault of its location', () => {
    const place = { country: 'DK', timeZone: 'Europe/Nowhere', businessHours: { mon: windows('9-17') } };
    expect(calendarOf(place, defaults, years)).toMatchObject({
      ok: false,
      failure: [{ path: 'timeZone' }, { path: 'week.1[0].start' }],
    });
    expect(calendarOf({ ...copenhagen, holidays: ['2026-02-30'] }, defaults, years)).toMatchObject({
      ok: false,
      failure: [{ code: 'bad-date', path: 'holidays[0]' }],
    });
  });
});
