/** Ways of asking in six languages, two or three hundred each, with the command and the arguments that they mean. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { comparable, context, NONE } from '../../../scripts/evaluation/judge.ts';
import { understander } from './reading.ts';

const Rows = z.array(
  z.strictObject({ says: z.string(), command: z.string(), args: z.record(z.string(), z.unknown()).default({}) }),
);
const table = z
  .record(z.string(), Rows)
  .parse(JSON.parse(readFileSync(new URL('phrasings.json', import.meta.url), 'utf8')));

/** The command that the desk would follow, and its arguments but for the person's own words. */
function followed(says: string, language: string): { command: string; args: Record<string, unknown> } {
  const [reading] = understander.understand(says, { ...context, locale: language }).readings;
  if (reading === undefined || reading.confidence < 0.25) return { command: NONE, args: {} };
  return { command: reading.command, args: comparable(reading.args, reading.command) };
}

describe.each(Object.entries(table))('in %s', (language, rows) => {
  test.each(rows)('$says', ({ says, command, args }) => {
    expect(followed(says, language)).toEqual({ command, args });
  });
});

describe('what the table is told by', () => {
  test('"in an hour" and "the next fortnight" are an hour and fourteen days', () => {
    expect(followed('Progress on INC-604418: next word in an hour', 'en').args).toHaveProperty(
      'nextUpdate',
      '2026-03-03T11:00:00+01:00',
    );
    expect(followed('anything running out on us in the next fortnight', 'en').args).toEqual({ within: 14 });
  });

  test('an abbreviation of a place may be written small, a pronoun is no country', () => {
    expect(followed('whats ur turnaround on sev1 azure vms nyc', 'en').args).toHaveProperty('location', 'us');
    expect(followed('what is your turnaround on sev1 azure vms for us', 'en').args).not.toHaveProperty('location');
  });

  test('editions are compared from the earlier to the later', () => {
    const args = { from: 'unified-2024-09', to: 'unified-2025-03' };
    expect(followed("what's new in unified-2025-03 vs unified-2024-09", 'en').args).toEqual(args);
    expect(followed('compare unified-2024-09 with unified-2025-03', 'en').args).toEqual(args);
  });

  test('what is given up stands after "que" only beside "plutôt"', () => {
    expect(followed("plutôt un hackathon que l'atelier, c'est possible ?", 'fr').args).toEqual({
      from: 'workshops',
      to: 'hackathons',
    });
  });
});
