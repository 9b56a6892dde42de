/** What holds for every calendar, start and duration (B29, B10). */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addWorkingTime,
  type BusinessCalendar,
  isOpen,
  nextOpening,
  workingTimeBetween,
} from '../../src/calendar/business-calendar.ts';
import { proveDue } from '../../src/calendar/proof.ts';
import { size } from '../support/sizes.ts';
import { calendar, DAY, MINUTE } from './calendars.ts';
import { randomCalendar, randomFrom } from './random-case.ts';

const RUNS = { numRuns: size(2000, 50_000) };

/** Calendars with working time, from a seed, and an instant near their dates or clock changes. */
const scenes = fc
  .record({ seed: fc.nat(), shift: fc.integer({ min: -40 * DAY, max: 40 * DAY }) })
  .map(({ seed, shift }) => {
    const { around, ...spec } = randomCalendar(randomFrom(seed));
    return { place: calendar(spec), from: around + shift };
  })
  .filter(({ place }) => place.rules.week.some((windows) => windows.length > 0));

const durations = fc.oneof(fc.nat({ max: 50 * MINUTE }), fc.nat({ max: 30 * DAY }));

function add(place: BusinessCalendar, from: number, duration: number): number {
  const due = addWorkingTime(place, from, duration);
  if (!due.ok) throw new Error(due.failure);
  return due.value;
}

describe('for any calendar, start and duration', () => {
  test('the working time up to the due instant is the duration', () => {
    fc.assert(
      fc.property(scenes, durations, ({ place, from }, duration) => {
        expect(workingTimeBetween(place, from, add(place, from, duration))).toBe(duration);
      }),
      RUNS,
    );
  });

  test('no earlier instant has that much', () => {
    fc.assert(
      fc.property(scenes, durations, ({ place, from }, duration) => {
        fc.pre(duration > 0);
        const due = add(place, from, duration);
        expect(workingTimeBetween(place, from, due - 1)).toBe(duration - 1);
        expect(isOpen(place, due - 1)).toBe(true);
      }),
      RUNS,
    );
  });

  test('two durations one after the other are their sum', () => {
    fc.assert(
      fc.property(scenes, durations, durations, ({ place, from }, first, second) => {
        fc.pre(second > 0);
        expect(add(place, add(place, from, first), second)).toBe(add(place, from, first + second));
      }),
      RUNS,
    );
  });

  test('a longer duration is due later, and a later start no earlier', () => {
    fc.assert(
      fc.property(scenes, durations, fc.integer({ min: 1, max: 3 * DAY }), ({ place, from }, duration, more) => {
        expect(add(place, from, duration + more)).toBeGreaterThan(add(place, from, duration));
        expect(add(place, from + more, duration)).toBeGreaterThanOrEqual(add(place, from, duration));
      }),
      RUNS,
    );
  });

  test('working time adds up over any instant in between', () => {
    fc.assert(
      fc.property(scenes, fc.nat({ max: 60 * DAY }), fc.nat({ max: 60 * DAY }), ({ place, from }, first, second) => {
        const [middle, to] = [from + first, from + first + second];
        const parts = workingTimeBetween(place, from, middle) + workingTimeBetween(place, middle, to);
        expect(parts).toBe(workingTimeBetween(place, from, to));
        expect(parts).toBeLessThanOrEqual(to - from);
      }),
      RUNS,
    );
  });

  test('the next opening is open, is not before the start, and nothing is worked until then', () => {
    fc.assert(
      fc.property(scenes, ({ place, from }) => {
        const opening = nextOpening(place, from);
        const instant = opening.ok ? opening.value : Number.NaN;
        expect(isOpen(place, instant)).toBe(true);
        expect(instant).toBeGreaterThanOrEqual(from);
        expect(workingTimeBetween(place, from, instant)).toBe(0);
      }),
      RUNS,
    );
  });

  test('the proof runs from the start to the due instant without a gap, and what it counts is the duration', () => {
    fc.assert(
      fc.property(scenes, fc.nat({ max: 3 * DAY }), ({ place, from }, duration) => {
        const proof = proveDue(place, from, duration);
        const { due, segments } = proof.ok ? proof.value : { due: Number.NaN, segments: [] };
        const ends = segments.map((one) => [Date.parse(one.from), Date.parse(one.to)] as const);
        expect(due).toBe(add(place, from, duration));
        expect([from, ...ends.map(([, to]) => to)]).toEqual([...ends.map(([start]) => start), due]);
        const counted = ends.filter((_, index) => segments[index]?.counted).map(([start, to]) => to - start);
        expect(counted.reduce((sum, length) => sum + length, 0)).toBe(duration);
        expect(segments.map(({ minutes }) => minutes)).toEqual(ends.map(([start, to]) => (to - start) / MINUTE));
      }),
      { numRuns: size(1000, 20_000) },
    );
  });

  test('a calendar that has been asked about other years gives the same answers', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1900, max: 2200 }), durations, (seed, year, duration) => {
        const { around, ...spec } = randomCalendar(randomFrom(seed));
        const travelled = calendar(spec);
        isOpen(travelled, Date.UTC(year, 5, 1));
        expect(addWorkingTime(travelled, around, duration)).toEqual(addWorkingTime(calendar(spec), around, duration));
      }),
      { numRuns: size(300, 5000) },
    );
  });
});
