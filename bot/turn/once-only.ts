import type { Logger } from 'pino';
import type { Next, Reply, Step, Turn } from './turn.ts';
import { allKeys, commandIdOf, keysOf, keysToKeep } from './turn-keys.ts';
import type { TurnMemory } from './turn-memory.ts';

/**
 * Doing it twice is doing it once (design 1.6): a second delivery waits for the first and gets its answer, marked as
 * repeated. What failed is not remembered, so that the next delivery tries again.
 */
export function onceOnly(memory: TurnMemory, log: Logger): Step {
  const running = new Map<string, Promise<Reply>>();
  return async (turn, next) => {
    const keys = allKeys(keysOf(turn)).map((key) => `${turn.caller.tenant} ${key}`);
    const first = keys.map((key) => running.get(key)).find((reply) => reply !== undefined);
    if (first) return asRepeated(await first);
    const reply = lookOrDo(memory, log, turn, next);
    for (const key of keys) running.set(key, reply);
    const forget = (): void => {
      for (const key of keys) if (running.get(key) === reply) running.delete(key);
    };
    reply.then(({ late }) => late ?? reply).then(forget, forget);
    return reply;
  };
}

async function lookOrDo(memory: TurnMemory, log: Logger, turn: Turn, next: Next): Promise<Reply> {
  const keys = allKeys(keysOf(turn));
  const kept = keys.length > 0 ? await memory.find(turn.caller.tenant, keys) : undefined;
  if (kept) return { answer: kept, repeated: true };
  const reply = await next(withCommandId(turn));
  if (!reply.late) return remember(memory, log, turn, reply);
  return { ...reply, late: reply.late.then((final) => remember(memory, log, turn, final)) };
}

async function remember(memory: TurnMemory, log: Logger, turn: Turn, reply: Reply): Promise<Reply> {
  const keys = reply.failed ? [] : keysToKeep(keysOf(turn), reply.answer);
  if (keys.length === 0) return reply;
  try {
    await memory.keep(turn.caller.tenant, keys, reply.answer);
  } catch (err) {
    log.error({ err }, 'an answer was given but could not be remembered; a repeat of its turn may be answered again');
  }
  return reply;
}

function withCommandId(turn: Turn): Turn {
  const commandId = commandIdOf(turn);
  return commandId === undefined ? turn : { ...turn, caller: { ...turn.caller, commandId } };
}

/** The late answer is said once, by the first arrival. */
function asRepeated({ answer, failed }: Reply): Reply {
  return { answer, repeated: true, ...(failed ? { failed } : {}) };
}
