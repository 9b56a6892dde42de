import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadKnowledge, parseKnowledge, readKnowledgeFiles } from '../../knowledge/load.ts';
import { Edition } from '../../knowledge/schema/edition.ts';
import { all, append, type Break, copy, drop, faultsAfter, january, januaryFiles, set } from './january-files.ts';

describe('loading the knowledge folder', () => {
  const knowledge = loadKnowledge();

  test('brings every edition that lies there, the earliest first', () => {
    const files = [...readKnowledgeFiles(join(import.meta.dirname, '../../knowledge')).keys()];
    const lying = files.filter((file) => file.startsWith('editions/')).map((file) => file.slice(9, -5));
    expect([...knowledge.editions.keys()].sort()).toEqual(lying.sort());
    const orders = [...knowledge.editions.values()].map(({ order }) => order);
    expect(orders).toEqual(orders.toSorted((a, b) => a - b));
  });

  test('brings the names of services and products and the words of topics', () => {
    expect(knowledge.services['azure-rapid-response']?.names.en).toBe('Azure Rapid Response');
    expect(knowledge.products['sql-server']?.family).toBe('server-and-client');
    expect(knowledge.topics['flex-cap']?.title['zh-Hant']).toContain('上限');
  });

  test('lets nobody change a leaf of it', () => {
    const bands = knowledge.editions.get('unified-2025-01')?.cancellation.bands.value;
    expect(() => Object.assign(bands?.[0] ?? {}, { feePercent: 1 })).toThrow(TypeError);
    expect(bands?.[0]?.feePercent).toBe(0);
  });

  test('lets nobody take an edition away', () => {
    const editions = knowledge.editions as Map<string, Edition>;
    expect(() => editions.delete('unified-2025-01')).toThrow('cannot be changed');
    expect(() => editions.clear()).toThrow(TypeError);
    expect(editions.has('unified-2025-01')).toBe(true);
  });
});

describe('loading a broken folder', () => {
  test('throws one error with every fault of every file', () => {
    const directory = mkdtempSync(join(tmpdir(), 'knowledge-'));
    writeFileSync(join(directory, 'services.json'), '{"x": {}}');
    writeFileSync(join(directory, 'products.json'), '{ no json');
    const loading = () => loadKnowledge(directory);
    expect(loading).toThrow('services.json: x.names: is missing');
    expect(loading).toThrow('services.json: x.summary: is missing');
    expect(loading).toThrow('products.json: is not JSON');
    expect(loading).toThrow('editions: holds no edition');
  });

  test('names a file that is absent', () => {
    const files = new Map([...januaryFiles].filter(([file]) => file !== 'products.json'));
    const parsed = parseKnowledge(files);
    expect(parsed).toEqual({ ok: false, failure: [{ file: 'products.json', path: '', problem: 'is missing' }] });
  });
});

describe('an edition that breaks its schema', () => {
  test.each<[string, string, Break]>([
    ['charts.base.rows[2].effort', 'Invalid option', set('charts.base.rows.2.effort', 'sometimes')],
    ['charts.base.rows[0].firstResponse.minutes', 'number', set('charts.base.rows.0.firstResponse.minutes', '60')],
    ['charts', 'needs a base chart', drop('charts.base')],
    ['charts.base.rows[4].severity', 'second row for 1', copy('charts.base.rows.0', 'charts.base.rows.4')],
    ['cancellation.bands.value[1].feePercent', '<=100', set('cancellation.bands.value.1.feePercent', 150)],
    ['services.webcasts.section', 'section number', set('services.webcasts.section', 'two')],
    ['services.webcasts.facts', '>=1', set('services.webcasts.facts', [])],
    ['services.webcasts.printed.de', 'is not known here', set('services.webcasts.printed.de', ['Webcasts'])],
    ['services["Web Casts"]', 'lower-case words', copy('services.webcasts', 'services.Web Casts')],
    ['credits.deduction.value', 'Invalid option', set('credits.deduction.value', 'down')],
    [
      'multiCountry.ownWorkOrderCountries.value[0]',
      'ISO 3166-1',
      set('multiCountry.ownWorkOrderCountries.value.0', 'au'),
    ],
    ['gaps', 'is missing', drop('gaps')],
    ['extra', 'is not known here', set('extra', 1)],
  ])('is told at %s: %s', (path, problem, breakIt) => {
    const faults = faultsAfter(january, breakIt);
    expect(faults).toEqual([{ file: january, path, problem: expect.stringContaining(problem) }]);
  });

  test('names all faults, not the first', () => {
    const faults = faultsAfter(
      january,
      all(
        set('programme', 'gold'),
        set('charts.base.rows.1.clock', 'wall'),
        set('events.noticeWeeks.value', -1),
        set('clauses.14.figures.percent', null),
      ),
    );
    expect(faults.map(({ path }) => path)).toEqual([
      'programme',
      'charts.base.rows[1].clock',
      'events.noticeWeeks.value',
      'clauses[14].figures.percent',
    ]);
  });

  test('is told by the branch that the value comes nearest to', () => {
    const reading = { value: 'half', section: '2.3', facts: ['F-CRED-03a'] };
    const faults = faultsAfter(
      january,
      set('credits.deduction', { byLanguage: { 'zh-Hant': reading }, cautious: 'zh-Hant' }),
    );
    expect(faults.map(({ path }) => path)).toEqual(['credits.deduction.byLanguage.zh-Hant.value']);
  });
});

describe('an edition that contradicts itself or the catalogue', () => {
  test.each<[string, string, Break]>([
    ['id', 'not the name of the file', set('id', 'unified-2025-02')],
    ['programme', 'does not fit', set('programme', 'premier')],
    ['cancellation.bands.section', '9.9 is not among sections', set('cancellation.bands.section', '9.9')],
    ['charts.base.textSection', 'not among sections', set('charts.base.textSection', 'Z')],
    ['topics.reactive', 'not among sections', set('topics.reactive', '7')],
    ['topics.terms', 'has no section', drop('topics.terms')],
    ['sections[12]', 'section A stands here twice', append('sections', 'A')],
    ['rootCauseAnalysis.extended.window.anomaly', 'A-99', set('rootCauseAnalysis.extended.window.anomaly', 'A-99')],
    ['services.workshops.anomalies[0]', 'G-99 is among neither', set('services.workshops.anomalies.0', 'G-99')],
    ['anomalies[26].id', 'anomaly A-05 stands here twice', copy('anomalies.0', 'anomalies.26')],
    ['gaps[12].id', 'gap G-01 stands here twice', copy('gaps.0', 'gaps.12')],
    ['charts.azure-events.service', 'not among the services', set('charts.azure-events.service', 'fireworks')],
    ['flexAllowance.cap.value.services[1]', 'not among', set('flexAllowance.cap.value.services.1', 'lab-services')],
    ['flexAllowance.notFor.value[0]', 'not in services.json', set('flexAllowance.notFor.value.0', 'lunch')],
    ['services.lunch', 'not in services.json', copy('services.webcasts', 'services.lunch')],
    ['charts.mcs-security.scope.products[0]', 'products.json', set('charts.mcs-security.scope.products.0', 'abacus')],
    [
      'services.mcs-security.products.value[0]',
      'products.json',
      set('services.mcs-security.products.value.0', 'abacus'),
    ],
    [
      'charts.base.azureTimeExcludes.value[4]',
      'here twice',
      append('charts.base.azureTimeExcludes.value', 'azure-billing'),
    ],
    ['clauses[0].topic', 'not among the topics', set('clauses.0.topic', 'weather')],
    ['clauses[1].topic', 'purchased-services stands here twice', copy('clauses.0', 'clauses.1')],
    ['clauses[14].figures.usd', 'the words of flex-cap need it', drop('clauses.14.figures.usd')],
    ['clauses[11].figures.things', 'what its ids are', set('clauses.11.figures.things', ['webcasts'])],
    ['responsibilities[1].id', 'stands here twice', copy('responsibilities.0', 'responsibilities.1')],
    ['cancellation.bands.value[2].minDays', 'fewer days', set('cancellation.bands.value.2.minDays', 8)],
    ['cancellation.bands.value', 'from 0 days', set('cancellation.bands.value.2.minDays', 1)],
    ['credits.deduction.cautious', 'da has no reading', set('credits.deduction', { byLanguage: {}, cautious: 'da' })],
  ])('is told at %s: %s', (path, problem, breakIt) => {
    const faults = faultsAfter(january, breakIt);
    expect(faults).toContainEqual({ file: january, path, problem: expect.stringContaining(problem) });
  });

  test('may read by language only what its sources print', () => {
    const reading = { value: 'up', section: '2.3', facts: ['F-CRED-03b'] };
    const faults = faultsAfter(january, set('credits.deduction', { byLanguage: { da: reading }, cautious: 'da' }));
    expect(faults).toEqual([
      { file: january, path: 'credits.deduction.byLanguage.da', problem: 'da is no source of this edition' },
    ]);
  });

  test('needs a section on flex only where there is flex', () => {
    expect(faultsAfter(january, all(set('flexAllowance', null), drop('topics.flex-allowance')))).toEqual([]);
  });

  test('may not share its place in time with another', () => {
    const twin = { ...JSON.parse(januaryFiles.get(january) ?? ''), id: 'unified-2025-02' };
    const parsed = parseKnowledge(new Map([...januaryFiles, ['editions/unified-2025-02.json', JSON.stringify(twin)]]));
    expect(parsed).toMatchObject({
      ok: false,
      failure: [{ file: 'editions/unified-2025-02.json', path: 'order', problem: 'is that of unified-2025-01 too' }],
    });
  });
});

describe('topics that are broken', () => {
  test.each<[string, string, string, Break]>([
    ['topics/flex.json', 'flex-cap.summary.da', 'is no ICU message', set('flex-cap.summary.da', 'højst {percent')],
    ['topics/flex.json', 'flex-annual.title', 'English words', drop('flex-annual.title.en')],
    ['topics/flex.json', 'flex-annual.title.de', 'is not known here', set('flex-annual.title.de', 'Flex')],
    ['topics/severity.json', 'severity-1', 'in another file already', copy('flex-cap', 'severity-1')],
    [
      january,
      'clauses[15].figures.months',
      'flex-annual need it',
      set('flex-annual.summary.fr', 'un an, {months} mois'),
    ],
  ])('are told in %s at %s: %s', (file, path, problem, breakIt) => {
    const faults = faultsAfter('topics/flex.json', breakIt);
    expect(faults).toContainEqual({ file, path, problem: expect.stringContaining(problem) });
  });
});

describe('the schema of an edition', () => {
  test('takes what it has parsed once more unchanged', () => {
    const edition: unknown = JSON.parse(januaryFiles.get(january) ?? '');
    expect(Edition.parse(edition)).toEqual(edition);
  });
});
