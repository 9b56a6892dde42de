import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { giveBackMemory } from '../../bot/give-back-memory.ts';

const given = globalThis.gc;

describe('giving back memory', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    globalThis.gc = given;
  });

  test('collects once, a while after the start', () => {
    const collect = jest.fn();
    globalThis.gc = collect as unknown as NonNullable<typeof globalThis.gc>;
    giveBackMemory();
    expect(collect).not.toHaveBeenCalled();
    jest.advanceTimersByTime(60_000);
    expect(collect).toHaveBeenCalledTimes(1);
  });

  test('does nothing where the process has no way to collect', () => {
    globalThis.gc = undefined;
    giveBackMemory();
    expect(jest.getTimerCount()).toBe(0);
  });
});
