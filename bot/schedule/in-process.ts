/**
 * The engine of due work within the desk's own process. It keeps only the soonest instants; all else is in the store and
 * is looked up again after a start, or when the soonest have been worked off. One subject is attended at a time.
 */
import type { Logger } from 'pino';
import { Soonest } from '../../src/schedule/soonest.ts';
import { type DueWork, machineTimer, type Schedule, type Subject, type Timer } from './schedule.ts';

export interface InProcessOptions {
  readonly work: DueWork;
  readonly log: Logger;
  readonly timer?: Timer;
  /** How many instants are held at most. */
  readonly capacity?: number;
  /**
   * The longest sleep in milliseconds. Timers stand still while a machine sleeps and do not know that its clock was set,
   * so the clock is asked again after it; it also keeps far instants from overflowing a timer's 31 bits.
   */
  readonly longestSleepMs?: number;
  /** After how many milliseconds a subject is looked at again that could not be attended; twice as long each time. */
  readonly retryMs?: number;
}

export function createInProcessSchedule(options: InProcessOptions): Schedule {
  return new InProcess(options);
}

const HOUR = 60 * 60_000;

class InProcess implements Schedule {
  readonly #options: Required<InProcessOptions>;
  readonly #soonest: Soonest;
  readonly #changed = new Set<string>();
  /** How often in a row a subject could not be attended; only of those that could not. */
  readonly #failures = new Map<string, number>();
  #walk: AsyncIterator<readonly Subject[]> | undefined;
  #started = false;
  #ready = false;
  #callOff = (): void => {};
  #running: Promise<void> | undefined;

  constructor(options: InProcessOptions) {
    this.#options = {
      timer: machineTimer,
      capacity: 20_000,
      longestSleepMs: 60_000,
      retryMs: 30_000,
      ...options,
    };
    this.#soonest = new Soonest(this.#options.capacity);
  }

  start(): void {
    this.#started = true;
    this.#beginWalk();
    this.#wake();
  }

  async stop(): Promise<void> {
    this.#started = false;
    this.#callOff();
    await this.#running;
  }

  /** Before the start nothing need be kept: the start looks at everything. */
  changed(subject: Subject): void {
    if (!this.#started) return;
    this.#changed.add(nameOf(subject));
    this.#wake();
  }

  isReady(): boolean {
    return this.#ready;
  }

  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  #wake(): void {
    if (!this.#started || this.#running) return;
    this.#callOff();
    this.#running = this.#workOff().finally(() => {
      this.#running = undefined;
      this.#rest();
    });
  }

  /** What was changed goes first, then what is due, then the next page of the walk. */
  async #workOff(): Promise<void> {
    while (this.#started) {
      const name = this.#nextName();
      if (name !== undefined) await this.#attend(name);
      else if (this.#walk) await this.#nextPage(this.#walk);
      else if (this.#soonest.horizon <= this.#options.timer.now()) this.#beginWalk();
      else return;
    }
  }

  #nextName(): string | undefined {
    const [changed] = this.#changed;
    if (changed === undefined) return this.#soonest.take(this.#options.timer.now());
    this.#changed.delete(changed);
    return changed;
  }

  async #attend(name: string): Promise<void> {
    const { work, log, timer, retryMs } = this.#options;
    try {
      this.#soonest.set(name, await work.attend(subjectOf(name), timer.now()));
      this.#failures.delete(name);
    } catch (err) {
      const failures = this.#failures.get(name) ?? 0;
      this.#failures.set(name, failures + 1);
      const againInMs = Math.min(retryMs * 2 ** failures, Math.max(retryMs, HOUR));
      log.error({ err, subject: name, againInMs }, 'what is due could not be told; it will be tried again');
      this.#soonest.set(name, timer.now() + againInMs);
    }
  }

  #beginWalk(): void {
    this.#soonest.reset();
    this.#walk = this.#options.work.pages(this.#options.timer.now())[Symbol.asyncIterator]();
  }

  async #nextPage(walk: AsyncIterator<readonly Subject[]>): Promise<void> {
    try {
      const page = await walk.next();
      if (page.done !== true) return await this.#attendAll(page.value);
      this.#walk = undefined;
      if (!this.#ready) this.#options.log.info({ waiting: this.#soonest.size }, 'all that is open has been looked at');
      this.#ready = true;
    } catch (err) {
      this.#walk = undefined;
      this.#options.log.error({ err }, 'what is open could not be listed; it will be tried again');
      this.#options.timer.after(this.#options.retryMs, () => this.#walkAgain());
    }
  }

  async #attendAll(page: readonly Subject[]): Promise<void> {
    for (const subject of page) if (this.#started) await this.#attend(nameOf(subject));
  }

  #walkAgain(): void {
    if (this.#walk === undefined) this.#beginWalk();
    this.#wake();
  }

  #rest(): void {
    if (!this.#started) return;
    const { timer, longestSleepMs } = this.#options;
    const next = Math.min(this.#soonest.at ?? Number.POSITIVE_INFINITY, this.#soonest.horizon);
    const wait = this.#changed.size > 0 ? 0 : Math.max(0, Math.min(next - timer.now(), longestSleepMs));
    this.#callOff = timer.after(wait, () => this.#wake());
  }
}

const nameOf = ({ tenant, kind, id }: Subject): string => JSON.stringify([tenant, kind, id]);

function subjectOf(name: string): Subject {
  const [tenant, kind, id] = JSON.parse(name) as [string, Subject['kind'], string];
  return { tenant, kind, id };
}
