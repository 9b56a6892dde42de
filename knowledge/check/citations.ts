/** Citations: every section, anomaly and source language that is named stands in the edition's own lists. */
import type { Fault } from '../../src/result.ts';
import type { Edition } from '../schema/edition.ts';
import { at, type Check, duplicates, nodes, type Path } from './check.ts';

export const sectionsStand: Check = (edition) => {
  const known = new Set(edition.sections);
  const held = (path: Path, section: unknown): Fault[] =>
    typeof section === 'string' && !known.has(section) ? [at(path, `section ${section} is not among sections`)] : [];
  return [
    ...[...nodes(edition)].flatMap(([path, node]) =>
      ['section', 'textSection'].flatMap((key) => held([...path, key], node[key])),
    ),
    ...Object.entries(edition.topics).flatMap(([topic, section]) => held(['topics', topic], section)),
    ...duplicates(edition.sections, (index) => ['sections', index], 'section'),
  ];
};

export const anomaliesStand: Check = (edition) => {
  const ids = [...edition.anomalies, ...edition.gaps].map(({ id }) => id);
  const known = new Set(ids);
  const held = (path: Path, id: unknown): Fault[] =>
    typeof id === 'string' && !known.has(id) ? [at(path, `${id} is among neither anomalies nor gaps`)] : [];
  return [
    ...[...nodes(edition)].flatMap(([path, node]) => [
      ...held([...path, 'anomaly'], node.anomaly),
      ...(Array.isArray(node.anomalies) ? node.anomalies : []).flatMap((id, index) =>
        held([...path, 'anomalies', index], id),
      ),
    ]),
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
};

export const sourceLanguagesStand: Check = (edition) => {
  const sources = new Set<string>(edition.sources.map(({ language }) => language));
  return [...nodes(edition)].flatMap(([path, { byLanguage, cautious }]) => {
    if (typeof byLanguage !== 'object' || byLanguage === null || typeof cautious !== 'string') return [];
    const read = Object.keys(byLanguage);
    return [
      ...(read.includes(cautious) ? [] : [at([...path, 'cautious'], `${cautious} has no reading in byLanguage`)]),
      ...read
        .filter((language) => !sources.has(language))
        .map((language) => at([...path, 'byLanguage', language], `${language} is no source of this edition`)),
    ];
  });
};

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
