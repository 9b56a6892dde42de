import { describe, expect, test } from '@jest/globals';
import { inARow } from '../../../bot/turn/run.ts';
import type { Reply, Step, Turn } from '../../../bot/turn/turn.ts';
import { answerOf } from '../teams/support/answers.ts';

const turn: Turn = { face: 'http', caller: { tenant: 't', user: 'u' }, request: { kind: 'text', text: 'x' } };
const last = async (): Promise<Reply> => ({ answer: answerOf('said') });

describe('steps in a row', () => {
  test('run from the first inward and back out again', async () => {
    const seen: string[] = [];
    const step =
      (name: string): Step =>
      async (given, next) => {
        seen.push(`${name} in`);
        const reply = await next(given);
        seen.push(`${name} out`);
        return reply;
      };
    await inARow([step('one'), step('two')], last)(turn);
    expect(seen).toEqual(['one in', 'two in', 'two out', 'one out']);
  });

  test('a step may answer without handing the turn on', async () => {
    const early: Step = async () => ({ answer: answerOf('early') });
    const never: Step = () => {
      throw new Error('must not be reached');
    };
    expect(await inARow([early, never], last)(turn)).toMatchObject({ answer: { text: 'early' } });
  });

  test('a step that hands the turn on twice is a bug', async () => {
    const twice: Step = async (given, next) => {
      await next(given);
      return next(given);
    };
    const honest: Step = (given, next) => next(given);
    await expect(inARow([honest, twice], last)(turn)).rejects.toThrow('Step 1 of the turn pipeline');
  });

  test('the same row takes any number of turns', async () => {
    const run = inARow([(given, next) => next(given)], last);
    await run(turn);
    expect(await run(turn)).toMatchObject({ answer: { text: 'said' } });
  });
});
