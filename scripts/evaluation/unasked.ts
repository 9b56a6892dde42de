/** What a wrong guess would do: each sentence is told to a whole desk, in a conversation of its own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDesk } from '../../bot/desk/create-desk.ts';
import { importWorkOrder } from '../../bot/desk/work-orders.ts';
import type { Understander } from '../../bot/understanding/understand.ts';
import { createPresenter } from '../../cards/present.ts';
import type { Knowledge } from '../../knowledge/load.ts';
import { type CommandName, confirmed } from '../../src/command/contract.ts';
import { MemoryStore } from '../../src/store/memory-store.ts';
import { context, type Verdict } from './judge.ts';

/** Commands that spend, close or open something. */
const acts = (command: string): boolean => command === 'incident.open' || confirmed.has(command as CommandName);

export interface Unasked {
  /** Wrong guesses of a command that spends, closes or opens. */
  readonly guesses: number;
  /** Those of them that the desk carried out at once, with nobody asked. */
  readonly done: readonly Verdict[];
}

/** Tells the desk every sentence that was taken for such a command wrongly, as somebody who may do everything. */
export async function unaskedOf(
  verdicts: readonly Verdict[],
  knowledge: Knowledge,
  understander: Understander,
): Promise<Unasked> {
  const wrong = verdicts.filter(({ rightCommand, found }) => !rightCommand && acts(found));
  const store = new MemoryStore();
  const order = JSON.parse(readFileSync(join(import.meta.dirname, '../../samples/fjord-logistics.json'), 'utf8')) as {
    customer: { tenantId: string };
    contacts: { userId: string }[];
  };
  const imported = await importWorkOrder(store, knowledge, order);
  if (!imported.ok) throw new Error('the sample work order cannot be imported');
  const desk = createDesk({
    store,
    knowledge,
    understander,
    presenter: createPresenter(knowledge),
    clock: () => Date.parse(context.now),
    timeZoneData: process.versions.tz ?? '',
  });
  const done: Verdict[] = [];
  for (const [index, verdict] of wrong.entries()) {
    const { status, command } = await desk.ask({
      tenant: order.customer.tenantId,
      user: order.contacts[0]?.userId ?? '',
      conversation: `evaluation-${index}`,
      text: verdict.sentence.text,
    });
    if (status === 'done' && acts(command)) done.push(verdict);
  }
  return { guesses: wrong.length, done };
}
