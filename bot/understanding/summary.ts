/** The free text of an incident: what the person says is wrong, as typed. */
import type { Marks } from './marks.ts';
import type { Token } from './tokens.ts';

const separator = /[:：]|\s[-–—]+\s|[—–]{1,2}/u;
const isNothing = /^[\s\p{P}\p{S}]*$/u;

/** Where an order ends and the free text begins that belongs to it; undefined where nothing separates them. */
export function descriptionStart(text: string, tokens: readonly Token[], marks: Marks): number | undefined {
  const from = orderEnd(tokens, marks);
  const found = from === undefined ? null : separator.exec(text.slice(from));
  if (from === undefined || found === null || /^[:：]\d/u.test(text.slice(from + found.index))) return undefined;
  return from + found.index + found[0].length;
}

/** The end of "open … incident" or of "note …", in characters: a colon before it separates something else. */
function orderEnd(tokens: readonly Token[], marks: Marks): number | undefined {
  const ends = (concept: string): number[] =>
    marks
      .of('concept')
      .flatMap(({ value, from, to }) => (value.value === concept && isOrder(tokens, from) ? [to] : []));
  const noted = telling.flatMap(ends);
  const opened = ends('open').length > 0 ? ends('incident') : [];
  const end = Math.min(...opened, ...noted);
  return Number.isFinite(end) ? tokens[end - 1]?.end : undefined;
}

const telling = ['note', 'mitigate', 'resolve', 'escalate'] as const;

/** An order stands before the first break of the text. */
const isOrder = (tokens: readonly Token[], index: number): boolean =>
  !tokens.slice(1, index + 1).some(({ apart }) => apart);

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

const sentenceEnd = /(?<=\p{L}{3})[.!]\s+(?=[\p{Lu}\p{Lo}])|[。！]/u;

/** "Open a ticket for Teams in Paris. Meetings drop." */
function laterSentences(text: string): string | undefined {
  const found = sentenceEnd.exec(text);
  return found === null || found.index < 12 ? undefined : clean(text.slice(found.index + found[0].length));
}

const tellsTrouble = (marks: Marks): boolean => marks.has('concept', 'trouble') || marks.of('impact').length > 0;

const clean = (text: string): string | undefined => (isNothing.test(text) ? undefined : text.trim());
