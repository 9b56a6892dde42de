/** What is to be said at an instant because something runs out: derived from state each time, kept nowhere. */

/** Whom a reminder is for: the vendor's routed team, the contacts at the location, the order's administrators. */
export type Audience = 'team' | 'contacts' | 'administrators';

/** How far a clock has run; `ahead` comes a number of days before a date. */
export type Stage = 'half' | 'three-quarters' | 'due' | 'missed' | 'ahead';

/** A reminder in codes and facts; its words come with the reader's language. */
export interface Reminder {
  /** The same however often it is derived; another clock or another due instant has another key. */
  readonly key: string;
  /** Epoch milliseconds from which it is to be said. */
  readonly at: number;
  /** Epoch milliseconds from which it is no longer worth saying, because the next stage is. */
  readonly until: number;
  readonly audience: Audience;
  /** What runs out: `first-response` and the like, or what a deadline of the agreement is called. */
  readonly what: string;
  readonly stage: Stage;
  /** With `ahead`: how many days ahead of the date this stage is told. */
  readonly days?: number;
  /** An instant with its offset, or a date `YYYY-MM-DD`. */
  readonly due: string;
  readonly because: readonly string[];
  /** Where it is written, in the edition that holds; absent where a person's promise started it. */
  readonly section?: string | undefined;
}

/** A reminder before its end is known. */
export type Announced = Omit<Reminder, 'until'>;

/** Stages of one clock for one audience, in order: each is worth saying until the next one is. */
export function staged(stages: readonly Announced[], end = Number.POSITIVE_INFINITY): Reminder[] {
  return stages
    .map((stage, index) => ({ ...stage, until: stages[index + 1]?.at ?? end }))
    .filter(({ at, until }) => at < until);
}

/** What is to be said at an instant, and when to look again. */
export interface Agenda {
  /** Due, not said and not superseded, in the order of their instants. */
  readonly due: readonly Reminder[];
  /** The next instant at which something will be due, if any. */
  readonly next: number | undefined;
}

/** Cuts reminders at an instant; `said` holds the keys of those that were said. */
export function agendaAt(now: number, reminders: readonly Reminder[], said: ReadonlySet<string>): Agenda {
  const unsaid = reminders.filter(({ key }) => !said.has(key));
  const ahead = unsaid.filter(({ at }) => at > now).map(({ at }) => at);
  return {
    due: unsaid.filter(({ at, until }) => at <= now && now < until).sort((a, b) => a.at - b.at),
    next: ahead.length === 0 ? undefined : Math.min(...ahead),
  };
}
