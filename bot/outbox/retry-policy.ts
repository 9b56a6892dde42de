/** The one policy by which anything is sent again. Times in milliseconds. */
import type { SendError } from './send-error.ts';

export interface RetryPolicy {
  /** How often a message is tried in all, by what went wrong last. A permanent failure is never tried again. */
  readonly tries: Readonly<Record<Exclude<SendError['kind'], 'permanent'>, number>>;
  /** The wait after the first failure; it doubles with each further one. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** How long after its first try a message may still be tried again. */
  readonly budgetMs: number;
}

/**
 * A message that may have been delivered is tried only once more: better twice than never, but not over and over. (Where
 * the receiver knows a repetition by its key, it is tried as often as one that was not delivered.) Throttling costs nothing but time, so only the budget ends it.
 */
export const defaultPolicy: RetryPolicy = {
  tries: { auth: 4, throttled: 1000, transient: 10, 'maybe-delivered': 2 },
  firstWaitMs: 1000,
  longestWaitMs: 60_000,
  budgetMs: 60 * 60_000,
};

export type Verdict = { readonly kind: 'again'; readonly afterMs: number } | { readonly kind: 'give-up' };

export interface Attempts {
  /** How often it has been tried, the failed try that is judged now included. */
  readonly tried: number;
  /** Since the first try. */
  readonly elapsedMs: number;
  /** The receiver recognizes a message that it has had before. */
  readonly repeatable?: boolean;
}

/**
 * What follows a failed try. The wait is at least what the channel asked for, and otherwise random between half of the
 * doubling wait and the whole, so that messages that failed together do not come back together.
 * @param random a number from 0 up to 1
 */
export function judge(policy: RetryPolicy, error: SendError, attempts: Attempts, random: number): Verdict {
  if (error.kind === 'permanent') return { kind: 'give-up' };
  const kind = attempts.repeatable && error.kind === 'maybe-delivered' ? 'transient' : error.kind;
  if (attempts.tried >= policy.tries[kind]) return { kind: 'give-up' };
  const afterMs = waitMs(policy, error, attempts.tried, random);
  return attempts.elapsedMs + afterMs > policy.budgetMs ? { kind: 'give-up' } : { kind: 'again', afterMs };
}

function waitMs(policy: RetryPolicy, error: SendError, tried: number, random: number): number {
  const doubling = Math.min(policy.firstWaitMs * 2 ** (tried - 1), policy.longestWaitMs);
  const jittered = Math.round(doubling / 2 + (random * doubling) / 2);
  const asked = error.kind === 'throttled' ? (error.retryAfterMs ?? 0) : 0;
  return asked > 0 ? asked + Math.round(random * policy.firstWaitMs) : jittered;
}
