/** The call that some severities want: what to say, and that it was made (F-REA-08b). */
import { toLocalIso } from '../calendar/local-date.ts';
import type { ArgsOf, CallScript, ResponseFacts } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { fail, ok, type Result } from '../result.ts';
import type { IncidentEvent } from './events.ts';
import type { Incident } from './incident.ts';
import { signed } from './lifecycle.ts';
import { kept, promiseFor } from './promise.ts';

/** What to say on the phone; undefined where no call is awaited. The number is the work order's, never the desk's own. */
export function callScript(incident: Incident, { workOrder, location }: Standing): CallScript | undefined {
  if (incident.state !== 'awaiting-call') return undefined;
  const { opened, severity, contact } = incident;
  const phone = location.supportPhone ?? workOrder.supportPhone;
  return {
    ...(phone === undefined ? {} : { phone }),
    reference: incident.id,
    product: opened.product,
    severity,
    ...(opened.impact === undefined ? {} : { impact: opened.impact }),
    summary: opened.summary,
    location: opened.location,
    ...(contact === undefined ? {} : { callBack: contact }),
  };
}

export interface RecordedCall {
  readonly event: IncidentEvent;
  /** The promise that runs from the call; absent where only the vendor's number was added. */
  readonly plan?: ResponseFacts;
}

export type CallRefusal = 'state' | 'invalid-argument' | 'agreement-expired';

/**
 * That the customer has called, at `calledAt` or now: the first response counts from the call. Once it is recorded, the
 * vendor's number can still be added. A call before the incident was recorded here, or in the future, is refused as
 * `invalid-argument`.
 */
export function recordCall(
  incident: Incident,
  args: Omit<ArgsOf<'incident.call'>, 'incident'>,
  standing: Standing,
  scene: Scene,
): Result<RecordedCall, CallRefusal> {
  const { timeZone } = standing.location;
  const head = {
    type: 'called',
    ...signed(scene.asker, toLocalIso(scene.now, timeZone), args.text),
    ...(args.caseNumber === undefined ? {} : { caseNumber: args.caseNumber }),
  } as const;
  if (incident.state !== 'awaiting-call') {
    const before = incident.events.findLast(({ type }) => type === 'called');
    const isOver = incident.state === 'closed' || args.caseNumber === undefined || before?.type !== 'called';
    return isOver ? fail('state') : ok({ event: { ...head, calledAt: before.calledAt, plan: incident.plan } });
  }
  const called = args.calledAt === undefined ? scene.now : Date.parse(args.calledAt);
  if (called > scene.now || called < Date.parse(incident.opened.at)) return fail('invalid-argument');
  const calledAt = toLocalIso(called, timeZone);
  const promised = promiseFor(incident.opened, incident.severity, standing, scene, calledAt);
  if (promised === undefined) return fail('agreement-expired');
  const { plan } = promised;
  return ok({ event: { ...head, calledAt, plan: kept(plan) }, plan });
}
