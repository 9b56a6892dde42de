/** The port in memory, for tests and trials: nothing survives the process. */

import { directoryId } from '../directory-id.ts';
import { applySave, withoutMessage } from './apply-save.ts';
import { type Envelope, storedOf } from './envelope.ts';
import { jsonCopy } from './json-copy.ts';
import type { AggregateKey, Page, PendingMessage, Save, SaveOutcome, Store, Stored } from './port.ts';

export class MemoryStore implements Store {
  readonly #envelopes = new Map<string, Envelope>();
  #order = 0;

  async load(key: AggregateKey): Promise<Stored | undefined> {
    const envelope = this.#envelopes.get(nameOf(key));
    return envelope && jsonCopy(storedOf(envelope));
  }

  async save(given: Save): Promise<SaveOutcome> {
    const change = jsonCopy(given);
    this.#order += 1;
    const decision = applySave(this.#envelopes.get(nameOf(change.key)), change, this.#order);
    if (decision.kind === 'write') this.#envelopes.set(nameOf(change.key), decision.next);
    return jsonCopy(decision.outcome);
  }

  async resultOf(key: AggregateKey, commandId: string): Promise<{ readonly result: unknown } | undefined> {
    const done = this.#envelopes.get(nameOf(key))?.commands.find((command) => command.id === commandId);
    return done && jsonCopy({ result: done.result });
  }

  async list(tenant: string, kind: string, options: Parameters<Store['list']>[2] = {}): Promise<Page> {
    const { where, limit = Number.POSITIVE_INFINITY, after } = options;
    const whose = directoryId(tenant);
    const found = [...this.#envelopes.values()]
      .filter(({ key }) => key.tenant === whose && key.kind === kind && (after === undefined || key.id > after))
      .filter(({ index }) => !where || index[where.field] === where.value)
      .sort((one, other) => (one.key.id < other.key.id ? -1 : 1));
    const items = found.slice(0, limit).map((envelope) => jsonCopy({ id: envelope.key.id, ...storedOf(envelope) }));
    const last = items.at(-1);
    return found.length > limit && last ? { items, next: last.id } : { items };
  }

  async tenants(kind: string): Promise<readonly string[]> {
    const keys = [...this.#envelopes.values()].map((envelope) => envelope.key);
    return [...new Set(keys.filter((key) => key.kind === kind).map((key) => key.tenant))].sort();
  }

  async pending(limit: number): Promise<readonly PendingMessage[]> {
    return [...this.#envelopes.values()]
      .flatMap(({ key: source, messages }) => messages.map((message) => ({ source, message })))
      .sort((one, other) => one.message.order - other.message.order)
      .slice(0, limit)
      .map(({ source, message: { key, topic, body } }) =>
        jsonCopy({ key, topic, body, tenant: source.tenant, source }),
      );
  }

  async sent({ source, key }: PendingMessage): Promise<void> {
    const envelope = this.#envelopes.get(nameOf(source));
    if (envelope) this.#envelopes.set(nameOf(source), withoutMessage(envelope, key));
  }

  async close(): Promise<void> {}
}

const nameOf = ({ tenant, kind, id }: AggregateKey): string => JSON.stringify([directoryId(tenant), kind, id]);
