/**
 * The default engine of the port: a directory of small files that one process has open at a time. Opening reads only
 * what waits to be sent, so it takes as long with a hundred thousand aggregates as with none.
 */
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { fail, ok, type Result } from '../result.ts';
import { AggregateFiles } from './aggregate-files.ts';
import { Delivery } from './delivery.ts';
import { DirectoryStore } from './directory-store.ts';
import { DurableFiles } from './durable-files.ts';
import { StoreFailure, type StoreFault } from './fault.ts';
import { FaultLog } from './fault-log.ts';
import { diskFileSystem, type FileSystem } from './file-system.ts';
import { IndexFiles } from './index-files.ts';
import { KeyQueue } from './key-queue.ts';
import { isAsideFile, Layout } from './layout.ts';
import { Listing } from './listing.ts';
import { takeLock } from './lock.ts';
import { OutboxFiles } from './outbox-files.ts';
import type { Store } from './port.ts';
import { type ProcessIdentity, thisProcess } from './process-identity.ts';
import { bringTenantsOver } from './tenants-in-capitals.ts';

export interface LowdbStoreOptions {
  /** Told, once per file, of what `list`, `tenants` and `pending` had to pass over. */
  readonly report?: (fault: StoreFault) => void;
  readonly fileSystem?: FileSystem;
  /** Who takes the lock; this process. */
  readonly holder?: ProcessIdentity;
}

/**
 * Opens the store in a directory, which is made when it is missing. Fails when another process has it (`locked`), when
 * a later release made it (`newer-format`), when it holds something else (`damaged`, `foreign`), or when the operating
 * system refuses (`disk`). Calls of the store itself throw a `StoreFailure` when a file or the disk stands in the way.
 */
export async function openLowdbStore(
  directory: string,
  { report = () => {}, fileSystem = diskFileSystem, holder = thisProcess() }: LowdbStoreOptions = {},
): Promise<Result<Store, StoreFault>> {
  const layout = new Layout(resolve(directory));
  const files = new DurableFiles(fileSystem, layout.root);
  try {
    await files.ensureDirectory(layout.root);
    const lock = await takeLock(files, layout.root, holder);
    return lock.ok ? await openLocked(files, layout, report, lock.value) : lock;
  } catch (failure) {
    if (failure instanceof StoreFailure) return fail(failure.fault);
    throw failure;
  }
}

async function openLocked(
  files: DurableFiles,
  layout: Layout,
  report: (fault: StoreFault) => void,
  release: () => Promise<void>,
): Promise<Result<Store, StoreFault>> {
  try {
    await prepare(files, layout);
    return ok(await assemble(files, layout, new FaultLog(report), release));
  } catch (failure) {
    await release().catch(() => {});
    throw failure;
  }
}

async function assemble(
  files: DurableFiles,
  layout: Layout,
  faults: FaultLog,
  release: () => Promise<void>,
): Promise<Store> {
  const queue = new KeyQueue();
  const aggregates = new AggregateFiles(files, layout);
  const index = new IndexFiles(files, layout);
  const outbox = await OutboxFiles.open(files, layout);
  const listing = new Listing({ files, layout, aggregates, queue, faults });
  const delivery = new Delivery({ layout, aggregates, outbox, queue, faults });
  return new DirectoryStore({ layout, aggregates, index, outbox, listing, delivery, queue, release });
}

async function prepare(files: DurableFiles, layout: Layout): Promise<void> {
  await files.ensureDirectory(layout.aside);
  const leftovers = (await files.names(layout.aside)).filter(isAsideFile);
  await Promise.all(leftovers.map((name) => files.remove(join(layout.aside, name))));
  await checkFormat(files, layout);
  await bringTenantsOver(files, layout);
}

/** The format of the layout; to change it, give it a new number here and bring older directories over before this. */
const storeFormat = { format: 'store/1' };
const StoreFile = z.object({ format: z.string().regex(/^store\/[1-9]\d*$/) });

async function checkFormat(files: DurableFiles, layout: Layout): Promise<void> {
  const text = await files.read(layout.storeFile);
  if (text === undefined) return writeFormat(files, layout);
  const { format } = parseFormat(text, layout.storeFile);
  if (format !== storeFormat.format) {
    throw new StoreFailure({
      code: 'newer-format',
      file: layout.storeFile,
      problem: `The directory has the format ${format}, which this release does not know.`,
      remedy: 'Run the release of the desk that made it, or a later one, or use another directory.',
    });
  }
}

async function writeFormat(files: DurableFiles, layout: Layout): Promise<void> {
  const aside = layout.asideFile(0);
  await files.write(aside, `${JSON.stringify(storeFormat)}\n`);
  await files.place(aside, layout.storeFile);
}

function parseFormat(text: string, file: string): { readonly format: string } {
  try {
    return StoreFile.parse(JSON.parse(text));
  } catch (error) {
    throw new StoreFailure(
      {
        code: 'damaged',
        file,
        problem: 'The file does not say which format the directory has.',
        remedy: `Restore it from a backup, or, if the directory is one of this release, write ${JSON.stringify(storeFormat)} into it.`,
      },
      error,
    );
  }
}
