/** From the text of the knowledge files to knowledge, or to every fault in them. Pure: the files come as text. */
import type { z } from 'zod';
import { fail, ok, type Result } from '../src/result.ts';
import { type Catalogue, checkEdition } from './check/edition.ts';
import { readArguments } from './check/figures.ts';
import { faultsOf, type KnowledgeFault } from './fault.ts';
import { deepFreeze, frozenMap } from './freeze.ts';
import { ClauseTopics, Products, ServiceNames } from './schema/catalogue.ts';
import { Edition, Topic } from './schema/edition.ts';

/** The text of each file under its path in the knowledge folder: `services.json`, `topics/flex.json`. */
export type RawFiles = ReadonlyMap<string, string>;

export interface Knowledge {
  /** Under their ids, the earliest first. */
  readonly editions: ReadonlyMap<string, Edition>;
  readonly services: ServiceNames;
  readonly products: Products;
  readonly topics: ClauseTopics;
}

type Report = (fault: KnowledgeFault) => void;

const parseJson = (file: string, text: string, report: Report): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    report({ file, path: '', problem: `is not JSON: ${error instanceof Error ? error.message : error}` });
    return undefined;
  }
};

const read = <Value>(files: RawFiles, file: string, schema: z.ZodType<Value>, report: Report): Value | undefined => {
  const text = files.get(file);
  if (text === undefined) {
    report({ file, path: '', problem: 'is missing' });
    return undefined;
  }
  const data = parseJson(file, text, report);
  if (data === undefined) return undefined;
  // A schema reads a handful of files and no more: compiling it first takes longer than it saves.
  const parsed = schema.safeParse(data, { jitless: true });
  if (parsed.success) return parsed.data;
  faultsOf(file, parsed.error).forEach(report);
  return undefined;
};

const inFolder = (files: RawFiles, folder: string): readonly string[] =>
  [...files.keys()].filter((file) => file.startsWith(`${folder}/`) && file.endsWith('.json')).sort();

/** All topics of the folder with the arguments of their words; a topic that two files hold is a fault of the second. */
const readTopics = (files: RawFiles, report: Report) => {
  const topics: ClauseTopics = {};
  const held = new Map<string, ReadonlySet<string>>();
  for (const file of inFolder(files, 'topics')) {
    const parsed = read(files, file, ClauseTopics, report) ?? {};
    const messages = readArguments(parsed);
    for (const fault of messages.faults) report({ file, ...fault });
    for (const [topic, words] of Object.entries(parsed)) {
      if (topic in topics) report({ file, path: topic, problem: 'has its words in another file already' });
      topics[topic] = words;
    }
    for (const [topic, args] of messages.held) held.set(topic, args);
  }
  return { topics, held };
};

const readEdition = (files: RawFiles, file: string, catalogue: Catalogue, report: Report): Edition | undefined => {
  const edition = read(files, file, Edition, report);
  if (edition === undefined) return undefined;
  const id = file.slice('editions/'.length, -'.json'.length);
  for (const fault of checkEdition(edition, id, catalogue, Topic.options)) report({ file, ...fault });
  return edition;
};

const inOrder = (editions: readonly Edition[], report: Report): readonly Edition[] => {
  const sorted = editions.toSorted((a, b) => a.order - b.order);
  sorted.forEach((edition, index) => {
    const before = sorted[index - 1];
    if (before?.order !== edition.order) return;
    report({ file: `editions/${edition.id}.json`, path: 'order', problem: `is that of ${before.id} too` });
  });
  return sorted;
};

/**
 * Knowledge, frozen to the leaves; or every fault of every file, each with its file and path.
 * An edition whose own data are broken is not held against the others.
 */
export const parseKnowledge = (files: RawFiles): Result<Knowledge, readonly KnowledgeFault[]> => {
  const faults: KnowledgeFault[] = [];
  const report: Report = (fault) => faults.push(fault);
  const services = read(files, 'services.json', ServiceNames, report);
  const products = read(files, 'products.json', Products, report);
  const { topics, held } = readTopics(files, report);
  const names = inFolder(files, 'editions');
  if (names.length === 0) report({ file: 'editions', path: '', problem: 'holds no edition' });
  const catalogue = { services, products, topics: held };
  const editions = inOrder(
    names.flatMap((file) => readEdition(files, file, catalogue, report) ?? []),
    report,
  );
  if (faults.length > 0 || services === undefined || products === undefined) return fail(faults);
  const byId = frozenMap(editions.map((edition) => [edition.id, deepFreeze(edition)] as const));
  return ok(Object.freeze({ editions: byId, ...deepFreeze({ services, products, topics }) }));
};
