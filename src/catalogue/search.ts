/** Search over the clauses of each edition in all six languages: typo-tolerant, best first, with the clause's place. */
import MiniSearch, { type SearchResult } from 'minisearch';
import type { Knowledge } from '../../knowledge/load.ts';
import type { Edition } from '../../knowledge/schema/edition.ts';
import type { Text } from '../../knowledge/schema/text.ts';
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';
import type { FoundClause } from '../command/contract.ts';
import { type Figures, inWords } from './clause-words.ts';
import type { PrintedClause } from './description.ts';
import { termOf, wordsOf } from './words.ts';

/** Clauses of an edition that answer a question, best first, in the words of a language; at most five. */
export type ClauseSearch = (question: string, edition: string, language: DeskLanguage) => FoundClause[];

interface Entry {
  readonly id: number;
  readonly section: string;
  readonly title: Text;
  readonly summary: Text;
  readonly figures: Figures;
}

const FOUND = 5;
/** A clause that scores less than this share of the best one is another subject. */
const KEPT_SHARE = 0.4;

/** The printed clause of an edition for some words, where the customer has indexed a copy. */
export type PrintedClauses = (edition: string) => PrintedClause | undefined;

/** Makes the search. Each edition's index is built at its first question, so that starting costs nothing. */
export function createClauseSearch(knowledge: Knowledge, printed: PrintedClauses = () => undefined): ClauseSearch {
  const indexes = new Map<string, ReturnType<typeof indexOf>>();
  return (question, editionId, language) => {
    const edition = knowledge.editions.get(editionId);
    if (edition === undefined) return [];
    const index = indexes.get(editionId) ?? indexOf(edition, knowledge);
    indexes.set(editionId, index);
    const found = byShareOfWords(index.engine.search(question), question);
    const best = found[0]?.score ?? 0;
    const clause = printed(editionId);
    return found
      .filter(({ score }) => score >= best * KEPT_SHARE)
      .slice(0, FOUND)
      .map((result) => told(result, index.entries, edition.id, language, knowledge))
      .filter((answer) => answer !== undefined)
      .map(({ words, ...answer }) => withPrinted(answer, clause?.(`${question} ${words}`, answer.section)));
  };
}

/** Best first, a clause that meets more of the question's words before one that meets few of them often. */
function byShareOfWords(found: readonly SearchResult[], question: string): SearchResult[] {
  const asked = new Set(
    wordsOf(question)
      .map(termOf)
      .filter((term) => term !== null),
  ).size;
  const weighed = found.map((result) => ({
    ...result,
    score: result.score * (result.queryTerms.length / Math.max(1, asked)),
  }));
  return weighed.sort((a, b) => b.score - a.score);
}

function indexOf(edition: Edition, knowledge: Knowledge) {
  const entries = [...clauseEntries(edition, knowledge), ...serviceEntries(edition, knowledge)].map((entry, id) => ({
    ...entry,
    id,
  }));
  const known = new Set<string>();
  const engine = new MiniSearch({
    fields: ['title', 'keywords', 'summary'],
    tokenize: wordsOf,
    processTerm: (word) => {
      const term = termOf(word);
      if (term !== null) known.add(term);
      return term;
    },
    searchOptions: {
      processTerm: termOf,
      boost: { title: 3, keywords: 3 },
      prefix: (term) => term.length > 3,
      // A word that some clause holds is no typo of another.
      fuzzy: (term) => (term.length > 4 && !known.has(term) ? 0.2 : false),
      weights: { fuzzy: 0.3, prefix: 0.6 },
    },
  });
  engine.addAll(
    entries.map(({ id, title, summary, keywords }) => ({
      id,
      title: allWords(title),
      summary: allWords(summary),
      keywords,
    })),
  );
  return { engine, entries: entries as readonly Entry[] };
}

const allWords = (text: Text): string => Object.values(text).join(' \n ');

function clauseEntries({ clauses }: Edition, { topics }: Knowledge) {
  return clauses.flatMap(({ topic, section, figures = {} }) => {
    const words = topics[topic];
    if (words === undefined) return [];
    const keywords = Object.values(words.keywords ?? {})
      .flat()
      .join(' \n ');
    return [{ section, title: words.title, summary: words.summary, keywords, figures }];
  });
}

function serviceEntries({ services }: Edition, { services: names }: Knowledge) {
  return Object.entries(services).flatMap(([id, { section, printed }]) => {
    const words = names[id];
    if (words === undefined) return [];
    const keywords = [...Object.values(words.aliases ?? {}), ...Object.values(printed)].flat().join(' \n ');
    return [{ section, title: words.names, summary: words.summary, keywords, figures: {} as Figures }];
  });
}

const withPrinted = (found: FoundClause, printed: string | undefined): FoundClause =>
  printed === undefined ? found : { ...found, printed };

/** A result in the asker's language; `words` is the title in all languages, by which the printed clause is found. */
function told(
  { id, score }: SearchResult,
  entries: readonly Entry[],
  edition: string,
  language: DeskLanguage,
  knowledge: Knowledge,
): (FoundClause & { readonly words: string }) | undefined {
  const entry = entries[id as number];
  if (entry === undefined) return undefined;
  const { section, title, summary, figures } = entry;
  return {
    edition,
    section,
    title: inWords(title, figures, language, knowledge),
    summary: inWords(summary, figures, language, knowledge),
    score,
    words: allWords(title),
  };
}
