/**
 * Finds aggregates by a field without reading them all: for each field and value an empty file per aggregate. A marker
 * is on the disk before the aggregate that needs it and goes after the aggregate has left it. A kill in between leaves
 * a marker too many, never one too few; whoever reads one checks the aggregate.
 */
import { dirname } from 'node:path';
import type { DurableFiles } from './durable-files.ts';
import type { Layout } from './layout.ts';
import type { AggregateKey } from './port.ts';
import { together } from './together.ts';

type Index = Readonly<Record<string, string>>;

export class IndexFiles {
  readonly #files: DurableFiles;
  readonly #layout: Layout;

  constructor(files: DurableFiles, layout: Layout) {
    this.#files = files;
    this.#layout = layout;
  }

  /** Marks what the aggregate will be found by and was not yet; durable on return. */
  add(key: AggregateKey, before: Index, after: Index): Promise<void> {
    return together(entriesOnlyIn(after, before).map(([field, value]) => this.#mark(key, field, value)));
  }

  /** Removes the markers of what the aggregate is no longer found by. One that resists is as harmless as a stale one. */
  async drop(key: AggregateKey, before: Index, after: Index): Promise<void> {
    await Promise.allSettled(
      entriesOnlyIn(before, after).map(([field, value]) => this.#files.remove(this.#layout.marker(key, field, value))),
    );
  }

  async #mark(key: AggregateKey, field: string, value: string): Promise<void> {
    const marker = this.#layout.marker(key, field, value);
    await this.#files.ensureDirectory(dirname(marker));
    await this.#files.mark(marker);
  }
}

const entriesOnlyIn = (one: Index, other: Index): [field: string, value: string][] =>
  Object.entries(one).filter(([field, value]) => other[field] !== value);
