/** Lists without a card of their own: duties, deadlines, differences between editions, clauses, entries. */
import { z } from 'zod';
import type { Citation } from '../src/command/answer.ts';
import type { CommandName } from '../src/command/contract.ts';
import { ended, sentences } from './sentences.ts';
import { page, type Rendered, Sheet, Tone } from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/listing.json' with { type: 'json' };
import type { Voice } from './voice.ts';

const Shown = z.string().min(1);
const Entry = z.strictObject({
  tone: Tone.default('default'),
  title: Shown,
  /** What stands at the right of the title. */
  aside: z.array(Shown).max(1).default([]),
  lines: z.array(Shown).default([]),
});
export type Entry = z.input<typeof Entry>;
export const Listing = Sheet.extend({ entries: z.array(Entry), more: z.array(Shown).max(1) });
const fill = cardOf(template, Listing);

const MOST_ENTRIES = 12;

/** A card with an entry for each, and the same in words; an empty list says so. */
export function listingCard(
  command: CommandName,
  entries: readonly Entry[],
  citations: readonly Citation[],
  voice: Voice,
  sublines: readonly string[] = [],
): Rendered {
  const { shown, more } = page(entries, MOST_ENTRIES);
  const kicker = voice.code('command', command);
  const title = voice.codeIfAny('title', command) ?? kicker;
  const basis = voice.basis(citations);
  const leading = entries.length === 0 ? [voice.say('listing.none')] : [...sublines];
  const text = sentences(
    ended(title),
    ...leading.map(ended),
    ...shown.map((entry) => entryText(entry, voice)),
    more > 0 ? ended(voice.say('more', { count: more })) : undefined,
    ended(basis),
  );
  const card = fill({
    speak: text,
    header: { kicker: kicker === title ? voice.say('desk.name') : kicker, headline: title, sublines: leading },
    entries: [...shown],
    more: more > 0 ? [voice.say('more', { count: more })] : [],
    basis: [basis ?? []].flat(),
  });
  return { text, card };
}

function entryText({ title, aside = [], lines = [] }: Entry, voice: Voice): string {
  const details = [...aside, ...lines];
  return ended(details.length === 0 ? title : voice.say('reading', { title, details: voice.clauses(details) }));
}
