/** Who may ask of an account and spend from it. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { CommandName } from '../../../src/command/contract.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import { january } from '../../ledger/account-world.ts';
import {
  type AccountDesk,
  BO,
  CY,
  openAccountDesk,
  orderElsewhere,
  orderOfTwo,
  yes,
} from '../../support/account-desk.ts';
import { orderWith } from '../../support/world.ts';

const toLyon = { credits: 10, from: 'odense', to: 'lyon' };
let account: AccountDesk;
beforeEach(async () => {
  account = await openAccountDesk(new MemoryStore(), orderOfTwo(), orderElsewhere);
});

describe('who may', () => {
  const commands: readonly (readonly [CommandName, object])[] = [
    ['ledger.show', { location: 'odense' }],
    ['credits.exchange', toLyon],
    ['credits.redeem', { service: 'chalk-talks', location: 'odense' }],
    ['service.book', { service: 'workshops', date: '2026-05-20', location: 'odense' }],
    ['service.cancel', { service: 'workshops', deliveryDate: '2026-05-20', location: 'odense' }],
    ['service.exchange', { from: 'workshops', to: 'chalk-talks', location: 'odense' }],
    ['event.plan', { start: '2026-11-09', end: '2026-11-13', location: 'odense' }],
    ['flex.check', { amount: 5000, for: 'workshops' }],
    ['hours.record', { service: 'enhanced-designated-engineering', hours: 1, location: 'odense' }],
  ];

  test.each(commands)('%s is the administrators’ alone', async (command, args) => {
    const contactOnly = orderWith({
      ...january(),
      contacts: [{ name: 'Co', userId: BO, roles: ['contact'], locations: ['odense'] }],
    });
    const { give } = await openAccountDesk(new MemoryStore(), contactOnly);
    expect(await give(command, args, { user: BO, ...yes })).toMatchObject({ status: 'refused', because: ['role'] });
    expect(await give(command, args, { user: CY, ...yes })).toMatchObject({ status: 'refused', because: ['role'] });
  });

  test.each(commands.filter(([command]) => command !== 'flex.check'))(
    '%s is refused to an administrator of another work order of the tenant',
    async (command, args) => {
      expect(await account.give(command, args, { user: CY, ...yes })).toMatchObject({
        status: 'refused',
        because: ['role'],
      });
    },
  );

  test('another tenant sees nothing of it', async () => {
    const tenant = 'b0000000-0000-4000-8000-000000000001';
    expect(await account.give('ledger.show', {}, { tenant })).toMatchObject({ because: ['unknown-tenant'] });
  });

  test.each([
    ['credits.exchange', { ...toLyon, from: 'nowhere' }],
    ['credits.exchange', { ...toLyon, to: 'nowhere' }],
    ['credits.redeem', { service: 'chalk-talks', location: 'nowhere' }],
    ['service.cancel', { deliveryDate: '2026-05-20', location: 'nowhere' }],
  ] as const)('%s about an unknown location is refused', async (command, args) => {
    expect(await account.give(command, args)).toMatchObject({ status: 'refused', because: ['unknown-location'] });
  });

  test.each([
    ['flex.check', { amount: 1, for: 'no-such-service' }],
    ['service.exchange', { from: 'workshops', to: 'no-such-service' }],
  ] as const)('%s about an unknown service is refused', async (command, args) => {
    expect(await account.give(command, args)).toMatchObject({ status: 'refused', because: ['unknown-service'] });
  });
});
