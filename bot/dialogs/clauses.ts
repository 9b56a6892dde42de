/** Two commands in one message: "close INC-123456 and show my credits". */
import { type CommandName, confirmed, contracts } from '../../src/command/contract.ts';
import type { Understanding } from '../understanding/understand.ts';
import type { Dialog } from './dialog.ts';
import { holdsOn } from './follow-up.ts';
import { isTelling, type KnownReading, knownReadings } from './readings.ts';

/** A part of a message that is a command or a reply by itself. */
export interface Clause {
  readonly text: string;
  readonly understanding: Understanding;
}

/** Words and marks between two orders, in every language of the desk. */
const JOINTS =
  /\s*[,;]?\s+(?:and then|and also|and|then|also|plus|og så|og|samt|et puis|et aussi|et|puis|ainsi que|dhe pastaj|dhe|pastaj|si dhe|edhe|және|сосын|содан кейін|әрі|мен)\s+|[.!?;]\s+|\s*[。！？；，]\s*(?:並且|並|然後|另外|順便|再)?\s*|\s*(?:並且|並|然後|以及|順便|另外|還有|和)\s*/giu;

/** "好，顯示我們的合約": what follows a yes after no more than a comma is wanted in its place. */
const COMMA = /^\s*，\s*$/u;

/** "If it is down, how fast …": what stands under a condition is no order by itself, in any language of the desk. */
const CONDITION =
  /(?<!\p{L})(?:if|when|should|unless|hvis|når|såfremt|si|s['’]il|quand|lorsque|nëse|kur|sikur|po qe|егер|болса)(?!\p{L})|\p{L}(?:са|се)(?!\p{L})|如果|若|假如|要是|萬一|的話|時候|當/iu;

/** "I am the administrator and …": who speaks is told, and nothing is asked by it. */
const INTRODUCTION =
  /^\W*(?:i am|i['’]m|we are|we['’]re|jeg er|vi er|je suis|nous sommes|unë jam|une jam|ne jemi|我是|我們是)|^\W*(?:мен|біз)\s.*\p{L}(?:[мбп][ыі][нз])(?!\p{L})/iu;

/** Longer texts are stories, whatever stands in them. */
const LONGEST = 400;
/** Each order must be so sure by itself; a question may be less so, for it does nothing. */
const SURE_ALONE = 0.7;
const SURE_QUESTION = 0.5;
/** What these words govern reaches to the end of the sentence: "where is it written how fast … and what …". */
const GOVERNING: ReadonlySet<CommandName> = new Set<CommandName>(['knowledge.search', 'contract.compare']);
const MOST_CLAUSES = 3;

/**
 * The orders of a message, in their order; the message itself where it is one. `read` understands a part in the language
 * of the whole.
 */
export function clausesOf(
  text: string,
  whole: Understanding,
  dialog: Dialog,
  read: (part: string) => Understanding,
): readonly Clause[] {
  const single = [{ text, understanding: whole }];
  if (text.length > LONGEST || holdsOn(text)) return single;
  const end = descriptionAt(text, whole);
  const joints = [...text.matchAll(JOINTS)].filter(({ index }) => index > 0 && index < end);
  const cut = joints
    .flatMap(({ 0: joint, index }) => {
      const parts = [text.slice(0, index), text.slice(index + joint.length)].map((part) => part.trim());
      const [first = '', second = ''] = parts;
      if (first === '' || second === '') return [];
      const clauses = [first, second].map((part) => ({ text: part, understanding: read(part) }));
      return stand(clauses, joint, whole, dialog) ? [{ clauses, worth: worthOf(clauses) }] : [];
    })
    .sort((a, b) => b.worth - a.worth)[0];
  return cut === undefined ? single : furtherCut(cut.clauses, dialog, read);
}

/** Where a description begins in a message that gives one; what stands in it is told and not asked. */
function descriptionAt(text: string, whole: Understanding): number {
  const [best] = knownReadings(whole);
  const taken = best === undefined ? ['summary'] : Object.keys(contracts[best.command].args.shape);
  const describes = taken.includes('summary') || taken.includes('text');
  const start = describes && whole.entities.summary !== undefined ? text.indexOf(whole.entities.summary) : -1;
  return start === -1 ? text.length : start;
}

/** The second half may hold two orders itself. */
function furtherCut(
  clauses: readonly Clause[],
  dialog: Dialog,
  read: (part: string) => Understanding,
): readonly Clause[] {
  const [first, second] = clauses;
  if (first === undefined || second === undefined) return clauses;
  return [first, ...clausesOf(second.text, second.understanding, dialog, read)].slice(0, MOST_CLAUSES);
}

const bestOf = ({ understanding }: Clause): KnownReading | undefined => knownReadings(understanding)[0];

const worthOf = (clauses: readonly Clause[]): number =>
  Math.min(...clauses.map((clause) => bestOf(clause)?.confidence ?? 1));

/** Whether each part is an order of its own, and none of them needs what only the other one says. */
function stand([first, second]: readonly Clause[], joint: string, whole: Understanding, dialog: Dialog): boolean {
  if (first === undefined || second === undefined) return false;
  const [one, other] = [bestOf(first), bestOf(second)];
  if (!isOrder(other)) return false;
  if (isReply(first) && dialog.pending !== undefined) return !COMMA.test(joint);
  if (!isOrder(one) || one.command === other.command || GOVERNING.has(one.command)) return false;
  if (INTRODUCTION.test(first.text)) return false;
  if (CONDITION.test(first.text) && !isTelling(one.command)) return false;
  const named = knownReadings(whole);
  if (one.command === 'incident.open' && named[0] !== undefined && isTelling(named[0].command)) return false;
  return [one, other].every((reading) => {
    const same = named.find(({ command }) => command === reading.command);
    return contracts[reading.command].required.every(
      (name) => reading.args[name] !== undefined || (same?.args[name] ?? whole.args[name]) === undefined,
    );
  });
}

const isOrder = (reading: KnownReading | undefined): reading is KnownReading =>
  reading !== undefined &&
  reading.command !== 'help' &&
  reading.confidence >= (isTelling(reading.command) ? SURE_QUESTION : SURE_ALONE);

/** "Yes", "nej tak": an answer to what was asked, and no order. */
const isReply = (clause: Clause): boolean => clause.understanding.reply !== undefined && !isOrder(bestOf(clause));

/** Plain answers first; what must be confirmed is asked last, so that its question is the last thing said. */
export const askedLast = (command: CommandName): boolean => confirmed.has(command);
