import type { FileSystem, OpenFile } from '../../src/store/file-system.ts';

/** What happens at the chosen step: the process is gone from then on, or this one call fails and it goes on. */
export type Interruption = 'stop' | 'stop-half-written' | 'fail-once';

/** A file system under which one step, counted from 1, does not happen. */
export class Interrupted implements FileSystem {
  readonly #under: FileSystem;
  readonly #at: number;
  readonly #how: Interruption;
  #steps = 0;

  constructor(under: FileSystem, at: number, how: Interruption) {
    this.#under = under;
    this.#at = at;
    this.#how = how;
  }

  /** Whether the chosen step has been reached. */
  get reached(): boolean {
    return this.#steps >= this.#at;
  }

  async open(path: string, flags: 'r' | 'w' | 'wx'): Promise<OpenFile> {
    const file = await this.#step(() => this.#under.open(path, flags));
    return {
      writeFile: (text) =>
        this.#step(
          () => file.writeFile(text),
          () => file.writeFile(text.slice(0, text.length / 2)),
        ),
      sync: () => this.#step(() => file.sync()),
      // Not counted: the system closes the files of a dead process, too.
      close: () => file.close(),
    };
  }

  readFile = (path: string, encoding: 'utf8') => this.#step(() => this.#under.readFile(path, encoding));
  readdir = (path: string) => this.#step(() => this.#under.readdir(path));
  mkdir = (path: string) => this.#step(() => this.#under.mkdir(path));
  rename = (from: string, to: string) => this.#step(() => this.#under.rename(from, to));
  unlink = (path: string) => this.#step(() => this.#under.unlink(path));
  rmdir = (path: string) => this.#step(() => this.#under.rmdir(path));

  async #step<T>(happen: () => Promise<T>, happenByHalf?: () => Promise<unknown>): Promise<T> {
    this.#steps += 1;
    if (this.#steps === this.#at && this.#how === 'stop-half-written') await happenByHalf?.();
    const happens = this.#how === 'fail-once' ? this.#steps !== this.#at : this.#steps < this.#at;
    if (happens) return happen();
    throw Object.assign(new Error(`step ${this.#at} does not happen`), { code: 'EIO' });
  }
}
