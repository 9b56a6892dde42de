import { beforeEach, describe, expect, test } from '@jest/globals';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import { april } from '../../ledger/account-world.ts';
import { type AccountDesk, openAccountDesk, orderElsewhere, orderOfTwo, yes } from '../../support/account-desk.ts';

const toLyon = { credits: 10, from: 'odense', to: 'lyon' };

let account: AccountDesk;
beforeEach(async () => {
  account = await openAccountDesk(new MemoryStore(), orderOfTwo(), orderElsewhere);
});

describe('the ledger reaches what is asked elsewhere', () => {
  test('a forecast rests on what was spent, and says that it is an estimate', async () => {
    await account.give('credits.exchange', toLyon, { ...yes, commandId: 'spent' });
    await account.give('service.book', { service: 'workshops', date: '2026-05-20' }, { ...yes, commandId: 'booked' });
    const told = await account.give('balance.forecast', { service: 'workshops' });
    expect(told).toMatchObject({
      status: 'answered',
      facts: { forecasts: [{ purchased: 3, reserved: 1, remaining: 2, days: 61, outlook: 'lapses', lapses: 2 }] },
    });
    expect(told.text).toMatch(/estimate/);
    const { facts } = await account.give('balance.forecast', { what: 'credits', location: 'odense' });
    expect(facts.forecasts).toMatchObject([{ purchased: 190, used: 0, outlook: 'unused', lapses: 190 }]);
  });

  test('coverage is exhausted once the last is booked', async () => {
    const { give } = account;
    await give('service.book', { service: 'workshops', date: '2026-05-20', quantity: 3 }, yes);
    for (const command of ['coverage.check', 'service.explain'] as const) {
      expect(await give(command, { service: 'workshops' })).toMatchObject({
        facts: { decision: 'exhausted', because: ['balance-used'] },
      });
    }
  });

  test('a confirmed event switches its chart on, on its days and at its location', async () => {
    const { give } = await openAccountDesk(new MemoryStore(), april());
    const now = { now: '2024-09-02T10:00:00+02:00' };
    const expected = { severity: 'A', product: 'azure-sql-database', at: '2024-11-20T10:00:00+01:00' };
    expect((await give('response.expect', expected, now)).facts.chart).toBe('azure-rapid-response');
    const args = { start: '2024-11-18', end: '2024-11-21', solutions: 1, confirmedOn: '2024-09-02' };
    const asked = await give('event.plan', args, now);
    expect(asked).toMatchObject({ status: 'needs-confirmation', facts: { allowed: 'yes', eventsNeeded: 1 } });
    const done = await give('event.plan', args, { ...now, ...yes });
    expect(done).toMatchObject({ status: 'done' });
    expect(done.facts.calendar).toContain('DTEND;VALUE=DATE:20241122');
    expect((await give('response.expect', expected, now)).facts.chart).toBe('azure-events');
    const after = { ...expected, at: '2024-11-22T10:00:00+01:00' };
    expect((await give('response.expect', after, now)).facts.chart).toBe('azure-rapid-response');
  });

  test('a plan that is only asked about is answered', async () => {
    const { give } = await openAccountDesk(new MemoryStore(), april());
    const args = { start: '2024-11-18', end: '2024-11-21', solutions: 1 };
    const answer = await give('event.plan', args, { now: '2024-09-02T10:00:00+02:00', ...yes });
    expect(answer).toMatchObject({ status: 'answered', facts: { allowed: 'yes' } });
  });
});
