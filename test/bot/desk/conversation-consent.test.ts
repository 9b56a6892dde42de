/** What is a yes to a question and what only begins like one; what is said of an incident that is about to be opened. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Answer } from '../../../src/command/answer.ts';
import { openTestDesk } from '../../support/desk.ts';

let say: (text: string, locale?: string) => Promise<Answer>;
beforeEach(async () => {
  const desk = await openTestDesk();
  say = (text, locale = 'en') => desk.say(text, { locale });
});

const proposal: Readonly<Record<string, string>> = {
  en: 'our Exchange Online is down in Lyon, nobody gets any mail',
  fr: 'Exchange Online est en panne à Lyon, plus personne ne reçoit de courrier',
  da: 'Exchange Online er nede i Lyon, ingen kan få mails',
  sq: 'Exchange Online ka rënë në Lyon, askush nuk merr email',
  kk: 'Лионда Exchange Online істен шықты, ешкім пошта ала алмай отыр',
  'zh-Hant': '里昂的 Exchange Online 停擺了，大家都收不到信',
};

const propose = async (language: string): Promise<void> => {
  expect(await say(proposal[language] ?? '', language)).toMatchObject({
    command: 'incident.open',
    status: 'needs-confirmation',
    args: { severity: '1', location: 'lyon' },
  });
};

describe('the question whether to open an incident', () => {
  test.each([
    ['en', 'ok back to the incident'],
    ['en', 'back to the incident'],
    ['fr', 'ok revenons à l’incident'],
    ['da', 'tilbage til sagen'],
    ['da', 'ok tilbage til sagen'],
    ['sq', 'të kthehemi te incidenti'],
    ['kk', 'оқиғаға қайта оралайық'],
    ['zh-Hant', '好，回到剛才的事件'],
  ])('%s: “%s” asks it again and opens nothing', async (language, text) => {
    await propose(language);
    expect(await say(text, language)).toMatchObject({ command: 'incident.open', status: 'needs-confirmation' });
    expect((await say('show all incidents')).facts.incidents).toEqual([]);
  });

  test.each([
    ['en', 'actually make it severity B'],
    ['fr', 'mettez plutôt gravité B'],
    ['da', 'lav det om til alvorsgrad B'],
    ['sq', 'bëje rëndësi B'],
    ['kk', 'B деңгейіне өзгертіңіз'],
    ['zh-Hant', '改成嚴重性 B'],
  ])('%s: “%s” changes what would be opened', async (language, text) => {
    await say('How fast do you respond to severity A on Azure SQL?');
    await propose(language);
    expect(await say(text, language)).toMatchObject({
      command: 'incident.open',
      status: 'needs-confirmation',
      args: { severity: 'B', product: 'exchange-online', location: 'lyon' },
    });
  });

  test('after another incident was shown in between, a severity is that one’s', async () => {
    const shown = await say('open a severity C incident for OneDrive in Copenhagen: sync is slow');
    const { id } = shown.facts.incident as { id: string };
    await propose('en');
    await say(`show ${id}`);
    expect(await say('make it severity B')).toMatchObject({ command: 'severity.request', args: { incident: id } });
  });
});

describe('a text that begins like a yes', () => {
  const ask = (): Promise<Answer> => say('exchange 10 credits from Copenhagen to Lyon');

  test.each([
    ['ok, show me the contacts', 'contract.show'],
    ['yes but first show my hours', 'balance.show'],
    ['ok, what does severity A mean?', 'severity.explain'],
    ['po sa orë na kanë mbetur?', 'balance.show'],
    ['好，顯示我們的合約', 'contract.show'],
  ])('and asks for something else gets that, and nothing is done: %s', async (text, command) => {
    await ask();
    expect(await say(text)).toMatchObject({ command, status: 'answered' });
    expect((await say('show the statement')).facts.entries).toEqual([]);
  });

  test('and only asks back is asked again', async () => {
    await ask();
    expect(await say('po për Lionin?', 'sq')).toMatchObject({
      command: 'credits.exchange',
      status: 'needs-confirmation',
    });
  });

  test.each([
    'yes, go ahead',
    'yes, I agree',
    'oui, allez-y',
    'ja, gør det',
    'po, dakord',
    'иә, растаймын',
    '好，請執行',
  ])('and says no more is one: %s', async (text) => {
    await ask();
    expect(await say(text)).toMatchObject({ command: 'credits.exchange', status: 'done' });
  });
});

describe('a letter alone, asked after a question', () => {
  test.each([
    ['en', 'How fast do you respond to severity A on Azure SQL?', 'and for B?'],
    ['fr', 'En combien de temps répondez-vous à une gravité A sur Azure SQL ?', 'et pour la B ?'],
    ['da', 'Hvor hurtigt svarer I på alvorsgrad A på Azure SQL?', 'og for B?'],
    ['sq', 'Sa shpejt përgjigjeni për rëndësinë A në Azure SQL?', 'po për B?'],
    ['kk', 'Azure SQL бойынша A деңгейіне қаншалықты тез жауап бересіздер?', 'ал B ше?'],
    ['zh-Hant', 'Azure SQL 嚴重性 A 你們多快會回應？', '那 B 呢？'],
  ])('%s: is a severity', async (language, question, followUp) => {
    expect(await say(question, language)).toMatchObject({ args: { severity: 'A' } });
    expect(await say(followUp, language)).toMatchObject({
      command: 'response.expect',
      args: { severity: 'B', product: 'azure-sql-database' },
    });
  });
});
