/** What spends is asked back with its figures, done after a yes, and done once. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import { premier } from '../../ledger/account-world.ts';
import { type AccountDesk, openAccountDesk, orderElsewhere, orderOfTwo, yes } from '../../support/account-desk.ts';
import { ADMINISTRATOR, TENANT } from '../../support/world.ts';

const toLyon = { credits: 10, from: 'odense', to: 'lyon' };

let account: AccountDesk;
beforeEach(async () => {
  account = await openAccountDesk(new MemoryStore(), orderOfTwo(), orderElsewhere);
});

describe('what spends', () => {
  test('is asked back with its figures first, and nothing is done', async () => {
    const asked = await account.give('credits.exchange', toLyon);
    expect(asked).toMatchObject({
      status: 'needs-confirmation',
      args: { ...toLyon, quoted: 13 },
      facts: { debited: 10, credited: 13, rounding: 'up' },
      citations: [{ edition: 'unified-2025-01', section: '2.6' }],
    });
    expect(asked.text).toContain('13');
    expect(await account.left('odense')).toEqual([200]);
  });

  test('is done after a yes, and shows in balance and statement', async () => {
    expect(await account.give('credits.exchange', { ...toLyon, quoted: 13 }, yes)).toMatchObject({
      status: 'done',
      facts: { debited: 10, credited: 13 },
    });
    expect([await account.left('odense'), await account.left('lyon')]).toEqual([[190], [53]]);
    expect(await account.give('ledger.show', {})).toMatchObject({
      status: 'answered',
      facts: { entries: [{ by: ADMINISTRATOR, at: '2026-03-03T10:00:00+01:00', why: { reason: 'exchange' } }] },
    });
  });

  test('is asked back anew where the figure has changed since', async () => {
    const again = await account.give('credits.exchange', { ...toLyon, quoted: 14 }, yes);
    expect(again).toMatchObject({ status: 'needs-confirmation', args: { quoted: 13 } });
    expect(await account.left('odense')).toEqual([200]);
  });

  test('is answered at once where the answer is no', async () => {
    expect(await account.give('credits.exchange', { ...toLyon, credits: 500 }, yes)).toMatchObject({
      status: 'answered',
      facts: { allowed: 'no', because: ['insufficient'] },
    });
  });

  test('is done once for one command, whose second arrival is told the same', async () => {
    const once = { ...yes, commandId: 'activity-7' };
    const first = await account.give('credits.exchange', { ...toLyon, credits: 200 }, once);
    const second = await account.give('credits.exchange', { ...toLyon, credits: 200 }, once);
    expect(second).toMatchObject({ status: 'done', facts: first.facts, citations: first.citations });
    expect([await account.left('odense'), await account.left('lyon')]).toEqual([[0], [290]]);
  });

  test('is done once although it arrives five times at the same time', async () => {
    const once = { ...yes, commandId: 'activity-8' };
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => account.give('credits.exchange', toLyon, once)));
    expect(answers.map(({ status }) => status)).toEqual(['done', 'done', 'done', 'done', 'done']);
    expect(await account.left('odense')).toEqual([190]);
  });

  test.each(['two', '-5', '1.5', 0, -1, 2.5, 1e12])('takes no %p credits', async (amount) => {
    expect(await account.give('credits.exchange', { ...toLyon, credits: amount })).toMatchObject({
      status: 'needs-input',
      missing: ['credits'],
    });
  });
});

describe('hours', () => {
  const now = { now: '2022-10-12T10:00:00+06:00' };

  test('are recorded on an incident of the customer’s after a yes', async () => {
    const { give } = await openAccountDesk(new MemoryStore(), premier());
    const opened = await give('incident.open', { product: 'sql-server', severity: 'B', summary: 'slow' }, now);
    const { id } = opened.facts.incident as { id: string };
    const args = { service: 'third-tier-support', hours: 1.5, incident: id.toLowerCase(), text: 'traces read' };
    expect(await give('hours.record', args, now)).toMatchObject({
      status: 'needs-confirmation',
      facts: { charged: 1.5 },
    });
    expect(await give('hours.record', args, { ...now, ...yes })).toMatchObject({
      status: 'done',
      facts: { incident: id, for: 'problem-resolution-support', remaining: 18.5 },
    });
    expect(await give('ledger.show', {}, now)).toMatchObject({ facts: { entries: [{ text: 'traces read' }] } });
  });

  test('on an incident that nobody knows are refused', async () => {
    const args = { service: 'third-tier-support', hours: 1, incident: 'INC-000000' };
    expect(await account.give('hours.record', args)).toMatchObject({ because: ['unknown-incident'] });
  });
});

describe('a conversation', () => {
  const say = (text: string) =>
    account.desk.ask({ tenant: TENANT, user: ADMINISTRATOR, conversation: 'c1', locale: 'en', text });

  test('exchanges after a yes', async () => {
    expect(await say('exchange 10 credits from Denmark to France')).toMatchObject({
      command: 'credits.exchange',
      status: 'needs-confirmation',
      facts: { debited: 10, credited: 13 },
    });
    expect(await say('yes')).toMatchObject({ command: 'credits.exchange', status: 'done', facts: { credited: 13 } });
    expect(await account.left('odense')).toEqual([190]);
  });

  test('leaves it after a no', async () => {
    await say('exchange 10 credits from Denmark to France');
    expect((await say('no')).status).not.toBe('done');
    expect(await account.left('odense')).toEqual([200]);
  });
});
