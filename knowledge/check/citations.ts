/** Citations: every section, anomaly and source language that is named stands in the edition's own lists. */
import type { Fault } from '../../src/result.ts';
import type { Edition } from '../schema/edition.ts';
import { type At, at, type Check, duplicates, inspect, type Look, type Path } from './check.ts';

const none: readonly Fault[] = [];
const strangeSection = 'is not among sections';

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A fault for every id of a list, or for the one id, that is not among those that are known. */
const strangers = (
  held: unknown,
  known: ReadonlySet<string>,
  path: Path,
  at: At,
  problem: string,
): readonly Fault[] => {
  if (typeof held === 'string') return known.has(held) ? none : [at(path, `${held} ${problem}`)];
  return listed(held).flatMap((one, index) =>
    typeof one === 'string' ? strangers(one, known, [...path, index], at, problem) : none,
  );
};

const strangersUnder =
  (keys: readonly string[], known: ReadonlySet<string>, problem: string): Look =>
  (node, at) =>
    keys.flatMap((key) => strangers(node[key], known, [key], at, problem));

const readings =
  (sources: ReadonlySet<string>): Look =>
  ({ byLanguage, cautious }, at) => {
    if (typeof byLanguage !== 'object' || byLanguage === null || typeof cautious !== 'string') return none;
    const read = Object.keys(byLanguage);
    return [
      ...strangers(cautious, new Set(read), ['cautious'], at, 'has no reading in byLanguage'),
      ...read.flatMap((one) => strangers(one, sources, ['byLanguage', one], at, 'is no source of this edition')),
    ];
  };

/** Whatever cites a section, an anomaly or a source language, however deep it lies. */
export const citationsStand: Check = (edition) => {
  const slips = new Set([...edition.anomalies, ...edition.gaps].map(({ id }) => id));
  const sources = new Set<string>(edition.sources.map(({ language }) => language));
  const sections = new Set(edition.sections);
  return [
    ...inspect(edition, [
      strangersUnder(['section', 'textSection', 'alsoSections'], sections, strangeSection),
      strangersUnder(['anomaly', 'anomalies'], slips, 'is among neither anomalies nor gaps'),
      readings(sources),
    ]),
    ...Object.entries(edition.topics).flatMap(([topic, section]) =>
      strangers(section, sections, ['topics', topic], at, strangeSection),
    ),
  ];
};

/** No section, anomaly or gap stands twice in the lists that the citations go to. */
export const listsStand: Check = (edition) => [
  ...duplicates(edition.sections, (index) => ['sections', index], 'section'),
  ...duplicates(
    edition.anomalies.map(({ id }) => id),
    (index) => ['anomalies', index, 'id'],
    'anomaly',
  ),
  ...duplicates(
    edition.gaps.map(({ id }) => id),
    (index) => ['gaps', index, 'id'],
    'gap',
  ),
];

/** Subjects that an edition can do without when it has nothing of the kind. */
const needsTopic = (edition: Edition, topic: string): boolean => {
  if (topic === 'flex-allowance') return edition.flexAllowance !== null;
  if (topic !== 'mission-critical') return true;
  return Object.values(edition.services).some(({ category }) => category === 'mission-critical');
};

export const topicSectionsStand =
  (subjects: readonly string[]): Check =>
  (edition) =>
    subjects
      .filter((subject) => !(subject in edition.topics) && needsTopic(edition, subject))
      .map((subject) => at(['topics', subject], 'has no section'));
