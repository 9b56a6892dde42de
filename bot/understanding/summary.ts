/** The free text of an incident: what the person says is wrong, as typed. */
import type { Marks } from './marks.ts';
import type { Token } from './tokens.ts';

const separator = /[:：]|\s[-–—]+\s|[—–]{1,2}/u;
const isNothing = /^[\s\p{P}\p{S}]*$/u;

/** Where an opening order ends and its description begins; undefined where nothing separates them. */
export function descriptionStart(text: string, tokens: readonly Token[], marks: Marks): number | undefined {
  const from = orderEnd(tokens, marks);
  if (from === undefined) return undefined;
  const found = separator.exec(text.slice(from));
  return found === null || /^[:：]\d/u.test(text.slice(from + found.index))
    ? undefined
    : from + found.index + found[0].length;
}

/** The end of "open … incident", in characters: a colon before it separates something else. */
function orderEnd(tokens: readonly Token[], marks: Marks): number | undefined {
  const ends = marks
    .of('concept')
    .filter(({ value }) => value.value === 'incident')
    .map(({ to }) => to);
  const opens = marks.of('concept').filter(({ value }) => value.value === 'open');
  const [first] = ends;
  return first === undefined || opens.length === 0 ? undefined : tokens[first - 1]?.end;
}

/** What follows the first colon, or the whole text where it only tells what is wrong; undefined where it says nothing. */
export function summaryIn(text: string, tokens: readonly Token[], marks: Marks): string | undefined {
  const start = descriptionStart(text, tokens, marks) ?? afterColon(text);
  const described = start === undefined ? undefined : clean(text.slice(start));
  return described ?? laterSentences(text) ?? (tellsTrouble(marks) ? clean(text) : undefined);
}

function afterColon(text: string): number | undefined {
  const found = /[:：](?!\d)/u.exec(text);
  return found === null ? undefined : found.index + 1;
}

/** "Open a ticket for Teams in Paris. Meetings drop." */
function laterSentences(text: string): string | undefined {
  const found = /[.。!！]\s+(?=\S)|[。！]/u.exec(text);
  return found === null || found.index < 12 ? undefined : clean(text.slice(found.index + found[0].length));
}

const tellsTrouble = (marks: Marks): boolean => marks.has('concept', 'trouble') || marks.of('impact').length > 0;

const clean = (text: string): string | undefined => (isNothing.test(text) ? undefined : text.trim());
