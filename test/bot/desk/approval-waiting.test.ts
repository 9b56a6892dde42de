/** Spending that waits for a second administrator. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ApprovalFacts } from '../../../src/command/account-contract.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import type { Store } from '../../../src/store/port.ts';
import { january } from '../../ledger/account-world.ts';
import { ACCOUNT_NOW, type AccountDesk, openAccountDesk, yes } from '../../support/account-desk.ts';
import { ADMINISTRATOR } from '../../support/world.ts';
import { approving, bo, left, orderOfThree, requested, toLyon } from './approval-requests.ts';

let store: Store;
let account: AccountDesk;
beforeEach(async () => {
  store = new MemoryStore();
  account = await openAccountDesk(store, orderOfThree());
});
afterEach(() => account.desk.close());

describe('spending above the amount of the work order', () => {
  test('waits after the yes, with nothing posted and nothing reserved', async () => {
    expect(await requested(account)).toMatchObject({
      id: expect.stringMatching(/^AP-\d{6}$/),
      state: 'pending',
      command: 'credits.exchange',
      amount: 30,
      above: 20,
      unit: 'credits',
      by: ADMINISTRATOR,
      asked: ACCOUNT_NOW,
      lapses: '2026-03-08T10:00:00+01:00',
      needs: ['Bo Ad', 'Cy Ad'],
    });
    expect([await left(account, 'odense'), await left(account, 'lyon')]).toEqual([200, 40]);
  });

  test.each([
    ['credits.exchange', { credits: 20, from: 'odense', to: 'lyon' }],
    ['hours.record', { service: 'enhanced-designated-engineering', hours: 8, location: 'odense' }],
  ] as const)('%s is done at once up to the amount itself', async (command, args) => {
    const asked = await account.give(command, args);
    expect(await account.give(command, asked.args, yes)).toMatchObject({ status: 'done' });
  });

  test.each([
    ['hours.record', { service: 'enhanced-designated-engineering', hours: 8.25, location: 'odense' }, 'hours', 8.25],
    ['credits.redeem', { service: 'hackathons', location: 'odense', quantity: 3 }, 'credits', 23],
    ['service.book', { service: 'hackathons', date: '2026-06-02', location: 'odense', quantity: 3 }, 'credits', 23],
  ] as const)('%s waits in its own unit', async (command, args, unit, amount) => {
    const asked = await account.give(command, args);
    expect(asked.status).toBe('needs-confirmation');
    expect(await account.give(command, asked.args, yes)).toMatchObject({
      status: 'answered',
      facts: { approval: { command, unit, amount, state: 'pending' } },
    });
  });

  test('a cancellation waits by its fee', async () => {
    const wish = { service: 'hackathons', date: '2026-03-05', location: 'odense', quantity: 3 };
    const booking = await account.give('service.book', wish);
    const waits = await account.give('service.book', booking.args, { ...yes, commandId: 'book' });
    const { id } = waits.facts.approval as ApprovalFacts;
    const booked = await account.give('approval.decide', approving(id), { ...bo, ...yes, commandId: 'agree' });
    const held = booked.facts.result as { booking: { id: string } };
    const asked = await account.give('service.cancel', { booking: held.booking.id });
    expect(asked).toMatchObject({ status: 'needs-confirmation', facts: { feePercent: 100 } });
    expect(await account.give('service.cancel', asked.args, yes)).toMatchObject({
      facts: { approval: { command: 'service.cancel', unit: 'credits', amount: 23 } },
    });
  });

  test('is weighed by worth where the work order names a currency', async () => {
    account = await openAccountDesk(store, orderOfThree({ approval: { above: { EUR: 1000 } } }));
    const asked = await account.give('credits.exchange', { credits: 11, from: 'odense', to: 'lyon' });
    expect(await account.give('credits.exchange', asked.args, yes)).toMatchObject({
      facts: { approval: { unit: 'EUR', amount: 1100, above: 1000 } },
    });
    const less = await account.give('credits.exchange', { credits: 10, from: 'odense', to: 'lyon' });
    expect(await account.give('credits.exchange', less.args, yes)).toMatchObject({ status: 'done' });
  });

  test('is refused where nobody else administers the work order', async () => {
    account = await openAccountDesk(store, orderOfThree({ contacts: january().contacts }));
    expect(await account.give('credits.exchange', toLyon)).toMatchObject({
      status: 'refused',
      because: ['no-second-administrator'],
    });
  });

  test('is one request for one command', async () => {
    const first = await requested(account);
    const again = await account.give('credits.exchange', { ...toLyon, quoted: 38 }, { ...yes, commandId: 'wish' });
    expect(again).toMatchObject({ status: 'answered', facts: { approval: { id: first.id } } });
    expect((await account.give('approval.list', {})).facts.approvals).toHaveLength(1);
  });
});
