/** The edge cases of pauses, targets and closure that this arithmetic answers for (groups C and D). */
import { describe, expect, test } from '@jest/globals';
import { addWorkingTime, type BusinessCalendar, workingTimeBetween } from '../../src/calendar/business-calendar.ts';
import { toLocalIso } from '../../src/calendar/local-date.ts';
import { ALL_DAYS, at, calendar, DAY, due, HOUR, MINUTE, weekly } from './calendars.ts';

type Pause = readonly [from: string, to: string];

/** The due instant of a clock that stands still in its pauses: what is left at each is counted on from its end. */
function dueWithPauses(place: BusinessCalendar, from: string, target: number, pauses: readonly Pause[]): string {
  let left = target;
  let start = at(from);
  for (const [paused, resumed] of pauses) {
    left -= workingTimeBetween(place, start, at(paused));
    start = at(resumed);
  }
  const end = addWorkingTime(place, start, left);
  return end.ok ? toLocalIso(end.value, place.timeZone) : end.failure;
}

describe('C31: a pause takes only the working time that lies in it', () => {
  const place = calendar({ holidays: ['2026-03-04'] });
  const from = '2026-03-02T09:00:00+01:00';

  test.each<[string, Pause, string]>([
    [
      'wholly outside the hours',
      ['2026-03-02T18:00:00+01:00', '2026-03-03T08:00:00+01:00'],
      '2026-03-03T11:00:00+01:00',
    ],
    [
      'begun outside, ended inside',
      ['2026-03-02T18:00:00+01:00', '2026-03-03T10:00:00+01:00'],
      '2026-03-03T12:00:00+01:00',
    ],
    [
      'begun inside, ended outside',
      ['2026-03-02T16:00:00+01:00', '2026-03-03T08:00:00+01:00'],
      '2026-03-03T12:00:00+01:00',
    ],
    ['over a holiday', ['2026-03-03T10:00:00+01:00', '2026-03-05T09:00:00+01:00'], '2026-03-05T10:00:00+01:00'],
  ])('%s', (_what, pause, expected) => {
    expect(dueWithPauses(place, from, 10 * HOUR, [pause])).toBe(expected);
  });
});

describe('C32: a pause', () => {
  test('over midnight', () => {
    const place = calendar({ week: weekly('00:00-24:00', ALL_DAYS) });
    expect(
      dueWithPauses(place, '2026-03-02T22:00:00+01:00', 4 * HOUR, [
        ['2026-03-02T23:30:00+01:00', '2026-03-03T00:30:00+01:00'],
      ]),
    ).toBe('2026-03-03T03:00:00+01:00');
  });

  test('over five days', () => {
    expect(
      dueWithPauses(calendar(), '2026-03-02T09:00:00+01:00', 10 * HOUR, [
        ['2026-03-02T10:00:00+01:00', '2026-03-07T10:00:00+01:00'],
      ]),
    ).toBe('2026-03-10T10:00:00+01:00');
  });

  test('over a clock change', () => {
    const place = calendar({ week: weekly('00:00-24:00', ALL_DAYS) });
    expect(
      dueWithPauses(place, '2026-03-29T01:00:00+01:00', 2 * HOUR, [
        ['2026-03-29T01:30:00+01:00', '2026-03-29T03:30:00+02:00'],
      ]),
    ).toBe('2026-03-29T05:00:00+02:00');
  });
});

test('C38: a pause over a weekend is no shift of the due instant by the hours of the wall clock', () => {
  const pause: Pause = ['2026-03-06T16:00:00+01:00', '2026-03-09T10:00:00+01:00'];
  expect(dueWithPauses(calendar(), '2026-03-06T15:00:00+01:00', 8 * HOUR, [pause])).toBe('2026-03-09T17:00:00+01:00');
});

test('C39: a hundred pauses of some seconds leak nothing', () => {
  const from = at('2026-03-02T09:00:00+01:00');
  const pauses = Array.from({ length: 100 }, (_, index): Pause => {
    const start = from + index * 137_000 + 1234;
    return [new Date(start).toISOString(), new Date(start + 12_345).toISOString()];
  });
  expect(at(dueWithPauses(calendar(), new Date(from).toISOString(), 5 * HOUR, pauses))).toBe(
    from + 5 * HOUR + 1_234_500,
  );
});

test('D45: a warning at three quarters of a target lies at three quarters of its working time', () => {
  const place = calendar({ week: weekly('09:00-12:00 13:00-17:00') });
  expect(due(place, '2026-03-06T15:00:00+01:00', 0.75 * 4 * HOUR)).toBe('2026-03-09T10:00:00+01:00');
  expect(due(place, '2026-03-06T15:00:00+01:00', 4 * HOUR)).toBe('2026-03-09T11:00:00+01:00');
});

test('D49: what is closed exactly when it is due has taken the target and no more', () => {
  for (let target = MINUTE; target < 2 * DAY; target += 37 * MINUTE) {
    const from = '2026-03-05T13:07:11+01:00';
    expect(workingTimeBetween(calendar(), at(from), at(due(calendar(), from, target)))).toBe(target);
  }
});
