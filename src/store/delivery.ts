/** The messages that wait to be sent, and the taking off of those that were. */
import type { AggregateFiles } from './aggregate-files.ts';
import { withoutMessage } from './apply-save.ts';
import type { FaultLog } from './fault-log.ts';
import type { KeyQueue } from './key-queue.ts';
import type { Layout } from './layout.ts';
import type { OutboxEntry, OutboxFiles } from './outbox-files.ts';
import type { PendingMessage } from './port.ts';

export class Delivery {
  readonly #layout: Layout;
  readonly #aggregates: AggregateFiles;
  readonly #outbox: OutboxFiles;
  readonly #queue: KeyQueue;
  readonly #faults: FaultLog;

  constructor(parts: {
    readonly layout: Layout;
    readonly aggregates: AggregateFiles;
    readonly outbox: OutboxFiles;
    readonly queue: KeyQueue;
    readonly faults: FaultLog;
  }) {
    this.#layout = parts.layout;
    this.#aggregates = parts.aggregates;
    this.#outbox = parts.outbox;
    this.#queue = parts.queue;
    this.#faults = parts.faults;
  }

  /** See `Store.pending`. What stands in a damaged aggregate waits until the file is mended. */
  async pending(limit: number): Promise<PendingMessage[]> {
    const found: PendingMessage[] = [];
    for (const entry of this.#outbox.waiting()) {
      if (found.length >= limit) break;
      found.push(...((await this.#faults.tolerate(() => this.#messagesOf(entry))) ?? []));
    }
    return found.slice(0, limit);
  }

  /** See `Store.sent`: the message goes first and its marker after it, so that neither order of a kill loses one. */
  sent({ source, key }: PendingMessage): Promise<void> {
    const path = this.#layout.aggregate(source);
    return this.#queue.run(path, async () => {
      const envelope = await this.#aggregates.read(path);
      const sent = envelope?.messages.find((message) => message.key === key);
      if (!envelope || !sent) return;
      const rest = withoutMessage(envelope, key);
      await this.#aggregates.write(path, rest);
      if (!rest.messages.some((message) => message.order === sent.order)) await this.#outbox.remove(sent.order);
    });
  }

  async #messagesOf(entry: OutboxEntry): Promise<PendingMessage[]> {
    const source = await this.#outbox.sourceOf(entry);
    const envelope = source && (await this.#aggregates.read(this.#layout.aggregate(source)));
    const waiting = envelope?.messages.filter((message) => message.order === entry.order) ?? [];
    if (!source || waiting.length === 0) {
      await this.#outbox.remove(entry.order);
      return [];
    }
    return waiting.map(({ key, topic, body }) => ({ key, topic, body, tenant: source.tenant, source }));
  }
}
