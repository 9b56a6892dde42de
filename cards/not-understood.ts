/** What the desk did not understand: its best readings as buttons, never a guess. */
import { z } from 'zod';
import type { Decision } from '../src/command/answer.ts';
import type { CommandName } from '../src/command/contract.ts';
import { button } from './button.ts';
import { Button, type Rendered, Sheet } from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/not-understood.json' with { type: 'json' };
import type { Voice } from './voice.ts';

/** Each button in a set of its own: they stand one under the other, however long their titles are. */
export const NotUnderstood = Sheet.extend({ presses: z.array(z.strictObject({ actions: z.array(Button).length(1) })) });
const fill = cardOf(template, NotUnderstood);

/** More buttons than these are a menu, and the help card is one. */
const MOST_READINGS = 4;

/** The card with up to four readings; without any it points to the help. */
export function notUnderstoodCard({ suggestions = [] }: Decision, voice: Voice): Rendered {
  const readings = suggestions.slice(0, MOST_READINGS).map(({ command, args }) => ({
    title: readingOf(command, args, voice),
    command,
    args: { ...args },
  }));
  const none = readings.length === 0;
  const means = voice.say('error.not-understood.means');
  const next = voice.say('error.not-understood.next');
  const text = none
    ? voice.say('refusal.text', { means, next })
    : voice.say('not-understood.text', { means, suggestions: voice.choice(readings.map(({ title }) => title)) });
  const card = fill({
    lang: voice.audience.language,
    speak: text,
    header: {
      kicker: voice.say('not-understood.kicker'),
      headline: voice.say(none ? 'not-understood.title-none' : 'not-understood.title'),
      sublines: [next],
    },
    presses: [
      ...readings.map(({ title, command, args }) => button(title, 'suggestion', { command, args })),
      button(voice.say('action.help'), 'help', {}),
    ].map((press) => ({ actions: [press] })),
  });
  return { text, card };
}

/** The command in words, with what was understood of it: `How fast the vendor responds: severity 1, Azure SQL`. */
export function readingOf(command: CommandName, args: Readonly<Record<string, unknown>>, voice: Voice): string {
  const details = [
    typeof args.severity === 'string' ? voice.say('severity.label', { severity: args.severity }) : undefined,
    typeof args.product === 'string' ? voice.product(args.product) : undefined,
    typeof args.service === 'string' ? voice.service(args.service) : undefined,
    typeof args.location === 'string' ? voice.location(args.location) : undefined,
    typeof args.incident === 'string' ? args.incident : undefined,
  ].filter((detail) => detail !== undefined);
  const title = voice.code('command', command);
  return details.length === 0 ? title : voice.say('reading', { title, details: voice.list(details) });
}
