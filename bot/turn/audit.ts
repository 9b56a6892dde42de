import type { Logger } from 'pino';
import type { Reply, Step, Turn } from './turn.ts';

/** One line for each turn: who gave which command, what came of it and how long it took. Never what was said. */
export function audit(log: Logger, now: () => number = () => performance.now()): Step {
  return async (turn, next) => {
    const started = now();
    try {
      const reply = await next(turn);
      log.info({ ...who(turn), ...what(reply), ms: Math.round(now() - started) }, 'turn');
      return reply;
    } catch (err) {
      log.error({ ...who(turn), err, ms: Math.round(now() - started) }, 'turn failed');
      throw err;
    }
  };
}

function who({ face, caller, delivery }: Turn): Record<string, unknown> {
  return { face, tenant: caller.tenant, user: caller.user, delivery };
}

function what({ answer, repeated, late }: Reply): Record<string, unknown> {
  return {
    command: answer.command,
    status: answer.status,
    because: answer.status === 'refused' ? answer.because : undefined,
    repeated,
    late: late ? true : undefined,
  };
}
