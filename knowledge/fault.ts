/** Faults of knowledge files: which file, where in it, and what is wrong there. */
import type { z } from 'zod';
import type { Fault } from '../src/result.ts';

export interface KnowledgeFault extends Fault {
  /** Relative to the knowledge folder: `editions/unified-2025-01.json`. */
  readonly file: string;
}

type Path = readonly PropertyKey[];

/** `charts.base.rows[2].effort`; a key that is no plain name stands in quotes: `names["zh-Hant"]`. */
export const readablePath = (path: Path): string =>
  path.reduce<string>((written, key) => {
    if (typeof key === 'number') return `${written}[${key}]`;
    const name = String(key);
    if (!/^[A-Za-z_][\w-]*$/.test(name)) return `${written}["${name}"]`;
    return written === '' ? name : `${written}.${name}`;
  }, '');

/** How far into the data the nearest fault of a branch lies: the deeper, the more of the branch did fit. */
const depth = (issues: readonly z.core.$ZodIssue[]): number => Math.min(...issues.map(({ path }) => path.length));

/** Of the ways in which a value could have been right, the one that it comes nearest to. */
const nearest = (branches: readonly z.core.$ZodIssue[][]): readonly z.core.$ZodIssue[] =>
  branches.reduce((best, next) => {
    const deeper = depth(next) - depth(best);
    return deeper > 0 || (deeper === 0 && next.length < best.length) ? next : best;
  });

const problemOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  if (!issue.message.endsWith(', received undefined')) return issue.message;
  return issue.code === 'invalid_type' ? `is missing: must be of type ${issue.expected}` : 'is missing';
};

const explain = (issue: z.core.$ZodIssue, above: Path): Fault[] => {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return nearest(issue.errors).flatMap((inner) => explain(inner, path));
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: readablePath([...path, key]), problem: 'is not known here' }));
  }
  return [{ path: readablePath(path), problem: problemOf(issue) }];
};

/** Every issue of a parse as a fault of the file; of a union only the branch that the value comes nearest to. */
export const faultsOf = (file: string, error: z.ZodError): KnowledgeFault[] =>
  error.issues.flatMap((issue) => explain(issue, [])).map((fault) => ({ file, ...fault }));

/** One line for each fault: `editions/x.json: charts.base.rows[2].effort: …`. */
export const describeFaults = (faults: readonly KnowledgeFault[]): string =>
  faults.map(({ file, path, problem }) => [file, path, problem].filter((part) => part !== '').join(': ')).join('\n');
