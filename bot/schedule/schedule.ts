/** Due work as the rest of the desk sees it, whichever engine keeps the time. */

/** Whatever has reminders: an incident or a work order. */
export interface Subject {
  readonly tenant: string;
  readonly kind: 'incident' | 'work-order';
  readonly id: string;
}

export interface Schedule {
  /** Begins: looks at all that is open, says what is due, and goes on. */
  start(): void;
  /** Says nothing more; resolves when what is under way has ended. */
  stop(): Promise<void>;
  /** The subject was changed or is new: its reminders are derived anew. */
  changed(subject: Subject): void;
  /** Whether everything that is open has been looked at since the start. */
  isReady(): boolean;
  /** Resolves when nothing is left to do before the next instant. */
  settled(): Promise<void>;
}

/** The work that an engine does at the right time. */
export interface DueWork {
  /** Every subject that may have reminders, page by page. */
  pages(now: number): AsyncIterable<readonly Subject[]>;
  /** Says, once, what is due of the subject by now; the next instant to look at it, if any, in epoch milliseconds. */
  attend(subject: Subject, now: number): Promise<number | undefined>;
}

/** The clock of an engine; a test brings its own. */
export interface Timer {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs something after so many milliseconds; what is returned calls it off. */
  after(ms: number, run: () => void): () => void;
}

/** The machine's clock. It keeps no process alive. */
export const machineTimer: Timer = {
  now: Date.now,
  after(ms, run) {
    const timer = setTimeout(run, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
