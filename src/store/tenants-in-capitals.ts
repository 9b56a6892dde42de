/**
 * Directories of tenants whose id an earlier release kept in capitals, as it stood in an imported file. The desk now
 * looks for all of a tenant under its id in small letters, so they are renamed when the store is opened.
 */
import { join } from 'node:path';
import { directoryId } from '../directory-id.ts';
import type { DurableFiles } from './durable-files.ts';
import type { Layout } from './layout.ts';
import { decodeName, encodeName } from './names.ts';

/** Renamed last: while it stands in capitals, a kill has left some kinds to be brought over. */
const LAST = 'work-order';

/**
 * Renames every such directory, kind by kind, each in one step. A tenant that has work orders under both spellings was
 * imported twice and has gone on under the small letters: what it had in capitals stays where it is, unread.
 */
export async function bringTenantsOver(files: DurableFiles, layout: Layout): Promise<void> {
  const kinds = await files.names(layout.data);
  const last = encodeName(LAST);
  const started = await files.names(join(layout.data, last));
  for (const kind of [...kinds.filter((name) => name !== last), last]) {
    const names = await files.names(join(layout.data, kind));
    for (const name of names.filter((found) => found !== inSmallLetters(found))) {
      const small = inSmallLetters(name);
      if (names.includes(small) || started.includes(small)) continue;
      await files.place(join(layout.data, kind, name), join(layout.data, kind, small));
    }
  }
}

function inSmallLetters(name: string): string {
  const tenant = decodeName(name);
  return tenant === undefined ? name : encodeName(directoryId(tenant));
}
