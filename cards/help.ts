/** What one can ask: each command with an example that can be pressed. */
import { z } from 'zod';
import { type CommandName, contracts } from '../src/command/contract.ts';
import { button } from './button.ts';
import { Button, type Rendered, Sheet } from './sheet.ts';
import { isStringKey } from './strings.ts';
import { cardOf } from './template.ts';
import template from './templates/help.json' with { type: 'json' };
import type { Voice } from './voice.ts';

const Entry = z.strictObject({ title: z.string().min(1), example: z.string().min(1), press: Button });
export const Help = Sheet.extend({ entries: z.array(Entry) });
const fill = cardOf(template, Help);

/** The commands that the reader may give, in the order of the facts; those without an example are left out. */
export function helpCard({ commands }: { readonly commands: readonly string[] }, voice: Voice): Rendered {
  const entries = commands.filter(isCommand).flatMap((command) => entryOf(command, voice));
  const text = voice.say('help.text', {
    examples: voice.list(entries.map(({ example }) => voice.say('help.example', { example }))),
  });
  const card = fill({
    speak: text,
    header: {
      tone: 'accent',
      kicker: voice.say('desk.name'),
      headline: voice.say('help.title'),
      sublines: [voice.say('help.intro')],
    },
    entries,
    actions: [],
  });
  return { text, card };
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(contracts, name);

function entryOf(command: CommandName, voice: Voice): z.input<typeof Entry>[] {
  const key = `example.${command}`;
  if (command === 'help' || !isStringKey(key)) return [];
  const title = voice.code('command', command);
  const press =
    command === 'incident.open'
      ? button(title, 'incident.open.form', {})
      : button(title, 'suggestion', { command, args: {} });
  return [{ title, example: voice.say(key), press }];
}
