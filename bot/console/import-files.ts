/** Work-order files: each is taken whole or refused whole, and every fault is named with its path. */
import { readFile } from 'node:fs/promises';
import type { Knowledge } from '../../knowledge/load.ts';
import { type Fault, fail, ok, type Result } from '../../src/result.ts';
import type { Store } from '../../src/store/port.ts';
import { type Imported, importWorkOrder } from '../desk/work-orders.ts';

/** Imports files in order; the first faulty one ends it with a text for the person at the console. */
export async function importFiles(
  files: readonly string[],
  store: Store,
  knowledge: Knowledge,
): Promise<Result<readonly Imported[], string>> {
  const imported: Imported[] = [];
  for (const file of files) {
    const content = await readJson(file);
    if (!content.ok) return content;
    const done = await importWorkOrder(store, knowledge, content.value);
    if (!done.ok) return fail(`${file} was not imported:\n${done.failure.map(told).join('\n')}`);
    imported.push(done.value);
  }
  return ok(imported);
}

const told = ({ path, problem }: Fault): string => `  ${path || '(the whole file)'}: ${problem}`;

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
