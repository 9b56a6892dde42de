import type { Step } from './turn.ts';

/** Says the answer in the conversation where the face speaks through one, and the late answer when it is there. */
export function say(): Step {
  return async (turn, next) => {
    const reply = await next(turn);
    await turn.say?.(reply.answer);
    const { late } = reply;
    if (!late) return reply;
    return {
      ...reply,
      late: late.then(async (final) => {
        await turn.sayLater?.(final.answer);
        return final;
      }),
    };
  };
}
