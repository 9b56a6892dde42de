/** The life of an incident: which step is possible from which state, and by whom. */
import type { PersonRole } from '../../knowledge/vocabulary.ts';
import type { CommandName, IncidentState } from '../command/contract.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Side, Step, StepType } from './events.ts';
import type { Incident } from './incident.ts';

interface Rule {
  readonly from: readonly IncidentState[];
  readonly by: readonly PersonRole[];
}

const running: readonly IncidentState[] = ['awaiting-call', 'open', 'acknowledged', 'mitigated'];
const unclosed: readonly IncidentState[] = [...running, 'resolved'];
const contacts: readonly PersonRole[] = ['contact', 'administrator', 'engineer'];

/** A first response is a person's, and the vendor's (F-FCR-01): only an engineer acknowledges. */
const rules: Readonly<Record<StepType, Rule>> = {
  acknowledged: { from: ['awaiting-call', 'open'], by: ['engineer'] },
  noted: { from: unclosed, by: contacts },
  escalated: { from: running, by: contacts },
  mitigated: { from: ['open', 'acknowledged'], by: ['engineer'] },
  resolved: { from: running, by: contacts },
  closed: { from: unclosed, by: contacts },
  reopened: { from: ['resolved', 'closed'], by: contacts },
};

/** The commands that are steps, each with the event that it becomes. */
export const steps = {
  'incident.note': 'noted',
  'incident.acknowledge': 'acknowledged',
  'incident.escalate': 'escalated',
  'incident.mitigate': 'mitigated',
  'incident.resolve': 'resolved',
  'incident.close': 'closed',
  'incident.reopen': 'reopened',
} as const satisfies Partial<Record<CommandName, StepType>>;
export type StepCommand = keyof typeof steps;

export const isStepCommand = (command: string): command is StepCommand => Object.hasOwn(steps, command);

export interface Actor {
  readonly user: string;
  readonly name: string | undefined;
  readonly roles: readonly PersonRole[];
}

/** Why a step is not taken: `role` is who asks, `state` where the incident is. */
export type StepRefusal = 'role' | 'state';

/** The event of a step, or why it is not possible now. `at` is an instant with the location's offset. */
export function takeStep(
  incident: Incident,
  type: StepType,
  actor: Actor,
  at: string,
  text: string | undefined,
): Result<Step, StepRefusal> {
  const { from, by } = rules[type];
  if (!by.some((role) => actor.roles.includes(role))) return fail('role');
  if (!from.includes(incident.state)) return fail('state');
  return ok({ type, ...signed(actor, at, text) });
}

/** A command, or the note by which the customer agrees to an early start. */
export type Offered = CommandName | 'early-start';

/** What a card offers this person next on the incident as it stands, the most useful first. */
export function offeredCommands(incident: Incident, actor: Actor): Offered[] {
  const { state } = incident;
  const isEngineer = actor.roles.includes('engineer');
  if (!isEngineer && !actor.roles.some((role) => contacts.includes(role))) return [];
  const survey: Offered[] = isSurveyed(incident, actor) ? ['survey.answer'] : [];
  const consent: Offered[] = incident.opened.attack === 'needs-consent' && !incident.earlyStart ? ['early-start'] : [];
  switch (state) {
    case 'closed':
      return [...survey, 'incident.reopen', 'rca.request'];
    case 'resolved':
      return [...survey, 'incident.close', 'incident.reopen', 'rca.request'];
    case 'awaiting-call':
      return isEngineer ? forEngineers : ['incident.call', ...consent, 'severity.request', 'incident.note'];
    case 'open':
      return isEngineer ? forEngineers : [...consent, ...forContacts];
    default:
      return isEngineer ? forWorkingEngineers(incident) : [...consent, ...forContacts];
  }
}

const forEngineers: CommandName[] = ['incident.acknowledge', 'severity.set', 'incident.note'];
const forContacts: CommandName[] = ['severity.request', 'incident.note', 'incident.close'];

/** Whether this person is asked how it went: once the work is over, each person of the customer's once (F-RESP-10). */
export const isSurveyed = ({ endedAt, surveyed }: Incident, { user, roles }: Actor): boolean =>
  endedAt !== undefined && !roles.includes('engineer') && !surveyed.includes(user);

/** Who, when and with what words; the head of every event. */
export function signed(
  actor: Actor,
  at: string,
  text: string | undefined,
): { at: string; by: string; byName?: string; side: Side; text?: string } {
  return {
    at,
    by: actor.user,
    side: actor.roles.includes('engineer') ? 'vendor' : 'customer',
    ...(actor.name === undefined ? {} : { byName: actor.name }),
    ...(text === undefined ? {} : { text }),
  };
}

/** A severity that somebody waits for is decided first. */
function forWorkingEngineers({ requested }: Incident): CommandName[] {
  const work: CommandName[] = ['incident.update', 'incident.mitigate', 'incident.resolve'];
  return requested === undefined ? [...work, 'severity.set'] : ['severity.set', ...work];
}
