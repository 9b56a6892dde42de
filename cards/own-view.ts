/**
 * What everybody sees in a channel of an answer that is one person's: nothing of it. The client of that person shows
 * the answer in its place by refreshing the card; others who press the button are told to ask for themselves.
 */
import { z } from 'zod';
import { cleanLine } from './clean.ts';
import { ended, sentences } from './sentences.ts';
import { Button, type Rendered, Sheet } from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/channel.json' with { type: 'json' };
import type { Voice } from './voice.ts';

/** The verb of the button: it gives no command, it shows what was decided already. */
export const VIEW_VERB = 'view.own';
export const ViewPayload = z.object({ view: z.string().min(1).max(64) });

const OwnView = Sheet.extend({
  refresh: z.strictObject({ press: Button, users: z.array(z.string().min(1)).max(1) }),
});
const fill = cardOf(template, OwnView);

export interface OwnViewOf {
  /** The key under which the answer is kept for its reader. */
  readonly view: string;
  /** The reader's name, where the client told it. */
  readonly name?: string | undefined;
  /** The reader's id in the channel (`29:…`), for which the card refreshes by itself. */
  readonly reader?: string | undefined;
}

/** The neutral card and its words. */
export function ownViewCard({ view, name, reader }: OwnViewOf, voice: Voice): Rendered {
  const headline =
    name === undefined ? voice.say('view.title-nameless') : voice.say('view.title', { name: cleanLine(name) });
  const note = voice.say('view.note');
  const press = { title: voice.say('view.open'), data: { verb: VIEW_VERB, view } };
  const text = sentences(ended(headline), note);
  const card = fill({
    speak: text,
    header: { kicker: voice.say('desk.name'), headline, sublines: [note] },
    actions: [press],
    refresh: { press, users: reader === undefined ? [] : [reader] },
  });
  return { text, card };
}
