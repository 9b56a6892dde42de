/** What the desk is about to do, and the two buttons that decide it. */
import type { Decision } from '../src/command/answer.ts';
import { button } from './button.ts';
import { codesOf } from './codes.ts';
import { keyOf } from './key.ts';
import { quoteRows } from './quote.ts';
import { rowsOf } from './rows.ts';
import { ended, sentences } from './sentences.ts';
import { type Rendered, Sheet, sectionOf } from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/confirmation.json' with { type: 'json' };
import type { Voice } from './voice.ts';

export const Confirmation = Sheet;
const fill = cardOf(template, Confirmation);

/** The confirmation card: the arguments, then the figures that the facts add to them. */
export function confirmationCard({ command, args, facts, citations }: Decision, voice: Voice): Rendered {
  if (command === '') throw new Error('a confirmation needs a command');
  const title = args.earlyStart === true ? voice.say('action.early-start') : voice.code('command', command);
  const rows = facts.allowed === 'yes' ? quoteRows(command, facts, voice) : rowsOf({ ...args, ...facts }, voice);
  const notes = [
    ...(facts.lapsed === true ? [voice.say('lapsed')] : []),
    ...(facts.uncertain === true ? [voice.say('confirm.uncertain')] : []),
  ];
  const details = rows.map(({ label, value }) => voice.say('reading', { title: label, details: value }));
  const reasons = codesOf(facts.because).map((code) => voice.code('because', code));
  const conditions = codesOf(facts.conditions).map((code) => voice.code('condition', code));
  const question = voice.say('confirm.title', { command: title });
  const text = sentences(question, ...details.map(ended), ...reasons.map(ended), ...notes, voice.say('confirm.ask'));
  const key = keyOf(command, args, voice.audience);
  const card = fill({
    speak: text,
    header: {
      tone: 'warning',
      kicker: voice.say('confirm.kicker'),
      headline: question,
      sublines: [voice.say('confirm.note')],
    },
    notes,
    sections: [
      ...(rows.length > 0 ? [{ title: voice.say('action.details'), rows }] : []),
      ...sectionOf(voice.say('ruling.because'), reasons),
      ...sectionOf(voice.say('ruling.conditions'), conditions),
    ],
    actions: [
      button(
        voice.say('confirm.yes'),
        'confirm.yes',
        { command, args: { ...args }, commandKey: key },
        { style: 'positive' },
      ),
      button(voice.say('confirm.no'), 'confirm.no', { command, args: {}, commandKey: key }),
    ],
    basis: [voice.basis(citations) ?? []].flat(),
  });
  return { text, card };
}
