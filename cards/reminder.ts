/** Something runs out: what, when, what to do about it, and why the reader is told and how that is stopped. */
import { z } from 'zod';
import { IsoDate } from '../knowledge/vocabulary.ts';
import { daysBetween, localDate } from '../src/calendar/local-date.ts';
import type { FactsOf } from '../src/command/contract.ts';
import type { Notice } from '../src/schedule/notice.ts';
import type { Reminder } from '../src/schedule/reminder.ts';
import { button } from './button.ts';
import { messageCard } from './message.ts';
import { serviceAt } from './places.ts';
import { ended, sentences } from './sentences.ts';
import { type Button, type Rendered, type Row, type Section, Sheet, sectionOf, type Tone } from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/reminder.json' with { type: 'json' };
import type { Voice } from './voice.ts';

/** `why`: why it came, and for a person how to stop it. */
export const ReminderCard = Sheet.extend({ why: z.array(z.string().min(1)).min(1).max(2) });
const fill = cardOf(template, ReminderCard);

/** More than these are told by the list of deadlines and balances. */
const MOST_ROWS = 8;
/** So few days ahead of a deadline it is time to act. */
const SOON = 30;

/** The card of a reminder, and its text. What a whole team sees holds none of the customer's words. */
export function reminderCard(notice: Notice, voice: Voice): Rendered {
  const [first, ...others] = notice.reminders;
  const headline = headlineOf(first, voice);
  const when = dueLine(first, voice);
  const next = [...new Set(notice.reminders.map((reminder) => nextStep(reminder, voice)))];
  const rows = others.map((reminder): Row => ({ label: whatOf(reminder, voice), value: whenOf(reminder, voice) }));
  const left = leftRows(notice, voice);
  const why = whyLines(notice, voice);
  const basis = voice.basis(notice.citations);
  const text = sentences(
    ended(headline),
    ended(kickerOf(notice, voice)),
    ended(when),
    ...rows.map(({ label, value }) => ended(voice.say('reading', { title: label, details: value }))),
    ...next.map(ended),
    ...left.map(({ label, value }) => ended(voice.say('reading', { title: label, details: value }))),
    ended(basis),
    ...why.map(ended),
  );
  const card = fill({
    speak: text,
    header: {
      tone: toneOf(first, voice),
      kicker: kickerOf(notice, voice),
      badges: severityOf(notice, voice),
      headline,
      strong: [when],
      sublines: subjectOf(notice, voice),
    },
    sections: [
      ...rowsSection(voice.say('title.deadline.list'), rows),
      ...sectionOf(voice.say('reminder.next'), next),
      ...rowsSection(voice.say('reminder.left'), left),
    ],
    actions: buttonsOf(notice, voice),
    basis: [basis ?? []].flat(),
    why,
  });
  return { text, card };
}

/** What a person gets from now on, and what goes on all the same. */
export function remindersSetCard({ reminders, about, incident = '' }: FactsOf<'reminder.set'>, voice: Voice): Rendered {
  const headline = voice.say(`reminder.set.${reminders}.${about}`, { id: incident });
  const lines = reminders === 'off' && about !== 'account' ? [voice.say('reminder.set.team')] : [];
  return messageCard({ tone: 'emphasis', kicker: voice.code('command', 'reminder.set'), headline, lines }, [], voice);
}

const whatOf = ({ what }: Reminder, voice: Voice): string => voice.code('deadline', what);

function headlineOf(reminder: Reminder, voice: Voice): string {
  const what = whatOf(reminder, voice);
  if (reminder.stage !== 'ahead') return voice.say(`reminder.${reminder.stage}`, { what });
  return voice.say('reminder.ahead', { what, days: daysLeft(reminder, voice) });
}

const daysLeft = ({ due }: Reminder, { audience, zone }: Voice): number =>
  Math.max(0, daysBetween(localDate(Date.parse(audience.now), zone), due));

const whenOf = ({ due }: Reminder, voice: Voice): string =>
  IsoDate.safeParse(due).success ? voice.date(due) : voice.whenThere(due, voice.zone);

const dueLine = (reminder: Reminder, voice: Voice): string =>
  voice.say(reminder.stage === 'missed' ? 'reminder.was-due' : 'reminder.by', { when: whenOf(reminder, voice) });

/** What is to be done; a response that was missed asks its readers for different things. */
function nextStep({ what, stage, audience }: Reminder, voice: Voice): string {
  const forContacts = what === 'first-response' && stage === 'missed' && audience !== 'team';
  return voice.code('reminder', `next.${what}${forContacts ? '-missed' : ''}`);
}

function toneOf(reminder: Reminder, voice: Voice): Tone {
  if (reminder.stage === 'missed') return 'attention';
  if (reminder.stage === 'half') return 'accent';
  return reminder.stage === 'ahead' && daysLeft(reminder, voice) > SOON ? 'accent' : 'warning';
}

const kickerOf = ({ incident, account }: Notice, voice: Voice): string =>
  incident === undefined
    ? voice.say('reminder.account', { id: account?.workOrder ?? '' })
    : voice.say('incident.kicker', { id: incident.id });

const severityOf = ({ incident }: Notice, voice: Voice): string[] =>
  incident === undefined ? [] : [voice.say('severity.label', { severity: incident.severity })];

function subjectOf({ incident, audience }: Notice, voice: Voice): string[] {
  if (incident === undefined) return [];
  const { product, queue, location } = incident;
  return [voice.product(product), audience === 'team' ? voice.code('queue', queue) : voice.location(location)];
}

const leftRows = ({ account }: Notice, voice: Voice): Row[] =>
  (account?.left ?? []).slice(0, MOST_ROWS).map(({ service, location, remaining, unit }) => ({
    label: serviceAt({ service, location }, voice),
    value: voice.quantity(remaining, unit),
  }));

const rowsSection = (title: string, rows: Row[]): Section[] => (rows.length === 0 ? [] : [{ title, rows }]);

/** A team's channel belongs to nobody, so only a person is told how to stop it. */
function whyLines({ audience, incident, account }: Notice, voice: Voice): string[] {
  const location = incident === undefined ? '' : voice.location(incident.location);
  const why = voice.say(`reminder.why.${audience}`, { location, id: account?.workOrder ?? '' });
  if (audience === 'team') return [why];
  const press = voice.say('action.stop-reminders');
  return [why, voice.say('reminder.stop', { press, phrase: voice.say('example.reminder.set') })];
}

function buttonsOf({ audience, incident }: Notice, voice: Voice): Button[] {
  const way =
    incident === undefined
      ? button(voice.say('action.deadlines'), 'deadline.list', {})
      : button(voice.say('action.show-incident'), 'incident.show', { incident: incident.id });
  if (audience === 'team') return [way];
  const stop = incident === undefined ? { about: 'account' as const } : { incident: incident.id };
  return [way, button(voice.say('action.stop-reminders'), 'reminder.set', { reminders: 'off', ...stop })];
}
