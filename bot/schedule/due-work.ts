/** Due work over the store: derives what is due, says it, and records in the same save that it was said. */
import type { Knowledge } from '../../knowledge/load.ts';
import { agendaAt, type Reminder } from '../../src/schedule/reminder.ts';
import type { Message, Store } from '../../src/store/port.ts';
import { ordersIn } from './order-cache.ts';
import { loadSaid, saveSaid } from './said.ts';
import type { DueWork, Subject } from './schedule.ts';
import { type Case, loadCase, pagesOf, remindersIn, type Sources } from './subjects.ts';

/** The messages that say reminders of one subject: the key of each begins with its reminder's. */
export type Tell = (found: Case, reminders: readonly Reminder[], now: number) => Promise<readonly Message[]>;

export interface DueWorkOptions {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly tell: Tell;
}

const DAY = 24 * 60 * 60_000;
const ATTEMPTS = 20;

export function createDueWork(options: DueWorkOptions): DueWork {
  const sources = { ...options, orders: ordersIn(options.store) };
  return {
    pages: (now) => pagesOf(options.store, now),
    attend: (subject, now) => attend(sources, subject, now),
  };
}

type Parts = DueWorkOptions & Sources;

async function attend(parts: Parts, subject: Subject, now: number): Promise<number | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const looked = await lookAt(parts, subject, now);
    if (looked !== 'conflict') return looked.next;
  }
  throw new Error(`the reminders of ${subject.kind} ${subject.id} kept being changed by others`);
}

async function lookAt(
  parts: Parts,
  subject: Subject,
  now: number,
): Promise<{ readonly next: number | undefined } | 'conflict'> {
  const { store, knowledge, tell } = parts;
  const found = await loadCase(parts, subject);
  if (found === undefined) return { next: undefined };
  const reminders = remindersIn(found, { now, knowledge });
  const next = soonerOf(agendaAt(now, reminders, nothing).next, lookAgain(subject, now));
  if (agendaAt(now, reminders, nothing).due.length === 0) return { next };
  const said = await loadSaid(store, subject);
  const { due } = agendaAt(now, reminders, said.keys);
  if (due.length === 0) return { next };
  const messages = await tell(found, due, now);
  if (!(await saveSaid(store, subject, said, due, messages, now))) return 'conflict';
  return { next };
}

const nothing: ReadonlySet<string> = new Set();

/** What is booked and imported moves the dates of a work order, so each is looked at again within a day. */
const lookAgain = ({ kind }: Subject, now: number): number | undefined =>
  kind === 'work-order' ? now + DAY : undefined;

const soonerOf = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
