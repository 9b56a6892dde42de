/** What is learnt from the sample sentences, and the file that keeps it so that a start need not learn it again. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Weights } from './classifier.ts';
import type { LanguageTables } from './language-of.ts';

export interface Model {
  /** Of all that it was learnt from; see `digestOf`. */
  readonly digest: string;
  readonly weights: Weights;
  readonly languages: LanguageTables;
  /** Hashes of the stems that some sample holds, and of the words that samples write small. */
  readonly stems: Uint32Array;
  readonly words: Uint32Array;
}

/** Changes whenever the same samples give other features, so that a model of the old ones is not used. */
const FEATURES = 3;

/** Tells one set of sources from another. */
export function digestOf(sources: readonly string[]): string {
  const digest = createHash('sha256').update(String(FEATURES));
  for (const source of sources) digest.update('\0').update(source);
  return digest.digest('base64url');
}

const numbers = z.base64();
const scores = z.strictObject({ keys: numbers, scores: numbers });

export const ModelFile = z.strictObject({
  format: z.literal('understanding-model/1'),
  digest: z.string(),
  labels: z.array(z.string()).min(1),
  scale: z.number().positive(),
  features: numbers,
  rows: numbers,
  languages: z.strictObject({ words: scores, grams: scores }),
  stems: numbers,
  words: numbers,
});
export type ModelFile = z.infer<typeof ModelFile>;

export function modelFrom(file: ModelFile): Model {
  const table = ({ keys, scores: values }: z.infer<typeof scores>) => ({ keys: wide(keys), scores: narrow(values) });
  return {
    digest: file.digest,
    weights: { labels: file.labels, features: wide(file.features), rows: narrow(file.rows), scale: file.scale },
    languages: { words: table(file.languages.words), grams: table(file.languages.grams) },
    stems: wide(file.stems),
    words: wide(file.words),
  };
}

export function fileOf({ digest, weights, languages, stems, words }: Model): ModelFile {
  const table = (from: LanguageTables['words']) => ({ keys: text(from.keys), scores: text(from.scores) });
  return {
    format: 'understanding-model/1',
    digest,
    labels: [...weights.labels],
    scale: weights.scale,
    features: text(weights.features),
    rows: text(weights.rows),
    languages: { words: table(languages.words), grams: table(languages.grams) },
    stems: text(stems),
    words: text(words),
  };
}

const text = ({ buffer, byteOffset, byteLength }: Uint32Array | Int8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64');

/** Little-endian, as on every machine that Node runs on. */
const wide = (from: string): Uint32Array => new Uint32Array(copied(from));
const narrow = (from: string): Int8Array => new Int8Array(copied(from));

const copied = (from: string): ArrayBuffer => {
  const bytes = Buffer.from(from, 'base64');
  const buffer = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(buffer).set(bytes);
  return buffer;
};
