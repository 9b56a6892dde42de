/** What has happened to an incident as a timeline, newest first: the latest at a glance, all of it at a press. */
import { z } from 'zod';
import type { HistoryEntry } from '../src/command/contract.ts';
import { clean, cleanLine, cut } from './clean.ts';
import { type Fold, type Moment, page } from './sheet.ts';
import type { Voice } from './voice.ts';

const ID = 'fold-history';
/** What is seen at once, and what at a press; a card has a limit. */
const SEEN = 4;
const MOST_ENTRIES = 10;
const GLANCE = 100;
const MOST_NOTE = 600;
/** UTF-16 units of all notes together; what goes beyond is told in brief. */
const MOST_NOTES = 1200;
const MOST_NAME = 80;

type History = readonly HistoryEntry[];

/** The history folded away: notes cut and older entries hidden, until a button shows all of them. */
export function historyFold(history: History, voice: Voice): Fold {
  const { shown, more } = page(history.toReversed(), MOST_ENTRIES);
  const moments = momentsOf(shown, voice);
  const older = moments.slice(SEEN);
  const cutNotes = moments.flatMap(({ notes }) => (notes.length > 1 ? notes.map(({ id }) => id) : []));
  const targets = [...(older.length > 0 ? [`${ID}-older`] : []), ...cutNotes];
  return {
    id: ID,
    title: voice.say('incident.history'),
    moments: moments.slice(0, SEEN),
    older,
    showAll: targets.length > 0 ? [{ title: voice.say('action.show-all'), targets }] : [],
    lines: more > 0 ? [voice.say('more', { count: more })] : [],
  };
}

function momentsOf(entries: History, voice: Voice): Moment[] {
  let room = MOST_NOTES;
  return entries.map(({ at, event, by, note = '', severity }, index) => {
    const words = cut(clean(note).trim(), Math.min(MOST_NOTE, room));
    room = Math.max(GLANCE, room - words.length);
    return {
      what: severity === undefined ? voice.code('event', event) : severityWords(event, severity, voice),
      when: signedWhen(at, by, voice),
      colour: colourOf[event] ?? 'Default',
      notes: notesOf(words, index),
    };
  });
}

/** A short note as it is, a long one cut and, hidden, whole. */
function notesOf(text: string, index: number): Moment['notes'] {
  const id = `${ID}-note-${index}`;
  if (text === '') return [];
  if (text.length <= GLANCE) return [{ id, text, isVisible: true }];
  return [
    { id: `${id}-cut`, text: cut(text, GLANCE), isVisible: true },
    { id, text, isVisible: false },
  ];
}

const severityWords = (event: string, severity: string, voice: Voice): string =>
  voice.say('reading', { title: voice.code('event', event), details: voice.say('severity.label', { severity }) });

const colourOf: Readonly<Record<string, Moment['colour']>> = {
  opened: 'Accent',
  called: 'Accent',
  acknowledged: 'Good',
  escalated: 'Attention',
  'severity-requested': 'Warning',
  'severity-set': 'Warning',
  reopened: 'Warning',
  mitigated: 'Good',
  resolved: 'Good',
  closed: 'Good',
};

/** A person's name; a bare directory id says nothing to a reader. */
export const personName = (by: string): string => (z.guid().safeParse(by).success ? '' : cut(cleanLine(by), MOST_NAME));

/** When, and by whom where that is known by name. */
export function signedWhen(at: string, by: string, voice: Voice): string {
  const name = personName(by);
  return name === '' ? voice.when(at) : voice.say('ledger.signed', { when: voice.when(at), name });
}

/** Who responded first and when, and who has it since: the last to acknowledge. */
export function responders(history: History): { readonly first?: HistoryEntry; readonly last?: HistoryEntry } {
  const acknowledged = history.filter(({ event }) => event === 'acknowledged');
  const [first] = acknowledged;
  const last = acknowledged.at(-1);
  return { ...(first === undefined ? {} : { first }), ...(last === undefined ? {} : { last }) };
}
