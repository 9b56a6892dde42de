/** The step from what was understood to what is done with a turn; plain data in and out, no I/O. */
import { type CommandName, confirmed, contracts } from '../../src/command/contract.ts';
import { severityOfImpact } from '../../src/incident/open-incident.ts';
import type { Understanding } from '../understanding/understand.ts';
import { agrees } from './consent.ts';
import { changesIn } from './corrections.ts';
import { CONFIRMATION, type Dialog, isForgotten, isFresh, type Pending } from './dialog.ts';
import { comesBack, holdsOn, isBare, isFew, isQuestion, leansOnLast } from './follow-up.ts';
import { digitIn, ordinalIn } from './ordinals.ts';
import {
  clearest,
  isCertain,
  isRepeatable,
  isTelling,
  type KnownReading,
  knownReadings,
  offerable,
} from './readings.ts';
import type { Talk } from './small-talk.ts';

type Args = Readonly<Record<string, unknown>>;

/** What to do with a turn. */
export type Step =
  | {
      readonly kind: 'command';
      readonly command: CommandName;
      readonly args: Args;
      readonly confirmed?: true;
      /** With a yes: the question that it answers, by its `asking`. */
      readonly answers?: string;
      /** The question that was open is left with it: "no, show me the incidents instead". */
      readonly leaves?: true;
    }
  | { readonly kind: 'dropped'; readonly command: CommandName }
  /** The answer to a question of long ago: it is asked anew, and nothing is done. */
  | { readonly kind: 'lapsed'; readonly command: CommandName; readonly args: Args; readonly asked: string }
  /** A yes or a no to nothing. */
  | { readonly kind: 'unasked' }
  | { readonly kind: 'talk'; readonly talk: Talk }
  | { readonly kind: 'unclear'; readonly suggestions: readonly Wish[] };

/** Arguments that take any text: while one is asked for, only a plain question is no answer. */
const FREE: ReadonlySet<string> = new Set(['summary', 'text', 'question', 'comment']);

/**
 * The step for one turn: an answer to what was asked, a correction, a choice among what was shown, a new command, or,
 * when nothing is sure enough, the readings to offer.
 */
export function stepOf(understanding: Understanding, text: string, dialog: Dialog, now: number): Step {
  const known = knownReadings(understanding);
  const clear = clearest(known) ?? aboutBooking(known, dialog);
  const { pending } = dialog;
  const toPending =
    pending === undefined || isForgotten(pending, now)
      ? undefined
      : isFresh(pending, now)
        ? answerTo(pending, understanding, text, dialog)
        : tooLateFor(pending, understanding, clear);
  if (toPending !== undefined) return toPending;
  const chosen = chosenFrom(dialog, text, clear);
  if (chosen !== undefined) return chosen;
  const refersBack = understanding.correction || leansOnLast(text) || clear === undefined;
  const again = refersBack ? againWith(understanding, text, dialog) : undefined;
  if (again !== undefined) return again;
  if (clear !== undefined) return command(clear.command, argsOf(clear, understanding), dialog, text);
  if (understanding.reply !== undefined) return { kind: 'unasked' };
  return { kind: 'unclear', suggestions: offerable(known) };
}

/** "What does it cost to cancel it?", said of a booking: less sure by itself, and still the only thing that it can mean. */
function aboutBooking([best]: readonly KnownReading[], { booking }: Dialog): KnownReading | undefined {
  return booking !== undefined && best !== undefined && ON_BOOKING.has(best.command) ? best : undefined;
}

interface Wish {
  readonly command: CommandName;
  readonly args: Args;
}

const MOST_OFFERED = 3;

/**
 * The step for a command that something less sure than the recogniser has chosen. What only tells, and what is asked
 * about before it is done, is followed; anything else is offered first.
 */
export function stepChosen(wish: Wish, others: readonly Wish[], dialog: Dialog): Step {
  if (isTelling(wish.command) || confirmed.has(wish.command)) return command(wish.command, wish.args, dialog, '');
  const rest = others.filter((other) => other.command !== wish.command);
  return { kind: 'unclear', suggestions: [wish, ...rest].slice(0, MOST_OFFERED) };
}

/** What a turn is to an open question; nothing where it leaves the question aside. */
function answerTo(pending: Pending, understanding: Understanding, text: string, dialog: Dialog): Step | undefined {
  const { reply, correction } = understanding;
  const known = knownReadings(understanding);
  // A yes or a no alone is the answer to what was asked, whatever command it may be short for.
  const isReplyAlone = reply !== undefined && isFew(text);
  const rates = ratesOpening(pending, known[0], dialog);
  const other = known[0]?.command === pending.command || isReplyAlone || rates ? undefined : known[0];
  const certain = other !== undefined && isCertain(other) && other.command !== 'help' ? other : undefined;
  if (certain !== undefined && holdsOn(text)) return undefined;
  if (comesBack(text) && (certain === undefined || isOfNoneNamed(certain)))
    return command(pending.command, pending.args, dialog, '');
  if (reply === 'cancel' || (reply === 'no' && !correction)) {
    if (certain === undefined) return { kind: 'dropped', command: pending.command };
    return { ...command(certain.command, argsOf(certain, understanding), dialog, text), leaves: true };
  }
  const given = givenFor(pending, understanding, text);
  const changesNothing = Object.keys(given).length === 0;
  if (pending.asked === CONFIRMATION && changesNothing && agrees(pending, reply, known[0], text)) {
    const answers = pending.asking === undefined ? {} : { answers: pending.asking };
    return { kind: 'command', command: pending.command, args: pending.args, confirmed: true, ...answers };
  }
  const answersIt =
    (given[pending.asked] !== undefined && isBare(text)) || tellsImpact(pending, given, understanding, text);
  if (!answersIt && interrupts(pending, other, text, changesNothing)) return undefined;
  if (pending.aside !== undefined && leansOnLast(text) && againWith(understanding, text, dialog) !== undefined)
    return undefined;
  const asksToOpen = understanding.asksToOpen && !rates;
  return command(pending.command, { ...asWished(pending.args, given, asksToOpen), ...given }, dialog, text);
}

/** "Make it severity B" while an incident is about to be opened: that one is meant, and none that stands already. */
const ratesOpening = (pending: Pending, best: KnownReading | undefined, { incident }: Dialog): boolean =>
  pending.command === 'incident.open' &&
  best !== undefined &&
  (best.command === 'severity.request' || best.command === 'severity.set') &&
  best.args.incident === undefined &&
  best.args.severity !== undefined &&
  (pending.aside === undefined || incident === undefined);

/** "Back to the incident": heard as a command on an incident, and none is named. */
const isOfNoneNamed = ({ command: name, args }: KnownReading): boolean =>
  'incident' in contracts[name].args.shape && args.incident === undefined;

/** "It is badly degraded" to the question for a severity, whatever else it may sound like. */
const tellsImpact = ({ asked }: Pending, { impact }: Args, { asksToOpen }: Understanding, text: string): boolean =>
  asked === 'severity' && impact !== undefined && !asksToOpen && !isQuestion(text);

/** Another command in between: one that is certain, or clear where the text answers nothing. */
function interrupts(
  { asked }: Pending,
  other: KnownReading | undefined,
  text: string,
  answersNothing: boolean,
): boolean {
  if (other === undefined) return false;
  if (FREE.has(asked)) return isCertain(other) && isTelling(other.command) && isQuestion(text);
  return isCertain(other) || (answersNothing && clearest([other]) !== undefined);
}

/** A question that has lapsed is asked anew where the turn looks like its answer. */
function tooLateFor(pending: Pending, understanding: Understanding, clear: KnownReading | undefined): Step | undefined {
  const { command: name, asked, args } = pending;
  const { reply } = understanding;
  if (reply === 'cancel' || reply === 'no') return { kind: 'dropped', command: name };
  if (reply === 'yes' && asked === CONFIRMATION) return { kind: 'lapsed', command: name, args, asked };
  if (clear !== undefined) return undefined;
  const changes = changesIn(name, args, understanding.args, understanding);
  if (Object.keys(changes).length === 0) return undefined;
  return { kind: 'lapsed', command: name, args: { ...args, ...changes }, asked };
}

/**
 * What a turn that answers a question changes: the arguments found in it, and the text itself where free text was asked
 * for. A short correction is none: "no, severity B" describes nothing.
 */
function givenFor({ command: name, asked, args }: Pending, understanding: Understanding, text: string): Args {
  const same = understanding.readings.find((reading) => reading.command === name);
  const found = withUnknown({ ...saidIn(understanding, text), ...same?.args }, understanding);
  if (!FREE.has(asked)) return changesIn(name, args, found, understanding);
  const { [asked]: said = text.trim(), ...others } = found;
  const changes = changesIn(name, args, others, understanding);
  const corrects = understanding.correction && isShort(text) && Object.keys(changes).length > 0;
  return corrects ? changes : { ...changes, [asked]: said };
}

const isShort = (text: string): boolean => text.trim().split(/\s+/u).length <= 5;

/** What was described and not asked for is only proposed. */
function argsOf({ command: name, args }: KnownReading, understanding: Understanding): Args {
  const isTold = name === 'incident.open' && !understanding.asksToOpen;
  return { ...withUnknown(args, understanding), ...(isTold ? { proposed: true } : {}) };
}

/** "Open a case of severity B" to a proposal: it is asked for now. A severity that is named takes an impact's place. */
function asWished({ proposed, impact, ...args }: Args, given: Args, asksToOpen: boolean): Args {
  return {
    ...args,
    ...(proposed === undefined || asksToOpen ? {} : { proposed }),
    ...(impact === undefined || given.severity !== undefined ? {} : { impact }),
  };
}

function withUnknown(args: Args, { unknown }: Understanding): Args {
  return {
    ...args,
    ...(unknown.product !== undefined && args.product === undefined ? { unknownProduct: unknown.product } : {}),
    ...(unknown.among !== undefined ? { unknownAmong: unknown.among } : {}),
    ...(unknown.severity !== undefined && args.severity === undefined ? { unknownSeverity: unknown.severity } : {}),
  };
}

/** "The first one": of the readings that were offered, or of the incidents that were listed. */
function chosenFrom({ offered, listed }: Dialog, text: string, clear: KnownReading | undefined): Step | undefined {
  const index = ordinalIn(text) ?? digitIn(text);
  if (index === undefined || clear !== undefined) return undefined;
  const wish = offered?.at(index);
  if (wish !== undefined) return { kind: 'command', ...wish };
  const incident = digitIn(text) === undefined ? listed?.at(index) : undefined;
  return incident === undefined ? undefined : { kind: 'command', command: 'incident.show', args: { incident } };
}

/** A question; or, put right, a command that was only quoted so far, which asks before it does anything. */
const mayBeAskedAgain = (
  { command: name, done }: NonNullable<Dialog['last']>,
  { correction }: Understanding,
): boolean => isRepeatable(name) || (correction && done !== true && confirmed.has(name));

/** The arguments of a text; a letter that stands alone is a severity where the text leans on a question: "and for B?". */
function saidIn({ args, entities: { letter } }: Understanding, text: string): Args {
  return letter === undefined || !leansOnLast(text) ? args : { severity: letter, ...args };
}

/** "And for severity B?", "no, in Lyon": the last question with what is new. */
function againWith(understanding: Understanding, text: string, { last }: Dialog): Step | undefined {
  if (last === undefined || !mayBeAskedAgain(last, understanding)) return undefined;
  const taken = Object.keys(contracts[last.command].args.shape);
  const said = Object.entries(saidIn(understanding, text));
  const given = Object.fromEntries(said.filter(([name]) => taken.includes(name)));
  if (Object.keys(given).length === 0) return undefined;
  const changes = changesIn(last.command, last.args, withUnknown(given, understanding), understanding);
  return { kind: 'command', command: last.command, args: { ...last.args, ...changes } };
}

/** Commands on a booking, and what names it in other ways than by its number. */
const ON_BOOKING: ReadonlySet<CommandName> = new Set<CommandName>(['service.cancel', 'service.move']);
const NAMES_BOOKING = ['booking', 'service', 'deliveryDate'];

/** Fills in what the conversation or the words imply: the incident or booking talked about, the severity of an impact. */
function command(
  name: CommandName,
  args: Args,
  { incident, booking, listed }: Dialog,
  text: string,
): Step & { kind: 'command' } {
  const taken = Object.keys(contracts[name].args.shape);
  const filled: Record<string, unknown> = { ...args };
  const index = ordinalIn(text);
  const meant = (index === undefined ? undefined : listed?.at(index)) ?? incident;
  if (taken.includes('incident') && filled.incident === undefined && meant !== undefined) filled.incident = meant;
  const isNamed = NAMES_BOOKING.some((argument) => filled[argument] !== undefined);
  if (ON_BOOKING.has(name) && !isNamed && booking !== undefined) filled.booking = booking;
  const { impact } = filled;
  if (
    taken.includes('severity') &&
    filled.severity === undefined &&
    typeof impact === 'string' &&
    impact in severityOfImpact
  ) {
    filled.severity = severityOfImpact[impact as keyof typeof severityOfImpact];
  }
  return { kind: 'command', command: name, args: filled };
}
