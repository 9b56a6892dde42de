/** What a schema found wrong, as faults with paths such as `locations[1].timeZone`. */
import type { z } from 'zod';
import type { Fault } from './result.ts';

/** One fault for each issue, in the order of the file. */
export const faultsOf = ({ issues }: z.ZodError): Fault[] =>
  issues.map(({ path, message }) => ({ path: pathOf(path), problem: message }));

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((whole, part) => {
    if (typeof part === 'number') return `${whole}[${part}]`;
    return whole === '' ? String(part) : `${whole}.${String(part)}`;
  }, '');
