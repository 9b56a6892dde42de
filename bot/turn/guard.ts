import type { Logger } from 'pino';
import { notice } from './notices.ts';
import type { Step } from './turn.ts';

/** Turns a bug of the desk into a plain notice and a log line with the stack, so that one turn cannot harm another. */
export function guard(log: Logger): Step {
  return async (turn, next) => {
    try {
      return await next(turn);
    } catch (err) {
      log.error({ err, face: turn.face, tenant: turn.caller.tenant }, 'the desk failed on a turn');
      return { answer: notice('internal', turn.language), failed: true };
    }
  };
}
