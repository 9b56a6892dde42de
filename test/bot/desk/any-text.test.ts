import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { size } from '../../support/sizes.ts';

/** Texts of one conversation: what one leaves open, the next may answer. */
const TURNS = 25;

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});

describe('any text at all, from the text to the answer', () => {
  test('is answered with a state, words and a card', async () => {
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        asked += 1;
        const answer = await desk.say(text, { conversation: `any-${Math.floor(asked / TURNS)}` });
        expect(answer.status).toMatch(/^(answered|done|needs-input|needs-confirmation|refused|not-understood)$/);
        expect(answer.text.trim()).not.toBe('');
        expect(answer.card).toMatchObject({ type: 'AdaptiveCard' });
      }),
      { numRuns: size(300, 100_000) },
    );
  });

  test.each([
    ['megabytes', 'severity A on Azure SQL '.repeat(120_000)],
    ['megabytes of one letter', 'a'.repeat(3_000_000)],
    ['a deep nest of tags', '<at>'.repeat(200_000)],
    ['a deep nest of brackets', '[('.repeat(100_000)],
    ['only marks of direction', '\u202e\u2066\u200f'.repeat(5000)],
    ['a family of emoji', '👩‍👩‍👧‍👦'.repeat(2000)],
    ['accents piled on one letter', `e${'\u0301'.repeat(50_000)}`],
    ['control characters', '\u0000\u0007\u001b[2J\u0008'.repeat(2000)],
  ])('%s', async (_what, text) => {
    const answer = await desk.say(text, { conversation: 'hostile' });
    expect(answer.text.trim()).not.toBe('');
  });
});
