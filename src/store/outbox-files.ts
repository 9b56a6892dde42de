/**
 * Finds the aggregates whose messages wait to be sent without reading them all: a small file per save that brought
 * messages, named by its order and holding the aggregate's key. The messages themselves stand in the aggregate. A marker
 * is on the disk before them and goes after them; one without messages is what a kill left, and is removed when met.
 */
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { DirectoryId } from '../directory-id.ts';
import type { DurableFiles } from './durable-files.ts';
import { type Layout, outboxOrder } from './layout.ts';
import type { AggregateKey } from './port.ts';

const Source = z.object({ tenant: DirectoryId, kind: z.string(), id: z.string() });

/** One save that brought messages. */
export interface OutboxEntry {
  readonly order: number;
  /** Unknown until read, for what an earlier process left. */
  source: AggregateKey | undefined;
  /** Its messages may not stand in the aggregate yet, so their absence means nothing. */
  saving: boolean;
}

export class OutboxFiles {
  readonly #files: DurableFiles;
  readonly #layout: Layout;
  /** In order, because orders only grow. */
  readonly #entries = new Map<number, OutboxEntry>();
  #next = 1;

  private constructor(files: DurableFiles, layout: Layout) {
    this.#files = files;
    this.#layout = layout;
  }

  /** Reads the names of what an earlier process left to send; nothing else of the store is read. */
  static async open(files: DurableFiles, layout: Layout): Promise<OutboxFiles> {
    const outbox = new OutboxFiles(files, layout);
    for (const directory of await files.names(layout.outbox)) await outbox.#take(join(layout.outbox, directory));
    return outbox;
  }

  /** The order that the next entry will have. */
  get nextOrder(): number {
    return this.#next;
  }

  /** Takes the next order for an aggregate that is about to be saved with messages. */
  enter(source: AggregateKey): OutboxEntry {
    const entry = { order: this.#next, source, saving: true };
    this.#next += 1;
    this.#entries.set(entry.order, entry);
    return entry;
  }

  /** Puts the marker of an entry on the disk; durable on return. */
  async mark(entry: OutboxEntry): Promise<void> {
    const marker = this.#layout.outboxMarker(entry.order);
    await this.#files.ensureDirectory(dirname(marker));
    await this.#files.write(marker, JSON.stringify(entry.source));
    await this.#files.flushDirectory(dirname(marker));
  }

  /** The entries whose save has ended, oldest first. */
  *waiting(): Generator<OutboxEntry> {
    for (const entry of this.#entries.values()) if (!entry.saving) yield entry;
  }

  /** The aggregate that an entry leads to; undefined where a kill cut the marker short, before its save had answered. */
  async sourceOf(entry: OutboxEntry): Promise<AggregateKey | undefined> {
    entry.source ??= parseSource(await this.#files.read(this.#layout.outboxMarker(entry.order)));
    return entry.source;
  }

  async remove(order: number): Promise<void> {
    await this.#files.remove(this.#layout.outboxMarker(order));
    this.#entries.delete(order);
  }

  async #take(directory: string): Promise<void> {
    const names = await this.#files.names(directory);
    if (names.length === 0) await this.#files.removeEmptyDirectory(directory);
    for (const order of names.map(outboxOrder).filter((found) => found !== undefined)) {
      this.#entries.set(order, { order, source: undefined, saving: false });
      this.#next = order + 1;
    }
  }
}

function parseSource(text: string | undefined): AggregateKey | undefined {
  try {
    return Source.safeParse(JSON.parse(text ?? '')).data;
  } catch {
    return undefined;
  }
}
