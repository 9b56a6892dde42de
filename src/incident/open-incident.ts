/** Opening an incident: who may, what is promised, where it goes and what comes next. */
import type { Severity } from '../../knowledge/vocabulary.ts';
import { toLocalIso } from '../calendar/local-date.ts';
import type { Citation } from '../command/answer.ts';
import type { ArgsOf, FactsOf, Impact, ResponseFacts } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { fail, ok, type Result } from '../result.ts';
import { expectResponse } from '../severity/expect-response.ts';
import type { Opened } from './events.ts';
import { factsOf, incidentOf } from './incident.ts';
import { signed } from './lifecycle.ts';
import { needsCall } from './response-clocks.ts';

type Args = ArgsOf<'incident.open'>;

/** The severity that an impact stands for; the vendor decides in the end (F-SEV-02). */
export const severityOfImpact: Readonly<Record<Impact, Severity>> = {
  'system-down': '1',
  'significant-degradation': 'A',
  moderate: 'B',
  minor: 'C',
};

export interface Opening {
  readonly event: Opened;
  readonly plan: ResponseFacts;
  readonly citations: readonly Citation[];
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
  const expected = expectResponse(
    {
      severity,
      product,
      location: location.id,
      ...(language === undefined ? {} : { language }),
      ...(subscription === undefined ? {} : { subscription }),
    },
    standing,
    scene,
  );
  if (!('chart' in expected.facts)) return fail('agreement-expired');
  const { proof: _proof, ...plan } = expected.facts;
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
    queue: plan.queue,
    plan,
    awaitsCall: needsCall(plan),
  };
  return ok({ event, plan: expected.facts, citations: expected.citations });
}

/** The answer to an opening, once it has its number. */
export function openedFacts(id: string, { event, plan }: Opening): FactsOf<'incident.open'> {
  return {
    incident: factsOf(incidentOf(id, [event])),
    plan,
    queue: event.queue,
    nextSteps: nextSteps(event, plan),
  };
}

function nextSteps(event: Opened, plan: ResponseFacts): string[] {
  const steps: string[] = [];
  if (event.awaitsCall) steps.push('call-by-phone');
  if (plan.submission.via.length === 1 && plan.submission.via[0] === 'portal') steps.push('file-in-portal');
  if (plan.submission.mention !== undefined) steps.push('mention-marker');
  return [...steps, 'await-first-response', ...plan.obligations];
}

/** Contacts act at their own locations only; engineers come with the incident, not with the opening. */
function isContactAt({ workOrder, location }: Standing, { asker }: Scene): boolean {
  return workOrder.contacts.some(({ userId, locations }) => userId === asker.user && locations.includes(location.id));
}
