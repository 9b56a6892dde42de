/** Lists of aggregates, read from the directories that lead to them; no more aggregates are read than the page holds. */
import { join } from 'node:path';
import { directoryId } from '../directory-id.ts';
import type { AggregateFiles } from './aggregate-files.ts';
import type { DurableFiles } from './durable-files.ts';
import { type Envelope, storedOf } from './envelope.ts';
import type { FaultLog } from './fault-log.ts';
import type { KeyQueue } from './key-queue.ts';
import { aggregateFile, aggregateName, type Layout } from './layout.ts';
import { decodeName } from './names.ts';
import type { Page, Store } from './port.ts';
import { type Place, placesIn } from './walk.ts';

type ListOptions = NonNullable<Parameters<Store['list']>[2]>;

/** Aggregates read side by side while a page is filled. */
const readAtOnce = 16;

export class Listing {
  readonly #files: DurableFiles;
  readonly #layout: Layout;
  readonly #aggregates: AggregateFiles;
  readonly #queue: KeyQueue;
  readonly #faults: FaultLog;

  constructor(parts: {
    readonly files: DurableFiles;
    readonly layout: Layout;
    readonly aggregates: AggregateFiles;
    readonly queue: KeyQueue;
    readonly faults: FaultLog;
  }) {
    this.#files = parts.files;
    this.#layout = parts.layout;
    this.#aggregates = parts.aggregates;
    this.#queue = parts.queue;
    this.#faults = parts.faults;
  }

  /** See `Store.list`: the order is that of the places, which an id keeps for ever. */
  async list(tenant: string, kind: string, options: ListOptions): Promise<Page> {
    const { limit = Number.POSITIVE_INFINITY } = options;
    const found: Envelope[] = [];
    // One more than asked for tells whether there is a next page.
    for await (const batch of batchesOf(this.#places(tenant, kind, options), Math.min(readAtOnce, limit + 1))) {
      const read = await Promise.all(batch.map((place) => this.#aggregateAt(tenant, kind, place, options.where)));
      found.push(...read.filter((envelope) => envelope !== undefined));
      if (found.length > limit) break;
    }
    return pageOf(found, limit);
  }

  /** See `Store.tenants`. */
  async tenants(kind: string): Promise<string[]> {
    const names = await this.#files.names(this.#layout.tenants(kind));
    const tenants = await Promise.all(names.map((name) => this.#tenantNamed(kind, name)));
    return tenants.flatMap((tenant) => (tenant !== undefined && tenant === directoryId(tenant) ? [tenant] : [])).sort();
  }

  #places(tenant: string, kind: string, { where, after }: ListOptions): AsyncGenerator<Place> {
    if (!where) return placesIn(this.#files, this.#layout.aggregates(tenant, kind), aggregateName, after);
    const directory = this.#layout.index(tenant, kind, where.field, where.value);
    return placesIn(this.#files, directory, (name) => name, after);
  }

  async #aggregateAt(
    tenant: string,
    kind: string,
    place: Place,
    where: ListOptions['where'],
  ): Promise<Envelope | undefined> {
    const path = join(this.#layout.aggregates(tenant, kind), place.shard, aggregateFile(place.name));
    return this.#faults.tolerate(async () => {
      const envelope = await this.#aggregates.read(path);
      if (!where || envelope?.index[where.field] === where.value) return envelope;
      const marker = join(this.#layout.index(tenant, kind, where.field, where.value), place.shard, place.name);
      return this.#verify(path, marker, where);
    });
  }

  /** A marker without its aggregate is a leftover, or of a save under way: only in the queue of the key is it certain. */
  #verify(
    path: string,
    marker: string,
    where: { readonly field: string; readonly value: string },
  ): Promise<Envelope | undefined> {
    return this.#queue.run(path, async () => {
      const envelope = await this.#aggregates.read(path);
      if (envelope?.index[where.field] === where.value) return envelope;
      await this.#files.remove(marker);
      return undefined;
    });
  }

  /** The tenant whose directory has this name; undefined when no aggregate is in it. */
  async #tenantNamed(kind: string, name: string): Promise<string | undefined> {
    const directory = join(this.#layout.tenants(kind), name, 'aggregates');
    for await (const place of placesIn(this.#files, directory, aggregateName)) {
      const tenant =
        decodeName(name) ?? (await this.#tenantIn(join(directory, place.shard, aggregateFile(place.name))));
      if (tenant !== undefined) return tenant;
    }
    return undefined;
  }

  /** Names that hold only a digest: the aggregate itself tells whose it is. */
  async #tenantIn(path: string): Promise<string | undefined> {
    return (await this.#faults.tolerate(() => this.#aggregates.read(path)))?.key.tenant;
  }
}

function pageOf(found: readonly Envelope[], limit: number): Page {
  const items = found.slice(0, limit).map((envelope) => ({ id: envelope.key.id, ...storedOf(envelope) }));
  const last = items.at(-1);
  return found.length > limit && last ? { items, next: last.id } : { items };
}

async function* batchesOf<T>(source: AsyncIterable<T>, most: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const one of source) {
    batch.push(one);
    if (batch.length < most) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
