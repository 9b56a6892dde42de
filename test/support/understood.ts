import type { Understanding } from '../../bot/understanding/understand.ts';

/** An understanding in which nothing was found but what a test names. */
export const understood = (found: Partial<Understanding>): Understanding => ({
  language: 'en',
  readings: [],
  args: {},
  correction: false,
  unknown: {},
  ...found,
});
