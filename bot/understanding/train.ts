/** Learns a model from the sample sentences, which takes some ten seconds. The same sources give the same model. */
import type { Utterances } from '../../knowledge/lexicon/schema.ts';
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';
import type { LanguageData } from './data.ts';
import { featuresOf } from './features.ts';
import { fold } from './fold.ts';
import { hash } from './hash.ts';
import { labels } from './labels.ts';
import { digestOf, type Model } from './model.ts';
import { noveltyOf, stemsOf } from './novelty.ts';
import { createReader } from './reader.ts';
import { trainClassifier } from './train-classifier.ts';
import { trainLanguages } from './train-language.ts';
import type { UnderstandingKnowledge } from './understand.ts';

const plain = { now: '2026-01-01T00:00:00Z', timeZone: 'UTC', locations: [] };
const letters = /[\p{L}\p{M}]+/gu;

/** The digest that a model of these sources bears. */
export const digestFor = (knowledge: UnderstandingKnowledge, data: LanguageData): string =>
  digestOf([
    ...data.sources,
    JSON.stringify(knowledge.services),
    JSON.stringify(knowledge.products),
    ...(knowledge.editions?.keys() ?? []),
  ]);

export function trainModel(knowledge: UnderstandingKnowledge, data: LanguageData): Model {
  const utterances = data.utterances();
  const languages = trainLanguages(utterances, data.lexicons);
  const words = smallWords(utterances);
  const reader = createReader(knowledge, data, { languages, words });
  const samples = [...utterances].flatMap(([language, commands]) =>
    Object.entries(commands).flatMap(([label, texts]) =>
      texts.map((text) => ({ view: reader.read(text, plain, language), label: labels.indexOf(label) })),
    ),
  );
  const stems = samples.map(({ view }) => stemsOf(view));
  const counts = new Map<number, number>();
  for (const stem of stems.flatMap((found) => [...found])) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const examples = samples.map(({ view, label }, index) => ({
    // A sample does not itself make its words known.
    features: [...featuresOf(view), ...noveltyOf(stems[index] ?? new Set(), (stem) => (counts.get(stem) ?? 0) > 1)],
    label,
  }));
  return {
    digest: digestFor(knowledge, data),
    weights: trainClassifier(labels, examples),
    languages,
    stems: Uint32Array.from(counts.keys()).sort(),
    words,
  };
}

/** Words that samples mostly write small, and more than once: names are none, though somebody types them so. */
function smallWords(utterances: ReadonlyMap<DeskLanguage, Utterances>): Uint32Array {
  const counts = new Map<number, number>();
  for (const text of [...utterances.values()].flatMap((commands) => Object.values(commands).flat())) {
    for (const word of text.match(letters) ?? []) {
      const key = hash(fold(word));
      counts.set(key, (counts.get(key) ?? 0) + (word === word.toLowerCase() ? 1 : -1));
    }
  }
  return Uint32Array.from([...counts].filter(([, more]) => more > 1).map(([word]) => word)).sort();
}
