/**
 * Postings out of a file into the ledger of a work order. The file is read twice: first every row is checked, then, if all
 * may stand, pages are written beside the ledger, and one save of its head makes them part of it. A kill at any instant
 * leaves the ledger as it was or with all of the file.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Knowledge } from '../../knowledge/load.ts';
import type { WorkOrder } from '../../src/agreement/work-order.ts';
import { localDate, startOfDate, toLocalIso } from '../../src/calendar/local-date.ts';
import { booksAfter } from '../../src/ledger/books.ts';
import { toText } from '../../src/ledger/decimal.ts';
import type { LedgerEntry, Line } from '../../src/ledger/entries.ts';
import type { Habits } from '../../src/ledger/file/cells.ts';
import {
  type PostingRow,
  type RowContext,
  type RowFault,
  readRow,
  serviceNames,
} from '../../src/ledger/file/posting-row.ts';
import { runningBalance } from '../../src/ledger/file/running-balance.ts';
import type { Ledger, TakenFile } from '../../src/ledger/ledger.ts';
import { withPage } from '../../src/ledger/pages.ts';
import { fail, ok, type Result } from '../../src/result.ts';
import type { Store } from '../../src/store/port.ts';
import { entriesOf } from '../desk/ledger-pages.ts';
import { keepAsPage, LedgerConflict, type LoadedLedger, loadLedger, saveLedger } from '../desk/ledgers.ts';
import { readRows, UnreadableFile } from './read-rows.ts';

export interface PostingFile {
  readonly file: string;
  readonly workOrder: WorkOrder;
  readonly habits: Habits;
  /** Checks only, and changes nothing. */
  readonly dryRun: boolean;
  /** Who imports it. */
  readonly by: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Told of every so many rows. */
  readonly progress: (done: { readonly what: 'checked' | 'posted'; readonly rows: number }) => void;
}

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

/** Faults that are told one by one; a file that is all wrong is not listed whole. */
const MOST_FAULTS = 50;
/** Entries of a page that an import writes. */
const PAGE = 1000;
const STEP = 10_000;
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
  const checked = await check(given, knowledge, loaded.ledger, known);
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

/** Postings of earlier files: by what tells each from all others, what it said. */
type Known = ReadonlyMap<string, string>;

async function knownPostings(store: Store, workOrder: WorkOrder, ledger: Ledger): Promise<Known> {
  const known = new Map<string, string>();
  for await (const entries of entriesOf(store, workOrder, ledger, {})) {
    for (const { why } of entries) {
      if (why.reason !== 'import') continue;
      const [name = '', content = ''] = why.identity.split('.');
      known.set(name, content);
    }
  }
  return known;
}

/** A row that may stand. */
interface Posting {
  readonly row: PostingRow;
  readonly lines: readonly Line[];
  readonly identity: string;
}

/** Each row in turn: a posting, the faults for which it cannot stand, or one that an earlier file brought. */
async function* judged(
  given: PostingFile,
  context: RowContext,
  ledger: Ledger,
  known: Known,
  passedOver: (names: readonly string[]) => void,
): AsyncGenerator<Posting | readonly RowFault[] | 'known'> {
  const balance = runningBalance(given.workOrder, context.edition, ledger);
  const names = identities();
  for await (const { row, cells } of readRows(given.file, passedOver)) {
    const read = readRow(row, cells, context);
    if (!read.ok) {
      yield read.failure;
      continue;
    }
    const identity = names.of(read.value);
    const [name = '', content = ''] = identity.text.split('.');
    if (identity.again) yield [repeated(read.value, 'another row of this file')];
    else if (known.has(name)) yield known.get(name) === content ? 'known' : [repeated(read.value, 'an earlier file')];
    else {
      const taken = balance.take(read.value);
      yield taken.ok ? { row: read.value, lines: taken.value, identity: identity.text } : [taken.failure];
    }
  }
}

const repeated = ({ row, reference }: PostingRow, where: string): RowFault => ({
  row,
  column: 'reference',
  problem: `${reference} stands in ${where} with other figures`,
  remedy: 'Give each posting a reference of its own, or leave the row out and post the difference.',
});

/**
 * What tells a posting from every other: its reference where it has one, else all that it says and how often the file has
 * said so; after a point, what it says, so that a changed one is noticed.
 */
function identities(): { of(row: PostingRow): { readonly text: string; readonly again: boolean } } {
  const times = new Map<string, number>();
  return {
    of({ date, pool, kind, amount, text, reference }) {
      const place = [pool.service, pool.location, pool.unit];
      const says = short([...place, date, kind, toText(amount), text]);
      const name = reference === '' ? says : short([...place, reference]);
      const time = times.get(name) ?? 0;
      times.set(name, time + 1);
      const again = reference !== '' && time > 0;
      return { text: `${time === 0 || again ? name : short([name, String(time)])}.${says}`, again };
    },
  };
}

/** 96 bits: among a million postings, two have the same with a chance of one in ten to the seventeenth. */
const short = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);

function contextOf({ workOrder, habits, now }: PostingFile, knowledge: Knowledge): RowContext {
  const edition = knowledge.editions.get(workOrder.edition);
  if (edition === undefined)
    throw new Error(`work order ${workOrder.id} names ${workOrder.edition}, which is not loaded`);
  const today = localDate(now, workOrder.locations[0]?.timeZone ?? 'UTC');
  return { workOrder, edition, habits, today, serviceNamed: serviceNames(knowledge) };
}

interface Checked {
  readonly faults: readonly RowFault[];
  readonly count: number;
  readonly postings: number;
  readonly known: number;
  readonly passedOver: readonly string[];
}

async function check(given: PostingFile, knowledge: Knowledge, ledger: Ledger, known: Known): Promise<Checked> {
  const faults: RowFault[] = [];
  const passedOver: string[] = [];
  const counts = { count: 0, postings: 0, known: 0, rows: 0 };
  const rows = judged(given, contextOf(given, knowledge), ledger, known, (names) => passedOver.push(...names));
  for await (const one of rows) {
    counts.rows += 1;
    if (counts.rows % STEP === 0) given.progress({ what: 'checked', rows: counts.rows });
    if (one === 'known') counts.known += 1;
    else if ('identity' in one) counts.postings += 1;
    else {
      counts.count += one.length;
      faults.push(...one.slice(0, MOST_FAULTS - faults.length));
    }
  }
  return { faults, ...counts, passedOver };
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
  for await (const one of judged(given, contextOf(given, knowledge), ledger, known, () => {})) {
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
