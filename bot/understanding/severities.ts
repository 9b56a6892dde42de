/** Severities by their word and level, in either order, and levels that there are none of. */
import type { Severity } from '../../knowledge/vocabulary.ts';
import type { Match } from './phrases.ts';
import { type Around, type Level, levelBefore, levelGoal, levelInside, levelsAfter } from './severity-levels.ts';

/** A severity with the words that name it; `at` is where its level stands. */
export interface NamedSeverity extends Match<Severity> {
  readonly at: number;
}

export interface FoundSeverities {
  /** In the order of the text. */
  readonly severities: readonly NamedSeverity[];
  /** A level that was named as one and is none: "severity X". */
  readonly unknown: string | undefined;
}

export function findSeverities(around: Around): FoundSeverities {
  const { tokens } = around;
  const read = severityWords(around).flatMap((word) => namedBy(around, word));
  const inside = tokens.flatMap((token, index) => levelInside(token, index) ?? []);
  const all = [...read, ...inside.map((level) => ({ level, from: level.from, to: level.to }))];
  const named = all.flatMap(({ level, from, to }) =>
    level.severity === undefined ? [] : [{ value: level.severity, at: level.from, from, to, fit: 0 as const }],
  );
  const unknown = all.find(({ level }) => level.unknown !== undefined)?.level.unknown;
  return { severities: apart(named), unknown: named.length > 0 ? undefined : unknown };
}

/** Words for severity that are no part of a longer one or of a name. */
function severityWords({ marks, taken }: Around): readonly Match<unknown>[] {
  const words = marks.of('severity').filter(({ value, from }) => value.value === 'words' && !taken.has(from));
  const isInside = (word: Match<unknown>, other: Match<unknown>): boolean =>
    other.from <= word.from && other.to >= word.to && other.to - other.from > word.to - word.from;
  return words.filter((word) => !words.some((other) => isInside(word, other)));
}

interface Named {
  readonly level: Level;
  readonly from: number;
  readonly to: number;
}

/** The levels of one word; a known one on either side goes before an unknown one. */
function namedBy(around: Around, word: Match<unknown>): Named[] {
  const after = levelsAfter(around, word.to);
  const before = levelBefore(around, word.from);
  const known = [after, before].find((levels) => levels?.[0]?.severity !== undefined);
  const levels = known ?? levelGoal(around, word.to) ?? after ?? before ?? [];
  return levels.map((level) => ({
    level,
    from: Math.min(word.from, level.from),
    to: Math.max(word.to, level.to),
  }));
}

/** Two words for severity around one level name it once. */
const apart = (found: readonly NamedSeverity[]): NamedSeverity[] =>
  found
    .toSorted((a, b) => a.at - b.at || b.to - b.from - (a.to - a.from))
    .filter(({ at }, index, all) => all.findIndex((other) => other.at === at) === index);
