/** One labelled input of a form, by the argument that it asks for. */
import { z } from 'zod';
import type { CommandName } from '../src/command/contract.ts';
import { Choice, choicesOf } from './choices.ts';
import { clean, cut } from './clean.ts';
import { isStringKey } from './strings.ts';
import type { Voice } from './voice.ts';

const common = {
  id: z.string().min(1),
  label: z.string().min(1),
  error: z.string().min(1),
  required: z.boolean(),
  placeholder: z.string(),
  value: z.string(),
};

export const Field = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), ...common, multiline: z.boolean(), most: z.number().int().positive() }),
  z.strictObject({
    kind: z.literal('choice'),
    ...common,
    style: z.enum(['compact', 'expanded', 'filtered']),
    choices: z.array(Choice).min(1),
  }),
  z.strictObject({ kind: z.literal('date'), ...common }),
  z.strictObject({ kind: z.literal('number'), ...common, value: z.number().optional() }),
]);
export type Field = z.infer<typeof Field>;

const DATES: ReadonlySet<string> = new Set(['date', 'deliveryDate', 'start', 'end', 'since', 'until', 'confirmedOn']);
const NUMBERS: ReadonlySet<string> = new Set(['credits', 'hours', 'amount', 'score', 'quantity', 'solutions']);
const LONG: ReadonlySet<string> = new Set(['summary', 'reproduction', 'text', 'comment']);
const MOST_TEXT = 4000;
const MOST_WORD = 200;
/** More choices than these are searched for by typing. */
const MOST_LISTED = 6;
const MOST_EXPANDED = 5;

/** What a form asks for: an argument of a command, with what was given of it. */
export interface Question {
  readonly command: CommandName;
  readonly name: string;
  readonly value: unknown;
  readonly required: boolean;
}

/** The input for an argument, prefilled where its value is one that the input can hold. */
export function fieldFor(question: Question, voice: Voice): Field {
  const { command, name, value, required } = question;
  const choices = choicesOf(command, name, voice);
  const base = {
    id: name,
    label: labelOf(name, required, voice),
    error: voice.codeIfAny('input', `${name}.error`) ?? voice.say('input.error'),
    required,
    placeholder: placeholderOf(name, choices, voice),
  };
  const text = typeof value === 'string' ? value : '';
  if (choices.length > 0) {
    const chosen = choiceOf(text, choices);
    return { kind: 'choice', ...base, ...choiceSet(choices, chosen), value: chosen };
  }
  if (DATES.has(name)) return { kind: 'date', ...base, value: z.iso.date().safeParse(text).success ? text : '' };
  if (NUMBERS.has(name)) return { kind: 'number', ...base, value: typeof value === 'number' ? value : undefined };
  const most = LONG.has(name) ? MOST_TEXT : MOST_WORD;
  return { kind: 'text', ...base, multiline: LONG.has(name), most, value: cut(clean(text), most) };
}

const choiceOf = (value: string, choices: readonly Choice[]): string =>
  choices.some((choice) => choice.value === value) ? value : '';

/** A list that is searched shows the id of what is chosen in some clients, so with a choice it is one to open. */
const choiceSet = (
  choices: Choice[],
  chosen: string,
): { style: 'compact' | 'expanded' | 'filtered'; choices: Choice[] } => ({
  style:
    choices.length <= MOST_EXPANDED
      ? 'expanded'
      : choices.length <= MOST_LISTED || chosen !== ''
        ? 'compact'
        : 'filtered',
  choices,
});

function labelOf(name: string, required: boolean, voice: Voice): string {
  const label = voice.code('input', name);
  return required ? label : `${label} (${voice.say('form.optional')})`;
}

function placeholderOf(name: string, choices: readonly Choice[], voice: Voice): string {
  if (choices.length > MOST_LISTED) return voice.say('input.product.placeholder');
  const key = `input.${name}.placeholder`;
  return isStringKey(key) ? voice.say(key) : '';
}
