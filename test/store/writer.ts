/**
 * A process of its own that works on the store in the directory of its first argument until it is killed, and prints
 * each testimony as a line. The line of a beginning stands before the call, that of an answer after it.
 */
import { writeSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { openLowdbStore } from '../../src/store/lowdb-store.ts';
import type { Store } from '../../src/store/port.ts';
import { incident } from './samples.ts';
import { saveNext, sendSome, type Tell } from './witnessed.ts';

/** Straight to the pipe: what a stream had buffered would die with the process. */
const tell: Tell = (testimony) => writeSync(1, `${JSON.stringify(testimony)}\n`);

async function saveForEver(store: Store, id: string): Promise<never> {
  for (let n = 0; ; n += 1) {
    const state = (['open', 'closed', undefined] as const)[n % 3];
    await saveNext(store, tell, incident(id, n % 5 === 0 ? 'lumiere' : 'nordlys'), state, n % 4);
  }
}

async function sendForEver(store: Store): Promise<never> {
  for (;;) {
    await sendSome(store, tell, 8);
    await nextTurn();
  }
}

const opened = await openLowdbStore(process.argv[2] ?? '');
if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
const run = process.pid % 7;
await Promise.all([
  ...['K1', 'K2', 'K3', `K${10 + run}`].map((id) => saveForEver(opened.value, id)),
  sendForEver(opened.value),
]);
