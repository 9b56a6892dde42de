import { expect, test } from '@jest/globals';
import type { Answer } from '../../../src/command/answer.ts';
import type { CommandName } from '../../../src/command/contract.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import type { AggregateKey } from '../../../src/store/port.ts';
import { january } from '../../ledger/account-world.ts';
import { deskOver, takeIn } from '../../support/desk.ts';
import { ADMINISTRATOR, TENANT } from '../../support/world.ts';

/** A store in which something happens once, just after the ledger has been read. */
class EventfulStore extends MemoryStore {
  meanwhile: (() => Promise<unknown>) | undefined;

  override async load(key: AggregateKey) {
    const stored = await super.load(key);
    if (key.kind === 'ledger' && this.meanwhile !== undefined) {
      const happening = this.meanwhile;
      this.meanwhile = undefined;
      await happening();
    }
    return stored;
  }
}

test('a booking that is moved while its cancellation is being decided costs what its new day costs', async () => {
  const store = new EventfulStore();
  await takeIn(store, january());
  const desk = deskOver(store, { clock: () => Date.parse('2026-03-03T10:00:00+01:00') });
  const give = (command: CommandName, args: object): Promise<Answer> =>
    desk.perform({ tenant: TENANT, user: ADMINISTRATOR, locale: 'en', command, args: { ...args }, confirmed: true });
  const booked = await give('service.book', { service: 'workshops', date: '2026-05-20', location: 'odense' });
  const { id } = booked.facts.booking as { id: string };
  store.meanwhile = () => give('service.move', { booking: id, date: '2026-03-10' });
  expect(await give('service.cancel', { booking: id })).toMatchObject({
    status: 'done',
    facts: { deliveryDate: '2026-03-10', feePercent: 50, booking: { date: '2026-03-10', state: 'cancelled' } },
  });
});
