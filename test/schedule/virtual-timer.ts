import type { Timer } from '../../bot/schedule/schedule.ts';

/** A clock that stands still until it is moved, and the timers that hang on it. */
export class VirtualTimer implements Timer {
  #now: number;
  readonly #waiting = new Map<number, { readonly at: number; readonly run: () => void }>();
  #count = 0;

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const id = this.#count++;
    this.#waiting.set(id, { at: this.#now + ms, run });
    return () => void this.#waiting.delete(id);
  }

  /** When the next timer runs. */
  get next(): number {
    return Math.min(...[...this.#waiting.values()].map(({ at }) => at));
  }

  /** Sets the clock a moment before what is due at that instant runs. */
  standAt(instant: number): void {
    this.#now = instant;
  }

  /** Sets the clock, also back, and runs what is due by then. */
  moveTo(instant: number): void {
    this.#now = instant;
    for (const [id, { at, run }] of this.#waiting) {
      if (at > instant) continue;
      this.#waiting.delete(id);
      run();
    }
  }

  /** Whoever set the timers is gone. */
  clear(): void {
    this.#waiting.clear();
  }
}
