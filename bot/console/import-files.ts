/** Files of work orders and support teams: each is taken whole or refused whole, and every fault is named with its path. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Knowledge } from '../../knowledge/load.ts';
import type { KeptContacts } from '../../src/agreement/merge-contacts.ts';
import { type Fault, fail, ok, type Result } from '../../src/result.ts';
import type { Store } from '../../src/store/port.ts';
import { importSupportTeams } from '../desk/support-teams.ts';
import { importWorkOrder } from '../desk/work-orders.ts';

export interface ImportedFile {
  readonly tenant: string;
  /** What is in now, in words. */
  readonly told: string;
  /** Members that the desk does not know; kept, but perhaps a slip of the pen. */
  readonly unknown: readonly string[];
}

type Import = (store: Store, knowledge: Knowledge, content: unknown) => Promise<Result<ImportedFile, readonly Fault[]>>;

/** By the file's `format`; a file that names another is read as a work order, whose faults then say what is missing. */
const imports: Readonly<Record<string, Import>> = {
  'support-teams/1': takeSupportTeams,
  'work-order/1': takeWorkOrder,
};

/** Imports files in order; the first faulty one ends it with a text for the person at the console. */
export async function importFiles(
  files: readonly string[],
  store: Store,
  knowledge: Knowledge,
): Promise<Result<readonly ImportedFile[], string>> {
  const imported: ImportedFile[] = [];
  for (const file of files) {
    const content = await readJson(file);
    if (!content.ok) return content;
    const done = await importOf(content.value)(store, knowledge, content.value);
    if (!done.ok) return fail(`${file} was not imported:\n${done.failure.map(lineOf).join('\n')}`);
    imported.push(done.value);
  }
  return ok(imported);
}

const Formatted = z.looseObject({ format: z.string() });

function importOf(content: unknown): Import {
  const { data } = Formatted.safeParse(content);
  return (data && Object.hasOwn(imports, data.format) ? imports[data.format] : undefined) ?? takeWorkOrder;
}

async function takeWorkOrder(...given: Parameters<Import>): ReturnType<Import> {
  const done = await importWorkOrder(...given);
  if (!done.ok) return done;
  const { tenant, id, customer, unknown, kept } = done.value;
  return ok({ tenant, told: [`${id} of ${customer} is in.`, ...keptLines(kept)].join('\n'), unknown });
}

/** Whoever edits a file is told what of it does not hold, and how to have it otherwise. */
function keptLines({ added, removed, changed }: KeptContacts): string[] {
  const stays = [
    ...added.map((name) => `${name} stays a contact`),
    ...removed.map((name) => `${name} stays removed`),
    ...changed.map((name) => `${name} stays as named there`),
  ];
  if (stays.length === 0) return [];
  return [
    `  changed in conversation since the last import: ${stays.join(', ')}. To undo it, change it in conversation.`,
  ];
}

async function takeSupportTeams(...given: Parameters<Import>): ReturnType<Import> {
  const done = await importSupportTeams(...given);
  if (!done.ok) return done;
  const { tenant, teams } = done.value;
  return ok({ tenant, told: `The support teams of ${tenant} are in: ${teams.join(', ') || 'none'}.`, unknown: [] });
}

const lineOf = ({ path, problem }: Fault): string => `  ${path || '(the whole file)'}: ${problem}`;

async function readJson(file: string): Promise<Result<unknown, string>> {
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch (error) {
    return fail(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    return ok(JSON.parse(content));
  } catch (error) {
    return fail(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
