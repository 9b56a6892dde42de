/** Finds known phrases in the words of a text, all in one pass. */
import { isEnding } from './endings.ts';
import { type Token, tokensOf } from './tokens.ts';
import type { Fit, Words } from './words.ts';

export interface Match<Value> {
  readonly value: Value;
  /** Index of the first word, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** The worst fit of its words. */
  readonly fit: Fit;
}

interface Node<Value> {
  next: Map<number, Node<Value>> | undefined;
  values: Value[] | undefined;
}

const node = <Value>(): Node<Value> => ({ next: undefined, values: undefined });

/** A set of phrases, each with the values that it stands for. */
export class Phrases<Value> {
  readonly #root: Node<Value> = node();
  readonly #words: Words;
  readonly #tolerant: boolean;

  /** `tolerant`: long words may have one letter wrong. */
  constructor(words: Words, tolerant: boolean) {
    this.#words = words;
    this.#tolerant = tolerant;
  }

  add(phrase: string, value: Value): void {
    let at = this.#root;
    for (const word of wordsOf(phrase)) at = this.#step(at, this.#words.add(word, this.#tolerant));
    if (at === this.#root) return;
    at.values ??= [];
    if (!at.values.includes(value)) at.values.push(value);
  }

  #step(at: Node<Value>, word: number): Node<Value> {
    at.next ??= new Map();
    const found = at.next.get(word) ?? node<Value>();
    at.next.set(word, found);
    return found;
  }

  /** Every phrase that stands in the text, overlapping ones too. */
  find(tokens: readonly Token[]): Match<Value>[] {
    const found: Match<Value>[] = [];
    for (let from = 0; from < tokens.length; from += 1) this.#walk(this.#root, tokens, from, from, 0, found);
    return found;
  }

  #walk(at: Node<Value>, tokens: readonly Token[], from: number, index: number, fit: Fit, found: Match<Value>[]): void {
    const token = tokens[index];
    if (token === undefined || (index > from && token.apart)) return;
    for (const candidate of this.#words.candidates(token.form)) {
      const next = at.next?.get(candidate.word);
      if (next === undefined || (candidate.fit === 2 && !this.#tolerant)) continue;
      const worst = candidate.fit > fit ? candidate.fit : fit;
      for (const value of next.values ?? []) found.push({ value, from, to: index + 1, fit: worst });
      if (next.next !== undefined) this.#walk(next, tokens, from, index + 1, worst, found);
    }
  }
}

/** The folded words of a phrase; a `*` at the end of a word is kept: it stands for any ending. */
export function wordsOf(phrase: string): string[] {
  return tokensOf(phrase).map(({ form, end }) => (phrase[end] === '*' ? `${form}*` : form));
}

/** Leaves out the endings that are set off by a hyphen or an apostrophe: "Server-i", "Azure-дағы", "VM’er". */
export const withoutLooseEndings = (tokens: readonly Token[]): Token[] =>
  tokens.filter(({ raw, form, glued }) => !(glued && form !== 'a' && raw === raw.toLowerCase() && isEnding(form)));

/** Matches that do not overlap: the longest first, then the best fit, then the first. */
export function longest<Value>(matches: readonly Match<Value>[]): Match<Value>[] {
  const order = [...matches].sort((a, b) => b.to - b.from - (a.to - a.from) || a.fit - b.fit || a.from - b.from);
  const kept: Match<Value>[] = [];
  for (const match of order) {
    if (kept.every(({ from, to }) => match.to <= from || match.from >= to)) kept.push(match);
  }
  return kept.sort((a, b) => a.from - b.from);
}
