/** The postings of a ledger as a CSV or XLSX file: a row for each amount that left or came back, a page held at a time. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeXlsxStream } from 'hucre/xlsx';
import type { WorkOrder } from '../../src/agreement/work-order.ts';
import { decimalOf, toNumber } from '../../src/ledger/decimal.ts';
import type { LedgerEntry, Line } from '../../src/ledger/entries.ts';
import { harmless } from '../../src/ledger/file/cells.ts';
import { columns } from '../../src/ledger/file/columns.ts';
import type { Store } from '../../src/store/port.ts';
import { entriesOf } from '../desk/ledger-pages.ts';
import { loadLedger } from '../desk/ledgers.ts';
import { kindOf } from './read-rows.ts';

export interface Export {
  readonly file: string;
  readonly workOrder: WorkOrder;
  /** Calendar dates, both in. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Told of every so many rows. */
  readonly progress: (rows: number) => void;
}

type Row = readonly (string | number | Date)[];

const STEP = 10_000;

/**
 * Writes the file beside its place and then in it, so that no half of one is ever found there. Returns how many rows it
 * has. @throws UnreadableFile for an ending that is neither .csv nor .xlsx.
 */
export async function exportPostings(store: Store, given: Export): Promise<number> {
  const kind = kindOf(given.file);
  const aside = `${given.file}.part`;
  let written = 0;
  const counted = (): void => {
    written += 1;
    if (written % STEP === 0) given.progress(written);
  };
  const rows = rowsOf(store, given, counted);
  const source = kind === 'csv' ? Readable.from(csvOf(rows)) : workbookOf(rows);
  try {
    await pipeline(source, createWriteStream(aside));
    await rename(aside, given.file);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
  return written;
}

const workbookOf = (rows: AsyncIterable<Row>): Readable =>
  Readable.fromWeb(writeXlsxStream(withNames(rows), { name: 'Postings' }) as Parameters<typeof Readable.fromWeb>[0]);

async function* withNames(rows: AsyncIterable<Row>): AsyncGenerator<(string | number | Date)[]> {
  yield [...columns];
  for await (const row of rows) yield [...row];
}

/** Rows of a chunk of text: one write for each would cost more than the writing. */
const CHUNK = 500;

/** With the mark that tells spreadsheets that it is UTF-8, and the line ends of RFC 4180. */
async function* csvOf(rows: AsyncIterable<Row>): AsyncGenerator<string> {
  let chunk = [`\uFEFF${columns.join(',')}`];
  for await (const row of rows) {
    chunk.push(row.map(csvCell).join(','));
    if (chunk.length < CHUNK) continue;
    yield `${chunk.join('\r\n')}\r\n`;
    chunk = [];
  }
  if (chunk.length > 0) yield `${chunk.join('\r\n')}\r\n`;
}

function csvCell(value: string | number | Date): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  const text = typeof value === 'number' ? String(value) : harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function* rowsOf(store: Store, { workOrder, since, until }: Export, counted: () => void): AsyncGenerator<Row> {
  const { ledger } = await loadLedger(store, workOrder);
  for await (const entries of entriesOf(store, workOrder, ledger, { since, until })) {
    for (const entry of entries) {
      for (const row of rowsOfEntry(entry)) {
        counted();
        yield row;
      }
    }
  }
}

/** The counter-postings of what could be spent: each says what became of an amount. */
const rowsOfEntry = (entry: LedgerEntry): Row[] =>
  entry.lines.filter(({ account }) => account !== 'available').map((line) => rowOf(entry, line));

function rowOf({ at, by, byName, command, why, text = '' }: LedgerEntry, line: Line): Row {
  const amount = toNumber(decimalOf(line.amount.replace('-', '')));
  const reference = 'reference' in why ? (why.reference ?? '') : 'booking' in why ? why.booking : '';
  return [
    new Date(`${at.slice(0, 10)}T00:00:00Z`),
    line.service,
    line.location,
    line.unit,
    movement(line),
    amount,
    text,
    reference,
    byName ?? by,
    why.reason,
    command,
  ];
}

/** What a counter-posting is called: an account that gives back what it held is told apart from one that takes. */
function movement({ account, amount }: Line): string {
  const isBack = amount.startsWith('-');
  if (account === 'used') return isBack ? 'returned' : 'used';
  if (account === 'reserved') return isBack ? 'released' : 'reserved';
  return account;
}
