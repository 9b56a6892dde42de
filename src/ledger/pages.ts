/** When the open page of a ledger is closed, and what its record says. */
import type { LedgerEntry } from './entries.ts';
import type { ClosedPage, Ledger } from './ledger.ts';

/** So many entries the open page takes: it is read and written with every command. */
export const OPEN_PAGE = 100;

/** A page of which the entries are known. */
export interface FilledPage extends ClosedPage {
  readonly entries: readonly LedgerEntry[];
}

/** The record of a page of these entries; @throws RangeError without any. */
export function pageOf(id: string, entries: readonly LedgerEntry[]): FilledPage {
  const days = entries.map(({ at }) => at.slice(0, 10)).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) throw new RangeError('a page holds at least one entry');
  return { id, count: entries.length, from, to, entries };
}

/**
 * The page to be closed before more is posted, and the ledger without it; undefined while the open page has room. `id`
 * must be the same for the same entries, so that whoever closes the page twice writes it once.
 */
export function closing(
  ledger: Ledger,
  id: string,
): { readonly page: FilledPage; readonly ledger: Ledger } | undefined {
  if (ledger.entries.length < OPEN_PAGE) return undefined;
  const page = pageOf(id, ledger.entries);
  return { page, ledger: withPage({ ...ledger, entries: [] }, page) };
}

/** The ledger with one more closed page in its list; its books are not touched. */
export const withPage = (ledger: Ledger, { id, count, from, to }: ClosedPage): Ledger => ({
  ...ledger,
  pages: [...ledger.pages, { id, count, from, to }],
});
