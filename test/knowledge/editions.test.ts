import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadKnowledge } from '../../knowledge/load.ts';
import type { Edition } from '../../knowledge/schema/edition.ts';

const editions = [...loadKnowledge().editions.values()];

/** Every section that an edition names anywhere, found by its own walk. */
const cited = (value: unknown, key = ''): string[] => {
  if (typeof value === 'string') return /^(section|textSection)$/.test(key) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([inner, held]) => cited(held, inner));
};

const anEdition: fc.Arbitrary<Edition> = fc.constantFrom(...editions);

describe('every edition that lies in the folder', () => {
  test('cites only sections that it has, however deep the citation lies', () => {
    fc.assert(
      fc.property(
        anEdition.chain((edition) => fc.tuple(fc.constant(edition), fc.constantFrom(...cited(edition)))),
        ([edition, section]) => {
          expect(edition.sections).toContain(section);
        },
      ),
    );
  });

  test.each(editions.map((edition) => [edition.id, edition] as const))(
    '%s: all of its citations, not some',
    (_, edition) => {
      const sections = cited(edition);
      expect(sections.length).toBeGreaterThan(100);
      expect(sections.filter((section) => !edition.sections.includes(section))).toEqual([]);
    },
  );

  test('orders its severity rows from the gravest down', () => {
    fc.assert(
      fc.property(anEdition, ({ charts }) => {
        for (const chart of Object.values(charts)) {
          const rows = chart.rows.map(({ severity }) => '1ABC'.indexOf(severity));
          expect(rows).toEqual(rows.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  test('never promises a slower first response to the graver severity', () => {
    for (const { charts } of editions) {
      for (const { rows } of Object.values(charts)) {
        const minutes = rows.map(({ firstResponse }) => firstResponse.minutes);
        expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
      }
    }
  });

  test('promises Azure at least as fast a response as the rest, where it has a line of its own', () => {
    const lines = editions.flatMap(({ charts }) =>
      Object.values(charts).flatMap(({ rows }) => rows.map(({ firstResponse }) => firstResponse)),
    );
    expect(lines.filter(({ azure, minutes }) => azure !== undefined && azure > minutes)).toEqual([]);
  });

  test('says of each slip what is printed and how it is treated', () => {
    for (const { anomalies, gaps } of editions)
      for (const { what, treatment } of [...anomalies, ...gaps]) {
        expect(what).toMatch(/\.$/);
        expect(treatment).toMatch(/\.$/);
      }
  });
});
