/** The entries of a ledger out of its pages, a page at a time: no more of them is held than is asked for. */
import type { WorkOrder } from '../../src/agreement/work-order.ts';
import type { ArgsOf } from '../../src/command/contract.ts';
import type { LedgerEntry } from '../../src/ledger/entries.ts';
import type { ClosedPage, Ledger } from '../../src/ledger/ledger.ts';
import { type Drawn, isWithin, MOST } from '../../src/ledger/statement.ts';
import type { Store } from '../../src/store/port.ts';
import { loadPage } from './ledgers.ts';

/** Every entry of a span of days, page by page in the order in which they were posted; pages of other days are not read. */
export async function* entriesOf(
  store: Store,
  workOrder: WorkOrder,
  { pages, entries }: Ledger,
  span: { readonly since?: string | undefined; readonly until?: string | undefined },
): AsyncGenerator<readonly LedgerEntry[]> {
  for (const page of pages) {
    if (!overlaps(page, span)) continue;
    yield (await loadPage(store, workOrder, page)).filter((entry) => isWithin(entry, span));
  }
  yield entries.filter((entry) => isWithin(entry, span));
}

const overlaps = (
  { from, to }: ClosedPage,
  { since, until }: { since?: string | undefined; until?: string | undefined },
) => (since === undefined || to >= since) && (until === undefined || from <= until);

/** What a statement is drawn from: where all is asked for, the newest pages are enough and the others are counted. */
export async function drawnFrom(
  store: Store,
  workOrder: WorkOrder,
  ledger: Ledger,
  { since, until, service, location }: ArgsOf<'ledger.show'>,
): Promise<Drawn> {
  const wantsAll = [since, until, service, location].every((filter) => filter === undefined);
  if (wantsAll) return newest(store, workOrder, ledger);
  const entries: LedgerEntry[] = [];
  for await (const page of entriesOf(store, workOrder, ledger, { since })) entries.push(...page);
  return { entries, older: 0 };
}

async function newest(store: Store, workOrder: WorkOrder, { pages, entries, books }: Ledger): Promise<Drawn> {
  const drawn = [...entries];
  for (const page of pages.toReversed()) {
    if (drawn.length >= MOST) break;
    drawn.unshift(...(await loadPage(store, workOrder, page)));
  }
  return { entries: drawn, older: books.count - drawn.length };
}
