/** What a rule of the account decides: an answer, and what is posted where the answer is a yes that is done. */
import type { WorkOrder } from '../agreement/work-order.ts';
import type { Allowed } from '../command/account-contract.ts';
import type { Citation } from '../command/answer.ts';
import type { Standing } from '../command/scene.ts';
import { termOn } from '../entitlement/holdings.ts';
import type { Draft } from './entries.ts';

export interface AccountDecision<Facts> {
  readonly facts: Facts;
  readonly citations: readonly Citation[];
  /** What is posted when it is done; absent where the answer is all there is. */
  readonly draft?: Draft;
  /** The figure that a person confirms. */
  readonly quoted?: number;
}

/** A reason, and what it comes to by itself: `ask` where the edition leaves it open or the vendor must agree. */
export interface Reason {
  readonly code: string;
  readonly allowed: 'no' | 'ask';
}

export const no = (code: string): Reason => ({ code, allowed: 'no' });
export const ask = (code: string): Reason => ({ code, allowed: 'ask' });

interface Verdict {
  readonly allowed: Allowed;
  /** What forbids first, then what leaves it open, each in the order given. */
  readonly because: string[];
}

/** The ruling over all reasons: one that forbids decides, else one that asks. */
export function verdictOf(reasons: readonly (Reason | undefined)[]): Verdict {
  const given = reasons.filter((reason) => reason !== undefined);
  const codes = (allowed: Reason['allowed']): string[] =>
    given.filter((reason) => reason.allowed === allowed).map(({ code }) => code);
  const [forbid, leaveOpen] = [codes('no'), codes('ask')];
  const because = [...new Set([...forbid, ...leaveOpen])];
  if (forbid.length > 0) return { allowed: 'no', because };
  return { allowed: leaveOpen.length > 0 ? 'ask' : 'yes', because };
}

/** Nothing is spent or delivered outside the term (F-TERM-05). The date is a calendar date at the location. */
export function termReason(workOrder: WorkOrder, date: string): Reason | undefined {
  const when = termOn(workOrder, date);
  if (when === 'within') return undefined;
  return no(when === 'after' ? 'agreement-expired' : 'agreement-not-started');
}

export const headOf = ({ workOrder, edition }: Standing): { workOrder: string; edition: string } => ({
  workOrder: workOrder.id,
  edition: edition.id,
});

export const marked = (uncertain: boolean): { uncertain?: true } => (uncertain ? { uncertain } : {});
