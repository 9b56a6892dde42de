import { expect, test } from '@jest/globals';
import type { Answer } from '../../../src/command/answer.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

const WISH = 'move 10 credits from Copenhagen to Lyon';

const entriesOf = async ({ say }: TestDesk): Promise<number> =>
  ((await say('show the ledger', { conversation: 'other' })).facts.entries as unknown[]).length;

test('a yes that is said again while the first is under way does once what was asked', async () => {
  const desk = await openTestDesk();
  expect(await desk.say(WISH, { commandId: 'a1' })).toMatchObject({ status: 'needs-confirmation' });
  const both: Answer[] = await Promise.all(['a2', 'a3'].map((commandId) => desk.say('yes', { commandId })));
  expect(both.map(({ status }) => status)).toEqual(['done', 'done']);
  expect(both[1]?.facts).toEqual(both[0]?.facts);
  expect(await entriesOf(desk)).toBe(1);
});

test('what is asked for and agreed to again is done again, also within the same instant', async () => {
  const desk = await openTestDesk();
  for (const text of [WISH, 'yes', WISH, 'yes']) await desk.say(text);
  expect(await entriesOf(desk)).toBe(2);
});
