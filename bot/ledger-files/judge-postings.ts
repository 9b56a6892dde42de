/** The rows of a posting file, judged: which may stand in the ledger, which cannot and why, which an earlier file brought. */
import { createHash } from 'node:crypto';
import type { Knowledge } from '../../knowledge/load.ts';
import type { WorkOrder } from '../../src/agreement/work-order.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { toText } from '../../src/ledger/decimal.ts';
import type { Line } from '../../src/ledger/entries.ts';
import type { Habits } from '../../src/ledger/file/cells.ts';
import {
  type PostingRow,
  type RowContext,
  type RowFault,
  readRow,
  serviceNames,
} from '../../src/ledger/file/posting-row.ts';
import { runningBalance } from '../../src/ledger/file/running-balance.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Store } from '../../src/store/port.ts';
import { entriesOf } from '../desk/ledger-pages.ts';
import { readRows } from './read-rows.ts';

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

/** Faults that are told one by one; a file that is all wrong is not listed whole. */
const MOST_FAULTS = 50;
/** After so many rows the progress is told. */
export const STEP = 10_000;

/** Postings of earlier files: by what tells each from all others, what it said. */
export type Known = ReadonlyMap<string, string>;

/** What earlier files have brought into the ledger. */
export async function knownPostings(store: Store, workOrder: WorkOrder, ledger: Ledger): Promise<Known> {
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
export interface Posting {
  readonly row: PostingRow;
  readonly lines: readonly Line[];
  readonly identity: string;
}

/** Each row in turn: a posting, the faults for which it cannot stand, or one that an earlier file brought. */
export async function* judged(
  given: PostingFile,
  knowledge: Knowledge,
  ledger: Ledger,
  known: Known,
  passedOver: (names: readonly string[]) => void,
): AsyncGenerator<Posting | readonly RowFault[] | 'known'> {
  const context = contextOf(given, knowledge);
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

/** Judges every row of the file, and tells how many may stand and what is wrong with the others. */
export async function checkPostings(
  given: PostingFile,
  knowledge: Knowledge,
  ledger: Ledger,
  known: Known,
): Promise<Checked> {
  const faults: RowFault[] = [];
  const passedOver: string[] = [];
  const counts = { count: 0, postings: 0, known: 0, rows: 0 };
  const rows = judged(given, knowledge, ledger, known, (names) => passedOver.push(...names));
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
