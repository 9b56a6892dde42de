/** The tools of the checks: faults with their paths, and a walk over everything in an edition. */
import type { Fault } from '../../src/result.ts';
import { readablePath } from '../fault.ts';
import type { Edition } from '../schema/edition.ts';

export type Path = readonly PropertyKey[];
export type Check = (edition: Edition) => Fault[];

export type At = (path: Path, problem: string) => Fault;

export const at: At = (path, problem) => ({ path: readablePath(path), problem });

/** A fault for every key that stands a second time. */
export const duplicates = (keys: readonly string[], path: (index: number) => Path, what: string): Fault[] =>
  keys.flatMap((key, index) =>
    keys.indexOf(key) < index ? [at(path(index), `${what} ${key} stands here twice`)] : [],
  );

type Node = Readonly<Record<string, unknown>>;

const walk = (value: unknown, path: PropertyKey[], look: (node: Node) => void): void => {
  if (typeof value !== 'object' || value === null) return;
  const list = Array.isArray(value);
  const node = value as Node;
  if (!list) look(node);
  for (const key of Object.keys(node)) {
    path.push(list ? Number(key) : key);
    walk(node[key], path, look);
    path.pop();
  }
};

/** Finds faults at one object of the data; `at` tells a fault below that object. */
export type Look = (node: Node, at: At) => readonly Fault[];

/** The faults that looks at every object of the data find, in one walk. */
export const inspect = (data: unknown, looks: readonly Look[]): Fault[] => {
  const faults: Fault[] = [];
  const path: PropertyKey[] = [];
  const below: At = (keys, problem) => at([...path, ...keys], problem);
  walk(data, path, (node) => {
    for (const look of looks) for (const fault of look(node, below)) faults.push(fault);
  });
  return faults;
};
