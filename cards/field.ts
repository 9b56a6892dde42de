/** One labelled input of a form, by the argument that it asks for. */
import { z } from 'zod';
import { Severity } from '../knowledge/vocabulary.ts';
import { contracts, Impact } from '../src/command/contract.ts';
import { clean, cut } from './clean.ts';
import { isStringKey } from './strings.ts';
import type { Voice } from './voice.ts';

const Choice = z.strictObject({ title: z.string().min(1), value: z.string().min(1) });
type Choice = z.infer<typeof Choice>;

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
]);
export type Field = z.infer<typeof Field>;

const MOST_TEXT = 4000;
const MOST_WORD = 200;
/** More choices than these are searched for by typing. */
const MOST_LISTED = 6;
const MOST_EXPANDED = 4;

/** The input for an argument, prefilled with `value` where that is text the input can hold. */
export function fieldFor(name: string, value: unknown, { required }: { required: boolean }, voice: Voice): Field {
  const choices = choicesOf(name, voice);
  const base = {
    id: name,
    label: labelOf(name, required, voice),
    error: voice.codeIfAny('input', `${name}.error`) ?? voice.say('input.error'),
    required,
    placeholder: placeholderOf(name, choices, voice),
  };
  const prefilled = typeof value === 'string' ? value : '';
  if (choices.length > 0)
    return { kind: 'choice', ...base, ...choiceSet(choices), value: choiceOf(prefilled, choices) };
  if (name === 'date') return { kind: 'date', ...base, value: prefilled };
  const multiline = name === 'summary' || name === 'text';
  const most = multiline ? MOST_TEXT : MOST_WORD;
  return { kind: 'text', ...base, multiline, most, value: cut(clean(prefilled), most) };
}

const choiceOf = (value: string, choices: readonly Choice[]): string =>
  choices.some((choice) => choice.value === value) ? value : '';

const choiceSet = (choices: Choice[]): { style: 'compact' | 'expanded' | 'filtered'; choices: Choice[] } => ({
  style: choices.length <= MOST_EXPANDED ? 'expanded' : choices.length <= MOST_LISTED ? 'compact' : 'filtered',
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

/** What an argument can be, where that is a closed list; sorted as the reader sorts words. */
function choicesOf(name: string, voice: Voice): Choice[] {
  const { names, audience } = voice;
  switch (name) {
    case 'severity':
      return Severity.options.map((value) => ({ value, title: voice.say(`severity.choice.${value}`) }));
    case 'impact':
      return Impact.options.map((value) => ({ value, title: voice.say(`impact.${value}`) }));
    case 'product':
      return sorted(
        Object.keys(names.products).map((value) => ({ value, title: voice.product(value) })),
        voice,
      );
    case 'service':
      return sorted(
        Object.keys(names.services).map((value) => ({ value, title: voice.service(value) })),
        voice,
      );
    case 'location':
      return (audience.locations ?? []).map(({ id, timeZone }) => ({ value: id, title: voice.location(id, timeZone) }));
    default:
      return [];
  }
}

const sorted = (choices: Choice[], { audience }: Voice): Choice[] =>
  choices.sort((one, other) => one.title.localeCompare(other.title, audience.language));

/** The longest summary that the form and the command take. */
export const summaryLimit = contracts['incident.open'].args.shape.summary.maxLength ?? MOST_TEXT;
