import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CommandTurn, Desk } from '../../../bot/desk/desk.ts';
import { workOrdersOf } from '../../../bot/desk/work-orders.ts';
import { contactsMeant } from '../../../src/agreement/contacts.ts';
import type { WorkOrder } from '../../../src/agreement/work-order.ts';
import type { Answer } from '../../../src/command/answer.ts';
import { type CommandName, contracts } from '../../../src/command/contract.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import type { Store } from '../../../src/store/port.ts';
import { inTemporaryDirectory, opened } from '../../store/temporary.ts';
import { deskOver, takeIn } from '../../support/desk.ts';
import { ADMINISTRATOR, LYON_CONTACT, orderWith, TENANT } from '../../support/world.ts';

const BO = 'a0000000-0000-4000-8000-0000000000b2';
const CY = 'a0000000-0000-4000-8000-0000000000b3';
const NOW = '2026-03-03T10:00:00+01:00';
const yes = { confirmed: true } as const;
const boArgs = { name: 'Bo Lund', userId: BO };

let store: Store;
let desk: Desk;
beforeEach(() => openAt(new MemoryStore()));
afterEach(() => desk.close());

async function openAt(at: Store, ...orders: readonly WorkOrder[]): Promise<void> {
  store = at;
  await takeIn(store, ...(orders.length === 0 ? [orderWith()] : orders));
  desk = deskOver(store, { clock: () => Date.parse(NOW) });
}

async function give(command: CommandName, args: object, change: Partial<CommandTurn> = {}): Promise<Answer> {
  const turn = { tenant: TENANT, user: ADMINISTRATOR, locale: 'en', command, args: { ...args }, ...change };
  const answer = await desk.perform(turn);
  if (answer.status === 'done' || answer.status === 'needs-confirmation')
    expect(contracts[command].facts.parse(answer.facts)).toEqual(answer.facts);
  return answer;
}

const order = async (): Promise<WorkOrder | undefined> => (await workOrdersOf(store, TENANT))[0];
const names = async (): Promise<readonly string[]> => (await order())?.contacts.map(({ name }) => name) ?? [];

describe('contact.add', () => {
  test('asks first, and names the contact after the yes, with a record of who and when', async () => {
    const asked = await give('contact.add', { ...boArgs, email: 'bo@foods.example' });
    expect(asked).toMatchObject({
      status: 'needs-confirmation',
      facts: { contact: { name: 'Bo Lund', roles: ['contact'], locations: ['odense', 'lyon', 'osaka'] } },
      citations: [{ edition: 'unified-2025-01', section: '2.8' }],
    });
    expect(await names()).toEqual(['Ane Ad', 'Luc Co']);
    expect(await give('contact.add', asked.args, yes)).toMatchObject({ status: 'done' });
    expect(await order()).toMatchObject({
      contacts: [{}, {}, { name: 'Bo Lund', userId: BO, email: 'bo@foods.example' }],
      history: [
        { at: NOW, by: ADMINISTRATOR, change: 'contact-added', userId: BO, name: 'Bo Lund', roles: ['contact'] },
      ],
    });
  });

  test('takes effect on the next question: what an administrator may, the new one may', async () => {
    expect(await give('balance.show', {}, { user: BO })).toMatchObject({ because: ['role'] });
    await give('contact.add', { ...boArgs, role: 'administrator' }, yes);
    expect(await give('balance.show', {}, { user: BO })).toMatchObject({ status: 'answered' });
  });

  test('names somebody for one location alone', async () => {
    await give('contact.add', { ...boArgs, location: 'lyon' }, yes);
    expect((await order())?.contacts[2]).toMatchObject({ locations: ['lyon'], roles: ['contact'] });
  });

  test.each([
    [
      'who is a contact already, in whatever capitals',
      { name: 'Ane', userId: ADMINISTRATOR.toUpperCase() },
      'contact-exists',
    ],
    ['at a place that is not there', { ...boArgs, location: 'mars' }, 'unknown-location'],
  ])('refuses somebody %s', async (_, args, because) => {
    expect(await give('contact.add', args, yes)).toMatchObject({ status: 'refused', because: [because] });
    expect(await names()).toEqual(['Ane Ad', 'Luc Co']);
  });

  test('asks for the user id, since an e-mail address does not tell who writes', async () => {
    expect(await give('contact.add', { name: 'Bo Lund', email: 'bo@foods.example' })).toMatchObject({
      status: 'needs-input',
      missing: ['userId'],
    });
  });

  test('is for administrators, and for their own work orders', async () => {
    expect(await give('contact.add', boArgs, { ...yes, user: LYON_CONTACT })).toMatchObject({ because: ['role'] });
    const other = orderWith({ id: 'WO-T9', contacts: [{ ...rawAdministrator, userId: CY, name: 'Cy Roux' }] });
    await openAt(new MemoryStore(), orderWith(), other);
    expect(await give('contact.remove', { name: 'Luc Co' }, { ...yes, user: CY })).toMatchObject({
      because: ['unknown-contact'],
    });
    expect(await names()).toEqual(['Ane Ad', 'Luc Co']);
  });

  test('is done once for one command, whose second arrival is told the same', async () => {
    const once = { ...yes, commandId: 'activity-1' };
    const first = await give('contact.add', boArgs, once);
    const second = await give('contact.add', boArgs, once);
    expect([second.status, second.facts]).toEqual([first.status, first.facts]);
    expect(await names()).toEqual(['Ane Ad', 'Luc Co', 'Bo Lund']);
  });
});

const rawAdministrator = { name: 'Bo Lund', userId: BO, roles: ['administrator'], locations: ['odense'] };

describe('contact.remove', () => {
  test.each([{ name: 'luc co' }, { name: 'Luc' }, { userId: LYON_CONTACT }])(
    'finds %j and removes after the yes',
    async (args) => {
      const asked = await give('contact.remove', args);
      expect(asked).toMatchObject({ status: 'needs-confirmation', facts: { contact: { name: 'Luc Co' } } });
      expect(await give('contact.remove', asked.args, yes)).toMatchObject({ status: 'done' });
      expect(await names()).toEqual(['Ane Ad']);
      expect((await order())?.history).toMatchObject([{ change: 'contact-removed', userId: LYON_CONTACT }]);
    },
  );

  test('leaves the last administrator, also when it is the one who asks', async () => {
    for (const confirmed of [false, true])
      expect(await give('contact.remove', { name: 'Ane Ad' }, confirmed ? yes : {})).toMatchObject({
        status: 'refused',
        because: ['last-administrator'],
      });
    await give('contact.add', { ...boArgs, role: 'administrator' }, yes);
    expect(await give('contact.remove', { name: 'Ane Ad' }, yes)).toMatchObject({ status: 'done' });
    expect(await give('balance.show', {})).toMatchObject({ because: ['role'] });
  });

  test('means the order in force where the one before it names the same person at the same place', async () => {
    const before = orderWith({ id: 'WO-T0', term: { start: '2025-01-01', end: '2025-12-31' } });
    await openAt(new MemoryStore(), before, orderWith());
    const asked = await give('contact.remove', { name: 'Luc Co' });
    expect(asked).toMatchObject({ status: 'needs-confirmation', facts: { workOrder: 'WO-T1' } });
  });

  test('asks which of two of one name is meant, and knows nobody that is not there', async () => {
    await give('contact.add', { name: 'Luc Bo', userId: BO }, yes);
    expect(await give('contact.remove', { name: 'Luc' })).toMatchObject({ status: 'needs-input', missing: ['email'] });
    expect(await give('contact.remove', { name: 'Nobody' })).toMatchObject({ because: ['unknown-contact'] });
  });
});

test('two administrators who remove each other at the same time leave one, on disk too', async () => {
  await inTemporaryDirectory(async (directory) => {
    const second = { ...rawAdministrator, roles: ['administrator' as const] };
    await openAt(await opened(directory), orderWith({ contacts: [...orderWith().contacts, second] }));
    const both = await Promise.all([
      give('contact.remove', { userId: BO }, { ...yes, commandId: 'one' }),
      give('contact.remove', { userId: ADMINISTRATOR }, { ...yes, commandId: 'two', user: BO }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['done', 'refused']);
    const left = (await order())?.contacts.filter(({ roles }) => roles.includes('administrator')) ?? [];
    expect(left).toHaveLength(1);
    expect((await order())?.history).toHaveLength(1);
    await desk.close();
    store = await opened(directory);
    expect((await order())?.contacts.filter(({ roles }) => roles.includes('administrator'))).toEqual(left);
  });
});

describe('from a sentence to the work order', () => {
  const talk = (text: string): Promise<Answer> =>
    desk.ask({ tenant: TENANT, user: ADMINISTRATOR, locale: 'en', conversation: 'own', text });

  test('a contact is named, asked about, and removed', async () => {
    expect(await talk('add Lena Fischer as contact')).toMatchObject({
      command: 'contact.add',
      status: 'needs-input',
      missing: ['userId'],
      args: { name: 'Lena Fischer' },
    });
    expect(await talk(BO.toUpperCase())).toMatchObject({ status: 'needs-confirmation', args: { userId: BO } });
    expect(await talk('yes')).toMatchObject({ status: 'done' });
    expect(await names()).toEqual(['Ane Ad', 'Luc Co', 'Lena Fischer']);
    const asked = await talk('remove Lena Fischer');
    expect(asked).toMatchObject({ command: 'contact.remove', status: 'needs-confirmation' });
    expect(asked.text).toContain('Lena Fischer');
    expect(await talk('yes')).toMatchObject({ status: 'done' });
    expect(await names()).toEqual(['Ane Ad', 'Luc Co']);
  });

  test.each([
    ['en', 'new administrator Nadia Roy, nadia@example.com'],
    ['fr', 'Ajoutez Nadia Roy comme administrateur'],
    ['da', 'Tilføj Nadia Roy som administrator'],
  ])('%s: %s', async (_, text) => {
    expect(await talk(text)).toMatchObject({
      command: 'contact.add',
      missing: ['userId'],
      args: { name: 'Nadia Roy', role: 'administrator' },
    });
  });
});

test('nobody is meant by nothing', () => {
  expect(contactsMeant(orderWith().contacts, { name: '  ' })).toEqual([]);
  expect(contactsMeant(orderWith().contacts, { email: 'x@y.example' })).toEqual([]);
});
