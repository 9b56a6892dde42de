/** What has happened to an incident, newest first. */
import type { FactsOf } from '../src/command/contract.ts';
import { cleanLine, cut } from './clean.ts';
import { type Fold, page } from './sheet.ts';
import type { Voice } from './voice.ts';

const MOST_ENTRIES = 8;
const MOST_NOTE = 160;

/** The history folded away: when and what, by whom, and the note that came with it. */
export function historyFold(history: FactsOf<'incident.show'>['history'], voice: Voice): Fold {
  const { shown, more } = page(history.toReversed(), MOST_ENTRIES);
  return {
    id: 'fold-history',
    title: voice.say('incident.history'),
    rows: shown.map(({ at, event, by, note }) => ({
      label: voice.when(at),
      value: [voice.code('event', event), nameOf(by), note === undefined ? '' : cut(cleanLine(note), MOST_NOTE)]
        .filter((part) => part !== '')
        .join(' · '),
    })),
    lines: more > 0 ? [voice.say('more', { count: more })] : [],
  };
}

/** A person's name; a bare directory id says nothing to a reader. */
const nameOf = (by: string): string => (/^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(by) ? '' : cut(cleanLine(by), 80));
