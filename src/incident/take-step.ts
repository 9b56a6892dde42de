/** A step of an incident's life as its agreement has it: what is recorded, and what is to be told of it. */
import { toLocalIso } from '../calendar/local-date.ts';
import type { Citation } from '../command/answer.ts';
import { dedupeCitations } from '../command/citations.ts';
import type { EscalationFacts } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { fail, ok, type Result } from '../result.ts';
import { escalationOf } from './escalation.ts';
import type { Cause, IncidentEvent, Step, StepType } from './events.ts';
import type { Incident } from './incident.ts';
import { type StepRefusal, takeStep } from './lifecycle.ts';
import { kept, promiseFor } from './promise.ts';

export interface StepArgs {
  readonly text?: string | undefined;
  readonly cause?: Cause | undefined;
  readonly contact?: string | undefined;
  readonly contactPhone?: string | undefined;
  readonly changeAuthority?: string | undefined;
  readonly earlyStart?: boolean | undefined;
}

export interface TakenStep {
  readonly event: IncidentEvent;
  readonly told: {
    readonly escalation?: EscalationFacts;
    readonly because?: readonly string[];
    readonly uncertain?: true;
  };
  readonly citations: readonly Citation[];
}

/** The step's event with what the agreement adds to it; refused by role, by state, or for a cause that a customer names. */
export function decideStep(
  incident: Incident,
  type: StepType,
  args: StepArgs,
  standing: Standing,
  scene: Scene,
): Result<TakenStep, StepRefusal> {
  if (args.cause !== undefined && !scene.asker.roles.includes('engineer')) return fail('role');
  const at = toLocalIso(scene.now, standing.location.timeZone);
  const taken = takeStep(incident, type, scene.asker, at, args.text);
  if (!taken.ok) return taken;
  const { added, told = {}, citations = [] } = additionsTo(type, incident, args, standing, scene);
  return ok({ event: { ...taken.value, ...added }, told, citations });
}

interface Additions {
  readonly added: Partial<Step>;
  readonly told?: TakenStep['told'];
  readonly citations?: readonly Citation[];
}

function additionsTo(type: StepType, incident: Incident, args: StepArgs, standing: Standing, scene: Scene): Additions {
  switch (type) {
    case 'noted': {
      const consent = args.earlyStart === true ? earlyStart(standing) : {};
      const { earlyStart: agreed, ...people } = peopleIn(args);
      const isOffered = consent.told?.because?.includes('early-start') === true;
      return { added: { ...people, ...(agreed === true && isOffered ? { earlyStart: agreed } : {}) }, ...consent };
    }
    case 'resolved':
      return { added: args.cause === undefined ? {} : { cause: args.cause } };
    case 'escalated': {
      const { facts, because, uncertain, citations } = escalationOf(incident.severity, standing, scene.now);
      const told = { escalation: facts, because, ...(uncertain ? { uncertain: true as const } : {}) };
      return { added: { effective: facts.effective }, told, citations };
    }
    case 'reopened': {
      // A first response that was never given counts from the reopening.
      const isOwed = incident.firstResponse === undefined;
      const promised = isOwed ? promiseFor(incident.opened, incident.severity, standing, scene) : undefined;
      return { added: promised === undefined ? {} : { promise: kept(promised.plan) } };
    }
    default:
      return { added: {} };
  }
}

/** What the customer takes on by the consent, and where the edition says so (F-MSCIR-04). */
export function earlyStart({ edition }: Pick<Standing, 'edition'>): Pick<Additions, 'told' | 'citations'> {
  const clause = edition.clauses.find(({ topic }) => topic === 'cybersecurity-before-contract');
  return {
    told: { because: clause === undefined ? ['not-in-edition'] : ['early-start'] },
    citations: dedupeCitations(edition.id, [clause?.section]),
  };
}

/** Who the customer names: the contact's name alone, or with a phone. */
export const peopleIn = (args: StepArgs): Pick<Step, 'contact' | 'changeAuthority' | 'earlyStart'> => ({
  ...(args.contact === undefined
    ? {}
    : { contact: { name: args.contact, ...(args.contactPhone === undefined ? {} : { phone: args.contactPhone }) } }),
  ...(args.changeAuthority === undefined ? {} : { changeAuthority: args.changeAuthority }),
  ...(args.earlyStart === true ? { earlyStart: true } : {}),
});
