/** The words that any list of names or phrases knows, and which of them a typed word may stand for. */
import { bearsEnding, isEnding } from './endings.ts';

/** How well a typed word fits: as written, with an ending, or with one letter wrong. */
export type Fit = 0 | 1 | 2;

export interface Candidate {
  readonly word: number;
  readonly fit: Fit;
}

/** From here on a word may have one letter wrong, missing, doubled or swapped. */
const TYPO_FROM = 6;
const CACHE = 20_000;
/** French words that are typed without their apostrophe: "latelier", "dincident", "quincident". */
const elided = /^(?:[ldjn]|qu)(?=[aeiouh]\p{L}{4})/u;

export class Words {
  readonly #exact = new Map<string, number>();
  readonly #prefixes = new Map<string, number>();
  readonly #shapes = new Map<number, string[]>();
  readonly #cache = new Map<string, readonly Candidate[]>();
  #count = 0;

  /** The number of a word; `көрсет*` stands for every word that begins so. */
  add(word: string, tolerant: boolean): number {
    const isPrefix = word.endsWith('*');
    const list = isPrefix ? this.#prefixes : this.#exact;
    const key = isPrefix ? word.slice(0, -1) : word;
    const known = list.get(key);
    if (known !== undefined) return known;
    list.set(key, this.#count);
    if (tolerant && !isPrefix && key.length >= TYPO_FROM) this.#addShape(key);
    this.#count += 1;
    return this.#count - 1;
  }

  has(form: string): boolean {
    return this.#exact.has(form);
  }

  /** All words that the typed one may stand for; a wrong letter is looked for only when nothing else fits. */
  candidates(form: string): readonly Candidate[] {
    const cached = this.#cache.get(form);
    if (cached !== undefined) return cached;
    const found = this.#find(form);
    if (this.#cache.size >= CACHE) this.#cache.clear();
    this.#cache.set(form, found);
    return found;
  }

  #find(form: string): Candidate[] {
    const found: Candidate[] = [];
    const exact = this.#exact.get(form);
    if (exact !== undefined) found.push({ word: exact, fit: 0 });
    const longest = Math.min(form.length, 32);
    for (let length = 2; length <= longest; length += 1) {
      const head = form.slice(0, length);
      const prefix = this.#prefixes.get(head);
      if (prefix !== undefined) found.push({ word: prefix, fit: 0 });
      const stem = length < form.length ? this.#exact.get(head) : undefined;
      if (stem !== undefined && bearsEnding(head) && isEnding(form.slice(length))) found.push({ word: stem, fit: 1 });
    }
    if (found.length > 0) return found;
    const whole = this.#exact.get(form.replace(elided, ''));
    if (whole !== undefined) return [{ word: whole, fit: 1 }];
    return form.length < TYPO_FROM || form.length > 32 ? found : this.#misspelt(form);
  }

  #addShape(key: string): void {
    const shape = shapeOf(key, key.length);
    const list = this.#shapes.get(shape);
    if (list === undefined) this.#shapes.set(shape, [key]);
    else list.push(key);
  }

  /** Words of nearly the same length with the same first letter are few; each is compared. */
  #misspelt(form: string): Candidate[] {
    const found: Candidate[] = [];
    for (const length of [form.length - 1, form.length, form.length + 1]) {
      for (const key of this.#shapes.get(shapeOf(form, length)) ?? []) {
        if (isOneApart(form, key)) found.push({ word: this.#exact.get(key) ?? -1, fit: 2 });
      }
    }
    return found;
  }
}

/** First letter and length in one number. */
const shapeOf = (form: string, length: number): number => form.charCodeAt(0) * 64 + length;

/** Whether one letter is wrong, missing, too many, or swapped with the next. */
export function isOneApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const swapped =
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
  return at < short.length && (swapped || short.slice(at + 1) === long.slice(at + 1));
}
