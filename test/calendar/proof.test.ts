import { describe, expect, test } from '@jest/globals';
import type { BusinessCalendar } from '../../src/calendar/business-calendar.ts';
import { proveDue, proveElapsed } from '../../src/calendar/proof.ts';
import { ProofSegment } from '../../src/command/contract.ts';
import { ALL_DAYS, at, calendar, HOUR, MINUTE, weekly, windows } from './calendars.ts';

/** A proof as lines: when, how many minutes, and why; a plus for what was counted. */
function lines(place: BusinessCalendar, from: string, duration: number): string[] {
  const proof = proveDue(place, at(from), duration);
  if (!proof.ok) return [proof.failure];
  return proof.value.segments.map(
    (one) => `${one.counted ? '+' : '-'} ${one.from.slice(5, 16)} ${one.to.slice(5, 16)} ${one.minutes} ${one.because}`,
  );
}

describe('the proof of a due instant names what was counted and why the rest was not', () => {
  test('within a window there is one segment', () => {
    expect(lines(calendar(), '2026-03-02T10:00:00+01:00', 2 * HOUR)).toEqual([
      '+ 03-02T10:00 03-02T12:00 120 working-time',
    ]);
  });

  test('over a night', () => {
    expect(lines(calendar(), '2026-03-02T16:00:00+01:00', 2 * HOUR)).toEqual([
      '+ 03-02T16:00 03-02T17:00 60 working-time',
      '- 03-02T17:00 03-03T09:00 960 outside-hours',
      '+ 03-03T09:00 03-03T10:00 60 working-time',
    ]);
  });

  test('over lunch', () => {
    const place = calendar({ week: weekly('09:00-12:00 13:00-17:00') });
    expect(lines(place, '2026-03-02T11:30:00+01:00', HOUR)).toEqual([
      '+ 03-02T11:30 03-02T12:00 30 working-time',
      '- 03-02T12:00 03-02T13:00 60 outside-hours',
      '+ 03-02T13:00 03-02T13:30 30 working-time',
    ]);
  });

  test('over a weekend and a holiday after it', () => {
    const place = calendar({ holidays: ['2026-03-09'] });
    expect(lines(place, '2026-03-06T16:30:00+01:00', HOUR)).toEqual([
      '+ 03-06T16:30 03-06T17:00 30 working-time',
      '- 03-06T17:00 03-07T00:00 420 outside-hours',
      '- 03-07T00:00 03-09T00:00 2880 weekend',
      '- 03-09T00:00 03-10T00:00 1440 holiday',
      '- 03-10T00:00 03-10T09:00 540 outside-hours',
      '+ 03-10T09:00 03-10T09:30 30 working-time',
    ]);
  });

  test('a holiday on a weekend is the weekend’s, and a holiday with hours of its own is outside them', () => {
    const place = calendar({
      holidays: ['2026-03-07', '2026-03-09'],
      replacements: { '2026-03-09': windows('12:00-13:00') },
    });
    expect(lines(place, '2026-03-07T00:00:00+01:00', HOUR)).toEqual([
      '- 03-07T00:00 03-09T00:00 2880 weekend',
      '- 03-09T00:00 03-09T12:00 720 outside-hours',
      '+ 03-09T12:00 03-09T13:00 60 working-time',
    ]);
  });

  test('a night of work is one segment, and ends at the midnight of a holiday', () => {
    const place = calendar({ week: weekly('22:00-06:00'), holidays: ['2026-03-04'] });
    expect(lines(place, '2026-03-02T23:00:00+01:00', 10 * HOUR)).toEqual([
      '+ 03-02T23:00 03-03T06:00 420 working-time',
      '- 03-03T06:00 03-03T22:00 960 outside-hours',
      '+ 03-03T22:00 03-04T00:00 120 working-time',
      '- 03-04T00:00 03-05T00:00 1440 holiday',
      '- 03-05T00:00 03-05T22:00 1320 outside-hours',
      '+ 03-05T22:00 03-05T23:00 60 working-time',
    ]);
  });
});

describe('a clock change is a segment of no length', () => {
  const place = calendar({ week: weekly('01:00-04:00', [7]) });

  test('in spring it leads from 02:00 to 03:00', () => {
    const proof = proveDue(place, at('2026-03-29T01:30:00+01:00'), 90 * MINUTE);
    expect(proof.ok ? proof.value.segments : []).toEqual([
      {
        from: '2026-03-29T01:30:00+01:00',
        to: '2026-03-29T02:00:00+01:00',
        counted: true,
        minutes: 30,
        because: 'working-time',
      },
      {
        from: '2026-03-29T02:00:00+01:00',
        to: '2026-03-29T03:00:00+02:00',
        counted: false,
        minutes: 0,
        because: 'clock-change',
      },
      {
        from: '2026-03-29T03:00:00+02:00',
        to: '2026-03-29T04:00:00+02:00',
        counted: true,
        minutes: 60,
        because: 'working-time',
      },
    ]);
  });

  test('in autumn it leads from 03:00 back to 02:00', () => {
    expect(lines(place, '2026-10-25T00:00:00+02:00', 4 * HOUR)).toEqual([
      '- 10-25T00:00 10-25T01:00 60 outside-hours',
      '+ 10-25T01:00 10-25T03:00 120 working-time',
      '- 10-25T03:00 10-25T02:00 0 clock-change',
      '+ 10-25T02:00 10-25T04:00 120 working-time',
    ]);
  });

  test('a due instant at the very change needs none', () => {
    const proof = proveDue(place, at('2026-03-29T01:00:00+01:00'), HOUR);
    expect(proof.ok ? proof.value.segments : []).toEqual([
      {
        from: '2026-03-29T01:00:00+01:00',
        to: '2026-03-29T03:00:00+02:00',
        counted: true,
        minutes: 60,
        because: 'working-time',
      },
    ]);
  });

  test('written hours that it takes away are uncounted because of it', () => {
    const late = calendar({ week: weekly('02:30-06:00', [7]) });
    expect(lines(late, '2026-03-29T01:00:00+01:00', HOUR)).toEqual([
      '- 03-29T01:00 03-29T02:00 60 outside-hours',
      '- 03-29T02:00 03-29T03:00 0 clock-change',
      '- 03-29T03:00 03-29T03:30 30 clock-change',
      '+ 03-29T03:30 03-29T04:30 60 working-time',
    ]);
    const twice = calendar({ week: weekly('01:00-02:30 04:00-05:00', [7]) });
    expect(lines(twice, '2026-10-25T01:00:00+02:00', 2 * HOUR)).toEqual([
      '+ 10-25T01:00 10-25T02:30 90 working-time',
      '- 10-25T02:30 10-25T03:00 30 outside-hours',
      '- 10-25T03:00 10-25T02:00 0 clock-change',
      '- 10-25T02:00 10-25T02:30 30 clock-change',
      '- 10-25T02:30 10-25T04:00 90 outside-hours',
      '+ 10-25T04:00 10-25T04:30 30 working-time',
    ]);
  });
});

describe('a clock that runs day and night', () => {
  test('has one segment, in the local time of the zone', () => {
    expect(proveElapsed('Europe/Copenhagen', at('2026-03-29T01:30:00+01:00'), HOUR)).toEqual({
      due: at('2026-03-29T03:30:00+02:00'),
      segments: [
        {
          from: '2026-03-29T01:30:00+01:00',
          to: '2026-03-29T03:30:00+02:00',
          counted: true,
          minutes: 60,
          because: 'elapsed-time',
        },
      ],
    });
  });

  test('and none for no time', () => {
    const from = at('2026-03-02T10:00:00Z');
    expect(proveElapsed('Europe/Copenhagen', from, 0)).toEqual({ due: from, segments: [] });
  });
});

test('no duration needs no proof, and no working time has none', () => {
  expect(lines(calendar(), '2026-03-07T12:00:00+01:00', 0)).toEqual([]);
  expect(lines(calendar({ week: {} }), '2026-03-07T12:00:00+01:00', HOUR)).toEqual(['no-working-time']);
});

test('each segment is one of the contract, to the millisecond', () => {
  const proof = proveDue(
    calendar({ week: weekly('09:00-17:00', ALL_DAYS) }),
    at('2026-03-28T16:59:59.250+01:00'),
    1000,
  );
  const segments = proof.ok ? proof.value.segments : [];
  expect(segments.map((segment) => ProofSegment.parse(segment))).toEqual(segments);
  expect(segments.at(-1)?.to).toBe('2026-03-29T09:00:00.250+02:00');
});
