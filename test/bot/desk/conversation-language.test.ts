/** The language that is answered in, and what is not understood in any. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { CHLOE, openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});

const idIn = (facts: Readonly<Record<string, unknown>>): string => String(Object(facts.incident).id);

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
