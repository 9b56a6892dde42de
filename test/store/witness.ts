/**
 * Remembers what a writer began and what it was answered, and checks a store against that after the writer has died:
 * what was answered stands; what was begun stands wholly or not at all.
 */
import { expect } from '@jest/globals';
import type { Save, Store } from '../../src/store/port.ts';
import { everyPage, idsOf } from './samples.ts';

export type Testimony =
  | { readonly what: 'save-begun'; readonly save: Save }
  | { readonly what: 'save-answered'; readonly save: Save }
  | { readonly what: 'sent-begun'; readonly message: string }
  | { readonly what: 'sent-answered'; readonly message: string };

const nameOf = ({ key }: Save): string => JSON.stringify([key.tenant, key.kind, key.id]);

export class Witness {
  /** The last answered save of each aggregate. */
  readonly #answered = new Map<string, Save>();
  /** Saves that nobody has answered yet, one at most of each aggregate. */
  readonly #begun = new Map<string, Save>();
  /** Messages of answered saves that nobody has begun to send. */
  readonly #waiting = new Set<string>();
  /** Messages that may or may not be marked as sent. */
  readonly #sending = new Set<string>();

  hear(testimony: Testimony): void {
    if (testimony.what === 'save-begun') this.#begun.set(nameOf(testimony.save), testimony.save);
    if (testimony.what === 'save-answered') this.#settle(testimony.save);
    if (testimony.what === 'sent-begun') {
      this.#waiting.delete(testimony.message);
      this.#sending.add(testimony.message);
    }
    if (testimony.what === 'sent-answered') this.#sending.delete(testimony.message);
  }

  /** Checks everything, and takes what was uncertain for what the store now shows it to be. */
  async check(store: Store): Promise<void> {
    for (const save of this.#begun.values()) await this.#decide(store, save);
    this.#begun.clear();
    for (const save of this.#answered.values()) await this.#expectStanding(store, save);
    await this.#expectMessages(store);
    await this.#expectLists(store);
  }

  #settle(save: Save): void {
    this.#answered.set(nameOf(save), save);
    this.#begun.delete(nameOf(save));
    for (const { key } of save.messages ?? []) this.#waiting.add(key);
  }

  async #decide(store: Store, save: Save): Promise<void> {
    const version = (await store.load(save.key))?.version ?? 0;
    expect([save.expected, save.expected + 1]).toContain(version);
    if (version === save.expected + 1) this.#settle(save);
    else expect(await store.resultOf(save.key, save.command?.id ?? '')).toBeUndefined();
  }

  async #expectStanding(store: Store, save: Save): Promise<void> {
    const { key, expected, state, index = {}, command } = save;
    expect(await store.load(key)).toEqual({ version: expected + 1, state, index });
    if (command) expect(await store.resultOf(key, command.id)).toEqual({ result: command.result });
  }

  async #expectMessages(store: Store): Promise<void> {
    const pending = (await store.pending(100_000)).map((message) => message.key);
    expect(new Set(pending).size).toBe(pending.length);
    for (const message of this.#sending) if (pending.includes(message)) this.#waiting.add(message);
    this.#sending.clear();
    expect([...pending].sort()).toEqual([...this.#waiting].sort());
  }

  async #expectLists(store: Store): Promise<void> {
    const saves = [...this.#answered.values()];
    for (const { tenant, kind } of uniqueBy(
      saves.map((save) => save.key),
      (key) => `${key.tenant} ${key.kind}`,
    )) {
      const own = saves.filter(({ key }) => key.tenant === tenant && key.kind === kind);
      const all = await everyPage(store, tenant, kind, { limit: 3 });
      expect(idsOf(all)).toEqual(own.map((save) => save.key.id).sort());
      for (const value of ['open', 'closed', 'other']) {
        const found = await everyPage(store, tenant, kind, { where: { field: 'state', value }, limit: 3 });
        const expected = own.filter(({ index }) => index?.state === value).map((save) => save.key.id);
        expect({ value, found: idsOf(found) }).toEqual({ value, found: expected.sort() });
      }
      expect(await store.tenants(kind)).toContain(tenant);
    }
  }
}

function uniqueBy<T>(all: readonly T[], nameOf: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [nameOf(one), one])).values()];
}
