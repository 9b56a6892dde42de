import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hostileText } from '../../support/hostile-text.ts';
import { size } from '../../support/sizes.ts';
import { understood } from './reading.ts';

describe('any text at all', () => {
  test('is read without a fault, with likelihoods that are some, and twice the same', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const once = understood(text);
        expect(once.readings.every(({ confidence }) => confidence > 0 && confidence <= 1)).toBe(true);
        expect(once.readings.map(({ confidence }) => confidence)).toEqual(
          once.readings.map(({ confidence }) => confidence).sort((a, b) => b - a),
        );
        expect(understood(text)).toEqual(once);
      }),
      { numRuns: size(1500, 100_000) },
    );
  });

  test('free text beyond what is read is kept whole in the summary', () => {
    const story = 'the database is down and nobody can work. '.repeat(200).trim();
    expect(understood(`open an incident for Azure SQL: ${story}`).entities.summary).toBe(story);
  });
});
