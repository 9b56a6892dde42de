/**
 * What the default store costs with a hundred aggregates and with a hundred thousand, on this machine's disk. The two
 * stores are asked in turn, so that whatever else the machine does weighs on both; and beside them lowdb as it comes,
 * which writes all rows anew each time.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSONFilePreset } from 'lowdb/node';
import { diskFileSystem, type FileSystem } from '../src/store/file-system.ts';
import { openLowdbStore } from '../src/store/lowdb-store.ts';
import type { AggregateKey, Save, Store } from '../src/store/port.ts';
import { duration, table } from './support/measure.ts';

export const title = 'Store: a hundred aggregates and a hundred thousand';

const FEW = 100;
const MANY = 100_000;
const ROUNDS = 300;
const FILLED_AT_ONCE = 32;
const WHOLE_FILE_ROUNDS = 5;

/** Filling need not survive a power cut: the same calls without the flushing. */
const unflushed: FileSystem = {
  ...diskFileSystem,
  open: async (path, flags) => {
    const file = await open(path, flags);
    return { writeFile: (text) => file.writeFile(text), sync: async () => {}, close: () => file.close() };
  },
};

const keyOf = (id: string): AggregateKey => ({ tenant: 'nordlys', kind: 'incident', id });

/** About what an incident is after some events: a kilobyte and a half. */
function incident(id: string, owner: string): Save {
  const events = Array.from({ length: 8 }, (_, n) => ({
    at: `2026-03-02T10:0${n}:00+01:00`,
    text: 'x'.repeat(120),
    n,
  }));
  return {
    key: keyOf(id),
    expected: 0,
    state: { id, events },
    index: { state: 'open', severity: 'A', owner },
    command: { id: `command-${id}`, result: { incident: id } },
  };
}

async function opened(directory: string, fileSystem = diskFileSystem): Promise<Store> {
  const result = await openLowdbStore(directory, { fileSystem });
  if (!result.ok) throw new Error(result.failure.problem);
  return result.value;
}

async function fill(directory: string, count: number): Promise<void> {
  const store = await opened(directory, unflushed);
  for (let from = 0; from < count; from += FILLED_AT_ONCE) {
    const ids = Array.from({ length: Math.min(FILLED_AT_ONCE, count - from) }, (_, n) => from + n);
    await Promise.all(ids.map((n) => store.save(incident(`i-${n}`, `u-${n % 1000}`))));
  }
  await store.close();
  spawnSync('sync');
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) * 1e6;
}

type Deed = (store: Store, n: number) => Promise<unknown>;

const deeds: Readonly<Record<string, Deed>> = {
  'open an incident (load, save with 3 fields and a message)': async (store, n) => {
    const save = incident(`new-${n}`, `u-${n % 50}`);
    await store.load(save.key);
    await store.save({ ...save, messages: [{ key: `new-${n}/opened`, topic: 'card', body: { n } }] });
  },
  'change it (load, save)': async (store, n) => {
    const save = incident(`new-${n}`, `u-${n % 50}`);
    const stored = await store.load(save.key);
    await store.save({ ...save, expected: stored?.version ?? 0, command: { id: `change-${n}`, result: 1 } });
  },
  'move it (load, save with one field changed)': async (store, n) => {
    const save = incident(`new-${n}`, `u-${n % 50}`);
    const stored = await store.load(save.key);
    const index = { ...save.index, state: 'acknowledged' };
    await store.save({ ...save, index, expected: stored?.version ?? 0, command: { id: `move-${n}`, result: 1 } });
  },
  'load one': (store, n) => store.load(keyOf(`i-${n % FEW}`)),
  'the first 10 that are open': (store) => store.list('nordlys', 'incident', open10),
  'send a message (pending, sent)': async (store) => {
    const [message] = await store.pending(1);
    if (message) await store.sent(message);
  },
};

const open10 = { where: { field: 'state', value: 'open' }, limit: 10 };

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

/** Medians of a deed on each store, done in turn. */
async function inTurn(stores: readonly Store[], deed: Deed, rounds: number): Promise<number[]> {
  const costs = stores.map((): number[] => []);
  for (let n = 0; n < rounds; n += 1) {
    for (const [which, store] of stores.entries()) costs[which]?.push(await timed(() => deed(store, n)));
  }
  return costs.map(median);
}

async function openingRow(directories: readonly string[]): Promise<string[]> {
  const costs = directories.map((): number[] => []);
  for (let n = 0; n < 20; n += 1) {
    for (const [which, directory] of directories.entries()) {
      costs[which]?.push(await timed(async () => (await opened(directory)).close()));
    }
  }
  return row('open and close the store', costs.map(median));
}

function row(name: string, [few = 0, many = 0]: readonly number[]): string[] {
  return [name, duration(few), duration(many), `${(many / few).toFixed(2)} x`];
}

/** lowdb as it comes, with all rows in one file. */
async function wholeFileRow(directory: string): Promise<string[]> {
  const costs: number[] = [];
  for (const count of [FEW, MANY]) {
    const rows = Array.from({ length: count }, (_, n) => incident(`i-${n}`, `u-${n % 1000}`));
    const database = await JSONFilePreset(join(directory, `${count}.json`), { rows });
    const rounds: number[] = [];
    for (let n = 0; n < WHOLE_FILE_ROUNDS; n += 1) rounds.push(await timed(() => database.write()));
    costs.push(median(rounds));
  }
  return row('for comparison: write lowdb in one file, not flushed', costs);
}

async function measure(directory: string): Promise<string> {
  const directories = [join(directory, 'few'), join(directory, 'many')];
  await fill(directories[0] ?? '', FEW);
  const filling = await timed(() => fill(directories[1] ?? '', MANY));
  const rows = [['', `${FEW}`, `${MANY}`, 'ratio'], await openingRow(directories)];
  const stores = await Promise.all(directories.map((one) => opened(one)));
  for (const [name, deed] of Object.entries(deeds)) rows.push(row(name, await inTurn(stores, deed, ROUNDS)));
  await Promise.all(stores.map((store) => store.close()));
  rows.push(await wholeFileRow(directory));
  return `${table(rows)}\n\nMedians of ${ROUNDS}. Filled in ${(filling / 1e9).toFixed(0)} s.`;
}

export async function run(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'desk-bench-'));
  try {
    return await measure(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
