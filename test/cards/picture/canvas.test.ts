import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Colour, createCanvas } from '../../../cards/picture/canvas.ts';
import { pixelsOf } from './pixels.ts';

const red: Colour = [200, 0, 0, 255];
const faint: Colour = [0, 0, 200, 80];
const clear: Colour = [0, 0, 0, 0];

describe('a picture', () => {
  test('holds what was filled, and is clear elsewhere', () => {
    const canvas = createCanvas(4, 3);
    canvas.fill(red, 1, 0, 3, 2);
    canvas.fill(faint, 2, 1, 9, 9);
    expect(pixelsOf(canvas.toDataUri())).toEqual([
      [clear, red, red, clear],
      [clear, red, faint, faint],
      [clear, clear, faint, faint],
    ]);
  });

  test('is the same as one painted point by point, whatever is filled', () => {
    const edge = fc.integer({ min: -3, max: 15 });
    const fills = fc.array(fc.tuple(fc.constantFrom(red, faint), edge, edge, edge, edge), { maxLength: 6 });
    fc.assert(
      fc.property(fills, (list) => {
        const canvas = createCanvas(12, 8);
        const expected = Array.from({ length: 8 }, () => Array<Colour>(12).fill(clear));
        for (const [colour, left, top, right, bottom] of list) {
          canvas.fill(colour, left, top, right, bottom);
          for (let y = Math.max(0, top); y < Math.min(8, bottom); y += 1)
            for (let x = Math.max(0, left); x < Math.min(12, right); x += 1) {
              const row = expected[y];
              if (row !== undefined) row[x] = colour;
            }
        }
        expect(pixelsOf(canvas.toDataUri())).toEqual(expected);
      }),
    );
  });

  test('of flat bars is small enough for a card', () => {
    const canvas = createCanvas(480, 60);
    for (let index = 0; index < 12; index += 1)
      canvas.fill(index % 2 ? red : faint, index * 40, 5, index * 40 + 30, 55);
    expect(canvas.toDataUri().length).toBeLessThan(600);
  });
});
