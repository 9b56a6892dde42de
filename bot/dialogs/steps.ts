/** The steps of one message: one as a rule, two where two things are asked, a kind word where nothing is. */
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';
import type { Understanding } from '../understanding/understand.ts';
import { askedLast, type Clause, clausesOf } from './clauses.ts';
import type { Dialog } from './dialog.ts';
import { clearest, isCertain, knownReadings } from './readings.ts';
import { smallTalkIn, type Talk } from './small-talk.ts';
import { type Step, stepOf } from './step.ts';

/** A step that hangs on what the steps before it have left in the dialog. */
export type StepIn = (dialog: Dialog) => Step;
/** Understands a part of the message, by default in its own language. */
export type Read = (text: string, language?: DeskLanguage) => Understanding;

/** What is to be done with a message, in order: plain answers first, what must be confirmed last. */
export function stepsOf(
  text: string,
  understanding: Understanding,
  dialog: Dialog,
  now: number,
  read: Read,
): readonly StepIn[] {
  const { language } = understanding;
  const talk = smallTalkIn(text, language);
  const clauses = clausesOf(text, understanding, dialog, (part) => read(part, language));
  const orders = inOrder(clauses).map(
    ({ text: part, understanding: understood }): StepIn =>
      (before) =>
        stepOf(understood, part, before, now),
  );
  if (talk === undefined) return orders;
  if (talk.kind === 'emergency') return [() => ({ kind: 'talk', talk }), ...(isOrder(understanding) ? orders : [])];
  return clauses.length > 1 ? orders : [(before) => kindWord(talk, text, understanding, before, now)];
}

function inOrder(clauses: readonly Clause[]): readonly Clause[] {
  const isLast = ({ understanding }: Clause): boolean => {
    const [best] = knownReadings(understanding);
    return best !== undefined && understanding.reply === undefined && askedLast(best.command);
  };
  return [...clauses.filter((clause) => !isLast(clause)), ...clauses.filter(isLast)];
}

const isOrder = (understanding: Understanding): boolean => {
  const [best] = knownReadings(understanding);
  return best !== undefined && isCertain(best) && best.command !== 'help';
};

/** The kind word, or the step that the text asks for where it asks for something. */
function kindWord(talk: Talk, text: string, understanding: Understanding, dialog: Dialog, now: number): Step {
  const step = stepOf(understanding, text, dialog, now);
  if (understanding.reply !== undefined && dialog.pending !== undefined) return step;
  const clear = clearest(knownReadings(understanding));
  const wantsPerson = talk.kind === 'person';
  // "I want to speak to a human" also sounds like a change of language; without anything named it is the person.
  const isVague = clear === undefined || clear.command === 'help' || (wantsPerson && isEmpty(clear.args));
  const saysNothingElse = (talk.alone || wantsPerson) && isVague;
  const instead = step.kind === 'unclear' || step.kind === 'unasked';
  return saysNothingElse || instead ? { kind: 'talk', talk } : step;
}

const isEmpty = (args: object): boolean => Object.keys(args).length === 0;
