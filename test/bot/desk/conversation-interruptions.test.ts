/** Questions that are left, come back, lapse, or outlive the desk. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});

const EXCHANGE = 'exchange 10 credits from Denmark to France';
const laterBy = (hours: number): { now: string } => ({
  now: new Date(Date.parse('2026-03-02T10:00:00+01:00') + hours * 3_600_000).toISOString(),
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

describe('a restart', () => {
  test('leaves an open question open, and what it referred to', async () => {
    await desk.say(EXCHANGE);
    const anew = await openTestDesk({ store: desk.store });
    expect(await anew.say('no, 20 credits')).toMatchObject({ status: 'needs-confirmation', facts: { debited: 20 } });
    const again = await openTestDesk({ store: desk.store });
    expect(await again.say('yes')).toMatchObject({ status: 'done', facts: { debited: 20 } });
  });
});
