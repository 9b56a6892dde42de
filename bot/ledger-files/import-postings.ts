/**
 * Postings out of a file into the ledger of a work order. The file is read twice: first every row is checked, then, if all
 * may stand, pages are written beside the ledger, and one save of its head makes them part of it. A kill at any instant
 * leaves the ledger as it was or with all of the file.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Knowledge } from '../../knowledge/load.ts';
import { startOfDate, toLocalIso } from '../../src/calendar/local-date.ts';
import { booksAfter } from '../../src/ledger/books.ts';
import type { LedgerEntry } from '../../src/ledger/entries.ts';
import type { RowFault } from '../../src/ledger/file/posting-row.ts';
import type { Ledger, TakenFile } from '../../src/ledger/ledger.ts';
import { withPage } from '../../src/ledger/pages.ts';
import { fail, ok, type Result } from '../../src/result.ts';
import type { Store } from '../../src/store/port.ts';
import { keepAsPage, LedgerConflict, type LoadedLedger, loadLedger, saveLedger } from '../desk/ledgers.ts';
import {
  checkPostings,
  judged,
  type Known,
  knownPostings,
  type Posting,
  type PostingFile,
  STEP,
} from './judge-postings.ts';
import { UnreadableFile } from './read-rows.ts';

export type { PostingFile };

export type Imported =
  | {
      readonly kind: 'imported' | 'would-import';
      readonly postings: number;
      readonly known: number;
      readonly passedOver: readonly string[];
    }
  /** The same file was taken before. */
  | { readonly kind: 'before'; readonly file: TakenFile };

export type NotImported =
  | { readonly kind: 'unreadable'; readonly problem: string }
  /** The first faults, and how many there are in all. */
  | { readonly kind: 'faulty'; readonly faults: readonly RowFault[]; readonly count: number };

/** Entries of a page that an import writes. */
const PAGE = 1000;
const ATTEMPTS = 5;
/** Milliseconds from the start of a day; an hour more or less where the clock changes is the same day. */
const NOON = 43_200_000;

/** Imports the file once, or says why nothing of it was; decides anew where somebody posted meanwhile. */
export async function importPostings(
  store: Store,
  knowledge: Knowledge,
  given: PostingFile,
): Promise<Result<Imported, NotImported>> {
  try {
    const digest = await digestOf(given.file);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await importOnce(store, knowledge, given, digest);
      } catch (error) {
        if (!(error instanceof LedgerConflict) || attempt === ATTEMPTS) throw error;
      }
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return fail({ kind: 'unreadable', problem: error.message });
    throw error;
  }
}

async function importOnce(
  store: Store,
  knowledge: Knowledge,
  given: PostingFile,
  digest: string,
): Promise<Result<Imported, NotImported>> {
  const { workOrder } = given;
  const loaded = await loadLedger(store, workOrder);
  const before = loaded.ledger.files.find((file) => file.digest === digest);
  if (before !== undefined) return ok({ kind: 'before', file: before });
  const known = await knownPostings(store, workOrder, loaded.ledger);
  const checked = await checkPostings(given, knowledge, loaded.ledger, known);
  if (checked.count > 0) return fail({ kind: 'faulty', faults: checked.faults, count: checked.count });
  const { postings, passedOver } = checked;
  const outcome = { postings, known: checked.known, passedOver };
  if (given.dryRun) return ok({ kind: 'would-import', ...outcome });
  const taken = { digest, name: basename(given.file), at: instant(given, given.now), by: given.by, postings };
  await take(store, given, knowledge, loaded, known, taken);
  return ok({ kind: 'imported', ...outcome });
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  } catch (error) {
    throw new UnreadableFile(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  return hash.digest('hex');
}

/** The open page first, then the file's own pages, then the head that names them all. */
async function take(
  store: Store,
  given: PostingFile,
  knowledge: Knowledge,
  { ledger, version }: LoadedLedger,
  known: Known,
  file: TakenFile,
): Promise<void> {
  const { workOrder } = given;
  let taken: Ledger = { ...ledger, files: [...ledger.files, file] };
  if (ledger.entries.length > 0)
    taken = withPage({ ...taken, entries: [] }, await keepAsPage(store, workOrder, ledger.entries));
  const close = async (entries: readonly LedgerEntry[]): Promise<void> => {
    const page = await keepAsPage(store, workOrder, entries);
    taken = { ...withPage(taken, page), books: booksAfter(taken.books, entries) };
  };
  let page: LedgerEntry[] = [];
  let posted = 0;
  for await (const one of judged(given, knowledge, ledger, known, () => {})) {
    if (one === 'known' || !('identity' in one)) continue;
    page.push(entryOf(one, given));
    posted += 1;
    if (posted % STEP === 0) given.progress({ what: 'posted', rows: posted });
    if (page.length < PAGE) continue;
    await close(page);
    page = [];
  }
  if (page.length > 0) await close(page);
  if (posted !== file.postings) throw new UnreadableFile(`${given.file} was changed while it was read: start again.`);
  const command = { id: `import/${file.digest}`, result: { facts: {}, citations: [] } };
  await saveLedger(store, workOrder, taken, version, { command });
}

/** A posting has a day and no hour: it stands at noon of its day. */
function entryOf({ row, lines, identity }: Posting, { workOrder, by }: PostingFile): LedgerEntry {
  const zone = workOrder.locations.find(({ id }) => id === row.pool.location)?.timeZone ?? 'UTC';
  return {
    at: toLocalIso(startOfDate(row.date, zone) + NOON, zone),
    by,
    ...(row.by === '' ? {} : { byName: row.by }),
    command: `import/${identity}`,
    why: {
      reason: 'import',
      kind: row.kind,
      row: row.row,
      identity,
      ...(row.reference === '' ? {} : { reference: row.reference }),
    },
    lines: [...lines],
    ...(row.text === '' ? {} : { text: row.text }),
  };
}

const instant = ({ workOrder }: PostingFile, now: number): string =>
  toLocalIso(now, workOrder.locations[0]?.timeZone ?? 'UTC');
