import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inLanes, RunningLanes } from '../../../bot/outbox/lanes.ts';

describe('lanes', () => {
  test('keep everything, in order within each', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', '__proto__'), fc.nat())), (items) => {
        const lanes = [...inLanes(items, ([name]) => name).values()];
        for (const lane of lanes) expect(lane).toEqual(items.filter(([name]) => name === lane[0]?.[0]));
        expect(lanes.flat()).toHaveLength(items.length);
      }),
    );
  });

  test('are worked on by one each, and by no more than the width for one receiver', async () => {
    const running = new RunningLanes(2);
    const { promise, resolve } = Promise.withResolvers<void>();
    const freed: string[] = [];
    const begin = (name: string, receiver: string): void =>
      running.begin(
        { name, receiver },
        () => promise,
        () => freed.push(name),
      );
    begin('a 1', 'a');
    expect([running.isFree('a 1', 'a'), running.isFree('a 2', 'a')]).toEqual([false, true]);
    begin('a 2', 'a');
    expect([running.isFree('a 3', 'a'), running.isFree('b 1', 'b')]).toEqual([false, true]);
    resolve();
    await running.ended();
    expect([freed, [...running.names], running.isFree('a 3', 'a')]).toEqual([['a 1', 'a 2'], [], true]);
  });
});
