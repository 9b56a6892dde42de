/** A breakdown that is told, and not asked to be opened: the desk proposes, and the person decides. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Answer } from '../../../src/command/answer.ts';
import { answersIn } from '../../../src/command/answer.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});

const openIncidents = async (): Promise<unknown> => (await desk.say('list my open incidents')).facts.incidents;
const buttonsOf = ({ card }: Answer): string[] =>
  [...JSON.stringify(card).matchAll(/"verb":"(confirm\.yes|form\.open|confirm\.no)"/g)].map(([, verb]) => `${verb}`);

describe('a breakdown that is only told', () => {
  test.each([
    ['en', 'Exchange Online is down in Copenhagen, nobody can work'],
    ['da', 'Exchange Online er nede i København, ingen kan arbejde'],
    ['fr', 'Exchange Online est en panne à Copenhague, personne ne peut travailler'],
    ['sq', 'Exchange Online ka rënë në Kopenhagë, askush nuk punon dot'],
    ['kk', 'Копенгагенде Exchange Online істен шықты, ешкім жұмыс істей алмайды'],
    ['zh-Hant', '哥本哈根的 Exchange Online 掛了，沒有人能工作'],
  ])('%s: is proposed as severity 1 and opens nothing', async (locale, text) => {
    const answer = await desk.say(text, { locale });
    expect(answer).toMatchObject({
      command: 'incident.open',
      status: 'needs-confirmation',
      language: locale,
      args: { product: 'exchange-online', severity: '1' },
      facts: { plan: { severity: '1', location: 'copenhagen' }, triage: { rows: [{ severity: '1' }] } },
    });
    expect(buttonsOf(answer)).toEqual(expect.arrayContaining(['confirm.yes', 'form.open', 'confirm.no']));
    expect(await openIncidents()).toEqual([]);
  });

  test.each([
    ['en', 'everything is down, help'],
    ['en', 'our systems are all down'],
    ['en', 'all our systems are down, please help'],
    ['da', 'alle vores systemer er nede'],
    ['fr', 'plus rien ne marche'],
    ['sq', 'të gjitha sistemet kanë rënë'],
    ['kk', 'бәрі істен шықты'],
    ['kk', 'бәрі құлады, көмектесіңіз'],
    ['zh-Hant', '我們的系統全部當機了'],
  ])('%s: “%s” begins one, and the product is asked for', async (locale, text) => {
    expect(await desk.say(text, { locale })).toMatchObject({
      command: 'incident.open',
      status: 'needs-input',
      missing: ['product'],
      language: locale,
    });
  });

  test.each(['yes', 'open it', 'yes, open a case please'])('“%s” opens it', async (reply) => {
    await desk.say('Azure SQL Database is down in Copenhagen');
    expect(await desk.say(reply)).toMatchObject({
      command: 'incident.open',
      status: 'done',
      facts: { incident: { product: 'azure-sql-database', severity: '1', state: 'open' } },
    });
  });

  test('is corrected in words, and asked about again each time', async () => {
    await desk.say('Azure SQL Database is down in Copenhagen');
    const lower = await desk.say('no, severity B');
    expect(lower).toMatchObject({ status: 'needs-confirmation', facts: { triage: { rows: [{ severity: 'B' }] } } });
    expect(lower.args).not.toHaveProperty('impact');
    const other = await desk.say("it's SQL Server");
    expect(other).toMatchObject({
      status: 'needs-confirmation',
      args: { product: 'sql-server', severity: 'B' },
      facts: { plan: { chart: 'base' } },
    });
    expect(await openIncidents()).toEqual([]);
  });

  test('a no leaves it, and so it stays', async () => {
    await desk.say('Azure SQL Database is down in Copenhagen');
    expect((await desk.say('no')).facts).toMatchObject({ dropped: true });
    expect(await openIncidents()).toEqual([]);
  });

  test('the form of another severity opens it when it is sent', async () => {
    const { args } = await desk.say('Azure SQL Database is down in Copenhagen');
    const { severity: _severity, impact: _impact, ...rest } = args;
    const give = (given: Readonly<Record<string, unknown>>) =>
      desk.desk.perform({
        tenant: '0f1e2d3c-4b5a-4678-8899-aabbccddeeff',
        user: '10000000-0000-4000-8000-000000000001',
        conversation: 'c1',
        command: 'incident.open',
        args: given,
      });
    const form = await give(rest);
    expect(form).toMatchObject({ status: 'needs-input', missing: ['severity'] });
    expect(JSON.stringify(form.card)).not.toContain('"proposed"');
    const { proposed: _proposed, ...sent } = rest;
    expect(await give({ ...sent, severity: 'A' })).toMatchObject({ status: 'done' });
  });

  test('a wish to open does it at once', async () => {
    expect(await desk.say('open a case: SQL Server is down, nobody can work')).toMatchObject({ status: 'done' });
  });
});

describe('a product that may be one of several', () => {
  test('is asked for with a button each where chart or time differ, and nothing is forgotten', async () => {
    const asked = await desk.say('our SQL database is down in Copenhagen, nothing works');
    expect(asked).toMatchObject({
      command: 'incident.open',
      status: 'needs-input',
      missing: ['product'],
      facts: { among: ['azure-sql-database', 'sql-server'] },
    });
    expect(JSON.stringify(asked.card)).toContain('"product":"azure-sql-database"');
    expect(await desk.say('Azure SQL Database')).toMatchObject({
      status: 'needs-confirmation',
      args: { product: 'azure-sql-database', severity: '1', location: 'copenhagen' },
      facts: { plan: { firstResponseMinutes: 15 } },
    });
  });

  test('is asked for before a time is told', async () => {
    expect(await desk.say('how fast do you respond if our SQL is down?')).toMatchObject({
      command: 'response.expect',
      missing: ['product'],
    });
    expect(await desk.say('SQL Server')).toMatchObject({ status: 'answered', facts: { firstResponseMinutes: 60 } });
  });

  test('is not asked for where the agreement answers all of them alike', async () => {
    const inLyon = await desk.say('how fast do you respond in Lyon if our SQL is down at severity C?');
    expect(inLyon).toMatchObject({ status: 'answered' });
  });

  test.each([
    ['en', 'how fast do you respond if SQL Server is down?', 'sql-server'],
    ['en', 'how fast do you respond if our Azure SQL is down?', 'azure-sql-database'],
    ['en', 'how fast do you respond if our VMs in Azure are down?', 'azure-virtual-machines'],
    ['da', 'hvor hurtigt svarer I, hvis vores virtuelle maskiner i Azure er nede?', 'azure-virtual-machines'],
    ['fr', 'en combien de temps répondez-vous si Defender for Endpoint est en panne ?', 'defender-for-endpoint'],
  ])('%s: “%s” names it', async (locale, text, product) => {
    const [answer] = answersIn(await desk.say(text, { locale }));
    expect(answer).toMatchObject({ command: 'response.expect', status: 'answered', args: { product } });
  });
});
