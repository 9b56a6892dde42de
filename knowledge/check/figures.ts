/** Figures: a clause fills every argument of its topic's words. */
import type { Fault } from '../../src/result.ts';
import { figureKind } from '../figure.ts';
import { argumentsOf } from '../message.ts';
import type { ClauseTopics } from '../schema/catalogue.ts';
import type { Clause, Figure } from '../schema/edition.ts';
import { at, type Check } from './check.ts';

/** For each topic the arguments that its words take, in whatever language. */
export type TopicArguments = ReadonlyMap<string, ReadonlySet<string>>;

const attempt = (message: string): { readonly args: ReadonlySet<string>; readonly problem?: string } => {
  try {
    return { args: argumentsOf(message) };
  } catch (error) {
    return { args: new Set(), problem: `is no ICU message: ${error instanceof Error ? error.message : error}` };
  }
};

/** The arguments of each topic, and a fault for every text that cannot be read as a message. */
export const readArguments = (topics: ClauseTopics): { readonly held: TopicArguments; readonly faults: Fault[] } => {
  const faults: Fault[] = [];
  const held = Object.entries(topics).map(([topic, { title, summary }]): [string, ReadonlySet<string>] => {
    const texts = Object.entries({ title, summary }).flatMap(([part, text]) =>
      Object.entries(text).map(([language, message]) => ({ path: [topic, part, language], ...attempt(message) })),
    );
    for (const { path, problem } of texts) if (problem !== undefined) faults.push(at(path, problem));
    return [topic, new Set(texts.flatMap(({ args }) => [...args]))];
  });
  return { held: new Map(held), faults };
};

const isList = (figure: Figure): boolean =>
  typeof figure === 'object' &&
  (Array.isArray(figure) || Object.values(figure.byLanguage).some((value) => Array.isArray(value)));

const clauseFaults = (clause: Clause, index: number, held: TopicArguments): Fault[] => {
  const path = ['clauses', index];
  const needed = held.get(clause.topic);
  if (needed === undefined) return [at([...path, 'topic'], `${clause.topic} is not among the topics`)];
  const figures = clause.figures ?? {};
  return [
    ...[...needed]
      .filter((name) => !(name in figures))
      .map((name) => at([...path, 'figures', name], `is missing: the words of ${clause.topic} need it`)),
    ...Object.entries(figures)
      .filter(([name, figure]) => isList(figure) && figureKind(name) === undefined)
      .map(([name]) => at([...path, 'figures', name], 'is a list whose name does not end in what its ids are')),
  ];
};

/** Every clause has a topic with words, and figures for what those words leave open. */
export const figuresFill =
  (held: TopicArguments): Check =>
  (edition) =>
    edition.clauses.flatMap((clause, index) => clauseFaults(clause, index, held));
