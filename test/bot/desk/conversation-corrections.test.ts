/** What is corrected while a question waits, or answered in other words. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});

const EXCHANGE = 'exchange 10 credits from Denmark to France';
const idIn = (facts: Readonly<Record<string, unknown>>): string => String(Object(facts.incident).id);

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
