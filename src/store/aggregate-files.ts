/** The aggregates of a store, each in a small file of its own behind lowdb: a write costs the same however many there are. */
import { dirname } from 'node:path';
import { type Adapter, Low } from 'lowdb';
import type { DurableFiles } from './durable-files.ts';
import { type Envelope, misplaced, readEnvelope, writeEnvelope } from './envelope.ts';
import { StoreFailure } from './fault.ts';
import type { Layout } from './layout.ts';
import { RecentTexts } from './recent-texts.ts';
import { together } from './together.ts';

/** What has to be on the disk before a file takes its place, done while the file is being written aside. */
export type Preparation = () => Promise<void>;

/** Characters of the paths that are known to lead nowhere: some thousands, such as those of people who have set nothing. */
const MISSING_CAPACITY = 500_000;

export class AggregateFiles {
  readonly #files: DurableFiles;
  readonly #layout: Layout;
  /** Texts that have been checked. */
  readonly #recent = new RecentTexts();
  /** Paths at which no file stands. */
  readonly #missing = new RecentTexts(MISSING_CAPACITY);
  #written = 0;
  /** How often a replacement has begun or ended: what was read across one may be what stood before it. */
  #changes = 0;

  constructor(files: DurableFiles, layout: Layout) {
    this.#files = files;
    this.#layout = layout;
  }

  /**
   * The aggregate in a file, or undefined when there is none; a new object each time, so that nothing half changed is
   * ever kept. Fails with a `StoreFailure` when the file is damaged, foreign, or newer than this release.
   */
  async read(path: string): Promise<Envelope | undefined> {
    const recent = this.#recent.get(path);
    if (recent !== undefined) return JSON.parse(recent);
    if (this.#missing.get(path) !== undefined) return undefined;
    const database = new Low<Envelope | null>(this.#adapter(path), null);
    await database.read();
    return database.data ?? undefined;
  }

  /** Puts an aggregate in the place of the one that stands, in one step; durable on return. */
  async write(path: string, envelope: Envelope, preparation: Preparation = async () => {}): Promise<void> {
    await new Low<Envelope | null>(this.#adapter(path, preparation), envelope).write();
  }

  #adapter(path: string, preparation: Preparation = async () => {}): Adapter<Envelope | null> {
    return {
      read: async () => {
        const changes = this.#changes;
        const text = await this.#files.read(path);
        if (text === undefined) {
          if (changes === this.#changes) this.#missing.set(path, path);
          return null;
        }
        const envelope = this.#envelopeIn(text, path);
        if (changes === this.#changes) this.#recent.set(path, writeEnvelope(envelope));
        return envelope;
      },
      write: (envelope) => (envelope ? this.#replace(path, writeEnvelope(envelope), preparation) : Promise.resolve()),
    };
  }

  #envelopeIn(text: string, path: string): Envelope {
    const read = readEnvelope(text, path);
    if (!read.ok) throw new StoreFailure(read.failure);
    if (this.#layout.aggregate(read.value.key) !== path) throw new StoreFailure(misplaced(path, read.value.key));
    return read.value;
  }

  async #replace(path: string, text: string, preparation: Preparation): Promise<void> {
    this.#written += 1;
    this.#changes += 1;
    const aside = this.#layout.asideFile(this.#written);
    try {
      await together([this.#files.write(aside, text), this.#files.ensureDirectory(dirname(path)), preparation()]);
      await this.#files.place(aside, path);
      this.#recent.set(path, text);
    } catch (failure) {
      this.#recent.forget(path);
      await this.#files.remove(aside).catch(() => {});
      throw failure;
    } finally {
      this.#missing.forget(path);
      this.#changes += 1;
    }
  }
}
