import { expect, test } from '@jest/globals';
import { createDesk } from '../../../bot/desk/create-desk.ts';
import { importWorkOrder } from '../../../bot/desk/work-orders.ts';
import { createUnderstander } from '../../../bot/understanding/understand.ts';
import { createPresenter } from '../../../cards/present.ts';
import type { Answer } from '../../../src/command/answer.ts';
import type { CommandName } from '../../../src/command/contract.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import { ADMINISTRATOR, knowledge, rawOrder, TENANT } from '../../support/world.ts';

const bare = { ...rawOrder, services: [], flexAllowance: undefined };
const LAST_EVENING = '2026-12-30T20:00:00+01:00';
const NEW_YEAR = '2027-01-04T10:00:00+01:00';

test('an incident that outlives its agreement is cited where its promise was printed', async () => {
  const store = new MemoryStore();
  const next = { id: 'WO-T2', edition: 'unified-2025-01', term: { start: '2027-01-01', end: '2027-12-31' } };
  for (const change of [{ edition: 'premier-2022' }, next])
    await importWorkOrder(store, knowledge, { ...bare, ...change });
  const presenter = createPresenter(knowledge);
  const understander = createUnderstander(knowledge);
  const desk = createDesk({ store, knowledge, understander, presenter, clock: () => 0, timeZoneData: 'test' });
  const give = (command: CommandName, args: object, now: string): Promise<Answer> =>
    desk.perform({ tenant: TENANT, user: ADMINISTRATOR, locale: 'en', command, args: { ...args }, now });
  const printedIn = (edition: string) => ({ edition, section: knowledge.editions.get(edition)?.charts.base?.section });

  const wish = { product: 'windows-server', severity: 'B', summary: 'slow' };
  const { facts } = await give('incident.open', wish, LAST_EVENING);
  const { id: incident } = facts.incident as { id: string };
  const { citations } = await give('incident.show', { incident }, NEW_YEAR);
  expect(citations).toEqual([printedIn('premier-2022')]);
  expect(citations).not.toEqual([printedIn('unified-2025-01')]);
});
