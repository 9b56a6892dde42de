/** Severities by their word and level, in either order, and levels that there are none of. */
import type { Severity } from '../../knowledge/vocabulary.ts';
import type { Marks } from './marks.ts';
import type { Match } from './phrases.ts';
import type { Token } from './tokens.ts';

export interface FoundSeverities {
  /** In the order of the text, each with the words that it takes. */
  readonly severities: readonly Match<Severity>[];
  /** A level that was named as one and is none: "severity X". */
  readonly unknown: string | undefined;
  /** A severity was spoken of, with or without a level. */
  readonly mentioned: boolean;
}

/** Cyrillic and Greek letters look like the Latin ones and are typed for them. */
const levels: Readonly<Record<string, Severity>> = {
  '1': '1',
  a: 'A',
  b: 'B',
  c: 'C',
  а: 'A',
  в: 'B',
  с: 'C',
  б: 'B',
  α: 'A',
  β: 'B',
};
const written = /^(?:sev|severity|p|prio|priority)([0-9]|[abc])$/;
const GOAL_WITHIN = 5;
const single = /^(?:\d{1,2}|[a-zа-яα-ω])$/u;

interface Level {
  readonly severity?: Severity;
  readonly unknown?: string;
  readonly from: number;
  readonly to: number;
}

export function findSeverities(tokens: readonly Token[], marks: Marks, taken: ReadonlySet<number>): FoundSeverities {
  const found: Match<Severity>[] = [];
  let unknown: string | undefined;
  const words = marks.of('severity').filter(({ value, from }) => value.value === 'words' && !taken.has(from));
  for (const word of words) {
    if (
      words.some(
        (other) =>
          other !== word &&
          other.from <= word.from &&
          other.to >= word.to &&
          other.to - other.from > word.to - word.from,
      )
    )
      continue;
    const read =
      levelsAfter(tokens, marks, word.to, taken) ??
      levelBefore(tokens, marks, word.from, taken) ??
      levelGoal(tokens, marks, word.to, taken);
    for (const level of read ?? []) {
      if (level.severity !== undefined)
        found.push({
          value: level.severity,
          from: Math.min(word.from, level.from),
          to: Math.max(word.to, level.to),
          fit: 0,
        });
      unknown ??= level.unknown;
    }
  }
  for (const joined of joinedWords(tokens)) {
    if (joined.severity !== undefined) found.push({ value: joined.severity, from: joined.from, to: joined.to, fit: 0 });
    unknown ??= joined.unknown;
  }
  const severities = found.sort((a, b) => a.from - b.from || a.to - b.to);
  return {
    severities,
    unknown: severities.length > 0 ? undefined : unknown,
    mentioned: words.length > 0 || severities.length > 0,
  };
}

/** "sev1", "P1". */
function joinedWords(tokens: readonly Token[]): Level[] {
  return tokens.flatMap(({ form, raw }, index) => {
    const level = written.exec(form)?.[1];
    if (level === undefined || (form.startsWith('p') && form.length === 2 && !/^[Pp]\d$/.test(raw))) return [];
    const severity = levels[level];
    return [
      severity === undefined
        ? { unknown: level.toUpperCase(), from: index, to: index + 1 }
        : { severity, from: index, to: index + 1 },
    ];
  });
}

/** "severity 1", "severity level B", "severity: A", "severity 1 or A". */
function levelsAfter(
  tokens: readonly Token[],
  marks: Marks,
  from: number,
  taken: ReadonlySet<number>,
): Level[] | undefined {
  let index = from;
  for (let steps = 0; steps < 3; steps += 1) {
    const level = levelAt(tokens, marks, index, taken, index === from);
    if (level !== undefined) return [level, ...moreLevels(tokens, marks, level.to, taken)];
    const between = marks.at(index, 'severity', 'between');
    if (between === undefined) return undefined;
    index = between.to;
  }
  return undefined;
}

/** "The severity increased to 1": words of change stand between. */
function levelGoal(
  tokens: readonly Token[],
  marks: Marks,
  from: number,
  taken: ReadonlySet<number>,
): Level[] | undefined {
  for (let index = from; index < Math.min(from + GOAL_WITHIN, tokens.length); index += 1) {
    if (tokens[index]?.apart) return undefined;
    const to = marks.at(index, 'direction', 'to');
    const level = to === undefined ? undefined : levelAt(tokens, marks, to.to, taken, true);
    if (level?.severity !== undefined) return [level];
  }
  return undefined;
}

function moreLevels(tokens: readonly Token[], marks: Marks, from: number, taken: ReadonlySet<number>): Level[] {
  const and = marks.at(from, 'severity', 'and');
  const level = and === undefined ? undefined : levelAt(tokens, marks, and.to, taken, true);
  return level?.severity === undefined || marks.at(level.to, 'month') !== undefined ? [] : [level];
}

/** "B severity", "A деңгейі", "1-деңгей". A lone "A" at the start of a sentence is an article or asks a question. */
function levelBefore(
  tokens: readonly Token[],
  marks: Marks,
  word: number,
  taken: ReadonlySet<number>,
): Level[] | undefined {
  const index = word - 1;
  const token = tokens[index];
  if (token === undefined || tokens[word]?.apart === true) return undefined;
  const level = levelAt(tokens, marks, index, taken, true);
  if (level === undefined || level.to !== word) return undefined;
  const isCyrillic = /\p{Script=Cyrillic}/u.test(tokens[word]?.form ?? '');
  const isArticle =
    token.form === 'a' && !isCyrillic && (index === 0 || token.apart || token.raw === 'a') && !tokens[word]?.glued;
  return isArticle || (level.unknown !== undefined && !isCyrillic) ? undefined : [level];
}

/** The level that this word is. Small letters count only where a level must stand; others may be words of the language. */
function levelAt(
  tokens: readonly Token[],
  marks: Marks,
  index: number,
  taken: ReadonlySet<number>,
  near: boolean,
): Level | undefined {
  const token = tokens[index];
  if (token === undefined || taken.has(index)) return undefined;
  const severity = Object.hasOwn(levels, token.form) ? levels[token.form] : undefined;
  const isCapital = token.raw !== token.raw.toLowerCase() || /\d/.test(token.raw);
  if (severity !== undefined && (isCapital || (near && !isSmallWord(tokens, index))))
    return { severity, from: index, to: index + 1 };
  const one = marks.at(index, 'number', '1');
  if (one !== undefined && severity === undefined && near) return { severity: '1', from: index, to: one.to };
  const isNone = near && single.test(token.form) && isCapital && token.form !== 'i';
  return isNone && severity === undefined ? { unknown: token.raw, from: index, to: index + 1 } : undefined;
}

/** "a" as an article or particle: something other than the end of the sentence or a mark follows it. */
function isSmallWord(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const next = tokens[index + 1];
  return (
    (token?.raw === 'a' || token?.raw === 'а') &&
    next !== undefined &&
    !next.apart &&
    /^[\p{Ll}\p{Lo}]/u.test(next.raw) &&
    next.raw.length > 3 &&
    index > 0 &&
    tokens[index - 1]?.form.length !== undefined &&
    token.raw === 'a' &&
    !isSeverityTail(next.form)
  );
}

const isSeverityTail = (form: string): boolean =>
  ['incident', 'incidents', 'case', 'ticket', 'issue', 'problem', 'outage'].includes(form);
