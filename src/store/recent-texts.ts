/** The texts of the files that were read or written last, so that what is asked for in every turn is not read anew. */

/** About as many characters as are worth holding; most aggregates are a few thousand long. */
const CAPACITY = 4_000_000;

/**
 * Holds texts by path up to a capacity in characters; the one that was used longest ago goes first. Right only while
 * nobody else writes the files, which the store's lock sees to.
 */
export class RecentTexts {
  readonly #texts = new Map<string, string>();
  readonly #capacity: number;
  #held = 0;

  constructor(capacity = CAPACITY) {
    this.#capacity = capacity;
  }

  get(path: string): string | undefined {
    const text = this.#texts.get(path);
    if (text === undefined) return undefined;
    this.#texts.delete(path);
    this.#texts.set(path, text);
    return text;
  }

  set(path: string, text: string): void {
    this.forget(path);
    if (text.length > this.#capacity) return;
    this.#texts.set(path, text);
    this.#held += text.length;
    for (const oldest of this.#texts.keys()) {
      if (this.#held <= this.#capacity) break;
      this.forget(oldest);
    }
  }

  forget(path: string): void {
    this.#held -= this.#texts.get(path)?.length ?? 0;
    this.#texts.delete(path);
  }
}
