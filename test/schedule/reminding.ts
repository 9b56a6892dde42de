/**
 * A process of its own that reminds of what is due in the store of its first argument until it is killed. It prints a
 * line after each message that was saved, and one before it marks a message as sent; `done` when nothing is left.
 */
import { writeSync } from 'node:fs';
import pino from 'pino';
import { createDueWork } from '../../bot/schedule/due-work.ts';
import { createInProcessSchedule } from '../../bot/schedule/in-process.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import { openLowdbStore } from '../../src/store/lowdb-store.ts';
import { overheard } from './mortal-store.ts';

/** Straight to the pipe: what a stream had buffered would die with the process. */
const tell = (line: string): void => void writeSync(1, `${line}\n`);

const opened = await openLowdbStore(process.argv[2] ?? '');
if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
const store = overheard(opened.value, ({ key }) => tell(`saved ${key}`));
const work = createDueWork({
  store,
  knowledge: loadKnowledge(),
  tell: async (_found, reminders) => reminders.map(({ key }) => ({ key, topic: 'channel', body: null })),
});
const schedule = createInProcessSchedule({ work, log: pino({ level: 'silent' }) });
tell('started');
schedule.start();
const all = schedule.settled().then(() => true);
for (let isOver = false; !isOver; ) {
  isOver = await Promise.race([all, new Promise<false>((resolve) => setTimeout(() => resolve(false), 1))]);
  for (const message of await store.pending(10)) {
    tell(`sent ${message.key}`);
    await store.sent(message);
  }
}
for (const message of await store.pending(1000)) {
  tell(`sent ${message.key}`);
  await store.sent(message);
}
await schedule.stop();
tell('done');
await store.close();
