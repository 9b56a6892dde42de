/** What a person wants to be reminded of: everything, until the person says otherwise. */
import { z } from 'zod';

const OnOff = z.enum(['on', 'off']);

/** The stored form. What is not in it follows what is more general: an incident, all incidents, everything. */
export const ReminderChoices = z.strictObject({
  format: z.literal('reminder-choices/1'),
  all: OnOff,
  account: OnOff.optional(),
  incidents: OnOff.optional(),
  incident: z.record(z.string(), OnOff),
});
export type ReminderChoices = z.infer<typeof ReminderChoices>;

export const everything: ReminderChoices = { format: 'reminder-choices/1', all: 'on', incident: {} };

/** What a choice is about: all reminders, those of the account or of incidents, or those of one incident. */
export type ChoiceAbout = { readonly topic: 'all' | 'account' | 'incidents' } | { readonly incident: string };

/** The choices after one more: it takes the place of all that are less general. */
export function choose(choices: ReminderChoices, about: ChoiceAbout, to: 'on' | 'off'): ReminderChoices {
  if ('incident' in about) return { ...choices, incident: { ...choices.incident, [about.incident]: to } };
  if (about.topic === 'all') return { ...everything, all: to };
  if (about.topic === 'account') return { ...choices, account: to };
  return { ...choices, incidents: to, incident: {} };
}

/** Whether the person wants the reminders of an incident, or of the account where none is named. */
export function wants(choices: ReminderChoices, incident: string | undefined): boolean {
  const chosen = incident === undefined ? choices.account : (own(choices.incident, incident) ?? choices.incidents);
  return (chosen ?? choices.all) === 'on';
}

const own = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
