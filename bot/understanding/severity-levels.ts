/** The level beside a word for severity: after it, before it, or as the goal of a change. */
import type { Severity } from '../../knowledge/vocabulary.ts';
import type { Marks } from './marks.ts';
import type { Token } from './tokens.ts';

/** A severity, or what was named as one and is none, with the words that it takes. */
export interface Level {
  readonly severity?: Severity;
  readonly unknown?: string;
  readonly from: number;
  readonly to: number;
}

export interface Around {
  readonly tokens: readonly Token[];
  readonly marks: Marks;
  /** Words that are part of a name. */
  readonly taken: ReadonlySet<number>;
}

/** Cyrillic and Greek letters look like the Latin ones and are typed for them. */
const levels: ReadonlyMap<string, Severity> = new Map([
  ['1', '1'],
  ...['a', 'а', 'α'].map((letter) => [letter, 'A'] as const),
  ...['b', 'в', 'б', 'β'].map((letter) => [letter, 'B'] as const),
  ...['c', 'с'].map((letter) => [letter, 'C'] as const),
]);

const written = /^(?:sev|severity|p|prio|priority)([0-9]|[abc])$/;
const single = /^[\da-zа-яα-ω]$/u;
const cyrillic = /\p{Script=Cyrillic}/u;
/** After "a", these make it a level: "severity a incident". */
const afterLevel = new Set(['incident', 'incidents', 'case', 'ticket', 'issue', 'problem', 'outage']);
/** How many words may stand between "severity" and its level, and the level that a change goes to. */
const BETWEEN = 3;
const GOAL_WITHIN = 5;

/** "sev1", "P1": word and level in one. */
export function levelInside({ raw, form }: Token, index: number): Level | undefined {
  const level = written.exec(form)?.[1];
  if (level === undefined || (form.startsWith('p') && form.length === 2 && !/^[Pp]\d$/.test(raw))) return undefined;
  const severity = levels.get(level);
  const at = { from: index, to: index + 1 };
  return severity === undefined ? { unknown: level.toUpperCase(), ...at } : { severity, ...at };
}

/** "severity 1", "severity level B", "severity: A", "severity 1 or A". */
export function levelsAfter(around: Around, from: number): Level[] | undefined {
  let index = from;
  for (let steps = 0; steps < BETWEEN; steps += 1) {
    const level = letterAt(around, index, index === from) ?? oneAt(around, index, index === from);
    if (level !== undefined) return [level, ...oneMore(around, level.to)];
    const between = around.marks.at(index, 'severity', 'between');
    if (between === undefined) return undefined;
    index = between.to;
  }
  return undefined;
}

/** "Severity 1 or A", and with nothing but a sign between: "sev A → B". */
function oneMore(around: Around, from: number): Level[] {
  const and = around.marks.at(from, 'severity', 'and');
  const level = and === undefined ? letterAt(around, from, false) : letterAt(around, and.to, true);
  return level?.severity === undefined || around.marks.at(level.to, 'month') !== undefined ? [] : [level];
}

/** "B severity", "A деңгейі", "1-деңгей". A lone "A" at the start of a sentence is an article or asks a question. */
export function levelBefore(around: Around, word: number): Level[] | undefined {
  const index = word - 1;
  const token = around.tokens[index];
  const head = around.tokens[word];
  if (token === undefined || head === undefined || head.apart) return undefined;
  const isCyrillic = cyrillic.test(head.form);
  const level =
    letterAt(around, index, true) ??
    (isCyrillic || (head.form === '級' && !/^[這那哪]$/u.test(around.tokens[index - 1]?.form ?? ''))
      ? oneAt(around, index, true)
      : undefined);
  if (level === undefined || level.to !== word) return undefined;
  const begins = index === 0 || token.apart || token.raw === 'a';
  const isArticle = token.form === 'a' && !isCyrillic && begins && !head.glued;
  return isArticle || (level.unknown !== undefined && !isCyrillic) ? undefined : [level];
}

/** "The severity increased to 1": words of change stand between. */
export function levelGoal(around: Around, from: number): Level[] | undefined {
  const { tokens, marks } = around;
  for (let index = from; index < Math.min(from + GOAL_WITHIN, tokens.length); index += 1) {
    if (tokens[index]?.apart) return undefined;
    const to = marks.at(index, 'direction', 'to');
    const level = to === undefined ? undefined : letterAt(around, to.to, true);
    if (level?.severity !== undefined) return [level];
  }
  return undefined;
}

/** A capital letter that stands alone, and where. */
export interface Letter {
  readonly severity: Severity;
  readonly at: number;
}

/** Capital A, B and C by themselves, in the order of the text. */
export const loneLetters = ({ tokens, taken }: Around): Letter[] =>
  tokens.flatMap(({ raw, form }, at) => {
    const severity = levels.get(form);
    const isLevel = /^[ABCАБВС]$/.test(raw) && !taken.has(at) && !isLoneWord(tokens, at);
    return severity !== undefined && isLevel ? [{ severity, at }] : [];
  });

/** The one that is wanted: the one that a change goes to, or the last, and of "a B, not a C" the first. */
export function wantedLetter(
  letters: readonly Letter[],
  { tokens, marks }: Pick<Around, 'tokens' | 'marks'>,
): Severity | undefined {
  const [first, second] = letters;
  const isBetween = ({ from, to }: { readonly from: number; readonly to: number }): boolean =>
    first !== undefined &&
    second !== undefined &&
    from > first.at &&
    to <= second.at &&
    // In Kazakh "not" stands after what it refuses.
    !cyrillic.test(tokens[from]?.form ?? '');
  const refuses =
    marks.of('direction').some((mark) => mark.value.value === 'replacing' && isBetween(mark)) ||
    marks.of('reply').some((mark) => mark.value.value !== 'yes' && isBetween(mark));
  const goal = letters.find(({ at }) => marks.before(at, 'direction', 'to') !== undefined);
  return (goal ?? (refuses ? first : letters.at(-1)))?.severity;
}

/** "A" at the start of a sentence or among capitals is a word; so are a "C" before an apostrophe and a "Plan B". */
function isLoneWord(tokens: readonly Token[], index: number): boolean {
  const { form, apart } = tokens[index] ?? { form: '', apart: false };
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  if (next?.glued === true && /^\p{Script=Latin}/u.test(next.raw) && form !== 'a')
    return form === 'c' && /^(?:est|etait|etaient)$/.test(next.form);
  if (form !== 'a') return false;
  const begins = before === undefined || apart;
  const isShouted = (token: Token | undefined): boolean =>
    token !== undefined && token.raw.length > 1 && token.raw === token.raw.toUpperCase() && !/\d/.test(token.raw);
  return (
    (begins && next !== undefined && !next.glued && /^\p{Script=Latin}/u.test(next.raw)) ||
    isShouted(before) ||
    isShouted(next)
  );
}

/** The letter or digit at this word. Small letters count only where a level must stand; others may be words. */
function letterAt({ tokens, taken }: Around, index: number, near: boolean): Level | undefined {
  const token = tokens[index];
  if (token === undefined || taken.has(index)) return undefined;
  const severity = levels.get(token.form);
  const at = { from: index, to: index + 1 };
  const isCapital = token.raw !== token.raw.toLowerCase() || /\d/.test(token.raw);
  if (severity !== undefined)
    return isCapital || (near && !isSmallWord(tokens, index)) ? { severity, ...at } : undefined;
  const isNone = near && single.test(token.form) && isCapital && token.form !== 'i';
  return isNone ? { unknown: token.raw, ...at } : undefined;
}

/** 一直, 一樣, 一般 and the like are words of their own. */
const afterHanOne = new Set(['直', '樣', '點', '些', '般', '定', '起', '切']);

/** "Severity one", 嚴重性一. */
function oneAt({ tokens, marks, taken }: Around, index: number, near: boolean): Level | undefined {
  if (near && tokens[index]?.form === '一' && !afterHanOne.has(tokens[index + 1]?.form ?? ''))
    return { severity: '1', from: index, to: index + 1 };
  const one = near && !taken.has(index) ? marks.at(index, 'number', '1') : undefined;
  if (one === undefined) return undefined;
  const next = tokens[one.to];
  // "Бір-бірінен", one another, is no level.
  const isOneAnother = next?.glued === true && next.form.startsWith(tokens[index]?.form ?? '');
  return isOneAnother ? undefined : { severity: '1', from: index, to: one.to };
}

/** A small "a" before another word of the sentence is an article. */
function isSmallWord(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  if (/^(?:sev|prio)$/.test(tokens[index - 1]?.form ?? '')) return false;
  if (tokens[index]?.raw !== 'a' || next === undefined || next.apart) return false;
  return /^[\p{Ll}\p{Lo}]/u.test(next.raw) && next.raw.length > 3 && !afterLevel.has(next.form);
}
