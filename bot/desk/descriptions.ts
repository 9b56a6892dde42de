/** Copies of service descriptions that the customer has indexed: they stay in the desk's own store. */
import type { Knowledge } from '../../knowledge/load.ts';
import type { SourceLanguage } from '../../knowledge/schema/citation.ts';
import { createPrintedSearch, parseDescription, StoredDescription } from '../../src/catalogue/description.ts';
import type { PrintedClauses } from '../../src/catalogue/search.ts';
import { fail, ok, type Result } from '../../src/result.ts';
import { lastWord } from '../../src/store/last-word.ts';
import type { Store } from '../../src/store/port.ts';

/** Not a tenant's: a description is the same for all customers under its edition. */
const DESK = 'desk';
const KIND = 'description';

export interface IndexedDescription {
  readonly edition: string;
  readonly paragraphs: number;
  readonly sections: number;
}

/** Cuts a text into its sections and keeps it; an earlier copy of the same edition and language is replaced. */
export async function indexDescription(
  store: Store,
  knowledge: Knowledge,
  editionId: string,
  language: SourceLanguage,
  text: string,
): Promise<Result<IndexedDescription, string>> {
  const edition = knowledge.editions.get(editionId);
  if (edition === undefined)
    return fail(`${editionId} is no edition that the desk knows: ${[...knowledge.editions.keys()].join(', ')}`);
  const paragraphs = parseDescription(text, edition.sections);
  if (paragraphs.length === 0)
    return fail('no section heading of that edition was found in the text; is it plain text of the right document?');
  const state: StoredDescription = { format: 'description/1', edition: editionId, language, paragraphs };
  const key = { tenant: DESK, kind: KIND, id: `${editionId} ${language}` };
  await lastWord(store, key, () => state);
  return ok({
    edition: editionId,
    paragraphs: paragraphs.length,
    sections: new Set(paragraphs.map(({ section }) => section)).size,
  });
}

/** The printed clauses of every indexed copy, read once. */
export async function printedClauses(store: Store): Promise<PrintedClauses> {
  const { items } = await store.list(DESK, KIND, { limit: 100 });
  const copies = items.map(({ state }) => StoredDescription.parse(state));
  const searches = new Map(copies.map(({ edition, paragraphs }) => [edition, createPrintedSearch(paragraphs)]));
  return (edition) => searches.get(edition);
}
