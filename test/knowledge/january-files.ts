/** The knowledge files with one edition, and ways to break a file before it is parsed. */
import { join } from 'node:path';
import { type KnowledgeFault, parseKnowledge, type RawFiles, readKnowledgeFiles } from '../../knowledge/load.ts';

export const january = 'editions/unified-2025-01.json';

export const januaryFiles: RawFiles = new Map(
  [...readKnowledgeFiles(join(import.meta.dirname, '../../knowledge'))].filter(
    ([file]) => !file.startsWith('editions/') || file === january,
  ),
);

type Node = Record<string, unknown>;

/** Changes parsed data in place, and takes no notice of what type they should have. */
export type Break = (data: Node) => void;

const nodeAt = (data: Node, keys: readonly string[]): Node => {
  const node = keys.reduce<unknown>((inner, key) => (inner as Node)[key], data);
  if (typeof node !== 'object' || node === null) throw new Error(`nothing stands at ${keys.join('.')}`);
  return node as Node;
};

/** The breaks take paths such as `charts.base.rows.2.effort`. */
const parted = (path: string): { above: readonly string[]; last: string } => {
  const keys = path.split('.');
  return { above: keys.slice(0, -1), last: keys.at(-1) ?? '' };
};

export const set =
  (path: string, value: unknown): Break =>
  (data) => {
    const { above, last } = parted(path);
    nodeAt(data, above)[last] = value;
  };

export const drop =
  (path: string): Break =>
  (data) => {
    const { above, last } = parted(path);
    delete nodeAt(data, above)[last];
  };

export const append =
  (path: string, value: unknown): Break =>
  (data) => {
    (nodeAt(data, path.split('.')) as unknown as unknown[]).push(value);
  };

/** Puts a copy of what stands at one path to another. */
export const copy =
  (from: string, to: string): Break =>
  (data) =>
    set(to, structuredClone(nodeAt(data, from.split('.'))))(data);

export const all =
  (...breaks: readonly Break[]): Break =>
  (data) => {
    for (const one of breaks) one(data);
  };

/** The faults that come of breaking one file of the good data. */
export function faultsAfter(file: string, breakIt: Break): readonly KnowledgeFault[] {
  const data: Node = JSON.parse(januaryFiles.get(file) ?? '{}');
  breakIt(data);
  const parsed = parseKnowledge(new Map([...januaryFiles, [file, JSON.stringify(data)]]));
  return parsed.ok ? [] : parsed.failure;
}
