import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { factCoverage, factTable } from '../../scripts/fact-coverage.ts';

describe('every fact of the descriptions', () => {
  const homes = factCoverage();

  test('stands somewhere in the knowledge', () => {
    expect(homes.length).toBeGreaterThan(500);
    expect(homes.filter(({ places }) => places.length === 0).map(({ id }) => id)).toEqual([]);
  });

  test('is asked for by a test', () => {
    expect(homes.filter(({ tests }) => tests.length === 0).map(({ id }) => id)).toEqual([]);
  });

  test('is in docs/facts.md with both (node scripts/run.cjs scripts/fact-coverage.ts makes it)', () => {
    expect(readFileSync(join(import.meta.dirname, '../../docs/facts.md'), 'utf8')).toBe(factTable(homes));
  });
});
