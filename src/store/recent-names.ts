/** The names in the directories that were listed last, so that what every turn lists is not listed anew. */

/** Names that are held in all; a directory counts as one more. */
const CAPACITY = 20_000;

/**
 * Holds lists of names up to a capacity; the one that was used longest ago goes first. Right only while every change of
 * a directory goes through `changing`, which the store's lock sees to.
 */
export class RecentNames {
  readonly #lists = new Map<string, readonly string[]>();
  readonly #capacity: number;
  #held = 0;
  /** How often a change has begun or ended: what was listed across one may be what stood before it. */
  #changes = 0;

  constructor(capacity = CAPACITY) {
    this.#capacity = capacity;
  }

  /** The names in a directory: those that are held, else what `list` tells. */
  async in(directory: string, list: () => Promise<readonly string[]>): Promise<readonly string[]> {
    const held = this.#lists.get(directory);
    if (held !== undefined) {
      this.#lists.delete(directory);
      this.#lists.set(directory, held);
      return held;
    }
    const changes = this.#changes;
    const names = await list();
    if (changes === this.#changes) this.#hold(directory, names);
    return names;
  }

  /** Does work that adds a name to directories or takes one from them; before and after it, what was held does not count. */
  async changing<T>(directories: readonly string[], work: () => Promise<T>): Promise<T> {
    this.#forget(directories);
    try {
      return await work();
    } finally {
      this.#forget(directories);
    }
  }

  #hold(directory: string, names: readonly string[]): void {
    this.#drop(directory);
    if (names.length >= this.#capacity) return;
    this.#lists.set(directory, names);
    this.#held += names.length + 1;
    for (const oldest of this.#lists.keys()) {
      if (this.#held <= this.#capacity) break;
      this.#drop(oldest);
    }
  }

  #forget(directories: readonly string[]): void {
    this.#changes += 1;
    for (const directory of directories) this.#drop(directory);
  }

  #drop(directory: string): void {
    const names = this.#lists.get(directory);
    if (names === undefined) return;
    this.#held -= names.length + 1;
    this.#lists.delete(directory);
  }
}
