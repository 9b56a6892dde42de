import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeName, encodeName, shardOf } from '../../src/store/names.ts';
import { size } from '../support/sizes.ts';

/** Any JavaScript string, halves of surrogate pairs included. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0x20, max: 0x7e })), { maxLength: 150 })
  .map((units) => String.fromCharCode(...units));
const numRuns = size(2_000, 200_000);

describe('the file name of a text', () => {
  test.each([
    ['inc-42_b', 'inc-42_b'],
    ['K7', '+k7'],
    ['', '%'],
    ['.', '%2e'],
    ['..', '%2e%2e'],
    ['a/b', 'a%2fb'],
    ['a\\b', 'a%5cb'],
    ['\u0000', '%00'],
    ['+k', '%2bk'],
    ['%', '%25'],
    ['~', '%7e'],
    ['é', '%c3%a9'],
    ['e\u0301', 'e%cc%81'],
    ['🧯', '%f0%9f%a7%af'],
    ['\ud83e', '%ud83e'],
    ['con', '%63on'],
    ['lpt1', '%6cpt1'],
    ['console', 'console'],
  ])('of %j is %s', (text, name) => {
    expect(encodeName(text)).toBe(name);
    expect(decodeName(name)).toBe(text);
  });

  test('leads back to the text, or is a digest where it would be too long', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const name = encodeName(text);
        expect(decodeName(name)).toBe(name.startsWith('~') ? undefined : text);
      }),
      { numRuns },
    );
  });

  test('is short lower-case ASCII that no file system takes for anything else', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const name = encodeName(text);
        expect(name).toMatch(/^(?:[a-z0-9_+%-]{1,100}|~[0-9a-f]{64})$/);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)$/);
      }),
      { numRuns },
    );
  });

  test('differs for different texts, also where only case or normal form differs', () => {
    const related = anyText.chain((text) =>
      fc.tuple(
        fc.constant(text),
        fc.constantFrom(
          text.toUpperCase(),
          text.toLowerCase(),
          text.normalize('NFC'),
          text.normalize('NFD'),
          encodeName(text),
          `${text} `,
          `${text}.`,
          `${text}\u0000`,
          text.slice(1),
        ),
      ),
    );
    fc.assert(
      fc.property(related, ([one, other]) => {
        expect(encodeName(one) === encodeName(other)).toBe(one === other);
      }),
      { numRuns },
    );
  });

  test('differs for long texts that differ in half a surrogate pair', () => {
    const long = 'x'.repeat(500);
    expect(encodeName(`${long}\ud83e`)).not.toBe(encodeName(`${long}\ud83f`));
    expect(encodeName(`${long}\ud83e`)).not.toBe(encodeName(`${long}\ufffd`));
  });

  test.each(['K7', '%2', '%zz', '%ff', 'a.b', 'a/b', '+', '+K', `~${'0'.repeat(64)}`])(
    '%s stands for no text',
    (name) => {
      expect(decodeName(name)).toBeUndefined();
    },
  );
});

describe('the shard of a text', () => {
  test('spreads ids that look alike evenly over 256 directories', () => {
    const counts = new Map<string, number>();
    for (let n = 0; n < 25_600; n += 1) counts.set(shardOf(`INC-${n}`), (counts.get(shardOf(`INC-${n}`)) ?? 0) + 1);
    expect(counts.size).toBe(256);
    expect(Math.max(...counts.values())).toBeLessThan(200);
  });

  test('is two hexadecimal digits, the same each time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(shardOf(text)).toMatch(/^[0-9a-f]{2}$/);
        expect(shardOf(text)).toBe(shardOf(text));
      }),
    );
  });
});
