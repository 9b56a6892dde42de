/** The port over a directory of files that this process alone has open; `openLowdbStore` makes one. */
import type { AggregateFiles } from './aggregate-files.ts';
import { applySave } from './apply-save.ts';
import type { Delivery } from './delivery.ts';
import { type Envelope, storedOf } from './envelope.ts';
import { StoreFailure } from './fault.ts';
import type { IndexFiles } from './index-files.ts';
import { jsonCopy } from './json-copy.ts';
import type { KeyQueue } from './key-queue.ts';
import type { Layout } from './layout.ts';
import type { Listing } from './listing.ts';
import type { OutboxEntry, OutboxFiles } from './outbox-files.ts';
import type { AggregateKey, Page, PendingMessage, Save, SaveOutcome, Store, Stored } from './port.ts';
import { together } from './together.ts';

export interface DirectoryStoreParts {
  readonly layout: Layout;
  readonly aggregates: AggregateFiles;
  readonly index: IndexFiles;
  readonly outbox: OutboxFiles;
  readonly listing: Listing;
  readonly delivery: Delivery;
  readonly queue: KeyQueue;
  /** Gives the directory back to other processes. */
  readonly release: () => Promise<void>;
}

export class DirectoryStore implements Store {
  readonly #parts: DirectoryStoreParts;
  #closing: Promise<void> | undefined;

  constructor(parts: DirectoryStoreParts) {
    this.#parts = parts;
  }

  async load(key: AggregateKey): Promise<Stored | undefined> {
    const envelope = await this.#read(key);
    return envelope && storedOf(envelope);
  }

  async save(given: Save): Promise<SaveOutcome> {
    this.#mustBeOpen();
    // Copied before anything is awaited: what the caller changes afterwards is not saved.
    const change = jsonCopy(given);
    const path = this.#parts.layout.aggregate(change.key);
    return this.#parts.queue.run(path, () => this.#saveNow(path, change));
  }

  async resultOf(key: AggregateKey, commandId: string): Promise<{ readonly result: unknown } | undefined> {
    const done = (await this.#read(key))?.commands.find((command) => command.id === commandId);
    return done && { result: done.result };
  }

  async list(tenant: string, kind: string, options: Parameters<Store['list']>[2] = {}): Promise<Page> {
    this.#mustBeOpen();
    return this.#parts.listing.list(tenant, kind, options);
  }

  async tenants(kind: string): Promise<readonly string[]> {
    this.#mustBeOpen();
    return this.#parts.listing.tenants(kind);
  }

  async pending(limit: number): Promise<readonly PendingMessage[]> {
    this.#mustBeOpen();
    return this.#parts.delivery.pending(limit);
  }

  async sent(message: PendingMessage): Promise<void> {
    this.#mustBeOpen();
    return this.#parts.delivery.sent(message);
  }

  /** Waits for the saves under way, then lets other processes in. */
  close(): Promise<void> {
    this.#closing ??= this.#parts.queue.idle().then(this.#parts.release);
    return this.#closing;
  }

  async #read(key: AggregateKey): Promise<Envelope | undefined> {
    this.#mustBeOpen();
    return this.#parts.aggregates.read(this.#parts.layout.aggregate(key));
  }

  async #saveNow(path: string, change: Save): Promise<SaveOutcome> {
    const { aggregates, outbox } = this.#parts;
    const current = await aggregates.read(path);
    const decision = applySave(current, change, outbox.nextOrder);
    if (decision.kind === 'write') {
      await this.#write(
        path,
        current,
        decision.next,
        change.messages?.length ? outbox.enter(decision.next.key) : undefined,
      );
    }
    return decision.outcome;
  }

  /** Markers first, then the aggregate in one step, then away with the markers that it has outgrown. */
  async #write(
    path: string,
    current: Envelope | undefined,
    next: Envelope,
    entry: OutboxEntry | undefined,
  ): Promise<void> {
    const { aggregates, index, outbox } = this.#parts;
    const before = current?.index ?? {};
    try {
      await aggregates.write(path, next, () =>
        together([index.add(next.key, before, next.index), ...(entry ? [outbox.mark(entry)] : [])]),
      );
    } finally {
      // After a failure too: if it came after the last step, the messages stand and have to be sent.
      if (entry) entry.saving = false;
    }
    await index.drop(next.key, before, next.index);
  }

  #mustBeOpen(): void {
    if (!this.#closing) return;
    throw new StoreFailure({
      code: 'closed',
      file: this.#parts.layout.root,
      problem: 'The store has been closed.',
      remedy: 'Close it last, when nothing uses it any more.',
    });
  }
}
