import { describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { createPipeline, order, type PipelineOptions } from '../../../bot/turn/pipeline.ts';
import type { Turn } from '../../../bot/turn/turn.ts';
import type { TurnMemory } from '../../../bot/turn/turn-memory.ts';
import type { Answer } from '../../../src/command/answer.ts';
import { answerOf } from '../teams/support/answers.ts';
import { FakeDesk } from '../teams/support/fake-desk.ts';

/** Everything that happens around one turn, in the order in which it happens. */
function watched(options: Partial<PipelineOptions> = {}, kept: Answer | undefined = undefined) {
  const seen: string[] = [];
  const memory: TurnMemory = {
    async find() {
      seen.push('looked up');
      return kept;
    },
    async keep(_tenant, keys) {
      seen.push(`remembered ${keys.length}`);
    },
  };
  const desk = new FakeDesk();
  desk.answer = () => {
    seen.push('asked');
    return answerOf('said', { status: 'done' });
  };
  const log = pino(
    { level: 'info' },
    { write: (line: string) => seen.push(`logged ${JSON.parse(line).msg} ${JSON.parse(line).status ?? ''}`.trim()) },
  );
  const wall = {
    knows: async (tenant: string) => {
      seen.push('wall');
      return tenant !== 'stranger';
    },
  };
  const pipeline = createPipeline({ desk, memory, wall, log, ...options });
  const run = (given: Partial<Turn> = {}) =>
    pipeline.run({
      face: 'message',
      caller: { tenant: 't', user: 'u', locale: 'da-DK' },
      request: { kind: 'text', text: 'x' },
      delivery: 'd-1',
      budgetMs: 1000,
      say: async ({ text, language }) => {
        seen.push(`said in ${language}: ${text.slice(0, 12)}`);
      },
      ...given,
    });
  return { seen, run, desk, pipeline };
}

describe('the turn pipeline', () => {
  test('has one order', () => {
    expect(order).toEqual(['audit', 'language', 'once-only', 'say', 'tenant', 'time-budget', 'guard']);
  });

  test('looks for a repeat first, asks, says, remembers only what was said, and logs last', async () => {
    const { seen, run } = watched();
    await run();
    expect(seen).toEqual(['looked up', 'wall', 'asked', 'said in en: said', 'remembered 1', 'logged turn done']);
  });

  test('a repeat passes neither wall nor desk, says nothing, and is logged', async () => {
    const { seen, run } = watched({}, answerOf('said before', { status: 'done' }));
    expect(await run()).toMatchObject({ repeated: true, answer: { text: 'said before' } });
    expect(seen).toEqual(['looked up', 'logged turn done']);
  });

  test('a stranger is told so in the language of the client, and the desk is not asked', async () => {
    const { seen, run } = watched();
    await run({ caller: { tenant: 'stranger', user: 'u', locale: 'da-DK' } });
    expect(seen).toEqual(['looked up', 'wall', 'said in da: Denne desk k', 'remembered 1', 'logged turn refused']);
  });

  test('a failure of the desk is said and logged, and not remembered', async () => {
    const { seen, run, desk } = watched();
    desk.answer = () => {
      throw new Error('x');
    };
    await run();
    expect(seen).toEqual([
      'looked up',
      'wall',
      'logged the desk failed on a turn',
      'said in da: Desken fejle',
      'logged turn refused',
    ]);
  });

  test('what takes too long is remembered when it has been said, not before', async () => {
    const { seen, run, desk, pipeline } = watched();
    const { promise: hold, resolve: release } = Promise.withResolvers<void>();
    desk.answer = async () => {
      await hold;
      return answerOf('at last', { status: 'done' });
    };
    const sayLater = async ({ text }: Answer) => {
      seen.push(`said later: ${text}`);
    };
    await run({ budgetMs: 1, sayLater });
    expect(seen).toEqual(['looked up', 'wall', 'said in da: Jeg arbejder', 'logged turn answered']);
    release();
    await pipeline.settled();
    expect(seen.slice(4)).toEqual(['said later: at last', 'remembered 1', 'logged late answer given done']);
  });

  test('an answer that cannot be said counts as not given', async () => {
    const { seen, run } = watched();
    await expect(
      run({
        say: async () => {
          throw new Error('no way out');
        },
      }),
    ).rejects.toThrow('no way out');
    expect(seen).toEqual(['looked up', 'wall', 'asked', 'logged turn failed']);
  });

  test('a turn without a delivery is not held for a repeat of anything', async () => {
    const { seen, pipeline } = watched({}, answerOf('said before'));
    await pipeline.run({ face: 'tab', caller: { tenant: 't', user: 'u' }, request: { kind: 'text', text: 'x' } });
    expect(seen).toEqual(['wall', 'asked', 'logged turn done']);
  });
});
