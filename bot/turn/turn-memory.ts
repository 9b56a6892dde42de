/** What turns were answered, so that the second arrival gets the first one's answer: the newest in memory, what matters in the store. */
import type { Answer } from '../../src/command/answer.ts';
import type { Store } from '../../src/store/port.ts';
import { createShelf } from './turn-shelf.ts';

export interface TurnMemory {
  /** The answer kept under any of the keys, or undefined. */
  find(tenant: string, keys: readonly string[]): Promise<Answer | undefined>;
  keep(tenant: string, keys: readonly string[], answer: Answer): Promise<void>;
}

export interface MemoryOptions {
  readonly store: Store;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** How long an answer is kept, in milliseconds; Teams repeats within a minute. */
  readonly keptForMs?: number;
  /** How many answers are held in memory. */
  readonly held?: number;
  /**
   * Which answers go into the store too. By default those that moved something (a change done, a dialog's question):
   * a plain answer given twice after a restart does no harm and is not worth a write to disk.
   */
  readonly lasting?: (answer: Answer) => boolean;
}

const movedSomething = ({ status }: Answer): boolean =>
  status === 'done' || status === 'needs-input' || status === 'needs-confirmation';

/** Holds at most `held` answers in memory and a bounded number for each tenant in the store; both expire. */
export function createTurnMemory(options: MemoryOptions): TurnMemory {
  const { store, now = Date.now, keptForMs = 60 * 60_000, held = 500, lasting = movedSomething } = options;
  const recent = new Recent(held, keptForMs, now);
  const shelf = createShelf({ store, now, keptForMs });
  return {
    async find(tenant, keys) {
      return recent.find(tenant, keys) ?? (await shelf.find(tenant, keys));
    },
    async keep(tenant, keys, answer) {
      recent.keep(tenant, keys, answer);
      if (lasting(answer)) await shelf.keep(tenant, keys, answer);
    },
  };
}

class Recent {
  readonly #entries = new Map<string, { readonly answer: Answer; readonly at: number }>();
  readonly #held: number;
  readonly #keptForMs: number;
  readonly #now: () => number;

  constructor(held: number, keptForMs: number, now: () => number) {
    this.#held = held;
    this.#keptForMs = keptForMs;
    this.#now = now;
  }

  find(tenant: string, keys: readonly string[]): Answer | undefined {
    const since = this.#now() - this.#keptForMs;
    const found = keys.map((key) => this.#entries.get(`${tenant} ${key}`)).find((entry) => entry && entry.at >= since);
    return found?.answer;
  }

  keep(tenant: string, keys: readonly string[], answer: Answer): void {
    for (const key of keys) this.#entries.set(`${tenant} ${key}`, { answer, at: this.#now() });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#held) break;
      this.#entries.delete(oldest);
    }
  }
}
