/**
 * A second telling of an incident's life, kept as plainly as can be: written while things happen, where the desk derives
 * everything from the history; business time is counted minute by minute.
 */
import type { Severity } from '../../knowledge/vocabulary.ts';
import type { IncidentState } from '../../src/command/contract.ts';

export type Side = 'customer' | 'vendor';

export interface ReferenceClock {
  readonly what: 'first-response' | 'next-update' | 'next-duty';
  readonly from: number;
  /** Undefined while it waits for the call. */
  readonly due: number | undefined;
  end: { readonly at: number; readonly how: 'done' | 'void' } | undefined;
}

const MINUTE = 60_000;
/** What every edition's base chart prints: minutes to the first response, and on which clock (F-CH-BASE, F-CH-PB). */
const response: Readonly<Record<Severity, readonly [number, 'elapsed' | 'business']>> = {
  '1': [60, 'elapsed'],
  A: [60, 'elapsed'],
  B: [120, 'business'],
  C: [240, 'business'],
};
/** The customer's duties that carry a time (F-CH-BASE-B, F-CH-BASE-C, F-CH-PB). */
const duty: Readonly<Partial<Record<Severity, readonly [number, 'elapsed' | 'business']>>> = {
  B: [240, 'business'],
  C: [24 * 60, 'elapsed'],
};

const over: readonly IncidentState[] = ['resolved', 'closed'];
const unanswered: readonly IncidentState[] = ['awaiting-call', 'open'];

/** Monday to Friday, 09:00 to 17:30, in a zone that is an hour ahead of UTC all along. */
function isWorking(instant: number): boolean {
  const local = new Date(instant + 60 * MINUTE);
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
  return local.getUTCDay() % 6 !== 0 && minute >= 9 * 60 && minute < 17 * 60 + 30;
}

export function dueAfter(from: number, [minutes, clock]: readonly [number, 'elapsed' | 'business']): number {
  if (clock === 'elapsed') return from + minutes * MINUTE;
  let at = from;
  for (let left = minutes; left > 0; at += MINUTE) if (isWorking(at)) left -= 1;
  return at;
}

export class ReferenceIncident {
  state: IncidentState;
  severity: Severity;
  readonly history: string[] = [];
  readonly clocks: ReferenceClock[] = [];
  readonly #wantsCall: (severity: Severity) => boolean;
  #uncalled: boolean;
  #responded = false;
  #authority = false;
  #numbered = false;
  readonly #surveyed = new Set<string>();

  constructor(severity: Severity, now: number, by: string, wantsCall: (severity: Severity) => boolean) {
    this.severity = severity;
    this.#wantsCall = wantsCall;
    this.#uncalled = wantsCall(severity);
    this.state = this.#uncalled ? 'awaiting-call' : 'open';
    this.history.push(`opened by ${by}`);
    this.#promise(now);
  }

  get isOver(): boolean {
    return over.includes(this.state);
  }

  acknowledge(now: number, by: string): boolean {
    if (!unanswered.includes(this.state)) return false;
    this.#record('acknowledged', by);
    this.state = 'acknowledged';
    this.#uncalled = false;
    this.#end('first-response', now, 'done');
    if (!this.#responded) this.#owe(now, true);
    this.#responded = true;
    return true;
  }

  note(now: number, by: string, side: Side, authority: boolean): boolean {
    if (this.state === 'closed') return false;
    this.#record('noted', by);
    this.#authority ||= authority;
    this.#heard(now, side);
    return true;
  }

  escalate(now: number, by: string, side: Side): boolean {
    if (this.isOver) return false;
    this.#record('escalated', by);
    this.#heard(now, side);
    return true;
  }

  mitigate(now: number, by: string): boolean {
    if (this.state !== 'open' && this.state !== 'acknowledged') return false;
    this.#record('mitigated', by);
    this.state = 'mitigated';
    this.#end('first-response', now, 'void');
    return true;
  }

  resolve(now: number, by: string): boolean {
    if (this.isOver) return false;
    this.#record('resolved', by);
    this.state = 'resolved';
    this.#finish(now);
    return true;
  }

  close(now: number, by: string): boolean {
    if (this.state === 'closed') return false;
    this.#record('closed', by);
    this.state = 'closed';
    this.#finish(now);
    return true;
  }

  reopen(now: number, by: string): boolean {
    if (!this.isOver) return false;
    this.#record('reopened', by);
    this.state = this.#responded ? 'acknowledged' : this.#uncalled ? 'awaiting-call' : 'open';
    if (!this.#responded) this.#promise(now);
    return true;
  }

  call(now: number, by: string, number: boolean): boolean {
    if (this.state === 'awaiting-call') {
      this.#record('called', by);
      this.state = 'open';
      this.#uncalled = false;
      this.#numbered = true;
      this.#end('first-response', now, 'void');
      this.#promise(now);
      return true;
    }
    if (this.state === 'closed' || !number || !this.#numbered) return false;
    this.#record('called', by);
    return true;
  }

  update(now: number, by: string, next: number | undefined, asks: boolean): boolean {
    if (this.isOver || this.state === 'awaiting-call') return false;
    this.#record('updated', by);
    this.#end('next-update', now, 'done');
    if (next !== undefined) this.clocks.push({ what: 'next-update', from: now, due: next, end: undefined });
    if (asks) this.#owe(now, false);
    return true;
  }

  request(now: number, by: string, side: Side, severity: Severity): boolean {
    if (this.isOver || severity === this.severity) return false;
    this.#record('severity-requested', by);
    this.#heard(now, side);
    return true;
  }

  set(now: number, by: string, severity: Severity): boolean {
    if (this.isOver || severity === this.severity) return false;
    this.#record('severity-set', by);
    this.severity = severity;
    this.#uncalled &&= this.#wantsCall(severity);
    if (this.state === 'awaiting-call' && !this.#uncalled) this.state = 'open';
    this.#end('next-duty', now, 'void');
    if (this.#responded) {
      this.#owe(now, true);
    } else if (this.state !== 'mitigated') {
      this.#end('first-response', now, 'void');
      this.#promise(now);
    }
    return true;
  }

  survey(by: string): boolean {
    if (!this.isOver || this.#surveyed.has(by)) return false;
    this.#surveyed.add(by);
    this.#record('survey-answered', by);
    return true;
  }

  #record(what: string, by: string): void {
    this.history.push(`${what} by ${by}`);
  }

  #promise(now: number): void {
    const due = this.#uncalled ? undefined : dueAfter(now, response[this.severity]);
    this.clocks.push({ what: 'first-response', from: now, due, end: undefined });
  }

  /** The customer's duty begins, unless it runs or the severity has none; with a named authority a first one is met. */
  #owe(now: number, first: boolean): void {
    const terms = duty[this.severity];
    if (terms === undefined || this.clocks.some(({ what, end }) => what === 'next-duty' && end === undefined)) return;
    const isMet = first && this.severity === 'B' && this.#authority;
    const end = isMet ? ({ at: now, how: 'done' } as const) : undefined;
    this.clocks.push({ what: 'next-duty', from: now, due: dueAfter(now, terms), end });
  }

  #heard(now: number, side: Side): void {
    if (side === 'customer' && !this.isOver) this.#end('next-duty', now, 'done');
  }

  #finish(now: number): void {
    for (const clock of this.clocks) clock.end ??= { at: now, how: 'void' };
  }

  #end(what: ReferenceClock['what'], at: number, how: 'done' | 'void'): void {
    for (const clock of this.clocks) if (clock.what === what) clock.end ??= { at, how };
  }
}

/** How a clock of the reference reads at an instant. */
export function toldOf({ what, from, due, end }: ReferenceClock, now: number): readonly unknown[] {
  const isLate = due !== undefined && (end?.at ?? now) > due;
  const state = isLate
    ? 'missed'
    : end !== undefined
      ? end.how === 'done'
        ? 'met'
        : 'ended'
      : due === undefined
        ? 'paused'
        : 'running';
  return [what, from, due, state, end?.at];
}
