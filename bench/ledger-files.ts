/**
 * A year of 100,000 postings: in from CSV and XLSX, out to both, each beside its limit and beside the plain writing of a
 * file. The workbook that comes in is the one that went out; a ledger of another store takes it, so that all of it is new.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportPostings } from '../bot/ledger-files/export-postings.ts';
import { importPostings } from '../bot/ledger-files/import-postings.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import sample from '../samples/fjord-logistics.json' with { type: 'json' };
import { WorkOrder } from '../src/agreement/work-order.ts';
import { openLowdbStore } from '../src/store/lowdb-store.ts';
import type { Store } from '../src/store/port.ts';
import { table } from './support/measure.ts';

export const title = 'ledger files: 100,000 postings in and out';

const ROWS = 100_000;
const HEADER = 'date,service,location,unit,kind,amount,text,reference';

type Step = readonly [name: string, limitSeconds: number, work: () => unknown];

export async function run(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-ledger-'));
  const store = await storeIn(join(folder, 'data'));
  const another = await storeIn(join(folder, 'another'));
  try {
    const told = await timesOf(stepsOver(store, another, folder));
    const resident = process.resourceUsage().maxRSS / 1024;
    return `${told}\n\nAt most ${resident.toFixed(0)} MB resident, the knowledge and the benchmark's own rows included.`;
  } finally {
    await Promise.all([store.close(), another.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function storeIn(folder: string): Promise<Store> {
  const opened = await openLowdbStore(folder);
  if (!opened.ok) throw new Error(opened.failure.problem);
  return opened.value;
}

function stepsOver(store: Store, another: Store, folder: string): readonly Step[] {
  const workOrder = WorkOrder.parse(sample);
  const now = Date.parse('2026-12-01T12:00:00Z');
  const progress = (): void => {};
  const rows = Array.from({ length: ROWS }, (_, index) => rowOf(index));
  const knowledge = loadKnowledge();
  const written = join(folder, 'year.csv');
  const csv = join(folder, 'out.csv');
  const xlsx = join(folder, 'out.xlsx');
  const take = async (into: Store, file: string): Promise<void> => {
    const given = { file, workOrder, habits: {}, dryRun: false, by: 'bench', now, progress };
    const imported = await importPostings(into, knowledge, given);
    if (!imported.ok || imported.value.kind !== 'imported' || imported.value.postings !== ROWS)
      throw new Error(`not all of ${file} came in: ${JSON.stringify(imported)}`);
  };
  return [
    ['the file alone, written by hand', Number.NaN, () => writeFileSync(written, [HEADER, ...rows, ''].join('\n'))],
    ['import of CSV', 10, () => take(store, written)],
    ['export to CSV', 5, () => exportPostings(store, { file: csv, workOrder, progress })],
    ['export to XLSX', 5, () => exportPostings(store, { file: xlsx, workOrder, progress })],
    ['import of XLSX', 10, () => take(another, xlsx)],
  ];
}

async function timesOf(steps: readonly Step[]): Promise<string> {
  const told: string[][] = [['', 'seconds', 'share of its limit', 'times the file alone']];
  let alone = Number.NaN;
  for (const [name, limit, work] of steps) {
    const start = performance.now();
    await work();
    const seconds = (performance.now() - start) / 1000;
    if (Number.isNaN(alone)) alone = seconds;
    const share = Number.isNaN(limit) ? '' : `${((100 * seconds) / limit).toFixed(0)} %`;
    told.push([name, seconds.toFixed(2), share, (seconds / alone).toFixed(1)]);
  }
  return table(told);
}

function rowOf(index: number): string {
  const month = String(1 + (index % 10)).padStart(2, '0');
  const day = String(1 + (index % 28)).padStart(2, '0');
  return `2026-${month}-${day},enhanced-designated-engineering,copenhagen,hours,used,0.0012,note ${index},REF-${index}`;
}
