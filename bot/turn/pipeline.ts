/**
 * The way of every turn to the desk. The order is part of the design:
 *
 * 1. `audit` sees every turn, also the refused and the repeated ones;
 * 2. `language` comes before anything that may have to say something;
 * 3. `once-only` stands before whatever has an effect, saying something included;
 * 4. `say` sends the answer inside of it, so that an answer counts as given only once it has been said;
 * 5. `tenant` keeps strangers from the desk, and its refusal is still said;
 * 6. `time-budget` measures the desk alone;
 * 7. `guard` turns a bug of the desk into an answer.
 */
import type { Logger } from 'pino';
import type { Desk } from '../desk/desk.ts';
import { audit } from './audit.ts';
import { guard } from './guard.ts';
import { language } from './language.ts';
import { unreadable } from './notices.ts';
import { onceOnly } from './once-only.ts';
import { inARow } from './run.ts';
import { say } from './say.ts';
import { tenantWall, type Wall } from './tenant-wall.ts';
import { timeBudget } from './time-budget.ts';
import type { Next, Reply, Step, Turn } from './turn.ts';
import type { TurnMemory } from './turn-memory.ts';

export const order = ['audit', 'language', 'once-only', 'say', 'tenant', 'time-budget', 'guard'] as const;
export type StepName = (typeof order)[number];

export interface PipelineOptions {
  readonly desk: Pick<Desk, 'ask' | 'perform' | 'view'>;
  readonly memory: TurnMemory;
  readonly wall?: Wall;
  readonly log: Logger;
}

export interface Pipeline {
  /** Answers a turn. Rejects only for a failure outside of the desk, such as a store that cannot be read. */
  run(turn: Turn): Promise<Reply>;
  /** Resolves when no late answer is outstanding. */
  settled(): Promise<void>;
}

export function createPipeline(options: PipelineOptions): Pipeline {
  const steps = stepsOf(options);
  const run = inARow(
    order.map((name) => steps[name]),
    askDesk(options.desk),
  );
  const outstanding = new Set<Promise<unknown>>();
  return {
    async run(turn) {
      const reply = await run(turn);
      if (reply.late) track(outstanding, reply.late, options.log);
      return reply;
    },
    async settled() {
      while (outstanding.size > 0) await Promise.all(outstanding);
    },
  };
}

function stepsOf({ memory, wall = {}, log }: PipelineOptions): Readonly<Record<StepName, Step>> {
  return {
    audit: audit(log),
    language: language(),
    'once-only': onceOnly(memory, log),
    say: say(),
    tenant: tenantWall(wall),
    'time-budget': timeBudget(),
    guard: guard(log),
  };
}

function askDesk(desk: PipelineOptions['desk']): Next {
  return async ({ caller, request, language }) => {
    switch (request.kind) {
      case 'text':
        return { answer: await desk.ask({ ...caller, text: request.text }) };
      case 'command': {
        const { kind: _, ...command } = request;
        return { answer: await desk.perform({ ...caller, ...command }) };
      }
      case 'view':
        return { answer: await desk.view({ ...caller, view: request.view }) };
      case 'unreadable':
        return { answer: unreadable(request.because, language) };
    }
  };
}

function track(outstanding: Set<Promise<unknown>>, late: Promise<Reply>, log: Logger): void {
  const settled = late
    .then(({ answer }) => log.info({ command: answer.command, status: answer.status }, 'late answer given'))
    .catch((err: unknown) => log.error({ err }, 'a late answer could not be given'))
    .finally(() => outstanding.delete(settled));
  outstanding.add(settled);
}
