/** What a second administrator decides. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { WorkOrder } from '../../../src/agreement/work-order.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import type { Store } from '../../../src/store/port.ts';
import { january } from '../../ledger/account-world.ts';
import { ACCOUNT_NOW, type AccountDesk, BO, CY, openAccountDesk, yes } from '../../support/account-desk.ts';
import { ADMINISTRATOR } from '../../support/world.ts';
import { approving, bo, cy, left, orderOfThree, person, requested, toLyon } from './approval-requests.ts';

let store: Store;
let account: AccountDesk;
beforeEach(async () => {
  store = new MemoryStore();
  account = await openAccountDesk(store, orderOfThree());
});
afterEach(() => account.desk.close());

describe('approval.decide', () => {
  test('shows the figures first, and posts after the yes with who asked and who agreed', async () => {
    const { id } = await requested(account);
    const asked = await account.give('approval.decide', approving(id.toLowerCase()), bo);
    expect(asked).toMatchObject({
      status: 'needs-confirmation',
      args: { approval: id, decision: 'approve', quoted: 38 },
      facts: { result: { debited: 30, credited: 38 } },
    });
    expect(await left(account, 'odense')).toBe(200);
    expect(await account.give('approval.decide', asked.args, { ...bo, ...yes })).toMatchObject({
      status: 'done',
      facts: {
        approval: { id, state: 'approved', by: ADMINISTRATOR, decided: { by: BO, byName: 'Bo Ad', at: ACCOUNT_NOW } },
        result: { debited: 30, credited: 38 },
      },
    });
    expect([await left(account, 'odense'), await left(account, 'lyon')]).toEqual([170, 78]);
    const { facts, text } = await account.give('ledger.show', {});
    expect(facts.entries).toMatchObject([{ by: ADMINISTRATOR, approvedBy: BO, approvedByName: 'Bo Ad' }]);
    expect(text).toContain('Approved by Bo Ad');
  });

  test('is not for whoever asked', async () => {
    const { id } = await requested(account);
    for (const decision of ['approve', 'reject'])
      expect(await account.give('approval.decide', { approval: id, decision }, yes)).toMatchObject({
        status: 'refused',
        because: ['own-request'],
      });
    expect(await left(account, 'odense')).toBe(200);
  });

  test('rejects with a word, and nothing is done', async () => {
    const { id } = await requested(account);
    const no = { approval: id, decision: 'reject', text: 'wait for June' };
    expect(await account.give('approval.decide', no, { ...bo, ...yes })).toMatchObject({
      status: 'done',
      facts: { approval: { state: 'rejected', decided: { by: BO, text: 'wait for June' } } },
    });
    expect(await left(account, 'odense')).toBe(200);
  });

  test.each(['approve', 'reject'])('tells the second who would %s it who decided and when', async (decision) => {
    const { id } = await requested(account);
    await account.give('approval.decide', approving(id), { ...bo, ...yes });
    const late = await account.give('approval.decide', { approval: id, decision }, { ...cy, ...yes });
    expect(late).toMatchObject({ status: 'refused', because: ['decided-before'] });
    expect(late.text).toContain('Bo Ad');
    expect(late.text).toContain('10:00');
    expect(await left(account, 'odense')).toBe(170);
  });

  test('tells who decided to the one who asked alone, where others read along', async () => {
    const { id } = await requested(account);
    await account.give('approval.decide', approving(id), { ...bo, ...yes });
    const late = await account.give('approval.decide', approving(id), { ...cy, ...yes, shared: true });
    expect(late.text).not.toContain('Bo Ad');
    expect(late.facts).toEqual({ view: expect.any(String) });
  });

  test('tells the same to the same press', async () => {
    const { id } = await requested(account);
    const press = { ...bo, ...yes, commandId: 'press' };
    const first = await account.give('approval.decide', approving(id), press);
    const second = await account.give('approval.decide', approving(id), press);
    expect([second.status, second.facts]).toEqual([first.status, first.facts]);
    expect(await left(account, 'odense')).toBe(170);
  });

  test('shows the figure that holds now where it has changed, and asks anew', async () => {
    const { id } = await requested(account);
    const [odense, lyon, boston] = january().locations;
    const dearer = { ...lyon, creditRate: { currency: 'EUR', perCredit: 100 } };
    account = await openAccountDesk(store, orderOfThree({ locations: [odense, dearer, boston] }));
    const asked = await account.give('approval.decide', { ...approving(id), quoted: 38 }, { ...bo, ...yes });
    expect(asked).toMatchObject({
      status: 'needs-confirmation',
      args: { quoted: 30 },
      facts: { result: { credited: 30 }, approval: { state: 'pending' } },
    });
    expect(await left(account, 'odense')).toBe(200);
    expect(await account.give('approval.decide', asked.args, { ...bo, ...yes })).toMatchObject({ status: 'done' });
    expect([await left(account, 'odense'), await left(account, 'lyon')]).toEqual([170, 70]);
  });

  test('is told why where not enough is left by then, and the request stays', async () => {
    const first = await requested(account, { ...toLyon, credits: 190 }, 'first');
    const second = await requested(account, { ...toLyon, credits: 190 }, 'second');
    await account.give('approval.decide', approving(first.id), { ...bo, ...yes });
    expect(await account.give('approval.decide', approving(second.id), { ...bo, ...yes })).toMatchObject({
      status: 'answered',
      facts: { approval: { state: 'pending' }, result: { allowed: 'no', because: ['insufficient'] } },
    });
    expect(await left(account, 'odense')).toBe(10);
  });

  test('comes too late once the days are over', async () => {
    const { id } = await requested(account);
    const late = { ...bo, ...yes, now: '2026-03-08T10:00:00+01:00' };
    expect(await account.give('approval.decide', approving(id), late)).toMatchObject({ because: ['approval-lapsed'] });
    expect((await account.give('approval.list', {}, late)).facts.approvals).toEqual([]);
    expect((await account.give('approval.list', { filter: 'all' }, late)).facts.approvals).toMatchObject([
      { id, state: 'lapsed' },
    ]);
  });

  test('posts nothing for somebody who may not spend any more', async () => {
    const { id } = await requested(account);
    const others = orderOfThree().contacts.filter(({ userId }) => userId !== ADMINISTRATOR);
    account = await openAccountDesk(store, orderOfThree({ contacts: others }));
    expect(await account.give('approval.decide', approving(id), { ...bo, ...yes })).toMatchObject({
      because: ['asker-may-not'],
    });
  });

  test('knows no request of a work order that the asker does not administer', async () => {
    const { id } = await requested(account);
    const contacts = orderOfThree().contacts.filter(({ userId }) => userId !== CY);
    const elsewhere = { ...orderOfThree({ id: 'WO-T8' }), contacts: [{ ...person('Cy Ad', CY, 'fr') }] };
    await openAccountDesk(store, orderOfThree({ contacts }));
    account = await openAccountDesk(store, elsewhere as WorkOrder);
    expect(await account.give('approval.decide', approving(id), { ...cy, ...yes })).toMatchObject({
      because: ['unknown-approval'],
    });
    expect((await account.give('approval.list', {}, cy)).facts.approvals).toEqual([]);
  });
});
