/** The console takes a file in and writes one out in a heap that could not hold either of them whole. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { size } from '../../support/sizes.ts';

const root = join(import.meta.dirname, '../../..');
const ROWS = size(2000, 100_000);
/** Megabytes for the whole desk: most of it is the knowledge and what the recogniser learnt. */
const HEAP = 128;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-heap-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function run(script: string, ...words: readonly string[]): { code: number | null; out: string; told: string } {
  const node = [`--max-old-space-size=${HEAP}`, join(root, 'bot/console', script), '--data', join(folder, 'data')];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, ...words], { encoding: 'utf8' });
  return { code: status, out: stdout, told: stderr };
}

test(`${ROWS} postings come in, go out in both forms, and are imported once`, async () => {
  const file = join(folder, 'year.csv');
  const row = (index: number): string =>
    `2026-01-02,enhanced-designated-engineering,copenhagen,hours,used,0.0015,note ${index},REF-${index}`;
  const rows = Array.from({ length: ROWS }, (_, index) => row(index));
  await writeFile(file, ['date,service,location,unit,kind,amount,text,reference', ...rows, ''].join('\n'));
  const order = ['--work-order', 'WO-FJ26'];
  expect(run('import.ts', join(root, 'samples/fjord-logistics.json'))).toMatchObject({ code: 0 });

  const imported = run('ledger.ts', 'import', file, ...order);
  expect(imported).toMatchObject({ code: 0, out: `${ROWS} postings are in.\n` });
  expect(imported.told.includes('rows posted')).toBe(ROWS >= 10_000);
  expect(run('ledger.ts', 'import', file, ...order).out).toContain('Nothing was done.');
  for (const name of ['year-out.csv', 'year-out.xlsx']) {
    const out = join(folder, name);
    expect(run('ledger.ts', 'export', out, ...order)).toMatchObject({ code: 0, out: `${ROWS} rows are in ${out}.\n` });
    expect((await stat(out)).size).toBeGreaterThan(ROWS);
  }
});

test('what the words of the command line leave out is told', () => {
  expect(run('ledger.ts', 'import')).toMatchObject({ code: 1, told: expect.stringContaining('Usage') });
  expect(run('ledger.ts', 'export', 'x.pdf', '--work-order', 'WO-FJ26').told).toContain('neither .csv nor .xlsx');
  expect(run('ledger.ts', 'export', 'x.csv', '--work-order', 'WO-0').told).toContain('There is no work order WO-0');
});
