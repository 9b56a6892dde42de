/** One edition by itself with the catalogue: the faults of another edition's file do not touch its tests. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseKnowledge, readKnowledgeFiles } from '../../knowledge/load.ts';
import type { ChartRow } from '../../knowledge/schema/chart.ts';
import type { Fact } from '../../knowledge/schema/citation.ts';
import type { Edition } from '../../knowledge/schema/edition.ts';
import type { Chart } from '../../knowledge/vocabulary.ts';

const directory = join(import.meta.dirname, '../../knowledge');

/** The edition, read and checked with services, products and topics. Throws with the faults where it has any. */
export function oneEdition(id: string): Edition {
  const files = [...readKnowledgeFiles(directory)].filter(
    ([file]) => !file.startsWith('editions/') || file === `editions/${id}.json`,
  );
  const parsed = parseKnowledge(new Map(files));
  if (!parsed.ok)
    throw new Error(parsed.failure.map(({ file, path, problem }) => `${file} ${path} ${problem}`).join('\n'));
  const edition = parsed.value.editions.get(id);
  if (edition === undefined) throw new Error(`no edition ${id}`);
  return edition;
}

/** Every fact, catalogue row, anomaly and gap that the edition's file names. */
export function idsOf(id: string): ReadonlySet<string> {
  const text = readFileSync(join(directory, 'editions', `${id}.json`), 'utf8');
  return new Set([...text.matchAll(/"([FSAG]-[A-Za-z0-9-]+)"/g)].map(([, held]) => held ?? ''));
}

/** Ids written short: `F-AED-01..03 F-AED-13b` is four of them. */
export const ids = (short: string): readonly string[] =>
  short.split(/\s+/).flatMap((word) => {
    const [, stem, from, to] = /^(.*-)(\d+)\.\.(\d+)$/.exec(word) ?? [];
    if (stem === undefined || from === undefined || to === undefined) return [word];
    return Array.from(
      { length: Number(to) - Number(from) + 1 },
      (_, index) => `${stem}${String(Number(from) + index).padStart(2, '0')}`,
    );
  });

/** A row of a chart in the order in which the tables of the tests write it. */
export function rowOf(edition: Edition, chart: Chart, severity: ChartRow['severity']) {
  const row = edition.charts[chart]?.rows.find((candidate) => candidate.severity === severity);
  if (row === undefined) return undefined;
  const { attention, firstResponse } = row;
  return [
    typeof attention === 'object' && attention !== null ? `${attention.minutes} ${attention.clock}` : attention,
    firstResponse.azure ?? null,
    firstResponse.minutes,
    row.clock,
    row.effort,
    row.submission.via.join(' '),
  ];
}

/** The readings of a fact by language, or the one that holds for all. */
export function readingsOf<Value>(held: Fact<Value> | null | undefined): unknown {
  if (held === null || held === undefined) return null;
  if ('value' in held) return held.value;
  const readings = Object.entries(held.byLanguage).map(([language, reading]) => [language, reading?.value]);
  return { ...Object.fromEntries(readings), cautious: held.cautious };
}
