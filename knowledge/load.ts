/** Reads the knowledge folder from disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeFaults } from './fault.ts';
import { type Knowledge, parseKnowledge, type RawFiles } from './parse.ts';

export type { KnowledgeFault } from './fault.ts';
export { type Knowledge, parseKnowledge, type RawFiles } from './parse.ts';

const folders = ['editions', 'topics'];

const jsonFilesOf = (directory: string, folder: string): string[] => {
  try {
    return readdirSync(join(directory, folder)).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
};

/** The text of every knowledge file in the directory, under its path there; a file that is absent is left out. */
export const readKnowledgeFiles = (directory: string): RawFiles => {
  const top = jsonFilesOf(directory, '.');
  const inFolders = folders.flatMap((folder) => jsonFilesOf(directory, folder).map((name) => `${folder}/${name}`));
  return new Map([...top, ...inFolders].map((file) => [file, readFileSync(join(directory, file), 'utf8')]));
};

/** All knowledge of the directory, by default the one beside this file. Throws one error that lists every fault. */
export const loadKnowledge = (directory: string = import.meta.dirname): Knowledge => {
  const parsed = parseKnowledge(readKnowledgeFiles(directory));
  if (parsed.ok) return parsed.value;
  throw new Error(`The knowledge in ${directory} cannot be used:\n${describeFaults(parsed.failure)}`);
};
