/** Rows of a CSV or XLSX file, one at a time: neither the file nor its rows are ever held as a whole. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { streamXlsxRows } from 'hucre/xlsx';
import { type Cell, textOf } from '../../src/ledger/file/cells.ts';
import { type Column, columnNamed, requiredColumns } from '../../src/ledger/file/columns.ts';
import type { Cells } from '../../src/ledger/file/posting-row.ts';

export interface FileRow {
  /** As a spreadsheet numbers its rows; the names of the columns stand in row 1. */
  readonly row: number;
  readonly cells: Cells;
}

/** A file that cannot be read as rows at all; the message says what to do. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
}

export type FileKind = 'csv' | 'xlsx';

/** By the ending of its name. @throws UnreadableFile for any other. */
export function kindOf(file: string): FileKind {
  const ending = extname(file).toLowerCase();
  if (ending === '.csv' || ending === '.txt') return 'csv';
  if (ending === '.xlsx') return 'xlsx';
  throw new UnreadableFile(`${file} is neither .csv nor .xlsx: save it as one of these.`);
}

/**
 * The rows below the names of the columns, blank ones left out; columns without a known name are passed over and told.
 * @throws UnreadableFile where the file is none, or lacks a column.
 */
export async function* readRows(file: string, passedOver: (names: readonly string[]) => void): AsyncGenerator<FileRow> {
  let header: readonly (Column | undefined)[] | undefined;
  for await (const { row, cells } of rawRows(file)) {
    if (cells.every((cell) => textOf(cell) === '')) continue;
    if (header === undefined) {
      header = headerOf(file, cells);
      const unknown = cells.map(textOf).filter((name) => name !== '' && columnNamed(name) === undefined);
      if (unknown.length > 0) passedOver(unknown);
      continue;
    }
    yield { row, cells: named(header, cells) };
  }
  if (header === undefined) throw new UnreadableFile(`${file} is empty: its first row names the columns.`);
}

function headerOf(file: string, cells: readonly Cell[]): readonly (Column | undefined)[] {
  const header = cells.map((cell) => columnNamed(textOf(cell)));
  const missing = requiredColumns.filter((column) => !header.includes(column));
  const twice = header.filter((column, index) => column !== undefined && header.indexOf(column) < index);
  if (missing.length > 0)
    throw new UnreadableFile(`${file} has no column ${missing.join(', ')}: the first row names the columns.`);
  if (twice.length > 0) throw new UnreadableFile(`${file} has the column ${twice.join(', ')} twice.`);
  return header;
}

function named(header: readonly (Column | undefined)[], cells: readonly Cell[]): Cells {
  const row: Partial<Record<Column, Cell>> = {};
  for (const [index, column] of header.entries()) if (column !== undefined) row[column] = cells[index];
  return row;
}

interface RawRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

const rawRows = (file: string): AsyncGenerator<RawRow> => (kindOf(file) === 'csv' ? csvRows(file) : xlsxRows(file));

async function* xlsxRows(file: string): AsyncGenerator<RawRow> {
  const source = createReadStream(file);
  try {
    const rows = streamXlsxRows(Readable.toWeb(source) as ReadableStream<Uint8Array>);
    for await (const { index, values } of rows) yield { row: index + 1, cells: values };
  } catch (error) {
    throw new UnreadableFile(`${file} cannot be read as a workbook (${wordsOf(error)}): save it as .xlsx anew.`);
  } finally {
    source.destroy();
  }
}

async function* csvRows(file: string): AsyncGenerator<RawRow> {
  const { delimiter, encoding } = await formOf(file);
  const source = createReadStream(file);
  const parser = source.pipe(
    parse({ bom: true, delimiter, encoding, relax_column_count: true, max_record_size: 100_000 }),
  );
  source.on('error', (error) => parser.destroy(error));
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      yield { row, cells };
    }
  } catch (error) {
    throw new UnreadableFile(`${file} cannot be read from row ${row + 1} on (${wordsOf(error)}).`);
  } finally {
    source.destroy();
  }
}

/** As much of a file as holds the names of its columns. */
const HEAD_BYTES = 4096;

/** What the first bytes tell: the mark of UTF-16, and the character that parts the names of the columns. */
async function formOf(file: string): Promise<{ delimiter: string; encoding: 'utf8' | 'utf16le' }> {
  const handle = await open(file);
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
    const bytes = head.subarray(0, bytesRead);
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8';
    const [line = ''] = bytes.toString(encoding).split(/\r?\n/, 1);
    return { delimiter: delimiterOf(line), encoding };
  } finally {
    await handle.close();
  }
}

/** The one that parts the first row most often: a comma, a semicolon or a tab. */
function delimiterOf(line: string): string {
  const times = (mark: string): number => line.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (times(mark) > times(best) ? mark : best));
}

const wordsOf = (error: unknown): string => (error instanceof Error ? (error as CsvError).message : String(error));
