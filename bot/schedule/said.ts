/**
 * Which reminders of a subject were said: one small aggregate beside each, saved together with the messages that say
 * them, so that a kill at any instant neither loses one nor says it twice.
 */
import { z } from 'zod';
import type { Reminder } from '../../src/schedule/reminder.ts';
import type { AggregateKey, Message, Store } from '../../src/store/port.ts';
import type { Subject } from './schedule.ts';

const Said = z.strictObject({
  format: z.literal('reminders/1'),
  /** When each was said, by its key. */
  said: z.record(z.string(), z.iso.datetime()),
});

export interface SaidOf {
  readonly keys: ReadonlySet<string>;
  readonly state: z.infer<typeof Said>;
  readonly version: number;
}

const keyOf = ({ tenant, kind, id }: Subject): AggregateKey => ({ tenant, kind: 'reminders', id: `${kind}/${id}` });

/** What was said of a subject so far. */
export async function loadSaid(store: Store, subject: Subject): Promise<SaidOf> {
  const stored = await store.load(keyOf(subject));
  const state = stored === undefined ? { format: 'reminders/1' as const, said: {} } : Said.parse(stored.state);
  return { keys: new Set(Object.keys(state.said)), state, version: stored?.version ?? 0 };
}

/** Records reminders as said, with the messages that say them, in one save; false where somebody else came first. */
export async function saveSaid(
  store: Store,
  subject: Subject,
  { state, version }: SaidOf,
  reminders: readonly Reminder[],
  messages: readonly Message[],
  now: number,
): Promise<boolean> {
  const at = new Date(now).toISOString();
  const said = { ...state.said, ...Object.fromEntries(reminders.map(({ key }) => [key, at])) };
  const saved = await store.save({
    key: keyOf(subject),
    expected: version,
    state: { ...state, said } satisfies z.infer<typeof Said>,
    messages,
  });
  return saved.kind === 'saved';
}
