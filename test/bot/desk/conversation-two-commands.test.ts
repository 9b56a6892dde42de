/** Two commands in one message, answered in order. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { answersIn } from '../../../src/command/answer.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});

const EXCHANGE = 'exchange 10 credits from Denmark to France';
const idIn = (facts: Readonly<Record<string, unknown>>): string => String(Object(facts.incident).id);

describe('two commands in one message', () => {
  test.each([
    ['en', 'how many credits do we have left and which incidents are open?'],
    ['da', 'hvor mange credits har vi tilbage, og hvilke sager er åbne?'],
    ['fr', 'Combien de crédits reste-t-il et quels incidents sont ouverts ?'],
    ['sq', 'Sa kredite na kanë mbetur dhe më trego incidentet e hapura'],
    ['kk', 'Қанша кредит қалды және ашық оқиғаларды көрсетіңіз'],
    ['zh-Hant', '還剩多少點數並列出我的事件'],
  ])('%s: both are answered, in order', async (locale, text) => {
    const answer = await desk.say(text, { locale });
    expect(answersIn(answer).map(({ command, language }) => [command, language])).toEqual([
      ['balance.show', locale],
      ['incident.list', locale],
    ]);
  });

  test('what must be confirmed is asked last, and a yes does it', async () => {
    const opened = await desk.say('open an incident for Azure SQL in Denmark, severity B: slow queries');
    const answer = await desk.say('close it and tell me how many credits are left');
    expect(answersIn(answer).map(({ command, status }) => [command, status])).toEqual([
      ['balance.show', 'answered'],
      ['incident.close', 'needs-confirmation'],
    ]);
    const closed = await desk.say('yes');
    expect(closed).toMatchObject({ command: 'incident.close', status: 'done', args: { incident: idIn(opened.facts) } });
  });

  test.each([
    ['en', 'close INC and show my credits'],
    ['da', 'luk INC og vis mine credits'],
    ['fr', 'ferme INC et montre mes crédits'],
    ['sq', 'mbylle INC dhe tregom kreditet e mia'],
    ['kk', 'INC жабыңыз және менің кредиттерімді көрсет'],
    ['zh-Hant', '關閉 INC 並顯示我的點數'],
  ])('%s: %s', async (locale, text) => {
    const opened = await desk.say('open an incident for Azure SQL in Denmark, severity B: one', { conversation: 'x' });
    const answer = await desk.say(text.replace('INC', idIn(opened.facts)), { locale });
    expect(answersIn(answer)).toMatchObject([
      { command: 'balance.show', language: locale, args: { what: 'credits' } },
      {
        command: 'incident.close',
        status: 'needs-confirmation',
        language: locale,
        args: { incident: idIn(opened.facts) },
      },
    ]);
  });

  test('after a greeting', async () => {
    const answer = await desk.say('Good morning! Which incidents are open? And how many credits are left?');
    expect(answersIn(answer).map(({ command }) => command)).toEqual(['incident.list', 'balance.show']);
  });

  test('a yes and another question in one message', async () => {
    await desk.say(EXCHANGE);
    const answer = await desk.say('yes, and how many credits are left?');
    expect(answersIn(answer)).toMatchObject([
      { command: 'credits.exchange', status: 'done' },
      {
        command: 'balance.show',
        facts: { balances: expect.arrayContaining([expect.objectContaining({ remaining: 190 })]) },
      },
    ]);
  });

  test('each is done once: another command id for each', async () => {
    const text = 'open an incident for Azure SQL in Denmark, severity B: slow and bad, show nothing';
    const [one, two] = [await desk.say(text, { commandId: 'c' }), await desk.say(text, { commandId: 'c' })];
    expect(one.also).toBeUndefined();
    expect(idIn(two.facts)).toBe(idIn(one.facts));
  });

  test.each([
    'open a severity B incident for Azure SQL in Denmark: it is slow and shows my credits wrong',
    'how fast do you respond to severity 1 and A on Azure SQL and Exchange?',
    'exchange 10 credits from Denmark and France',
  ])('"%s" is one', async (text) => {
    expect((await desk.say(text)).also).toBeUndefined();
  });
});
