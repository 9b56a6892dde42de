/**
 * The customer's own copy of a service description, cut into paragraphs by section, so that an answer can show the
 * printed clause. The text stays in the customer's store; the project holds none of it.
 */
import MiniSearch from 'minisearch';
import { z } from 'zod';
import { SourceLanguage } from '../../knowledge/schema/citation.ts';
import { termOf, wordsOf } from './words.ts';

export const Paragraph = z.strictObject({ section: z.string(), text: z.string().min(1) });
export type Paragraph = z.infer<typeof Paragraph>;

/** The stored form of an indexed description. */
export const StoredDescription = z.strictObject({
  format: z.literal('description/1'),
  edition: z.string(),
  language: SourceLanguage,
  paragraphs: z.array(Paragraph).min(1),
});
export type StoredDescription = z.infer<typeof StoredDescription>;

const NUMBERED = /^(\d+(?:\.\d+)*)\.?\s+\p{L}/u;
const ANNEX = /^(?:Annex|Appendix|Annexe|Shtojca|Tillæg|Bilag|Қосымша|附錄)\s*([A-Z])\b/u;
/** A line of a table of contents ends in dots or a tab and a page number. */
const CONTENTS_LINE = /(\.{3,}|\t)\s*\d+\s*$/u;
/** Each point of a list is a clause of its own. */
const BULLET = /^[-•*▪●]\s/u;
const MARKUP = /<\/?[a-z][^>]*>/giu;
const MIN_LENGTH = 20;

/**
 * Paragraphs under the sections of an edition (in their order in the document). A line counts as a heading when it
 * carries the section that comes next, so that a number at the start of a broken line is not taken for one.
 */
export function parseDescription(text: string, sections: readonly string[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let at = -1;
  let lines: string[] = [];
  const flush = (): void => {
    const section = sections[at];
    const whole = lines.join(' ').replaceAll(MARKUP, ' ').replaceAll(/\s+/gu, ' ').trim();
    if (section !== undefined && whole.length >= MIN_LENGTH) paragraphs.push({ section, text: whole });
    lines = [];
  };
  for (const line of text.split(/\r?\n/u)) {
    const trimmed = line.trim();
    if (CONTENTS_LINE.test(line)) continue;
    const heading = headingIn(trimmed, sections, at);
    if (heading !== undefined || trimmed === '' || BULLET.test(trimmed)) flush();
    if (heading !== undefined) at = heading;
    else if (trimmed !== '') lines.push(trimmed);
  }
  flush();
  return paragraphs;
}

/** The place among the sections of a heading line: an extract may begin anywhere, what follows never goes back. */
function headingIn(line: string, sections: readonly string[], at: number): number | undefined {
  const named = NUMBERED.exec(line)?.[1] ?? ANNEX.exec(line)?.[1];
  if (named === undefined) return undefined;
  const found = sections.indexOf(named);
  if (found < 0) return undefined;
  const isNext = at < 0 || found === at + 1;
  return isNext || (found > at && isAnnexOrSibling(sections, at, found)) ? found : undefined;
}

/** Further on than the next section only for an annex, or where no section in between has the same parent. */
function isAnnexOrSibling(sections: readonly string[], at: number, found: number): boolean {
  const name = sections[found] ?? '';
  if (/^[A-Z]$/u.test(name)) return true;
  const parent = (section: string): string => section.split('.').slice(0, -1).join('.');
  return !sections.slice(at + 1, found).some((section) => parent(section) === parent(name));
}

/** The paragraph of a section that fits some words best, or undefined. */
export type PrintedClause = (words: string, section: string) => string | undefined;

/** Searches the paragraphs of one description. */
export function createPrintedSearch(paragraphs: readonly Paragraph[]): PrintedClause {
  const engine = new MiniSearch({
    fields: ['text'],
    storeFields: ['section', 'text'],
    tokenize: wordsOf,
    processTerm: termOf,
    searchOptions: { prefix: (term) => term.length > 3, fuzzy: (term) => (term.length > 5 ? 0.2 : false) },
  });
  engine.addAll(paragraphs.map(({ section, text }, id) => ({ id, section, text })));
  return (words, section) => {
    const [best] = engine.search(words, { filter: (result) => result.section === section });
    return typeof best?.text === 'string' ? best.text : undefined;
  };
}
