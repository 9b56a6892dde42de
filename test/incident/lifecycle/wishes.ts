/** What people may wish of an incident: said to the desk as commands, and done to the reference. */
import fc from 'fast-check';
import type { Severity } from '../../../knowledge/vocabulary.ts';
import type { CommandName } from '../../../src/command/contract.ts';
import type { ReferenceIncident, Side } from '../reference-incident.ts';

export const MINUTE = 60_000;

export type Person = 'contact' | 'administrator' | 'engineer' | 'otherEngineer' | 'customer' | 'stranger';

/** One thing that somebody wishes. */
export interface Wish {
  readonly who: Person;
  readonly command: CommandName;
  readonly minutes: number;
  /** Delivered a second time with the same id. */
  readonly twice: boolean;
  readonly severity: Severity;
  readonly flag: boolean;
  /** Minutes until the next update. */
  readonly next: number | undefined;
}

const sideOf: Readonly<Partial<Record<Person, Side>>> = {
  contact: 'customer',
  administrator: 'customer',
  engineer: 'vendor',
};

export function argsOf(
  { command, severity, flag, next }: Wish,
  incident: string,
  now: number,
): Record<string, unknown> {
  switch (command) {
    case 'severity.request':
    case 'severity.set':
      return { incident, severity };
    case 'survey.answer':
      return { incident, score: 3 };
    case 'incident.note':
      return { incident, text: 'note', ...(flag ? { changeAuthority: 'Kim' } : {}) };
    case 'incident.call':
      return { incident, ...(flag ? { caseNumber: 'V-1' } : {}) };
    case 'incident.update': {
      const nextUpdate = next === undefined ? {} : { nextUpdate: new Date(now + next * MINUTE).toISOString() };
      return { incident, text: 'update', asksCustomer: flag, ...nextUpdate };
    }
    default:
      return { incident };
  }
}

/** Does the wish to the reference at an instant; whether the desk must do it too. */
export function does({ who, command, severity, flag, next }: Wish, incident: ReferenceIncident, now: number): boolean {
  const side = sideOf[who];
  if (side === undefined) return false;
  const isEngineer = side === 'vendor';
  switch (command) {
    case 'incident.acknowledge':
      return isEngineer && incident.acknowledge(now, who);
    case 'incident.note':
      return incident.note(now, who, side, flag);
    case 'incident.escalate':
      return incident.escalate(now, who, side);
    case 'incident.mitigate':
      return isEngineer && incident.mitigate(now, who);
    case 'incident.resolve':
      return incident.resolve(now, who);
    case 'incident.close':
      return incident.close(now, who);
    case 'incident.reopen':
      return incident.reopen(now, who);
    case 'incident.call':
      return incident.call(now, who, flag);
    case 'incident.update':
      return isEngineer && incident.update(now, who, next === undefined ? undefined : now + next * MINUTE, flag);
    case 'severity.request':
      return incident.request(now, who, side, severity);
    case 'severity.set':
      return isEngineer && incident.set(now, who, severity);
    case 'survey.answer':
      return !isEngineer && incident.survey(who);
    default:
      throw new Error(`the model has no ${command}`);
  }
}

export const severity = fc.constantFrom<Severity>('1', 'A', 'B', 'C');
export const wish: fc.Arbitrary<Wish> = fc.record({
  who: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom<Person>('contact', 'administrator', 'engineer') },
    { weight: 1, arbitrary: fc.constantFrom<Person>('otherEngineer', 'customer', 'stranger') },
  ),
  command: fc.constantFrom<CommandName>(
    'incident.acknowledge',
    'incident.note',
    'incident.escalate',
    'incident.mitigate',
    'incident.resolve',
    'incident.close',
    'incident.reopen',
    'incident.call',
    'incident.update',
    'severity.request',
    'severity.set',
    'survey.answer',
  ),
  minutes: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.constantFrom(0, 60, 120, 240, 480, 1440)),
  twice: fc.boolean(),
  severity,
  flag: fc.boolean(),
  next: fc.option(fc.integer({ min: 1, max: 600 }), { nil: undefined }),
});
