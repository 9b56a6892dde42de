import { notice } from './notices.ts';
import type { Step } from './turn.ts';

/**
 * Answers within the turn's budget: when the desk needs longer it says so, and the real answer follows as `late`.
 * Teams delivers a turn again after 15 seconds without an answer, and gives up an invoke after 5.
 */
export function timeBudget(): Step {
  return async (turn, next) => {
    if (turn.budgetMs === undefined) return next(turn);
    const running = next(turn);
    const { promise: spent, resolve } = Promise.withResolvers<'spent'>();
    const timer = setTimeout(() => resolve('spent'), turn.budgetMs);
    try {
      const first = await Promise.race([running, spent]);
      if (first !== 'spent') return first;
      return { answer: notice('still-working', turn.language), late: running };
    } finally {
      clearTimeout(timer);
    }
  };
}
