import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Desk } from '../../../bot/desk/desk.ts';
import type { Answer } from '../../../src/command/answer.ts';
import type { CommandName } from '../../../src/command/contract.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import { credits } from '../../ledger/account-world.ts';
import { deskOver, takeIn } from '../../support/desk.ts';
import { ADMINISTRATOR, LYON_CONTACT, orderWith, TENANT } from '../../support/world.ts';

/** Osaka has a work order of its own: its administrator is only a contact of the other one. */
const osaka = orderWith({
  id: 'WO-T9',
  structure: 'decentralised',
  locations: [{ id: 'osaka-own', role: 'downstream', country: 'JP', timeZone: 'Asia/Tokyo' }],
  services: [credits('osaka-own', 30)],
  flexAllowance: undefined,
  contacts: [{ name: 'Luc Co', userId: LYON_CONTACT, roles: ['administrator'], locations: ['osaka-own'] }],
});

let desk: Desk;
beforeEach(async () => {
  const store = new MemoryStore();
  await takeIn(store, orderWith(), osaka);
  desk = deskOver(store);
});

const ask = (user: string, command: CommandName, location?: string): Promise<Answer> =>
  desk.perform({ tenant: TENANT, user, locale: 'en', command, args: location === undefined ? {} : { location } });

describe.each(['balance.show', 'balance.forecast', 'ledger.show'] as const)('%s', (command) => {
  test('is for the administrators of that work order, and not for those of another one of the customer', async () => {
    expect(await ask(ADMINISTRATOR, command, 'lyon')).toMatchObject({ status: 'answered' });
    for (const [user, location] of [
      [LYON_CONTACT, 'lyon'],
      [LYON_CONTACT, 'odense'],
      [ADMINISTRATOR, 'osaka-own'],
    ] as const) {
      expect(await ask(user, command, location)).toMatchObject({ status: 'refused', because: ['role'], facts: {} });
    }
  });

  test('without a location tells of the work order that the asker administers', async () => {
    expect(await ask(LYON_CONTACT, command)).toMatchObject({ status: 'answered', facts: { workOrder: 'WO-T9' } });
  });
});
