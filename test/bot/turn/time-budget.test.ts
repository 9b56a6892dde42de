import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { timeBudget } from '../../../bot/turn/time-budget.ts';
import type { Reply, Turn } from '../../../bot/turn/turn.ts';
import { answerOf } from '../teams/support/answers.ts';

const turnOf = (given: Partial<Turn>): Turn => ({
  face: 'message',
  caller: { tenant: 't', user: 'u' },
  request: { kind: 'text', text: '' },
  ...given,
});

describe('the time budget', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  test('an answer in time passes, and no timer is left', async () => {
    const reply = await timeBudget()(turnOf({ budgetMs: 10_000 }), async () => ({ answer: answerOf('quick') }));
    expect(reply).toEqual({ answer: answerOf('quick') });
    expect(jest.getTimerCount()).toBe(0);
  });

  test('a failure in time passes too, and no timer is left', async () => {
    const failing = timeBudget()(turnOf({ budgetMs: 10_000 }), () => Promise.reject(new Error('x')));
    await expect(failing).rejects.toThrow('x');
    expect(jest.getTimerCount()).toBe(0);
  });

  test('at the end of the budget, not before, it says that it is still working; the answer comes late', async () => {
    const { promise, resolve } = Promise.withResolvers<Reply>();
    let reply: Reply | undefined;
    const turn = turnOf({ budgetMs: 10_000, language: 'fr' });
    const running = timeBudget()(turn, () => promise).then((given) => {
      reply = given;
    });
    await jest.advanceTimersByTimeAsync(9999);
    expect(reply).toBeUndefined();
    await jest.advanceTimersByTimeAsync(1);
    await running;
    expect(reply?.answer).toMatchObject({ language: 'fr', facts: { notice: 'still-working' } });
    resolve({ answer: answerOf('at last') });
    expect(await reply?.late).toMatchObject({ answer: { text: 'at last' } });
    expect(jest.getTimerCount()).toBe(0);
  });

  test('a turn without a budget takes the time it needs', async () => {
    const running = timeBudget()(turnOf({}), async () => ({ answer: answerOf('slow') }));
    expect(jest.getTimerCount()).toBe(0);
    expect(await running).toMatchObject({ answer: { text: 'slow' } });
  });
});
