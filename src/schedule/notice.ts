/** What is said to somebody at one time: reminders with what they are about, in codes and facts. */
import type { Citation } from '../command/answer.ts';
import type { Balance, IncidentFacts } from '../command/contract.ts';
import type { Audience, Reminder } from './reminder.ts';

export interface Notice {
  readonly audience: Audience;
  /** At least one, the soonest due first. */
  readonly reminders: readonly [Reminder, ...Reminder[]];
  readonly incident?: IncidentFacts;
  readonly account?: {
    readonly workOrder: string;
    /** What is left and would be lost, with what remains of it when use goes on as it did, where that can be told. */
    readonly left: readonly Balance[];
  };
  /** Where what runs out is written. */
  readonly citations: readonly Citation[];
}
