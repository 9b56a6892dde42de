import { describe, expect, test } from '@jest/globals';
import type { Desk } from '../../../bot/desk/desk.ts';
import type { WorkOrder } from '../../../src/agreement/work-order.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import { january, premier } from '../../ledger/account-world.ts';
import { deskOver, takeIn } from '../../support/desk.ts';
import { ADMINISTRATOR, TENANT } from '../../support/world.ts';

async function deskOf(order: WorkOrder, now: string): Promise<Desk> {
  const store = new MemoryStore();
  await takeIn(store, order);
  return deskOver(store, { clock: () => Date.parse(now) });
}

const asked = { tenant: TENANT, user: ADMINISTRATOR } as const;

describe('an edition without a flex allowance', () => {
  test.each([
    ['en', 'Do we have flex allowance?'],
    ['en', 'Can flex allowance pay for workshops?'],
    ['da', 'Har vi et flex-tilskud?'],
    ['fr', 'Avons-nous une allocation flexible ?'],
  ])('%s: “%s” is answered, and no amount is asked for', async (locale, text) => {
    const desk = await deskOf(premier(), '2022-09-01T10:00:00+06:00');
    const answer = await desk.ask({ ...asked, locale, text });
    expect(answer).toMatchObject({
      status: 'answered',
      facts: { edition: 'premier-2022', because: ['not-in-edition'] },
    });
    expect(answer.text.length).toBeGreaterThan(20);
  });

  test('is told apart from one that has it, which asks what it needs', async () => {
    const desk = await deskOf(january(), '2026-03-03T10:00:00+01:00');
    const answer = await desk.perform({ ...asked, locale: 'en', command: 'flex.check', args: { for: 'workshops' } });
    expect(answer).toMatchObject({ status: 'needs-input', missing: ['amount'] });
    const balance = await desk.perform({ ...asked, locale: 'en', command: 'balance.show', args: { what: 'flex' } });
    expect(balance.facts).not.toHaveProperty('because');
  });
});
