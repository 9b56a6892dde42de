/** A ledger that has outgrown one page: what is kept where, and that nothing of it is lost on the way. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { drawnFrom, entriesOf } from '../../../bot/desk/ledger-pages.ts';
import { keepPage, LedgerConflict, loadLedger, post } from '../../../bot/desk/ledgers.ts';
import { booksAfter, emptyBooks } from '../../../src/ledger/books.ts';
import type { LedgerEntry } from '../../../src/ledger/entries.ts';
import { ledgerOf } from '../../../src/ledger/ledger.ts';
import { closing, OPEN_PAGE } from '../../../src/ledger/pages.ts';
import { MOST } from '../../../src/ledger/statement.ts';
import { writeLedger } from '../../../src/ledger/stored.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import type { Store } from '../../../src/store/port.ts';
import { january } from '../../ledger/account-world.ts';
import { ADMINISTRATOR } from '../../support/world.ts';

const order = january();
const told = { facts: {}, citations: [] };

const day = (index: number): string =>
  `2026-${String(1 + Math.floor(index / 28)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;

const used = (index: number): LedgerEntry => ({
  at: `${day(index % 300)}T09:00:00+01:00`,
  by: ADMINISTRATOR,
  command: `c${index}`,
  why: { reason: 'hours', service: 'enhanced-designated-engineering', hours: 0.25 },
  lines: [
    {
      service: 'enhanced-designated-engineering',
      location: 'odense',
      unit: 'hours',
      account: 'available',
      amount: '-0.25',
    },
    { service: 'enhanced-designated-engineering', location: 'odense', unit: 'hours', account: 'used', amount: '0.25' },
  ],
});

let store: Store;
beforeEach(() => {
  store = new MemoryStore();
});

async function postOne(index: number): Promise<void> {
  await post(store, order, await loadLedger(store, order), [used(index)], told);
}

async function postMany(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await postOne(index);
}

async function everyEntry(span: { since?: string; until?: string } = {}): Promise<readonly LedgerEntry[]> {
  const { ledger } = await loadLedger(store, order);
  const entries: LedgerEntry[] = [];
  for await (const page of entriesOf(store, order, ledger, span)) entries.push(...page);
  return entries;
}

describe('a ledger of several pages', () => {
  const COUNT = 3 * OPEN_PAGE + 7;
  const all = Array.from({ length: COUNT }, (_, index) => used(index));

  test('holds every entry once, in the order in which it was made, and keeps its head small', async () => {
    await postMany(COUNT);
    const { ledger } = await loadLedger(store, order);
    expect(await everyEntry()).toEqual(all);
    expect(ledger.pages.map(({ count }) => count)).toEqual([OPEN_PAGE, OPEN_PAGE, OPEN_PAGE]);
    expect(ledger.entries.length).toBe(7);
  });

  test('comes to what its entries come to, folded page by page', async () => {
    await postMany(COUNT);
    const { ledger } = await loadLedger(store, order);
    const folded = booksAfter(emptyBooks, await everyEntry());
    expect(writeLedger({ ...ledger, books: folded })).toEqual(writeLedger(ledger));
    expect(ledger.books.count).toBe(COUNT);
  });

  test('reads of a span of days the pages that reach into it', async () => {
    await postMany(COUNT);
    const span = { since: '2026-02-01', until: '2026-02-03' };
    expect(await everyEntry(span)).toEqual(all.filter(({ at }) => at >= '2026-02-01' && at < '2026-02-04'));
  });

  test('is told by its newest entries, and how many are older', async () => {
    await postMany(COUNT);
    const { ledger } = await loadLedger(store, order);
    const { entries, older } = await drawnFrom(store, order, ledger, {});
    expect(entries.length).toBeGreaterThanOrEqual(MOST);
    expect(entries).toEqual(all.slice(older));
    expect((await drawnFrom(store, order, ledger, { since: '2026-01-01' })).entries).toEqual(all);
  });
});

describe('closing a page', () => {
  test('that a kill interrupted is done over: the page stands, the head does not name it twice', async () => {
    await postMany(OPEN_PAGE);
    const { ledger, version } = await loadLedger(store, order);
    const half = closing(ledger, `${order.id}/closed-after-${version}`);
    if (half === undefined) throw new Error('the page is full');
    await keepPage(store, order, half.page);
    await postOne(OPEN_PAGE);
    expect((await everyEntry()).map(({ command }) => command)).toEqual(
      Array.from({ length: OPEN_PAGE + 1 }, (_, index) => `c${index}`),
    );
  });

  test('by two at once posts both commands, the second after it has decided anew', async () => {
    await postMany(OPEN_PAGE);
    const read = await loadLedger(store, order);
    await post(store, order, read, [used(OPEN_PAGE)], told);
    await expect(post(store, order, read, [used(OPEN_PAGE + 1)], told)).rejects.toThrow(LedgerConflict);
    await postOne(OPEN_PAGE + 1);
    expect((await everyEntry()).length).toBe(OPEN_PAGE + 2);
  });
});

test('an older ledger, all in one, is read on, and is in pages after its next command', async () => {
  const entries = Array.from({ length: 250 }, (_, index) => used(index));
  const key = { tenant: order.customer.tenantId, kind: 'ledger', id: order.id };
  await store.save({ key, expected: 0, state: { format: 'ledger/1', entries } });
  const { ledger } = await loadLedger(store, order);
  expect(writeLedger(ledger)).toEqual(writeLedger(ledgerOf(entries)));
  await postOne(250);
  expect(await everyEntry()).toEqual([...entries, used(250)]);
  expect((await loadLedger(store, order)).ledger.pages).toEqual([
    { id: `${order.id}/closed-after-1`, count: 250, from: '2026-01-01', to: expect.any(String) },
  ]);
});
