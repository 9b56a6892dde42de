/** Conversations with the whole desk, as people hold them: in six languages, with corrections, detours and courtesy. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { answersIn } from '../../../src/command/answer.ts';
import { CHLOE, openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});

const EXCHANGE = 'exchange 10 credits from Denmark to France';
const laterBy = (hours: number): { now: string } => ({
  now: new Date(Date.parse('2026-03-02T10:00:00+01:00') + hours * 3_600_000).toISOString(),
});

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

describe('a correction', () => {
  test('of the amount, while the confirmation waits: decided anew, asked anew', async () => {
    await desk.say(EXCHANGE);
    expect(await desk.say('no, 20 credits')).toMatchObject({
      status: 'needs-confirmation',
      facts: { debited: 20, credited: 25 },
    });
    expect(await desk.say('yes')).toMatchObject({ status: 'done', facts: { debited: 20 } });
  });

  test('within a yes confirms nothing', async () => {
    await desk.say(EXCHANGE);
    expect(await desk.say('yes but 30 credits')).toMatchObject({
      status: 'needs-confirmation',
      facts: { debited: 30 },
    });
  });

  test.each(["sorry, it's Lyon, not Copenhagen", 'not Copenhagen, Lyon', 'I meant Lyon'])(
    'of the place of a question: %s',
    async (text) => {
      await desk.say('how fast do you respond to severity 1 on Azure SQL in Denmark?');
      expect(await desk.say(text)).toMatchObject({
        command: 'response.expect',
        args: { severity: '1', product: 'azure-sql-database', location: 'lyon' },
      });
    },
  );

  test('of what was only quoted asks anew; of what was done it does not', async () => {
    await desk.say('book a workshop on 12 June');
    expect(await desk.say('no, 14 June')).toMatchObject({ command: 'service.book', args: { date: '2026-06-14' } });
    await desk.say(EXCHANGE);
    await desk.say('yes');
    expect(await desk.say('no, 20 credits')).toMatchObject({ status: 'needs-input', args: { credits: 20 } });
  });

  test('a bare number answers the question that asked for it', async () => {
    const one = await desk.say('open an incident for Azure SQL in Denmark, severity B: one', { conversation: 'other' });
    await desk.say('close the incident');
    const answer = await desk.say(idIn(one.facts));
    expect(answer).toMatchObject({ command: 'incident.close', status: 'needs-confirmation' });
  });

  test('of a severity while a form waits', async () => {
    await desk.say('open a severity A incident for Azure SQL');
    expect(await desk.say('no, severity B')).toMatchObject({
      status: 'needs-input',
      args: { severity: 'B', product: 'azure-sql-database' },
      missing: ['summary'],
    });
  });
});

describe('an interruption', () => {
  test.each([
    ['en', 'open an incident', 'wait, how many hours do we have left?'],
    ['da', 'opret en sag', 'vent, hvor mange timer har vi tilbage?'],
    ['fr', 'je veux ouvrir un incident', 'attendez, combien d’heures nous reste-t-il ?'],
    ['sq', 'dua të hap një incident', 'prisni, sa orë na kanë mbetur?'],
    ['kk', 'оқиға ашқым келеді', 'күте тұрыңыз, қанша сағат қалды?'],
    ['zh-Hant', '我要開一個事件', '等一下，我們還剩多少小時？'],
  ])('%s: is answered, says what is still open, and the dialog goes on', async (locale, first, second) => {
    expect(await desk.say(first, { locale })).toMatchObject({ command: 'incident.open', status: 'needs-input' });
    const between = await desk.say(second, { locale });
    expect(between).toMatchObject({ command: 'balance.show', status: 'answered' });
    expect(JSON.stringify(between.card)).toContain('"suggestion"');
    expect(await desk.say('Azure SQL', { locale })).toMatchObject({
      command: 'incident.open',
      args: { product: 'azure-sql-database' },
    });
  });

  test('of a confirmation: the yes after it still belongs to the confirmation', async () => {
    await desk.say(EXCHANGE);
    const between = await desk.say('how many credits are left?');
    expect(between.text).toMatch(/Still open: Exchange credits. Answer yes or no\.$/);
    expect(await desk.say('yes')).toMatchObject({ command: 'credits.exchange', status: 'done' });
  });

  test('by another command that asks: the first question comes back after it', async () => {
    await desk.say('open an incident');
    await desk.say(EXCHANGE);
    const done = await desk.say('yes');
    expect(done).toMatchObject({ command: 'credits.exchange', status: 'done' });
    expect(done.text).toContain('Still open: Open an incident');
  });

  test('thanks in between do not answer the question', async () => {
    await desk.say('open an incident');
    const thanks = await desk.say('thank you');
    expect(thanks).toMatchObject({ facts: { smallTalk: 'thanks' } });
    expect(thanks.text).toContain('Still open');
  });

  test('a question that is passed over again and again is let go', async () => {
    await desk.say('open an incident');
    for (let turn = 0; turn < 3; turn += 1) await desk.say('how many credits are left?');
    expect((await desk.say('how many credits are left?')).text).not.toContain('Still open');
  });
});

describe('a question that has lapsed', () => {
  test('a late yes spends nothing: it is told, and asked anew', async () => {
    await desk.say(EXCHANGE);
    const late = await desk.say('yes', laterBy(3));
    expect(late).toMatchObject({ command: 'credits.exchange', status: 'needs-confirmation', facts: { lapsed: true } });
    expect(late.text).toContain('had lapsed');
    const balance = await desk.say('how many credits are left?', laterBy(3));
    expect(balance.facts.balances).toMatchObject([{ remaining: 200 }, { remaining: 40 }]);
    expect(await desk.say('yes', laterBy(3.1))).toMatchObject({ status: 'done' });
  });
});

describe('referring back', () => {
  test('"the first one" of a list', async () => {
    await desk.say('open an incident for Azure SQL in Denmark, severity B: one');
    await desk.say('open an incident for Exchange Online in Denmark, severity C: two');
    const list = await desk.say('list my incidents');
    const [first] = list.facts.incidents as { id: string }[];
    expect(await desk.say('the first one')).toMatchObject({ command: 'incident.show', args: { incident: first?.id } });
    expect(await desk.say('close the second one')).not.toMatchObject({ args: { incident: first?.id } });
  });

  test('"my last incident" is the newest', async () => {
    const one = await desk.say('open an incident for Azure SQL in Denmark, severity B: one', laterBy(1));
    const two = await desk.say('open an incident for Exchange Online in Denmark, severity C: two', laterBy(2));
    await desk.say(`show ${idIn(one.facts)}`, laterBy(3));
    expect(await desk.say('show my last incident', laterBy(3))).toMatchObject({ args: { incident: idIn(two.facts) } });
  });

  test('"close it" with nothing to mean offers the open ones', async () => {
    const one = await desk.say('open an incident for Azure SQL in Denmark, severity B: one', { conversation: 'other' });
    const asked = await desk.say('close it');
    expect(asked).toMatchObject({ command: 'incident.close', status: 'needs-input', missing: ['incident'] });
    expect(JSON.stringify(asked.card)).toContain(idIn(one.facts));
  });
});

describe('a closed question', () => {
  test('has a button for each answer, and takes free text for it', async () => {
    const asked = await desk.say('how fast do you respond on Exchange Online?');
    expect(asked).toMatchObject({ command: 'response.expect', status: 'needs-input', missing: ['severity'] });
    const card = JSON.stringify(asked.card);
    for (const severity of ['1', 'A', 'B', 'C']) expect(card).toContain(`"severity":"${severity}"`);
    expect(await desk.say('it is badly degraded')).toMatchObject({ status: 'answered', args: { severity: 'A' } });
  });

  test('with many answers has a field to choose from', async () => {
    const asked = await desk.say('book a workshop');
    expect(JSON.stringify(asked.card)).toContain('"Input.');
  });
});

describe('a restart', () => {
  test('leaves an open question open, and what it referred to', async () => {
    await desk.say(EXCHANGE);
    const anew = await openTestDesk({ store: desk.store });
    expect(await anew.say('no, 20 credits')).toMatchObject({ status: 'needs-confirmation', facts: { debited: 20 } });
    const again = await openTestDesk({ store: desk.store });
    expect(await again.say('yes')).toMatchObject({ status: 'done', facts: { debited: 20 } });
  });
});

describe('what is not understood', () => {
  test('twice in a row names people who can help; once does not', async () => {
    expect((await desk.say('asdf qwrt')).facts).toEqual({});
    const twice = await desk.say('zxcv hjkl');
    expect(twice.facts.people).toMatchObject([{ name: 'Chloé Martin' }]);
    expect(twice.text).toContain('chloe.martin@fjord.example');
    await desk.say('how many credits are left?');
    expect((await desk.say('asdf qwrt')).facts).toEqual({});
  });

  test('a yes to nothing is told so', async () => {
    expect(await desk.say('yes')).toMatchObject({ command: '', status: 'not-understood', because: ['nothing-asked'] });
  });
});

describe('the language of the answer', () => {
  test.each([
    ['luk INC-123456', 'ja', 'nej'],
    ['ferme INC-123456', 'oui', 'non'],
    ['mbylle INC-123456', 'po', 'jo'],
    ['關閉 INC-123456', '是', '不'],
  ])('%s: a short reply is read in the language of the conversation, whatever the client’s', async (order, yes, no) => {
    const opened = await desk.say('open an incident for Azure SQL in Denmark, severity B: one', { conversation: 'x' });
    const text = order.replace('INC-123456', idIn(opened.facts));
    const { language } = await desk.say(text, { locale: 'en' });
    expect(await desk.say(no, { locale: 'en' })).toMatchObject({ language, facts: { dropped: true } });
    await desk.say(text, { locale: 'en' });
    expect(await desk.say(yes, { locale: 'en' })).toMatchObject({
      language,
      command: 'incident.close',
      status: 'done',
    });
  });

  test('an English "yes" to a French question is a yes, and answered in French', async () => {
    await desk.say('échange 10 crédits du Danemark vers la France', { locale: 'fr' });
    expect(await desk.say('yes', { locale: 'fr' })).toMatchObject({ language: 'fr', status: 'done' });
  });

  test.each([
    ['answer in French from now on', 'fr'],
    ['Svar på engelsk fremover', 'en'],
    ['parle-moi en danois', 'da'],
    ['Më fol shqip', 'sq'],
    ['answer in Kazakh please', 'kk'],
    ['以後請用法文回答', 'fr'],
    ['switch to Chinese', 'zh-Hant'],
  ])('"%s" is answered in %s', async (text, language) => {
    expect(await desk.say(text)).toMatchObject({
      command: 'language.set',
      status: 'done',
      language,
      facts: { language },
    });
  });

  test('is the one that was set where the text does not tell, the text’s own where it does', async () => {
    await desk.say('answer in French from now on', { conversation: 'a' });
    expect(await desk.say('Azure SQL?', { conversation: 'b', locale: 'en' })).toMatchObject({ language: 'fr' });
    expect(await desk.say('Hvor mange credits har vi tilbage?')).toMatchObject({ language: 'da' });
  });

  test('is each person’s own', async () => {
    await desk.say('answer in French from now on');
    expect(await desk.say('Azure SQL?', { user: CHLOE, locale: 'en' })).toMatchObject({ language: 'en' });
  });

  test('one that the desk does not write is asked about', async () => {
    expect(await desk.say('answer in German')).toMatchObject({ status: 'needs-input', missing: ['language'] });
    expect(await desk.say('then Danish')).toMatchObject({ status: 'done', facts: { language: 'da' } });
  });
});

const idIn = (facts: Readonly<Record<string, unknown>>): string => String(Object(facts.incident).id);

describe('the booking that was talked about', () => {
  test.each([
    ['en', 'cancel my booking'],
    ['en', 'what does it cost to cancel it?'],
    ['da', 'aflys min booking'],
    ['fr', 'annulez ma réservation'],
  ])('%s: %s means the one that was made last', async (locale, text) => {
    await desk.say('book a workshop in Denmark for 20 May 2026');
    const booked = await desk.say('yes');
    expect(booked).toMatchObject({ command: 'service.book', status: 'done' });
    const answer = await desk.say(text, { locale });
    expect(answer).toMatchObject({ command: 'service.cancel', status: 'needs-confirmation' });
    expect(answer.args.booking).toBe((booked.facts.booking as { id: string }).id);
  });
});

test('a no alone answers what was asked, whatever command it may be short for', async () => {
  for (const [order, no] of [
    ['exchange 10 credits from Denmark to France', 'no'],
    ['ombyt 10 credits fra Danmark til Frankrig', 'nej'],
    ['échange 10 crédits du Danemark vers la France', 'non merci'],
  ] as const) {
    expect(await desk.say(order)).toMatchObject({ status: 'needs-confirmation' });
    expect(await desk.say(no)).toMatchObject({ command: 'credits.exchange', facts: { dropped: true } });
  }
});
