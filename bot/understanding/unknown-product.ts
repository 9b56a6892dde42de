/** A product that is named and that nobody knows: it must be asked about, never left out in silence. */
import type { Marks } from './marks.ts';
import type { Token } from './tokens.ts';

/** "FrobnicatorDB", "xPlan": small and capital letters in one word. */
const mixed = /^\p{L}*\p{Ll}\p{Lu}[\p{L}\p{N}]*$/u;
const latinName = /^\p{Script=Latin}[\p{Script=Latin}\p{N}]{2,}$/u;
const capital = /^\p{Lu}/u;

export interface Surroundings {
  readonly tokens: readonly Token[];
  readonly marks: Marks;
  /** Words that belong to something that was found. */
  readonly taken: ReadonlySet<number>;
  /** Whether a word is one of the language's. */
  readonly isWord: (form: string) => boolean;
  /** The language is written in another script, so that a Latin word is a name. */
  readonly foreign: boolean;
}

/** The name as typed, with what follows it: "Contoso Ledger". */
export function unknownProduct(around: Surroundings): string | undefined {
  const { tokens } = around;
  const at = tokens.findIndex((_, index) => isName(around, index));
  if (at < 0) return undefined;
  const last = tokens[at + 1];
  const goesOn = last !== undefined && !last.apart && capital.test(last.raw) && isFree(around, at + 1);
  return [tokens[at]?.raw, ...(goesOn ? [last.raw] : [])].join(' ');
}

function isFree({ tokens, taken, isWord }: Surroundings, index: number): boolean {
  const { raw, form } = tokens[index] ?? { raw: '', form: '' };
  return !taken.has(index) && latinName.test(raw) && !isWord(form);
}

function isName(around: Surroundings, index: number): boolean {
  const { tokens, marks, foreign } = around;
  if (!isFree(around, index)) return false;
  const raw = tokens[index]?.raw ?? '';
  if (mixed.test(raw)) return true;
  const follows = marks.before(index, 'on-product', 'on-product') !== undefined;
  return foreign ? capital.test(raw) : capital.test(raw) && follows && index > 0;
}
