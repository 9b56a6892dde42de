/** Whole units by the rounding that an edition prints, with every reading where it prints none or more than one. */
import { resolveFact } from '../../knowledge/fact.ts';
import type { Fact, Reference, SourceLanguage } from '../../knowledge/schema/citation.ts';
import type { Rounding } from '../../knowledge/schema/edition.ts';
import { compare, type Decimal, divide, type Quotient, toNumber, whole } from './decimal.ts';

/** What one way of reading the edition comes to. */
export interface RoundedReading {
  readonly rounding: Rounding;
  readonly amount: number;
  /** The source that reads so, where the sources of the edition differ. */
  readonly language?: SourceLanguage;
}

export interface Rounded {
  readonly amount: Decimal;
  /** The rule that was followed; undefined where the edition's text is lost. */
  readonly rounding: Rounding | undefined;
  /** True where the readings that are left come to different amounts. */
  readonly uncertain: boolean;
  /** Every reading, the one that was followed first. */
  readonly readings: readonly RoundedReading[];
  readonly reference: Reference | undefined;
}

/** Which amount promises the customer less: what is credited, or what is taken. */
export type Cautious = 'lower' | 'higher';

interface Candidate {
  readonly rounding: Rounding;
  readonly units: bigint;
  readonly language?: SourceLanguage;
}

/**
 * The quotient in whole units. Where the sources of the edition differ and none governs, where the rule is lost, or where
 * "nearest" meets an exact half (G-07: no tie-break is printed), the cautious reading is followed and marked.
 */
export function roundByEdition(
  rule: Fact<Rounding> | null,
  governingLanguage: string | undefined,
  dividend: Decimal,
  divisor: Decimal,
  cautious: Cautious,
): Rounded {
  const quotient = divide(dividend, divisor);
  const resolved = rule === null ? undefined : resolveFact(rule, governingLanguage);
  const candidates = candidatesOf(resolved, quotient);
  const [followed, ...others] = [...candidates].sort((one, other) => order(one.units, other.units, cautious));
  if (followed === undefined) throw new Error('an edition rounds in at least one way');
  return {
    amount: whole(followed.units),
    rounding: resolved === undefined ? undefined : followed.rounding,
    uncertain: others.some(({ units }) => units !== followed.units),
    readings: [followed, ...others].map(({ units, ...reading }) => ({ ...reading, amount: toNumber(whole(units)) })),
    reference: resolved?.reference,
  };
}

function candidatesOf(
  resolved: ReturnType<typeof resolveFact<Rounding>> | undefined,
  quotient: Quotient,
): readonly Candidate[] {
  if (resolved === undefined) return [...unitsOf('nearest', quotient), ...unitsOf('up', quotient)];
  const readings = resolved.uncertain ? resolved.readings : resolved.readings.slice(0, 1);
  return readings.flatMap(({ value, language }) =>
    unitsOf(value, quotient).map((candidate) => (language === undefined ? candidate : { ...candidate, language })),
  );
}

function unitsOf(rounding: Rounding, { whole: below, rest }: Quotient): readonly Candidate[] {
  const at = (units: bigint): Candidate => ({ rounding, units });
  if (rest === 'none') return [at(below)];
  if (rounding === 'up' || rest === 'over-half') return [at(below + 1n)];
  return rest === 'half' ? [at(below), at(below + 1n)] : [at(below)];
}

const order = (one: bigint, other: bigint, cautious: Cautious): number =>
  compare(whole(one), whole(other)) * (cautious === 'lower' ? 1 : -1);
