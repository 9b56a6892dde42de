import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ClockReading, readClock as readFacts } from '../../cards/clock.ts';
import type { ResponseFacts } from '../../src/command/contract.ts';
import { rapid, waiting } from './samples/responses.ts';

const readClock = ({ from, due, proof }: ResponseFacts, now: number): ClockReading =>
  readFacts({ from, due, segments: proof.segments }, now);
const at = (instant: string): number => Date.parse(instant);

describe('a running clock', () => {
  test.each([
    ['2026-03-02T10:00:00+01:00', 0, 15, 'Good'],
    ['2026-03-02T10:07:00+01:00', 7 / 15, 8, 'Good'],
    ['2026-03-02T10:07:30+01:00', 0.5, 7.5, 'Accent'],
    ['2026-03-02T10:11:15+01:00', 0.75, 3.75, 'Warning'],
    ['2026-03-02T10:15:00+01:00', 1, 0, 'Warning'],
    ['2026-03-02T09:00:00+01:00', 0, 15, 'Good'],
  ])('at %s', (now, spent, left, meaning) => {
    expect(readClock(rapid, at(now))).toEqual({ spent, left, late: 0, meaning });
  });

  test('is missed from the moment after it was due', () => {
    expect(readClock(rapid, at('2026-03-02T10:16:00+01:00'))).toEqual({
      spent: 1,
      left: 0,
      late: 1,
      meaning: 'Attention',
    });
  });

  test('that stands still over the weekend keeps what it had, and says when it goes on', () => {
    const reading = { spent: 45 / 120, left: 75, late: 0, meaning: 'Good', resumes: '2026-03-02T09:00:00-05:00' };
    for (const now of ['2026-02-27T17:30:00-05:00', '2026-02-28T12:00:00Z', '2026-03-02T08:59:59-05:00'])
      expect(readClock(waiting, at(now))).toEqual(reading);
    expect(readClock(waiting, at('2026-03-02T09:00:00-05:00'))).not.toHaveProperty('resumes');
  });

  test('without a proof runs by the wall', () => {
    const bare = { ...rapid, proof: { ...rapid.proof, segments: [] } };
    expect(readClock(bare, at('2026-03-02T10:09:00+01:00'))).toMatchObject({ spent: 0.6, left: 6 });
  });

  test('never goes back, and what is spent and left make the whole', () => {
    const instants = fc.integer({ min: at(waiting.from) - 86_400_000, max: at(waiting.due) });
    fc.assert(
      fc.property(instants, instants, (one, other) => {
        const [before, after] = [Math.min(one, other), Math.max(one, other)].map((now) => readClock(waiting, now));
        expect(before?.spent).toBeLessThanOrEqual(after?.spent ?? -1);
        expect((after?.spent ?? 0) * 120 + (after?.left ?? 0)).toBeCloseTo(120, 6);
      }),
    );
  });
});
