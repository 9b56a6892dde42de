/** A year of 100,000 postings: in from CSV, out to CSV and XLSX, each beside its limit and beside the plain writing of a file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportPostings } from '../bot/ledger-files/export-postings.ts';
import { importPostings } from '../bot/ledger-files/import-postings.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import sample from '../samples/fjord-logistics.json' with { type: 'json' };
import { WorkOrder } from '../src/agreement/work-order.ts';
import { openLowdbStore } from '../src/store/lowdb-store.ts';
import { table } from './support/measure.ts';

export const title = 'ledger files: 100,000 postings in and out';

const ROWS = 100_000;
const HEADER = 'date,service,location,unit,kind,amount,text,reference';

export async function run(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-ledger-'));
  const opened = await openLowdbStore(join(folder, 'data'));
  if (!opened.ok) throw new Error(opened.failure.problem);
  const store = opened.value;
  const workOrder = WorkOrder.parse(sample);
  const file = join(folder, 'year.csv');
  const now = Date.parse('2026-12-01T12:00:00Z');
  const progress = (): void => {};
  const rows = Array.from({ length: ROWS }, (_, index) => rowOf(index));
  const knowledge = loadKnowledge();
  const given = { file, workOrder, habits: {}, dryRun: false, by: 'bench', now, progress };
  const steps: readonly (readonly [string, number, () => unknown])[] = [
    ['the file alone, written by hand', Number.NaN, () => writeFileSync(file, [HEADER, ...rows, ''].join('\n'))],
    ['import of CSV', 10, () => importPostings(store, knowledge, given)],
    ['export to CSV', 5, () => exportPostings(store, { file: join(folder, 'out.csv'), workOrder, progress })],
    ['export to XLSX', 5, () => exportPostings(store, { file: join(folder, 'out.xlsx'), workOrder, progress })],
  ];
  try {
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
    const resident = process.resourceUsage().maxRSS / 1024;
    return `${table(told)}\n\nAt most ${resident.toFixed(0)} MB resident, the knowledge and the benchmark's own rows included.`;
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowOf(index: number): string {
  const month = String(1 + (index % 10)).padStart(2, '0');
  const day = String(1 + (index % 28)).padStart(2, '0');
  return `2026-${month}-${day},enhanced-designated-engineering,copenhagen,hours,used,0.0012,note ${index},REF-${index}`;
}
