import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { barPicture } from '../../../cards/picture/bar.ts';
import { clocksPicture } from '../../../cards/picture/clocks.ts';
import { colours, track } from '../../../cards/picture/palette.ts';
import { scaleOf } from '../../../cards/picture/scale.ts';
import { waiting } from '../samples/responses.ts';
import { pixelsOf } from './pixels.ts';

describe('the line of time', () => {
  const spans = fc
    .uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 8 })
    .map((edges) => edges.sort((a, b) => a - b))
    .map((edges) => edges.slice(1).flatMap((to, index) => (index % 2 ? [] : [{ from: edges[index] ?? 0, to }])));

  test('rises with time from its beginning to its end', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 0, max: 999 }), (mattering, at) => {
        const scale = scaleOf({ from: 0, to: 1000 }, mattering);
        expect(scale(0)).toBe(0);
        expect(scale(1000)).toBeCloseTo(1, 9);
        expect(scale(at)).toBeLessThanOrEqual(scale(at + 1));
      }),
    );
  });

  test('keeps the proportions of what counts, and draws the rest short', () => {
    const scale = scaleOf({ from: 0, to: 1000 }, [
      { from: 0, to: 45 },
      { from: 925, to: 1000 },
    ]);
    expect(scale(45) / (1 - scale(925))).toBeCloseTo(45 / 75, 9);
    expect(scale(925) - scale(45)).toBeCloseTo((0.4 * 120) / (1.4 * 120), 9);
  });
});

describe('the picture of a clock over a weekend', () => {
  const now = Date.parse('2026-03-02T09:30:00-05:00');
  const lane = { from: waiting.from, due: waiting.due, stretches: waiting.proof.segments, meaning: 'Accent' } as const;
  const { url, from, to } = clocksPicture([lane], now);
  const pixels = pixelsOf(url);
  const middle = pixels[15] ?? [];
  const share = (colour: readonly number[]): number =>
    middle.filter((pixel) => pixel.every((part, index) => part === colour[index])).length / middle.length;

  test('spans from its start to where it is due', () => {
    expect([from, to]).toEqual([Date.parse(waiting.from), Date.parse(waiting.due)]);
  });

  test('shows what has passed, what is to come and the due mark in their proportions', () => {
    // 75 of the 120 minutes have passed; the nights and the weekend take 0.4 of 1.4 parts.
    expect(share(colours.Accent)).toBeCloseTo(75 / 120 / 1.4, 1);
    expect(share([...colours.Accent.slice(0, 3), 0x78])).toBeCloseTo(45 / 120 / 1.4, 1);
    expect(share(track)).toBeCloseTo(0.4 / 1.4, 1);
    expect(middle.at(-2)).toEqual(colours.Attention);
  });
});

test('a bar shows its parts, and none that is there is too thin to see', () => {
  const [row = []] = pixelsOf(
    barPicture([
      { share: 0.5, meaning: 'Good' },
      { share: 0.0001, meaning: 'Warning' },
      { share: 0, meaning: 'Attention' },
    ]),
  );
  const count = (colour: readonly number[]): number => row.filter((pixel) => String(pixel) === String(colour)).length;
  expect([count(colours.Good), count(colours.Warning), count(colours.Attention)]).toEqual([240, 4, 0]);
  expect(count(track)).toBe(236);
});
