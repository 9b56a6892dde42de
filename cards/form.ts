/** The form that asks for what is missing: prefilled with what is known, every input labelled. */
import { z } from 'zod';
import type { Decision } from '../src/command/answer.ts';
import { type CommandName, IncidentFacts } from '../src/command/contract.ts';
import { button } from './button.ts';
import { type Choice, choicesOf } from './choices.ts';
import { cleanLine } from './clean.ts';
import { errors, isErrorCode } from './errors.ts';
import { Field, fieldFor } from './field.ts';
import { keyOf } from './key.ts';
import { ended, sentences } from './sentences.ts';
import { Button, type Rendered, Sheet } from './sheet.ts';
import { isStringKey } from './strings.ts';
import { cardOf } from './template.ts';
import template from './templates/form.json' with { type: 'json' };
import { triageOf } from './triage.ts';
import type { Voice } from './voice.ts';

/** More answers than these are a list. */
const MOST_PRESSES = 6;

/** A single question with a short list of answers has a button for each; everything else has inputs. */
export const Form = Sheet.extend({
  fields: z.array(Field),
  presses: z.array(z.strictObject({ actions: z.array(Button).length(1) })).max(MOST_PRESSES),
});
const fill = cardOf(template, Form);

/** An incident is always asked for whole, so that everything given so far can be seen and mended. */
const WHOLE: Partial<Record<CommandName, readonly string[]>> = {
  'incident.open': ['product', 'severity', 'summary', 'location'],
  'survey.answer': ['score', 'comment'],
};
const OPTIONAL: ReadonlySet<string> = new Set([
  'location',
  'environment',
  'reproduction',
  'contact',
  'contactPhone',
  'changeAuthority',
  'comment',
]);

/** The form for a decision that needs input; what could not be taken is said above the inputs. */
export function formCard(decision: Decision, voice: Voice): Rendered {
  const { command, missing = [], because = [] } = decision;
  if (command === '') throw new Error('a form needs a command');
  const triage = triageOf(decision.facts, voice);
  const asked = isOneOf(decision) ? missing.slice(0, 1) : [...(WHOLE[command] ?? missing), ...triage.asks];
  const faults = [
    ...(decision.facts.lapsed === true ? [voice.say('lapsed')] : []),
    ...(isOneOf(decision) ? [voice.say('form.which-product')] : []),
    ...because.map((code) => voice.say('form.not-taken', { reason: faultOf(code, voice) })),
  ];
  const presses = pressesFor(decision, asked, voice);
  const about = incidentAsked(decision, asked, voice);
  const text = sentences(
    ...faults,
    ...about.map(ended),
    voice.say('form.text', {
      command: titleOf(command, voice),
      missing: voice.list(missing.map((name) => missingName(name, voice))),
    }),
    triage.text,
  );
  const card = fill({
    speak: text,
    header: {
      tone: 'accent',
      kicker: voice.say(asked.length > 1 ? 'form.kicker-many' : 'form.kicker'),
      headline: titleOf(command, voice),
      sublines: about,
    },
    notes: faults,
    sections: triage.sections,
    fields:
      presses.length > 0
        ? []
        : asked.map((name) =>
            fieldFor({ command, name, value: decision.args[name], required: !OPTIONAL.has(name) }, voice),
          ),
    presses,
    actions: presses.length > 0 ? [] : [submit(command, decision, asked, voice)],
  });
  return { text, card };
}

/** The incident that the form is about, where it is known. */
const incidentAsked = ({ args }: Decision, asked: readonly string[], voice: Voice): string[] =>
  typeof args.incident === 'string' && !asked.includes('incident')
    ? [voice.say('incident.kicker', { id: cleanLine(args.incident) })]
    : [];

/** A button for each answer, where one thing is asked and its answers are few; a text is taken all the same. */
function pressesFor(
  { command, args, facts }: Decision,
  asked: readonly string[],
  voice: Voice,
): { actions: Button[] }[] {
  const [name, second] = asked;
  if (command === '' || name === undefined || second !== undefined) return [];
  const choices = choicesFor(command, name, facts, voice);
  if (choices.length > MOST_PRESSES) return [];
  return choices.map(({ title, value }) => ({
    actions: [Button.parse(button(title, 'suggestion', { command, args: { ...args, [name]: value } }))],
  }));
}

/** Whether the words for a product may mean one of several, which the decision names. */
const isOneOf = ({ facts }: Decision): boolean => Array.isArray(facts.among);

function choicesFor(command: CommandName, name: string, { choices, among }: Decision['facts'], voice: Voice): Choice[] {
  if (name === 'incident') return incidentChoices(choices, voice);
  const all = choicesOf(command, name, voice);
  return name === 'product' && Array.isArray(among)
    ? among.flatMap((id) => all.find(({ value }) => value === id) ?? [])
    : all;
}

/** The incidents to choose from: their number, level and product. */
function incidentChoices(listed: unknown, voice: Voice): Choice[] {
  const incidents = IncidentFacts.array().safeParse(listed);
  if (!incidents.success) return [];
  return incidents.data.map(({ id, severity, product }) => ({
    value: id,
    title: `${id} · ${severity} · ${voice.product(product)}`,
  }));
}

const titleOf = (command: CommandName, voice: Voice): string => voice.code('command', command);

export const missingName = (name: string, voice: Voice): string =>
  voice.codeIfAny('input', `${name}.missing`) ?? voice.code('input', name);

const faultOf = (code: string, voice: Voice): string =>
  isErrorCode(code) ? voice.say(errors[code].means) : voice.code('because', code);

/** Sends the inputs together with the arguments that are known and not asked for again. */
function submit(command: CommandName, { args }: Decision, asked: readonly string[], voice: Voice): Button {
  // Whoever sends the form of an incident asks for it, however it came up.
  const given = Object.fromEntries(
    Object.entries(args).filter(([name]) => !asked.includes(name) && name !== 'proposed'),
  );
  const key = keyOf(command, args, voice.audience);
  const titleKey = `form.submit.${command}`;
  return {
    title: voice.say(isStringKey(titleKey) ? titleKey : 'form.submit'),
    style: 'positive',
    inputs: 'auto',
    data:
      command === 'incident.open'
        ? { verb: command, ...given, commandKey: key }
        : { verb: 'form.submit', command, args: given, commandKey: key },
  };
}
