import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultPolicy, judge } from '../../../bot/outbox/retry-policy.ts';
import type { SendError } from '../../../bot/outbox/send-error.ts';

const error = (kind: SendError['kind'], given: object = {}): SendError => ({ kind, detail: 'x', ...given });
const anyError = fc.constantFrom<SendError['kind']>('auth', 'throttled', 'transient', 'permanent', 'maybe-delivered');

describe('the one retry policy', () => {
  test.each<[SendError['kind'], number]>([
    ['permanent', 1],
    ['maybe-delivered', 2],
    ['auth', 4],
    ['transient', 10],
  ])('what failed as %s is tried %i times in all', (kind, tries) => {
    const verdict = (tried: number) => judge(defaultPolicy, error(kind), { tried, elapsedMs: 0 }, 0).kind;
    const verdicts = Array.from({ length: tries }, (_, index) => verdict(index + 1));
    expect(verdicts).toEqual([...Array(tries - 1).fill('again'), 'give-up']);
  });

  test.each([
    [1, 0, 500],
    [1, 1, 1000],
    [2, 0, 1000],
    [4, 1, 8000],
    [9, 1, 60_000],
  ])(
    'after try %i the wait is random (%d) between half of the doubling wait and the whole: %i ms',
    (tried, random, afterMs) => {
      expect(judge(defaultPolicy, error('transient'), { tried, elapsedMs: 0 }, random)).toEqual({
        kind: 'again',
        afterMs,
      });
    },
  );

  test('a channel that names a time gets it, and never less', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60_000 }),
        fc.integer({ min: 1, max: 20 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (asked, tried, random) => {
          const verdict = judge(
            defaultPolicy,
            error('throttled', { retryAfterMs: asked }),
            { tried, elapsedMs: 0 },
            random,
          );
          expect(verdict).toMatchObject({ kind: 'again' });
          expect(verdict.kind === 'again' && verdict.afterMs).toBeGreaterThanOrEqual(asked);
        },
      ),
    );
  });

  test('nothing is tried again once the budget is spent', () => {
    fc.assert(
      fc.property(
        anyError,
        fc.integer({ min: 1, max: 2000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (kind, tried, random) => {
          const verdict = judge(defaultPolicy, error(kind), { tried, elapsedMs: defaultPolicy.budgetMs }, random);
          expect(verdict).toEqual({ kind: 'give-up' });
        },
      ),
    );
  });
});
