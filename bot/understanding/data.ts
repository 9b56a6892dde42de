/** Reads the word lists and sample sentences from the knowledge folder. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { Cities, Currencies, Lexicon, Parts, Utterances } from '../../knowledge/lexicon/schema.ts';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';

export interface LanguageData {
  readonly lexicons: ReadonlyMap<DeskLanguage, Lexicon>;
  readonly utterances: ReadonlyMap<DeskLanguage, Utterances>;
  readonly cities: Cities;
  readonly currencies: Currencies;
  readonly parts: Parts;
}

/** All of it for the languages that have files, by default from the folder beside this one. Throws one error for a file that is missing or broken. */
export function loadLanguageData(directory: string = join(import.meta.dirname, '../../knowledge')): LanguageData {
  const read = <Value>(file: string, schema: z.ZodType<Value>): Value => {
    const parsed = schema.safeParse(JSON.parse(readFileSync(join(directory, file), 'utf8')));
    if (parsed.success) return parsed.data;
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Error(`${file} cannot be used:\n${faults.join('\n')}`);
  };
  const each = <Value>(folder: string, schema: z.ZodType<Value>): Map<DeskLanguage, Value> =>
    new Map(
      DeskLanguage.options
        .filter((language) => existsSync(join(directory, folder, `${language}.json`)))
        .map((language) => [language, read(`${folder}/${language}.json`, schema)]),
    );
  return {
    lexicons: each('lexicon', Lexicon),
    utterances: each('utterances', Utterances),
    cities: read('lexicon/cities.json', Cities),
    currencies: read('lexicon/currencies.json', Currencies),
    parts: read('lexicon/parts.json', Parts),
  };
}
