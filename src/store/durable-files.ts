/**
 * Files that are whole and on the disk when a call returns. lowdb's own adapter renames without flushing: after a power
 * cut it may leave an empty file.
 */
import { dirname } from 'node:path';
import { diskFault, errorCode, StoreFailure } from './fault.ts';
import type { FileSystem, OpenFile } from './file-system.ts';
import { Gate } from './gate.ts';
import { RecentNames } from './recent-names.ts';

/** Files held open at a time: far under the 256 that the strictest usual system allows a process. */
const openAtOnce = 64;
/** Directories that are remembered as made; beyond that they are asked for anew. */
const remembered = 20_000;

/** Every call fails with a `StoreFailure` that names the file. */
export class DurableFiles {
  readonly #fs: FileSystem;
  readonly #root: string;
  readonly #gate = new Gate(openAtOnce);
  readonly #made = new Map<string, Promise<void>>();
  readonly #recent = new RecentNames();

  constructor(fs: FileSystem, root: string) {
    this.#fs = fs;
    this.#root = root;
  }

  /** The text of a file; undefined when there is none. */
  read(path: string): Promise<string | undefined> {
    return this.#call(path, () => orWhenMissing(this.#fs.readFile(path, 'utf8'), undefined));
  }

  /** The names in a directory in the order of their code units; none when there is no such directory. */
  async names(path: string): Promise<string[]> {
    const names = await this.#call(path, () => orWhenMissing(this.#fs.readdir(path), [], ['ENOENT', 'ENOTDIR']));
    return names.sort();
  }

  /** The same, from memory where it was listed before: for directories that nobody changes but through here. */
  ownNames(path: string): Promise<readonly string[]> {
    return this.#recent.in(path, () => this.names(path));
  }

  /** Creates or overwrites a file and flushes its content; its name is durable once its directory is flushed. */
  write(path: string, text: string): Promise<void> {
    return this.#withOpen(path, 'w', async (file) => {
      await file.writeFile(text);
      await file.sync();
    });
  }

  /** Creates an empty file where there is none; durable on return. */
  async mark(path: string): Promise<void> {
    await this.#withOpen(path, 'w', async () => {});
    await this.flushDirectory(dirname(path));
  }

  /** Creates a file that must not exist; answers whether it did create it. Not flushed: for locks, not for data. */
  async claim(path: string, text: string): Promise<boolean> {
    try {
      await this.#withOpen(path, 'wx', (file) => this.#writeOrRemove(file, path, text));
      return true;
    } catch (failure) {
      if (failure instanceof StoreFailure && errorCode(failure.cause) === 'EEXIST') return false;
      throw failure;
    }
  }

  /** Puts a flushed file into its place in one step, over the one that stands there; durable on return. */
  async place(aside: string, path: string): Promise<void> {
    await this.#changing([aside, path], () => this.#fs.rename(aside, path));
    await this.flushDirectory(dirname(path));
  }

  /** Removes a file; one that is gone already is well. A power cut may bring it back. */
  remove(path: string): Promise<void> {
    return this.#changing([path], () => orWhenMissing(this.#fs.unlink(path), undefined));
  }

  /** Removes a directory when nothing is in it. */
  removeEmptyDirectory(path: string): Promise<void> {
    return this.#changing([path], async () => {
      await this.#fs.rmdir(path).catch(() => {});
    });
  }

  /**
   * Makes a directory at or below the root, with all above it; durable on return. The first time in a process the
   * directory above is flushed even when nothing is new: whoever made it may have been killed before the flush.
   */
  ensureDirectory(path: string): Promise<void> {
    const known = this.#made.get(path);
    if (known) return known;
    if (this.#made.size >= remembered) this.#made.clear();
    const making = path === this.#root ? this.#makeRoot(path) : this.#makeBelowRoot(path);
    this.#made.set(path, making);
    making.catch(() => this.#made.delete(path));
    return making;
  }

  async flushDirectory(path: string): Promise<void> {
    // Windows neither needs nor allows it.
    if (process.platform === 'win32') return;
    await this.#withOpen(path, 'r', (directory) => directory.sync());
  }

  async #makeBelowRoot(path: string): Promise<void> {
    await this.ensureDirectory(dirname(path));
    await this.#makeDirectory(path);
    await this.flushDirectory(dirname(path));
  }

  async #makeRoot(path: string): Promise<void> {
    if (!(await this.#makeDirectory(path))) {
      await this.#makeRoot(dirname(path));
      await this.#makeDirectory(path);
    }
    // What lies above the root is not the store's: it may be closed to reading, and so to flushing.
    await this.flushDirectory(dirname(path)).catch(() => {});
  }

  /** Answers false when the directory above is missing. */
  #makeDirectory(path: string): Promise<boolean> {
    return this.#changing([path], async () => {
      try {
        await this.#fs.mkdir(path);
      } catch (error) {
        if (errorCode(error) === 'ENOENT' && dirname(path) !== path) return false;
        if (errorCode(error) !== 'EEXIST') throw error;
      }
      return true;
    });
  }

  async #writeOrRemove(file: OpenFile, path: string, text: string): Promise<void> {
    try {
      await file.writeFile(text);
    } catch (error) {
      await this.#fs.unlink(path).catch(() => {});
      throw error;
    }
  }

  #withOpen<T>(path: string, flags: 'r' | 'w' | 'wx', use: (file: OpenFile) => Promise<T>): Promise<T> {
    const work = async (): Promise<T> => {
      const file = await this.#fs.open(path, flags);
      try {
        return await use(file);
      } finally {
        await file.close();
      }
    };
    return flags === 'r' ? this.#call(path, work) : this.#changing([path], work);
  }

  /** Work that makes names in directories or takes them away; the last path is the one that a fault names. */
  #changing<T>(paths: readonly [...string[], string], work: () => Promise<T>): Promise<T> {
    return this.#recent.changing(paths.map(dirname), () => this.#call(paths.at(-1) ?? this.#root, work));
  }

  #call<T>(path: string, work: () => Promise<T>): Promise<T> {
    return this.#gate.run(async () => {
      try {
        return await work();
      } catch (error) {
        throw new StoreFailure(diskFault(path, error), error);
      }
    });
  }
}

async function orWhenMissing<T, U>(work: Promise<T>, missing: U, codes = ['ENOENT']): Promise<T | U> {
  try {
    return await work;
  } catch (error) {
    if (codes.includes(errorCode(error) ?? '')) return missing;
    throw error;
  }
}
