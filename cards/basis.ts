/** Where an answer is written: sections and editions in words. */
import type { DeskLanguage } from '../knowledge/vocabulary.ts';
import type { Citation } from '../src/command/answer.ts';
import { dateFormat, listFormat } from './formats.ts';
import { isStringKey, say } from './strings.ts';

/** `unified-2025-01` is Unified, edition January 2025; an id of another form stays as it is. */
export function editionName(id: string, language: DeskLanguage): string {
  const [, programme, year, month] = /^([a-z]+)-(\d{4})(?:-(\d{2}))?$/.exec(id) ?? [];
  const key = `programme.${programme}`;
  if (year === undefined || !isStringKey(key)) return id;
  const style = month === undefined ? 'year' : 'month';
  const when = dateFormat(language, 'UTC', style).format(Date.UTC(Number(year), Number(month ?? 1) - 1));
  return say(language, 'edition.name', { programme: say(language, key), when });
}

/** The clauses, edition by edition in the order of the citations; nothing where nothing is cited. */
export function basisOf(citations: readonly Citation[], language: DeskLanguage): string | undefined {
  if (citations.length === 0) return undefined;
  return say(language, 'basis', { clauses: clauseOf(citations, language) });
}

/** The sections of each edition, without the words around them. */
export function clauseOf(citations: readonly Citation[], language: DeskLanguage): string {
  const sections = Map.groupBy(citations, ({ edition }) => edition);
  const clauses = [...sections].map(([edition, cited]) =>
    say(language, 'basis.clause', {
      sections: listFormat(language).format([...new Set(cited.map(({ section }) => sectionName(section, language)))]),
      edition: editionName(edition, language),
    }),
  );
  return listFormat(language).format(clauses);
}

const sectionName = (section: string, language: DeskLanguage): string =>
  say(language, /^[A-Z]$/.test(section) ? 'section.annex' : 'section.number', { section });
