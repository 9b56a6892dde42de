/** What a conversation remembers between turns; plain data, so that a dialog survives a restart. */
import { z } from 'zod';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { type CommandName, commandNames } from '../../src/command/contract.ts';

const Command = z.enum(commandNames as [CommandName, ...CommandName[]]);
const Wish = z.strictObject({ command: Command, args: z.record(z.string(), z.unknown()) });

/** A command that waits for an argument or for a yes. */
export const Pending = Wish.extend({
  /** The argument asked for, or `CONFIRMATION`. */
  asked: z.string(),
  since: z.iso.datetime({ offset: true }),
  /** Tells this question from every other one, also from the same asked again: it is answered once. */
  asking: z.string().optional(),
  /** How many other things were answered since it was asked. */
  aside: z.number().int().positive().optional(),
});
export type Pending = z.infer<typeof Pending>;

export const Dialog = z.strictObject({
  format: z.literal('dialog/1'),
  pending: Pending.optional(),
  /** Questions that were open when `pending` was asked, the newest first: they come back after it. */
  waiting: z.array(Pending).optional(),
  /** The last command that was answered: "and for severity B?" refers to it. */
  last: Wish.extend({ done: z.literal(true).optional() }).optional(),
  /** The incident that "that incident" means. */
  incident: z.string().optional(),
  /** The booking that "that booking" means: the one that was made, moved or cancelled last. */
  booking: z.string().optional(),
  /** Incidents in the order in which they were listed last: "the first one". */
  listed: z.array(z.string()).optional(),
  /** Readings that were offered last. */
  offered: z.array(Wish).optional(),
  /** The language that the conversation is held in: a "ja" alone does not tell its own. */
  language: DeskLanguage.optional(),
  /** How many times in a row nothing was understood. */
  missed: z.number().int().positive().optional(),
});
export type Dialog = z.infer<typeof Dialog>;

export const emptyDialog: Dialog = { format: 'dialog/1' };

/** What a pending command asks for when it waits for a yes. */
export const CONFIRMATION = 'confirmation';

/** An open question takes an answer for so long, in milliseconds; after that it is asked anew before anything is done. */
const PATIENCE = 2 * 60 * 60_000;
/** After so long, in milliseconds, nobody remembers having been asked. */
const MEMORY = 7 * 24 * 60 * 60_000;

const ageOf = ({ since }: Pending, now: number): number => now - Date.parse(since);

export const isFresh = (pending: Pending, now: number): boolean => ageOf(pending, now) < PATIENCE;

export const isForgotten = (pending: Pending, now: number): boolean => ageOf(pending, now) >= MEMORY;
