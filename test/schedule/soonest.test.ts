import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Soonest } from '../../src/schedule/soonest.ts';

describe('the soonest of many instants', () => {
  test('come out in the order of their instants, each once', () => {
    const soonest = new Soonest(10);
    for (const [name, at] of [
      ['c', 30],
      ['a', 10],
      ['b', 20],
    ] as const)
      soonest.set(name, at);
    expect([soonest.take(30), soonest.take(30), soonest.take(30), soonest.take(30)]).toEqual([
      'a',
      'b',
      'c',
      undefined,
    ]);
  });

  test('an instant that has not come is not taken', () => {
    const soonest = new Soonest(10);
    soonest.set('a', 10);
    expect(soonest.take(9)).toBeUndefined();
    expect(soonest.at).toBe(10);
  });

  test('a name has one instant: the last that was set, or none', () => {
    const soonest = new Soonest(10);
    soonest.set('a', 10);
    soonest.set('a', 50);
    soonest.set('b', 20);
    soonest.set('b', undefined);
    expect(soonest.at).toBe(50);
    expect(soonest.size).toBe(1);
  });

  test('what does not fit is forgotten, and the horizon says from when on', () => {
    const soonest = new Soonest(4);
    for (let at = 1; at <= 5; at += 1) soonest.set(`n${at}`, at);
    expect(soonest.size).toBe(2);
    expect(soonest.horizon).toBe(3);
    soonest.set('later', 9);
    expect(soonest.size).toBe(2);
  });

  const commands = fc.array(
    fc.oneof(
      fc.record({ set: fc.integer({ min: 0, max: 30 }), at: fc.option(fc.nat(100), { nil: undefined }) }),
      fc.record({ take: fc.nat(100) }),
    ),
    { maxLength: 200 },
  );

  test('below the horizon it knows what a plain list knows, in bounded memory', () => {
    fc.assert(
      fc.property(commands, fc.integer({ min: 2, max: 12 }), (all, capacity) => {
        const soonest = new Soonest(capacity);
        const plain = new Map<string, number>();
        for (const command of all) {
          if ('set' in command) {
            const name = `n${command.set}`;
            soonest.set(name, command.at);
            plain.delete(name);
            if (command.at !== undefined) plain.set(name, command.at);
          } else {
            const first = Math.min(...plain.values());
            const expected = first <= command.take && first < soonest.horizon ? first : undefined;
            const taken = soonest.take(command.take);
            expect(taken === undefined ? undefined : plain.get(taken)).toBe(expected);
            if (taken !== undefined) plain.delete(taken);
          }
          expect(soonest.size).toBeLessThanOrEqual(capacity);
        }
      }),
    );
  });
});
