/** The words of a text that the language's lexicon knows, by what they are good for. */
import type { Match } from './phrases.ts';

export type MarkType =
  | 'month'
  | 'weekday'
  | 'feast'
  | 'number'
  | 'half'
  | 'number-link'
  | 'ordinal'
  | 'date'
  | 'severity'
  | 'impact'
  | 'reply'
  | 'direction'
  | 'in-language'
  | 'site'
  | 'on-product'
  | 'environment'
  | 'subscription'
  | 'that-incident'
  | 'concept';

export interface Mark {
  readonly type: MarkType;
  readonly value: string;
}

/** Marks by where they begin; asking for one gives the longest. */
export class Marks {
  readonly #byStart = new Map<number, Match<Mark>[]>();
  readonly #all: readonly Match<Mark>[];

  constructor(matches: readonly Match<Mark>[]) {
    this.#all = matches;
    for (const match of matches) {
      const list = this.#byStart.get(match.from);
      if (list === undefined) this.#byStart.set(match.from, [match]);
      else list.push(match);
    }
  }

  /** The longest mark of the type that begins at this word, optionally one of the given values. */
  at(index: number, type: MarkType, ...values: readonly string[]): Match<Mark> | undefined {
    let best: Match<Mark> | undefined;
    for (const match of this.#byStart.get(index) ?? []) {
      const fits = match.value.type === type && (values.length === 0 || values.includes(match.value.value));
      if (fits && (best === undefined || match.to > best.to)) best = match;
    }
    return best;
  }

  /** The longest mark of the type that ends right before this word. */
  before(index: number, type: MarkType, ...values: readonly string[]): Match<Mark> | undefined {
    for (let from = Math.max(0, index - 4); from < index; from += 1) {
      const found = this.at(from, type, ...values);
      if (found !== undefined && found.to === index) return found;
    }
    return undefined;
  }

  of(type: MarkType): readonly Match<Mark>[] {
    return this.#all.filter(({ value }) => value.type === type);
  }

  has(type: MarkType, value: string): boolean {
    return this.#all.some((match) => match.value.type === type && match.value.value === value);
  }
}
