/** Walks the directories that are divided into shards, in the order in which lists are paged. */
import { join } from 'node:path';
import type { DurableFiles } from './durable-files.ts';
import { leaf } from './layout.ts';

export interface Place {
  readonly shard: string;
  /** The name of an id, see `encodeName`. */
  readonly name: string;
}

/**
 * Every place below `directory`, by shard and name; with `after`, only those beyond the place of that id. `nameOf` takes
 * the name out of a file's, or passes the file over with undefined.
 */
export async function* placesIn(
  files: DurableFiles,
  directory: string,
  nameOf: (file: string) => string | undefined,
  after?: string,
): AsyncGenerator<Place> {
  const [fromShard, fromName] = after === undefined ? ['', ''] : leaf(after);
  for (const shard of (await files.ownNames(directory)).filter((found) => found >= fromShard)) {
    for (const name of namesIn(await files.ownNames(join(directory, shard)), nameOf)) {
      if (shard > fromShard || name > fromName) yield { shard, name };
    }
  }
}

const namesIn = (files: readonly string[], nameOf: (file: string) => string | undefined): string[] =>
  files
    .map(nameOf)
    .filter((name) => name !== undefined)
    .sort();
