/** Postings into a ledger and out of it again, as an operator does it with files. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { entriesOf } from '../../../bot/desk/ledger-pages.ts';
import { loadLedger } from '../../../bot/desk/ledgers.ts';
import { exportPostings } from '../../../bot/ledger-files/export-postings.ts';
import { importPostings, type PostingFile } from '../../../bot/ledger-files/import-postings.ts';
import { booksAfter, emptyBooks } from '../../../src/ledger/books.ts';
import { writeLedger } from '../../../src/ledger/stored.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import type { Save, SaveOutcome } from '../../../src/store/port.ts';
import { january, remaining } from '../../ledger/account-world.ts';
import { size } from '../../support/sizes.ts';
import { knowledge } from '../../support/world.ts';

const order = january();
const HEAD = 'date,service,location,unit,kind,amount,text,reference,by';
const hours = { service: 'enhanced-designated-engineering', location: 'odense', unit: 'hours' } as const;
const used = (index: number, amount: number | string = 0.001, reference = `R-${index}`): string =>
  `2026-02-0${1 + (index % 9)},${hours.service},odense,hours,used,${amount},day ${index},${reference},Ane`;

let folder: string;
let store: MemoryStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-postings-'));
  store = new MemoryStore();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function take(lines: readonly string[] | string, change: Partial<PostingFile> = {}, name = 'postings.csv') {
  const file = join(folder, name);
  if (lines.length > 0) await writeFile(file, typeof lines === 'string' ? lines : [HEAD, ...lines, ''].join('\r\n'));
  const now = Date.parse('2026-03-03T10:00:00+01:00');
  const given = {
    file,
    workOrder: order,
    habits: {},
    dryRun: false,
    by: 'console',
    now,
    progress: () => {},
    ...change,
  };
  return importPostings(store, knowledge, given);
}

const left = async (): Promise<number> => remaining(order, (await loadLedger(store, order)).ledger, hours);

describe('a file of postings', () => {
  test('moves the balances, each posting with its day, its author and what was said', async () => {
    expect(
      await take([
        `2026-01-05,${hours.service},odense,,opening,150,began,OB-1,`,
        used(1, '2.25'),
        `2026-02-11,${hours.service},odense,hours,returned,0.25,,,`,
      ]),
    ).toMatchObject({ ok: true, value: { kind: 'imported', postings: 3 } });
    expect(await left()).toBe(148);
    const { ledger } = await loadLedger(store, order);
    const [page] = await pagesOf();
    expect(ledger.entries).toEqual([]);
    expect(page?.[1]).toMatchObject({
      at: '2026-02-02T12:00:00+01:00',
      by: 'console',
      byName: 'Ane',
      why: { reason: 'import', kind: 'used', row: 3, reference: 'R-1' },
      text: 'day 1',
    });
  });

  test.each([
    [
      'semicolons, decimal commas and a byte order mark',
      `\uFEFF${HEAD.replaceAll(',', ';')}\r\n2026-02-01;${hours.service};ODENSE;hours;used;2,5;;;\r\n`,
    ],
    ['tabs', `${HEAD.replaceAll(',', '\t')}\n2026-02-01\t${hours.service}\todense\thours\tused\t2.5\t\t\t\n`],
    ['a quoted cell over two lines', `${HEAD}\n2026-02-01,${hours.service},odense,hours,used,2.5,"a\nb",,\n`],
  ])('is read with %s', async (_, text) => {
    expect(await take(text)).toMatchObject({ ok: true, value: { postings: 1 } });
    expect(await left()).toBe(157.5);
  });

  test('with bad rows is refused whole; each fault has its row, its column and what to do', async () => {
    const result = await take([
      used(1),
      `2025-02-01,nothing,paris,hours,lost,1,,,`,
      used(2, '1,234'.replace(',', '.')),
      used(3, 500),
      used(1, 2),
    ]);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'faulty' } });
    const faults = result.ok || result.failure.kind !== 'faulty' ? [] : result.failure.faults;
    expect(faults.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '3 date',
      '3 service',
      '3 location',
      '3 kind',
      '4 amount',
      '5 amount',
      '6 reference',
    ]);
    expect(faults.every(({ problem, remedy }) => problem !== '' && remedy !== '')).toBe(true);
    expect(await loadLedger(store, order)).toMatchObject({ version: 0 });
  });

  test.each([
    ['', 'is empty'],
    ['date,service\n', 'has no column location, kind, amount'],
    [`${HEAD},Date\n`, 'has the column date twice'],
    [`${HEAD}\n"2026`, 'cannot be read from row 2 on'],
  ])('that is none is told: %j', async (text, problem) => {
    await writeFile(join(folder, 'postings.csv'), text);
    const result = await take([]);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'unreadable' } });
    expect(JSON.stringify(result)).toContain(problem);
  });

  test('is only checked in a dry run', async () => {
    expect(await take([used(1)], { dryRun: true })).toMatchObject({ value: { kind: 'would-import', postings: 1 } });
    expect(await loadLedger(store, order)).toMatchObject({ version: 0 });
  });
});

describe('what came before', () => {
  test('the same file is imported once', async () => {
    await take([used(1, 2)]);
    expect(await take([used(1, 2)], {}, 'copy.csv')).toMatchObject({
      value: { kind: 'before', file: { postings: 1 } },
    });
    expect(await left()).toBe(158);
  });

  test('rows of an earlier file are left out of a longer one, by reference and without', async () => {
    await take([used(1, 2), used(2, 1, ''), used(2, 1, '')]);
    expect(await take([used(1, 2), used(2, 1, ''), used(2, 1, ''), used(2, 1, ''), used(3, 1)])).toMatchObject({
      value: { postings: 2, known: 3 },
    });
    expect(await left()).toBe(154);
  });

  test('a reference that comes again with other figures is a fault', async () => {
    await take([used(1, 2)]);
    expect(await take([used(1, 3)])).toMatchObject({ failure: { faults: [{ row: 2, column: 'reference' }] } });
    expect(await left()).toBe(158);
  });
});

test('a kill at any save leaves nothing of the file or all of it, and the next try brings it once', async () => {
  const lines = Array.from({ length: 2500 }, (_, index) => used(index));
  for (let kill = 1; kill <= 4; kill += 1) {
    store = new DyingStore(kill);
    await take(lines).catch(() => undefined);
    expect([0, 2500]).toContain((await loadLedger(store, order)).ledger.books.count);
    expect((await take(lines)).ok).toBe(true);
    expect(await left()).toBe(157.5);
  }
});

/** Fails once, instead of its n-th save. */
class DyingStore extends MemoryStore {
  #left: number;

  constructor(at: number) {
    super();
    this.#left = at;
  }

  override async save(change: Save): Promise<SaveOutcome> {
    this.#left -= 1;
    if (this.#left === 0) throw new Error('killed');
    return super.save(change);
  }
}

test.each(['csv', 'xlsx'])(
  'what is written as .%s is what was posted, and reads in again to the same balance',
  async (kind) => {
    const count = size(1500, 100_000);
    const lines = Array.from({ length: count }, (_, index) => used(index, '0.0015'));
    await take([...lines, `2026-02-10,${hours.service},odense,hours,used,1,=HYPERLINK(1),R-x,@Ane`]);
    const { ledger } = await loadLedger(store, order);
    expect(writeLedger({ ...ledger, books: booksAfter(emptyBooks, (await pagesOf()).flat()) })).toEqual(
      writeLedger(ledger),
    );
    const file = join(folder, `out.${kind}`);
    expect(await exportPostings(store, { file, workOrder: order, progress: () => {} })).toBe(count + 1);
    expect(await readdir(folder)).toEqual([`out.${kind}`, 'postings.csv']);
    if (kind === 'csv') expect(await readFile(file, 'utf8')).toContain(",'=HYPERLINK(1),R-x,'@Ane,");
    const before = await left();
    store = new MemoryStore();
    expect(await take('', { file, habits: { decimal: 'point' } })).toMatchObject({ value: { postings: count + 1 } });
    expect(await left()).toBe(before);
    expect((await pagesOf()).flat().at(-1)).toMatchObject({ text: '=HYPERLINK(1)', byName: '@Ane' });
  },
);

async function pagesOf() {
  const { ledger } = await loadLedger(store, order);
  const pages = [];
  for await (const page of entriesOf(store, order, ledger, {})) pages.push(page);
  return pages;
}
