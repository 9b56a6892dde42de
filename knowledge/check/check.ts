/** The tools of the checks: faults with their paths, and a walk over everything in an edition. */
import type { Fault } from '../../src/result.ts';
import { readablePath } from '../fault.ts';
import type { Edition } from '../schema/edition.ts';

export type Path = readonly PropertyKey[];
export type Check = (edition: Edition) => Fault[];

export const at = (path: Path, problem: string): Fault => ({ path: readablePath(path), problem });

/** A fault for every key that stands a second time. */
export const duplicates = (keys: readonly string[], path: (index: number) => Path, what: string): Fault[] =>
  keys.flatMap((key, index) =>
    keys.indexOf(key) < index ? [at(path(index), `${what} ${key} stands here twice`)] : [],
  );

/** Every node of the data with its path, the root first. */
export function* nodes(value: unknown, path: Path = []): Generator<[Path, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [path, value as Record<string, unknown>];
  for (const [key, inner] of Object.entries(value)) {
    yield* nodes(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}
