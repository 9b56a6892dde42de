import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inLanes, sideBySide } from '../../../bot/outbox/lanes.ts';

describe('lanes', () => {
  test('keep everything, in order within each', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', '__proto__'), fc.nat())), (items) => {
        const lanes = inLanes(items, ([name]) => name);
        for (const lane of lanes) expect(lane).toEqual(items.filter(([name]) => name === lane[0]?.[0]));
        expect(lanes.flat()).toHaveLength(items.length);
      }),
    );
  });

  test('are worked through side by side, no more than the width at once, and each once', async () => {
    let running = 0;
    let most = 0;
    const worked: number[] = [];
    await sideBySide([1, 2, 3, 4, 5, 6, 7], 3, async (lane) => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      worked.push(lane);
      running -= 1;
    });
    expect([worked.toSorted(), most]).toEqual([[1, 2, 3, 4, 5, 6, 7], 3]);
  });
});
