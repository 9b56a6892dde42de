/** Which reading of a fact holds for a work order. */
import type { Cited, Fact, Reference, SourceLanguage } from './schema/citation.ts';

/** One source's reading; `language` is absent where all sources of the edition read alike. */
export interface Reading<Value> {
  readonly value: Value;
  readonly reference: Reference;
  readonly language?: SourceLanguage;
}

export interface ResolvedFact<Value> extends Reading<Value> {
  /** True where the sources differ and nothing says which of them governs. */
  readonly uncertain: boolean;
  /** Every reading, the one that holds first. */
  readonly readings: readonly Reading<Value>[];
}

const readingOf = <Value>({ value, ...reference }: Cited<Value>, language?: SourceLanguage): Reading<Value> =>
  language === undefined ? { value, reference } : { value, reference, language };

const allAlike = <Value>(readings: readonly Reading<Value>[]): boolean =>
  new Set(readings.map(({ value }) => JSON.stringify(value))).size < 2;

const readingsOf = <Value>(byLanguage: Partial<Record<SourceLanguage, Cited<Value>>>): readonly Reading<Value>[] =>
  (Object.keys(byLanguage) as SourceLanguage[]).flatMap((language) => {
    const cited = byLanguage[language];
    return cited === undefined ? [] : [readingOf(cited, language)];
  });

/**
 * The value that holds and where it stands. Where the sources differ by language the governing language decides;
 * without one, or with one that has no reading, the reading holds that promises the customer less, and it is uncertain.
 */
export const resolveFact = <Value>(held: Fact<Value>, governingLanguage?: string): ResolvedFact<Value> => {
  if ('value' in held) {
    const only = readingOf(held);
    return { ...only, uncertain: false, readings: [only] };
  }
  const readings = readingsOf(held.byLanguage);
  const governing = readings.find(({ language }) => language === governingLanguage);
  const holds = governing ?? readings.find(({ language }) => language === held.cautious);
  if (holds === undefined) throw new Error(`no reading for the cautious language ${held.cautious}`);
  const uncertain = governing === undefined && !allAlike(readings);
  return { ...holds, uncertain, readings: [holds, ...readings.filter((reading) => reading !== holds)] };
};
