import { expect, test } from '@jest/globals';
import { commandIdOf, keyText } from '../../../bot/turn/turn-keys.ts';
import { readVerb } from '../../../cards/verbs.ts';
import type { Answer } from '../../../src/command/answer.ts';
import { nodesOf } from '../../cards/card-tree.ts';
import { ALEX, FJORD, openTestDesk, type TestDesk } from '../../support/desk.ts';

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

/** Presses the yes of a card, as Teams tells it. */
function press({ card }: Answer, { desk }: TestDesk): Promise<Answer> {
  const read = readVerb('confirm.yes', nodesOf(card).find(({ verb }) => verb === 'confirm.yes')?.data);
  if (!read.ok || read.value.key === undefined) throw new Error('the card has no yes to press');
  const { command, args, key, confirmed } = read.value;
  const request = { kind: 'command', command, args, ...(confirmed === undefined ? {} : { confirmed }) } as const;
  const caller = { tenant: FJORD, user: ALEX, conversation: 'c1', locale: 'en' };
  const commandId = commandIdOf({ face: 'invoke', caller, request, commandKey: keyText(key), delivery: 'd' });
  return desk.perform({ ...caller, ...request, ...(commandId === undefined ? {} : { commandId }) });
}

test('a yes that is said and also pressed does once what was asked, in either order and at once', async () => {
  for (const answering of [
    async (asked: Answer, desk: TestDesk) => [await desk.say('yes'), await press(asked, desk)],
    async (asked: Answer, desk: TestDesk) => [await press(asked, desk), await press(asked, desk)],
    async (asked: Answer, desk: TestDesk) => Promise.all([press(asked, desk), desk.say('yes')]),
  ]) {
    const desk = await openTestDesk();
    const answers = await answering(await desk.say(WISH, { commandId: 'a1' }), desk);
    expect(answers.map(({ status }) => status)).toEqual(['done', 'done']);
    expect(await entriesOf(desk)).toBe(1);
  }
});

test('what is asked for and agreed to again is done again, also within the same instant', async () => {
  const desk = await openTestDesk();
  for (const text of [WISH, 'yes', WISH, 'yes']) await desk.say(text);
  expect(await entriesOf(desk)).toBe(2);
});
