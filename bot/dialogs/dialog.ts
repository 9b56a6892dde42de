/** The state of a conversation and the step from what was understood to a command; plain data, no I/O. */
import { z } from 'zod';
import { type CommandName, commandNames, contracts } from '../../src/command/contract.ts';
import { severityOfImpact } from '../../src/incident/open-incident.ts';
import type { Reading, Understanding } from '../understanding/understand.ts';
import { leansOnLast } from './follow-up.ts';

const Arguments = z.record(z.string(), z.unknown());
const Command = z.enum(commandNames as [CommandName, ...CommandName[]]);

/** Kept between turns so that a dialog survives a restart. */
export const Dialog = z.strictObject({
  format: z.literal('dialog/1'),
  /** A command that waits for an argument or for a yes. */
  pending: z
    .strictObject({ command: Command, args: Arguments, asked: z.string(), since: z.iso.datetime({ offset: true }) })
    .optional(),
  /** The last command that was answered: "and for severity B?" refers to it. */
  last: z.strictObject({ command: Command, args: Arguments }).optional(),
  /** The incident that "that incident" means. */
  incident: z.string().optional(),
});
export type Dialog = z.infer<typeof Dialog>;

export const emptyDialog: Dialog = { format: 'dialog/1' };

/** What to do with a turn. */
export type Step =
  | {
      readonly kind: 'command';
      readonly command: CommandName;
      readonly args: Readonly<Record<string, unknown>>;
      readonly confirmed?: true;
    }
  | { readonly kind: 'dropped'; readonly command: CommandName }
  | { readonly kind: 'unclear'; readonly suggestions: readonly Reading[] };

/** What a pending command asks for when it waits for a yes. */
export const CONFIRMATION = 'confirmation';
/** A reading below this is offered, not followed. */
const SURE = 0.5;
/** Enough for a question when nothing else comes near. */
const CLEAR = 0.25;
/** A reading below this is not even offered. */
const PLAUSIBLE = 0.15;
/** An open question is forgotten after this long, in milliseconds. */
const PATIENCE = 30 * 60_000;

/** Questions may be asked again with another argument; a command that changed something is not repeated so. */
const repeatable: ReadonlySet<CommandName> = new Set<CommandName>([
  'response.expect',
  'severity.explain',
  'coverage.check',
  'contract.show',
  'balance.show',
  'incident.list',
]);

/**
 * The step for one turn: an answer to what was asked, a correction of the last question, a new command, or, when
 * nothing is sure enough, the readings to offer.
 */
export function stepOf(understanding: Understanding, text: string, dialog: Dialog, now: number): Step {
  const pending =
    dialog.pending !== undefined && now - Date.parse(dialog.pending.since) < PATIENCE ? dialog.pending : undefined;
  const known = understanding.readings.filter(isKnown);
  const [best] = known;
  if (pending !== undefined) {
    if (understanding.reply === 'cancel' || (understanding.reply === 'no' && !understanding.correction)) {
      return { kind: 'dropped', command: pending.command };
    }
    if (pending.asked === CONFIRMATION && understanding.reply === 'yes') {
      return { kind: 'command', command: pending.command, args: pending.args, confirmed: true };
    }
    const interrupts =
      best !== undefined && best.command !== pending.command && best.confidence >= 0.8 && pending.asked !== 'summary';
    if (!interrupts)
      return command(pending.command, { ...pending.args, ...givenFor(pending, understanding, text) }, dialog);
  }
  const isClear = best !== undefined && isClearEnough(known);
  const refersBack = understanding.correction || leansOnLast(text) || !isClear;
  const again = refersBack ? againWith(understanding, dialog) : undefined;
  if (again !== undefined) return again;
  if (best !== undefined && isClear)
    return command(best.command as CommandName, withUnknown(best.args, understanding), dialog);
  return { kind: 'unclear', suggestions: known.filter(({ confidence }) => confidence >= PLAUSIBLE).slice(0, 3) };
}

/** Sure by itself; or a question, which can do no harm, that stands well before any other reading. */
function isClearEnough([best, next]: readonly Reading[]): boolean {
  if (best === undefined) return false;
  if (best.confidence >= SURE) return true;
  const isQuestion = repeatable.has(best.command as CommandName);
  return isQuestion && best.confidence >= CLEAR && (next?.confidence ?? 0) * 2 <= best.confidence;
}

const isKnown = ({ command: name }: Reading): boolean => (commandNames as readonly string[]).includes(name);

/** Arguments in a turn that answers a question: those found in it, and the text itself where free text was asked for. */
function givenFor(
  pending: NonNullable<Dialog['pending']>,
  understanding: Understanding,
  text: string,
): Record<string, unknown> {
  const same = understanding.readings.find(({ command: name }) => name === pending.command);
  const given = withUnknown({ ...understanding.args, ...same?.args }, understanding);
  const taken = Object.keys(contracts[pending.command].args.shape);
  const kept = Object.fromEntries(
    Object.entries(given).filter(([name]) => taken.includes(name) || name.startsWith('unknown')),
  );
  return pending.asked === 'summary' && kept.summary === undefined ? { ...kept, summary: text.trim() } : kept;
}

function withUnknown(args: Readonly<Record<string, unknown>>, { unknown }: Understanding): Record<string, unknown> {
  return {
    ...args,
    ...(unknown.product !== undefined && args.product === undefined ? { unknownProduct: unknown.product } : {}),
    ...(unknown.severity !== undefined && args.severity === undefined ? { unknownSeverity: unknown.severity } : {}),
  };
}

/** "And for severity B?", "no, in Lyon": the last question with what is new. */
function againWith(understanding: Understanding, { last }: Dialog): Step | undefined {
  if (last === undefined || !repeatable.has(last.command)) return undefined;
  const taken = Object.keys(contracts[last.command].args.shape);
  const fresh = Object.entries(understanding.args).filter(([name]) => taken.includes(name));
  if (fresh.length === 0) return undefined;
  return { kind: 'command', command: last.command, args: { ...last.args, ...Object.fromEntries(fresh) } };
}

/** Fills in what the conversation or the words imply: the incident talked about, the severity of an impact. */
function command(name: CommandName, args: Readonly<Record<string, unknown>>, { incident }: Dialog): Step {
  const taken = Object.keys(contracts[name].args.shape);
  const filled: Record<string, unknown> = { ...args };
  if (taken.includes('incident') && filled.incident === undefined && incident !== undefined) filled.incident = incident;
  const impact = filled.impact;
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
