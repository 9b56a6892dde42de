/** Runs the work of one key in the order in which it came, and that of different keys side by side. */
export class KeyQueue {
  readonly #tails = new Map<string, Promise<void>>();

  /** Settles as the work does; a failure does not hold up what comes after it. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.#tails.get(key) ?? Promise.resolve()).then(work);
    const tail: Promise<void> = mine.then(ended, ended).then(() => this.#forget(key, tail));
    this.#tails.set(key, tail);
    return mine;
  }

  /** Returns when all work that has been given by now has ended. */
  async idle(): Promise<void> {
    await Promise.all(this.#tails.values());
  }

  #forget(key: string, tail: Promise<void>): void {
    if (this.#tails.get(key) === tail) this.#tails.delete(key);
  }
}

const ended = (): void => {};
