import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { importFiles } from '../../../bot/console/import-files.ts';
import { importWorkOrder, workOrdersOf } from '../../../bot/desk/work-orders.ts';
import type { KeptContacts } from '../../../src/agreement/merge-contacts.ts';
import type { Contact, WorkOrder } from '../../../src/agreement/work-order.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import { deskOver } from '../../support/desk.ts';
import { ADMINISTRATOR, knowledge, LYON_CONTACT, orderWith, rawOrder, TENANT } from '../../support/world.ts';

const BO = 'a0000000-0000-4000-8000-0000000000b2';
const [ane, luc] = rawOrder.contacts;
const bo = { name: 'Bo Lund', userId: BO, roles: ['contact'], locations: ['odense', 'lyon', 'osaka'], languages: [] };
const nothing: KeptContacts = { added: [], removed: [], changed: [] };

let store: MemoryStore;
beforeEach(() => {
  store = new MemoryStore();
});

/** Imports the order with these contacts. */
async function take(contacts: readonly object[], change: object = {}): Promise<KeptContacts> {
  const imported = await importWorkOrder(store, knowledge, orderWith({ contacts, ...change }));
  if (!imported.ok) throw new Error(JSON.stringify(imported.failure));
  return imported.value.kept;
}

async function inConversation(command: 'contact.add' | 'contact.remove', args: object, user = ADMINISTRATOR) {
  const desk = deskOver(store, { clock: () => Date.parse('2026-03-03T10:00:00+01:00') });
  const turn = { tenant: TENANT, user, locale: 'en', command, args: { ...args }, confirmed: true };
  expect(await desk.perform(turn)).toMatchObject({ status: 'done' });
}
const addBo = (args = {}) => inConversation('contact.add', { name: 'Bo Lund', userId: BO, ...args });
const removeLuc = () => inConversation('contact.remove', { userId: LYON_CONTACT });

const order = async (): Promise<WorkOrder | undefined> => (await workOrdersOf(store, TENANT))[0];
const contacts = async (): Promise<readonly Contact[]> => (await order())?.contacts ?? [];
const names = async (): Promise<readonly string[]> => (await contacts()).map(({ name }) => name);

describe('a work order that is imported again', () => {
  test('keeps who was added and who was removed in conversation, with the record of it, and says so', async () => {
    await take([ane, luc]);
    await addBo();
    await removeLuc();
    expect(await take([ane, luc], { supportPhone: '+45 1' })).toEqual({
      ...nothing,
      added: ['Bo Lund'],
      removed: ['Luc Co'],
    });
    expect(await names()).toEqual(['Ane Ad', 'Bo Lund']);
    expect(await order()).toMatchObject({
      supportPhone: '+45 1',
      history: [
        { change: 'contact-added', userId: BO },
        { change: 'contact-removed', userId: LYON_CONTACT },
      ],
    });
    expect(await take([ane, luc])).toEqual({ ...nothing, added: ['Bo Lund'], removed: ['Luc Co'] });
    expect(await names()).toEqual(['Ane Ad', 'Bo Lund']);
  });

  test('keeps what somebody was made in conversation', async () => {
    await take([ane, luc]);
    await removeLuc();
    await inConversation('contact.add', { name: 'Luc Co', userId: LYON_CONTACT, role: 'administrator' });
    expect(await take([ane, luc])).toEqual({ ...nothing, changed: ['Luc Co'] });
    expect((await contacts())[1]).toMatchObject({ userId: LYON_CONTACT, roles: ['administrator', 'contact'] });
  });

  test('takes the word of a file that says something new of a person', async () => {
    await take([ane, luc]);
    await addBo();
    await removeLuc();
    const named = { ...bo, phone: '+45 2' };
    expect(await take([ane, { ...luc, phone: '+33 1' }, named])).toEqual(nothing);
    expect((await contacts()).map(({ name, phone }) => [name, phone])).toEqual([
      ['Ane Ad', undefined],
      ['Luc Co', '+33 1'],
      ['Bo Lund', '+45 2'],
    ]);
    expect(await take([ane])).toEqual(nothing);
    expect(await names()).toEqual(['Ane Ad']);
  });

  test('replaces contacts as ever where nobody changed them in conversation', async () => {
    await take([ane, luc]);
    expect(await take([ane, bo])).toEqual(nothing);
    expect(await names()).toEqual(['Ane Ad', 'Bo Lund']);
  });

  test('knows a person in whatever capitals the user id stands', async () => {
    await take([ane, { ...luc, userId: LYON_CONTACT.toUpperCase() }]);
    await removeLuc();
    expect(await take([ane, { ...luc, userId: LYON_CONTACT.toUpperCase() }])).toEqual({
      ...nothing,
      removed: ['Luc Co'],
    });
  });

  test('keeps them too where it was taken over before the desk noted what the file had', async () => {
    await take([ane, luc]);
    await addBo();
    await removeLuc();
    const key = { tenant: TENANT, kind: 'work-order', id: 'WO-T1' };
    const { fileContacts: _noted, ...before } = (await order()) ?? orderWith();
    await store.save({ key, expected: 3, state: before });
    expect(await take([ane, luc])).toEqual({ ...nothing, added: ['Bo Lund'], removed: ['Luc Co'] });
    expect(await take([ane])).toEqual({ ...nothing, added: ['Bo Lund'] });
  });

  test('keeps the locations that are left of somebody who was added', async () => {
    await take([ane, luc]);
    await addBo();
    const without = { locations: rawOrder.locations.slice(0, 2) };
    await take([{ ...ane, locations: ['odense', 'lyon'] }, luc], without);
    expect((await contacts())[2]).toMatchObject({ userId: BO, locations: ['odense', 'lyon'] });
  });

  test('is refused where somebody who was added has no location left, with what to do', async () => {
    await take([ane, luc]);
    await addBo({ location: 'osaka' });
    const file = orderWith({
      locations: rawOrder.locations.slice(0, 2),
      contacts: [{ ...ane, locations: ['odense'] }, luc],
    });
    expect(await importWorkOrder(store, knowledge, file)).toMatchObject({
      ok: false,
      failure: [{ path: 'contacts', problem: expect.stringContaining('Bo Lund') }],
    });
    expect((await order())?.locations).toHaveLength(3);
  });

  test('is refused where nobody would administer it, with who was removed', async () => {
    await take([ane, luc]);
    await addBo({ role: 'administrator' });
    await inConversation('contact.remove', { userId: ADMINISTRATOR }, BO);
    const refused = await importWorkOrder(store, knowledge, orderWith({ contacts: [ane, luc, bo] }));
    expect(refused).toMatchObject({
      ok: false,
      failure: [{ path: 'contacts', problem: expect.stringContaining('Ane Ad was removed in conversation') }],
    });
    expect(await names()).toEqual(['Luc Co', 'Bo Lund']);
  });

  test('is told at the console with what stays', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'desk-reimport-'));
    try {
      const file = join(folder, 'order.json');
      await writeFile(file, JSON.stringify(rawOrder));
      await take([ane, luc]);
      await addBo();
      await removeLuc();
      const imported = await importFiles([file], store, knowledge);
      expect(imported.ok && imported.value[0]?.told).toBe(
        'WO-T1 of Test Foods is in.\n  changed in conversation since the last import: Bo Lund stays a contact, Luc Co stays removed. To undo it, change it in conversation.',
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
