/** Reads the word lists, the sample sentences and what was learnt from them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { Ambiguous, Cities, Currencies, Lexicon, Parts, Utterances } from '../../knowledge/lexicon/schema.ts';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { type Model, ModelFile, modelFrom } from './model.ts';

export interface LanguageData {
  readonly lexicons: ReadonlyMap<DeskLanguage, Lexicon>;
  readonly cities: Cities;
  readonly currencies: Currencies;
  readonly parts: Parts;
  readonly ambiguous: Ambiguous;
  /** The texts that a model hangs on, for its digest. */
  readonly sources: readonly string[];
  /** The sample sentences; parsed only when a model must be learnt from them. */
  readonly utterances: () => ReadonlyMap<DeskLanguage, Utterances>;
  readonly model?: Model;
}

const knowledgeFolder = join(import.meta.dirname, '../../knowledge');
export const modelPath = join(import.meta.dirname, 'model.json');

/** All of it, by default from the folder beside this one. Throws one error for a file that is missing or broken. */
export function loadLanguageData(directory: string = knowledgeFolder, model: string = modelPath): LanguageData {
  const text = (file: string): string => readFileSync(join(directory, file), 'utf8');
  const lexicons = new Map(DeskLanguage.options.map((language) => [language, text(`lexicon/${language}.json`)]));
  const samples = new Map(DeskLanguage.options.map((language) => [language, text(`utterances/${language}.json`)]));
  const shared = ['cities', 'currencies', 'parts', 'ambiguous'].map((name) => text(`lexicon/${name}.json`));
  const [cities = '', currencies = '', parts = '', ambiguous = ''] = shared;
  return {
    lexicons: new Map(
      [...lexicons].map(([language, raw]) => [language, parsed(raw, Lexicon, `lexicon/${language}.json`)]),
    ),
    cities: parsed(cities, Cities, 'lexicon/cities.json'),
    currencies: parsed(currencies, Currencies, 'lexicon/currencies.json'),
    parts: parsed(parts, Parts, 'lexicon/parts.json'),
    ambiguous: parsed(ambiguous, Ambiguous, 'lexicon/ambiguous.json'),
    sources: [...lexicons.values(), ...samples.values(), ...shared],
    utterances: () =>
      new Map(
        [...samples].map(([language, raw]) => [language, parsed(raw, Utterances, `utterances/${language}.json`)]),
      ),
    ...(existsSync(model) ? { model: modelFrom(parsed(readFileSync(model, 'utf8'), ModelFile, model)) } : {}),
  };
}

function parsed<Value>(text: string, schema: z.ZodType<Value>, file: string): Value {
  const found = schema.safeParse(JSON.parse(text));
  if (found.success) return found.data;
  const faults = found.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`${file} cannot be used:\n${faults.join('\n')}`);
}
