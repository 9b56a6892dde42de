/** The soonest of many instants, in bounded memory: what does not fit is forgotten and a horizon says from when on. */

interface Entry {
  readonly name: string;
  readonly at: number;
}

export class Soonest {
  readonly #capacity: number;
  /** A binary heap by `at`. Entries that `#current` does not hold any more are passed over. */
  #heap: Entry[] = [];
  readonly #current = new Map<string, number>();
  #horizon = Number.POSITIVE_INFINITY;

  /** @param capacity how many names are held at most, at least 2 */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** How many names are held. */
  get size(): number {
    return this.#current.size;
  }

  /** From this instant on there may be names that were forgotten; infinite while nothing was. */
  get horizon(): number {
    return this.#horizon;
  }

  /** The soonest instant that is held, if any. */
  get at(): number | undefined {
    this.#dropStale();
    return this.#heap[0]?.at;
  }

  /** Sets the instant of a name in place of the one before; undefined takes it out. */
  set(name: string, at: number | undefined): void {
    this.#current.delete(name);
    if (at === undefined || at >= this.#horizon) return;
    this.#current.set(name, at);
    this.#push({ name, at });
    if (this.#current.size > this.#capacity) this.#forgetLater();
    if (this.#heap.length > 2 * this.#capacity) this.#rebuild();
  }

  /** Takes out the soonest name whose instant has come. */
  take(now: number): string | undefined {
    this.#dropStale();
    const [first] = this.#heap;
    if (first === undefined || first.at > now) return undefined;
    this.#pop();
    this.#current.delete(first.name);
    return first.name;
  }

  /** Everything will be set anew: nothing counts as forgotten. */
  reset(): void {
    this.#horizon = Number.POSITIVE_INFINITY;
  }

  #forgetLater(): void {
    const sorted = [...this.#current].sort(([, a], [, b]) => a - b);
    for (const [name, at] of sorted.slice(Math.ceil(this.#capacity / 2))) {
      this.#horizon = Math.min(this.#horizon, at);
      this.#current.delete(name);
    }
    this.#rebuild();
  }

  /** A sorted list is a heap. */
  #rebuild(): void {
    this.#heap = [...this.#current].map(([name, at]) => ({ name, at })).sort((a, b) => a.at - b.at);
  }

  #dropStale(): void {
    for (let first = this.#heap[0]; first !== undefined; first = this.#heap[0]) {
      if (this.#current.get(first.name) === first.at) return;
      this.#pop();
    }
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let index = heap.push(entry) - 1;
    for (;;) {
      const above = (index - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || parent.at <= entry.at) break;
      heap[index] = parent;
      index = above;
    }
    heap[index] = entry;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    for (;;) {
      const child = this.#sooner(2 * index + 1, 2 * index + 2);
      const entry = heap[child];
      if (entry === undefined || entry.at >= last.at) break;
      heap[index] = entry;
      index = child;
    }
    heap[index] = last;
  }

  #sooner(left: number, right: number): number {
    return (this.#heap[right]?.at ?? Number.POSITIVE_INFINITY) < (this.#heap[left]?.at ?? Number.POSITIVE_INFINITY)
      ? right
      : left;
  }
}
