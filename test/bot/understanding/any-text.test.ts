import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { size } from '../../support/sizes.ts';
import { understood } from './reading.ts';

const scraps = fc.constantFrom(
  ...[
    'severity ',
    '1',
    'A',
    ' деңгей',
    '嚴重性',
    'Azure ',
    'SQL',
    ': ',
    '. ',
    '-',
    '–',
    '/',
    ' to ',
    ' til ',
    '2026',
    '年',
    '月',
  ],
  ...[
    '日',
    '五',
    '十',
    'INC-',
    '$',
    '10,000',
    '\u0000',
    '\ud800',
    '\u202e',
    '👩‍👧',
    '<at>',
    '${x}',
    '__proto__',
    'constructor',
    '\n',
  ],
  ...['from ', 'next ', 'Friday', 'қазан', 'ë', 'œ', '１', 'Ⅷ', '٣', 'e\u0301\u0301\u0301', 'sub-', '@', 'a@b.co'],
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(scraps, { maxLength: 120 }).map((parts) => parts.join('')),
  fc.tuple(scraps, fc.integer({ min: 1, max: 3000 })).map(([scrap, times]) => scrap.repeat(times)),
);

describe('any text at all', () => {
  test('is read without a fault, with likelihoods that are some, and twice the same', () => {
    fc.assert(
      fc.property(texts, (text) => {
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
