/** Names of people: two or three capitalised words in a row that are nothing else. */
import type { Token } from './tokens.ts';

const name = /^\p{Lu}\p{Ll}[\p{L}\p{M}]*$/u;
/** A Chinese name cannot be told from other words; only what is capitalised is found. */
const MOST_WORDS = 3;

export interface NamesAround {
  /** Whether a word may be part of a person's name. */
  readonly isFree: (index: number) => boolean;
  /** Whether people use it as a word: at the start of a sentence it then is one. */
  readonly isWord: (index: number) => boolean;
}

/** The names in the order of the text, as typed. */
export function peopleIn(tokens: readonly Token[], { isFree, isWord }: NamesAround): string[] {
  const found: string[] = [];
  const capitals = tokens.filter(({ raw }) => name.test(raw)).length;
  /** "Please Cancel My Booking": where most words bear a capital, it tells nothing. */
  const tells = capitals * 2 <= tokens.length + 2;
  const mayBegin = (index: number): boolean => !isWord(index) || (tells && index > 0 && tokens[index]?.apart === false);
  for (let from = 0; from < tokens.length; ) {
    let to = from;
    while (to - from < MOST_WORDS && isPart(tokens, to, from) && isFree(to) && mayBegin(to)) to += 1;
    if (to - from > 1)
      found.push(
        tokens
          .slice(from, to)
          .map(({ raw }) => raw)
          .join(' '),
      );
    from = Math.max(to, from + 1);
  }
  return found;
}

function isPart(tokens: readonly Token[], index: number, from: number): boolean {
  const token = tokens[index];
  return token !== undefined && name.test(token.raw) && (index === from || !token.apart);
}
