import type { Next, Reply, Step, Turn } from './turn.ts';

/** A step handed the turn on twice: the desk would do everything twice. A bug, never an answer. */
export class NextCalledTwice extends Error {
  override readonly name = 'NextCalledTwice';

  constructor(position: number) {
    super(`Step ${position} of the turn pipeline handed its turn on twice.`);
  }
}

/**
 * Puts steps in a row, the first outermost, before the one that answers.
 * @throws NextCalledTwice (as a rejection) when a step calls `next` again.
 */
export function inARow(steps: readonly Step[], last: Next): Next {
  return steps.reduceRight<Next>((next, step, position) => (turn) => step(turn, onlyOnce(next, position)), last);
}

function onlyOnce(next: Next, position: number): Next {
  let called = false;
  return async (turn: Turn): Promise<Reply> => {
    if (called) throw new NextCalledTwice(position);
    called = true;
    return next(turn);
  };
}
