// Where every fact of the descriptions stands in knowledge/, and which test asks for it:
//   node scripts/run.cjs scripts/fact-coverage.ts      writes docs/facts.md
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export interface FactHome {
  readonly id: string;
  /** `unified-2025-01: charts.base.rows[2].facts[0]`, the first place in each edition. */
  readonly places: readonly string[];
  /** Test files that name the fact, from the project's root. */
  readonly tests: readonly string[];
}

/** Every fact id of the list with its homes; an id without places or tests is not covered. */
export function factCoverage(): readonly FactHome[] {
  const ids = JSON.parse(readFileSync(join(root, 'test/knowledge/fact-ids.json'), 'utf8')) as string[];
  const places = placesById();
  const tests = testsById();
  return ids.map((id) => ({ id, places: places.get(id) ?? [], tests: tests.get(id) ?? [] }));
}

function placesById(): Map<string, string[]> {
  const places = new Map<string, string[]>();
  const folder = join(root, 'knowledge/editions');
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const edition = file.replace('.json', '');
    const seen = new Set<string>();
    visit(JSON.parse(readFileSync(join(folder, file), 'utf8')), '', (id, path) => {
      if (seen.has(id)) return;
      seen.add(id);
      places.set(id, [...(places.get(id) ?? []), `${edition}: ${path}`]);
    });
  }
  return places;
}

function visit(value: unknown, path: string, found: (id: string, path: string) => void): void {
  if (typeof value === 'string') {
    if (/^[FSAG]-[A-Za-z0-9-]+$/.test(value))
      found(value, path.replace(/\.(facts|anomalies)\[\d+\]$|\.(anomaly|id)$/, ''));
  } else if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) visit(one, `${path}[${index}]`, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, one] of Object.entries(value)) visit(one, path === '' ? name : `${path}.${name}`, found);
  }
}

function testsById(): Map<string, string[]> {
  const tests = new Map<string, string[]>();
  for (const file of testFiles('test')) {
    for (const id of idsIn(readFileSync(join(root, file), 'utf8'))) tests.set(id, [...(tests.get(id) ?? []), file]);
  }
  return tests;
}

function testFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return testFiles(path);
      return entry.name.endsWith('.test.ts') ? [path] : [];
    })
    .sort();
}

/** Ids that a text names, `F-AED-01..03` for three of them. */
function idsIn(text: string): ReadonlySet<string> {
  const named = [...text.matchAll(/\b([FSAG]-[A-Za-z0-9-]*[A-Za-z0-9])(?:\.\.(\d+))?/g)];
  return new Set(named.flatMap(([, id = '', last]) => (last === undefined ? [id] : range(id, Number(last)))));
}

function range(first: string, last: number): string[] {
  const [, stem = '', from = '0'] = /^(.*?)(\d+)$/.exec(first) ?? [];
  const count = last - Number(from) + 1;
  return Array.from(
    { length: Math.max(count, 0) },
    (_, index) => `${stem}${String(Number(from) + index).padStart(from.length, '0')}`,
  );
}

/** The table as it stands in docs/facts.md. */
export function factTable(homes: readonly FactHome[]): string {
  const rows = homes.map(
    ({ id, places, tests }) =>
      `| ${id} | ${places.join('<br>')} | ${tests.map((test) => test.replace('test/', '')).join('<br>')} |`,
  );
  return `# Where every fact stands

Made by \`scripts/fact-coverage.ts\` from the knowledge and the tests; a test keeps it current.
F is a fact, S a row of the catalogue, A an anomaly of a source, G something that no source states.

| id | in knowledge/editions | asked for in test/ |
|---|---|---|
${rows.join('\n')}
`;
}

if (import.meta.main) {
  const homes = factCoverage();
  writeFileSync(join(root, 'docs/facts.md'), factTable(homes));
  console.log(
    `${homes.length} facts, ${homes.filter(({ places }) => places.length === 0).length} without a place, ${homes.filter(({ tests }) => tests.length === 0).length} without a test`,
  );
  for (const { id, places, tests } of homes)
    if (places.length === 0 || tests.length === 0)
      console.log(`  ${id}: ${places.length} places, ${tests.length} tests`);
}
