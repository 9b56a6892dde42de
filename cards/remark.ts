/** The line below an answer that reminds of a question that is still open, with the button that brings it back. */
import { z } from 'zod';
import type { CommandName } from '../src/command/contract.ts';
import { button } from './button.ts';
import { missingName } from './form.ts';
import { sentences } from './sentences.ts';
import { Button, type Rendered } from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/remark.json' with { type: 'json' };
import type { Voice } from './voice.ts';

export const Remark = z.strictObject({ remark: z.string().min(1), actions: z.array(Button).length(1) });
const fill = cardOf(template, Remark);

/** A question that waits: the command, what is known of it, and the argument or the confirmation asked for. */
export interface OpenQuestion {
  readonly command: CommandName;
  readonly args: Readonly<Record<string, unknown>>;
  readonly asked: string;
}

/** The answer with the remark below it, in words and on the card. */
export function withOpenQuestion({ text, card }: Rendered, question: OpenQuestion, voice: Voice): Rendered {
  const { command, args, asked } = question;
  const title = voice.code('command', command);
  const remark =
    asked === 'confirmation'
      ? voice.say('still-open.confirm', { command: title })
      : voice.say('still-open.input', { command: title, missing: missingName(asked, voice) });
  const part = fill({
    remark,
    actions: [button(voice.say('still-open.continue'), 'suggestion', { command, args: { ...args } })],
  });
  const said = sentences(text, remark);
  const { body = [] } = card as { body?: readonly unknown[] };
  return { text: said, card: { ...card, speak: said, body: [...body, part] } };
}
