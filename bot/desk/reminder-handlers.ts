/** What a person wants to be reminded of: one small aggregate for each person. */
import { type ChoiceAbout, choose, everything, ReminderChoices } from '../../src/schedule/choices.ts';
import { lastWord } from '../../src/store/last-word.ts';
import type { AggregateKey, Store } from '../../src/store/port.ts';
import { loadIncident } from './incidents.ts';
import { done, type Handlers, refused } from './outcome.ts';

const keyOf = (tenant: string, user: string): AggregateKey => ({ tenant, kind: 'reminder-choices', id: user });

/** The person's choices; everything for whoever has made none. */
export async function choicesOf(store: Store, tenant: string, user: string): Promise<ReminderChoices> {
  const stored = await store.load(keyOf(tenant, user));
  return stored === undefined ? everything : ReminderChoices.parse(stored.state);
}

export const reminderHandlers: Handlers<'reminder.set'> = {
  'reminder.set': async ({ reminders, about, incident }, { tenant, asker }, { store, commandId }) => {
    const id = incident?.toUpperCase();
    if (id !== undefined) {
      const opened = (await loadIncident(store, tenant, id))?.opened;
      if (opened === undefined || !asker.locations.includes(opened.location)) return refused('unknown-incident');
    }
    const topic = about ?? 'all';
    await keep(store, keyOf(tenant, asker.user), id === undefined ? { topic } : { incident: id }, reminders, commandId);
    const facts = id === undefined ? { reminders, about: topic } : { reminders, about: 'incident', incident: id };
    return done({ facts, citations: [] });
  },
};

/** The last word wins: whoever comes in between is overtaken, the same command counts once. */
const keep = (
  store: Store,
  key: AggregateKey,
  about: ChoiceAbout,
  to: 'on' | 'off',
  commandId: string,
): Promise<void> =>
  lastWord(
    store,
    key,
    (stored) => choose(stored === undefined ? everything : ReminderChoices.parse(stored.state), about, to),
    { id: commandId, result: null },
  );
