/**
 * What a store keeps of one aggregate, in one piece: its state with the version, the fields it is found by, the commands
 * that were done on it and the messages that wait to be sent. One write of it is therefore atomic for all of them.
 */
import { z } from 'zod';
import { DirectoryId } from '../directory-id.ts';
import { type Fault, fail, ok, type Result } from '../result.ts';
import type { StoreFault } from './fault.ts';
import { envelopeMigrations, type Migration } from './migrations.ts';
import type { AggregateKey, Message, Stored } from './port.ts';

const Key = z.object({ tenant: DirectoryId, kind: z.string(), id: z.string() });

const Envelope = z.object({
  key: Key,
  version: z.int().min(1),
  state: z.unknown(),
  index: z.record(z.string(), z.string()),
  commands: z.array(z.object({ id: z.string(), result: z.unknown() })),
  messages: z.array(z.object({ key: z.string(), topic: z.string(), body: z.unknown(), order: z.int() })),
});

export interface Envelope {
  readonly key: AggregateKey;
  readonly version: number;
  readonly state: unknown;
  readonly index: Readonly<Record<string, string>>;
  /** Newest last. */
  readonly commands: readonly { readonly id: string; readonly result?: unknown }[];
  /** Oldest first. */
  readonly messages: readonly WaitingMessage[];
}

/** A message with its place among all that wait in the store: the lower goes first, and those of one save are equal. */
export interface WaitingMessage extends Omit<Message, 'body'> {
  readonly body?: unknown;
  readonly order: number;
}

/** The part that the port shows. */
export function storedOf(envelope: Envelope): Stored {
  return { version: envelope.version, state: envelope.state, index: envelope.index };
}

/** The text of an aggregate's file. */
export function writeEnvelope(envelope: Envelope, migrations: readonly Migration[] = envelopeMigrations): string {
  return `${JSON.stringify({ format: `aggregate/${migrations.length + 1}`, ...envelope })}\n`;
}

/** Reads the text of an aggregate's file, written by this release or an older one. `file` is named in a fault. */
export function readEnvelope(
  text: string,
  file: string,
  migrations: readonly Migration[] = envelopeMigrations,
): Result<Envelope, StoreFault> {
  const raw = parseObject(text);
  if (!raw) return fail(damaged(file, 'The file is not whole JSON.'));
  const format = /^aggregate\/([1-9]\d*)$/.exec(String(raw.format))?.[1];
  if (format === undefined) return fail(foreign(file, 'The file is not an aggregate of this store.'));
  if (Number(format) > migrations.length + 1) return fail(newer(file, String(raw.format)));
  const raised = migrations.slice(Number(format) - 1).reduce((older, step) => step(older), raw);
  const checked = Envelope.safeParse(raised);
  return checked.success ? ok(checked.data) : fail(damaged(file, describe(checked.error)));
}

/** The fault of a file that holds another aggregate than its place says. */
export function misplaced(file: string, found: AggregateKey): StoreFault {
  return foreign(file, `The file holds ${found.kind} ${found.id} of tenant ${found.tenant}, which belongs elsewhere.`);
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return z.record(z.string(), z.unknown()).safeParse(parsed).data;
  } catch {
    return undefined;
  }
}

function describe(error: z.ZodError): string {
  const faults = error.issues.map((issue): Fault => ({ path: issue.path.join('.'), problem: issue.message }));
  return `The file does not hold what the store writes: ${faults.map((at) => `${at.path}: ${at.problem}`).join('; ')}.`;
}

const damaged = (file: string, problem: string): StoreFault => ({
  code: 'damaged',
  file,
  problem,
  remedy: 'Restore the directory from a backup, or move this file away to give this one record up; all others work on.',
});

const foreign = (file: string, problem: string): StoreFault => ({
  code: 'foreign',
  file,
  problem,
  remedy: 'Move the file away; where it stands instead of the right one, restore the directory from a backup.',
});

const newer = (file: string, format: string): StoreFault => ({
  code: 'newer-format',
  file,
  problem: `The file has the format ${format}, which this release does not know.`,
  remedy: 'Run the release of the desk that wrote it, or a later one.',
});
