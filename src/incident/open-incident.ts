/** Opening an incident: who may, what is promised, where it goes and what comes next. */
import type { Obligation, Severity } from '../../knowledge/vocabulary.ts';
import { toLocalIso } from '../calendar/local-date.ts';
import type { ArgsOf, FactsOf, Impact, ResponseFacts } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { fail, ok, type Result } from '../result.ts';
import { attackCover, attackSteps } from '../routing/cyber-incident.ts';
import { designatedEngineer } from '../routing/designated-engineer.ts';
import { queueOfIncident } from '../routing/incident-queue.ts';
import { askerOn, teamOfIncident } from '../routing/incident-team.ts';
import { needsCall } from './channels.ts';
import { escalationOf } from './escalation.ts';
import type { Opened, ReachableContact } from './events.ts';
import { belongsInPortal, factsOf, incidentOf } from './incident.ts';
import { offeredCommands, signed } from './lifecycle.ts';
import { callScript } from './phone-call.ts';
import { kept, type Promised, promiseFor } from './promise.ts';

type Args = ArgsOf<'incident.open'>;

/** The severity that an impact stands for; the vendor decides in the end (F-SEV-02). */
export const severityOfImpact: Readonly<Record<Impact, Severity>> = {
  'system-down': '1',
  'significant-degradation': 'A',
  moderate: 'B',
  minor: 'C',
};

export interface Opening extends Promised {
  readonly event: Opened;
}

/** The event of opening. Refused as `agreement-expired` when no chart governs, `role` away from the asker's locations. */
export function openIncident(
  args: Args,
  standing: Standing,
  scene: Scene,
): Result<Opening, 'role' | 'agreement-expired'> {
  const { workOrder, edition, location } = standing;
  if (!isContactAt(standing, scene)) return fail('role');
  const severity = args.severity ?? (args.impact === undefined ? undefined : severityOfImpact[args.impact]);
  if (severity === undefined) throw new Error('an incident is opened with a severity or an impact');
  const { product, language, subscription } = args;
  const promised = promiseFor(args, severity, standing, scene);
  if (promised === undefined) return fail('agreement-expired');
  const plan = kept(promised.plan);
  const event: Opened = {
    type: 'opened',
    ...signed(scene.asker, toLocalIso(scene.now, location.timeZone), undefined),
    workOrder: workOrder.id,
    edition: edition.id,
    location: location.id,
    product,
    severity,
    ...(args.impact === undefined ? {} : { impact: args.impact }),
    summary: args.summary,
    ...(args.environment === undefined ? {} : { environment: args.environment }),
    ...(subscription === undefined ? {} : { subscription }),
    ...(language === undefined ? {} : { language }),
    toldIn: scene.language,
    ...(args.reproduction === undefined ? {} : { reproduction: args.reproduction }),
    contact: reachable(args, standing, scene),
    ...(args.changeAuthority === undefined ? {} : { changeAuthority: args.changeAuthority }),
    ...(args.earlyStart === true ? { earlyStart: true } : {}),
    ...(args.attack === true ? { attack: attackCover(standing, scene) } : {}),
    queue: plan.queue,
    plan,
    awaitsCall: needsCall(plan),
  };
  return ok({ event, ...promised });
}

/** Who can be reached about it: whom the asker names, else the asker with the phone that the work order has. */
function reachable(args: Args, { workOrder }: Standing, { asker }: Scene): ReachableContact {
  const own = workOrder.contacts.find(({ userId }) => userId === asker.user);
  const phone = args.contactPhone ?? (args.contact === undefined ? own?.phone : undefined);
  return { name: args.contact ?? own?.name ?? asker.user, ...(phone === undefined ? {} : { phone }) };
}

/**
 * The answer to an opening, once it has its number: also what to say on the phone, who is told, and who looks after it
 * by itself. Where no team takes its queue, it says that the desk tells nobody.
 */
export function openedFacts(
  id: string,
  { event, plan }: Opening,
  standing: Standing,
  scene: Scene,
): FactsOf<'incident.open'> {
  const incident = incidentOf(id, [event]);
  const call = callScript(incident, standing);
  const escalation = escalationOf(event.severity, standing, scene.now).facts;
  const isAutomatic = escalation.how === 'automatic';
  const team = teamOfIncident(incident, scene);
  return {
    incident: factsOf(incident),
    plan,
    queue: queueOfIncident(incident),
    ...(team === undefined ? {} : { team: team.name }),
    nextSteps: nextSteps(event, plan, {
      isAutomatic,
      hasTeam: team !== undefined,
      engineer: designatedEngineer(event, standing, scene),
      filesInPortal: scene.filesInPortal === true && belongsInPortal(incident),
    }),
    ...(call === undefined ? {} : { call }),
    ...(isAutomatic ? { escalation } : {}),
    steps: offeredCommands(incident, askerOn(incident, scene)),
  };
}

const CHANGE_AUTHORITY: Obligation = 'change-authority-4-business-hours';

interface Known {
  readonly isAutomatic: boolean;
  readonly hasTeam: boolean;
  readonly filesInPortal: boolean;
  readonly engineer: ReturnType<typeof designatedEngineer>;
}

function nextSteps(
  event: Opened,
  plan: ResponseFacts,
  { isAutomatic, hasTeam, filesInPortal, engineer }: Known,
): string[] {
  return [
    ...(event.awaitsCall ? ['call-by-phone'] : []),
    ...(filesInPortal ? ['desk-files'] : filingSteps(plan)),
    ...(hasTeam ? [] : ['no-team']),
    ...attackSteps(event.attack, event.earlyStart === true),
    event.awaitsCall ? 'response-from-call' : 'await-first-response',
    ...(engineer === undefined ? [] : [`designated-engineer-${engineer}`]),
    ...(isAutomatic ? ['escalated-automatically'] : []),
    ...(event.impact === undefined ? [] : ['vendor-decides']),
    ...(plan.obligations.includes(CHANGE_AUTHORITY) && event.changeAuthority === undefined
      ? ['name-change-authority']
      : []),
    ...plan.obligations,
  ];
}

/** What the customer does about the vendor's portal, and the marker that the vendor looks for there. */
function filingSteps({ submission: { via, mention } }: ResponseFacts): string[] {
  return [
    ...(via.length === 1 && via[0] === 'portal' ? ['file-in-portal'] : []),
    ...(mention === undefined ? [] : ['mention-marker']),
  ];
}

/** Contacts act at their own locations only; engineers come with the incident, not with the opening. */
function isContactAt({ workOrder, location }: Standing, { asker }: Scene): boolean {
  return workOrder.contacts.some(({ userId, locations }) => userId === asker.user && locations.includes(location.id));
}
