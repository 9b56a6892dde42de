/** Another severity during an incident: the customer asks, the vendor decides (F-SEV-02, F-SEV-03). */
import { type Severity, Severity as SeverityLevel } from '../../knowledge/vocabulary.ts';
import { toLocalIso } from '../calendar/local-date.ts';
import type { Citation } from '../command/answer.ts';
import { dedupeCitations } from '../command/citations.ts';
import type { ResponseFacts } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { fail, ok, type Result } from '../result.ts';
import type { IncidentEvent } from './events.ts';
import type { Incident } from './incident.ts';
import { type Actor, signed } from './lifecycle.ts';
import { kept, type Promised, promiseFor } from './promise.ts';

export interface SeverityChange {
  readonly event: IncidentEvent;
  /** What the severity brings, or would bring. */
  readonly plan: ResponseFacts;
  readonly citations: readonly Citation[];
  /** Why it is lowered, and what the chart says the vendor may lower. */
  readonly because: readonly string[];
  /** True where the edition does not say that the customer may ask. */
  readonly uncertain: boolean;
}

export type ChangeRefusal = 'invalid-argument' | 'state' | 'same-severity' | 'agreement-expired' | 'role';

/** Asking for another severity: nothing changes until an engineer decides; `plan` shows what it would bring. */
export function requestSeverity(
  incident: Incident,
  severity: Severity,
  reason: string | undefined,
  standing: Standing,
  scene: Scene,
): Result<SeverityChange, ChangeRefusal> {
  const planned = planFor(incident, severity, standing, scene);
  if (!planned.ok) return planned;
  const at = toLocalIso(scene.now, standing.location.timeZone);
  return ok({
    event: { type: 'severity-requested', ...signed(scene.asker, at, reason), severity },
    ...planned.value,
    because: [],
    uncertain: standing.edition.severity.changeOnRequest === null,
  });
}

/**
 * The vendor's decision. The promise that holds then follows the work order's `severityClock`. Lowered for want of the
 * customer's resources it must be lower than it was (`invalid-argument` otherwise); the clause of the chart is cited.
 */
export function setSeverity(
  incident: Incident,
  severity: Severity,
  actor: Actor,
  text: string | undefined,
  standing: Standing,
  scene: Scene,
  reason?: 'no-resources',
): Result<SeverityChange, ChangeRefusal> {
  if (!actor.roles.includes('engineer')) return fail('role');
  const planned = planFor(incident, severity, standing, scene);
  if (!planned.ok) return planned;
  if (reason !== undefined && !isLower(severity, incident.severity)) return fail('invalid-argument');
  const plan = kept(planned.value.plan);
  const at = toLocalIso(scene.now, standing.location.timeZone);
  // Whoever mitigates without having acknowledged owes no first response any more.
  const isGiven = incident.firstResponse !== undefined || incident.state === 'mitigated';
  const isOwedAgain = isGiven && standing.workOrder.severityClock === 'reset';
  const lowering = reason === undefined ? { because: [], citations: [] } : loweringOf(incident, standing);
  return ok({
    event: {
      type: 'severity-set',
      ...signed(actor, at, text),
      severity,
      plan: isGiven && !isOwedAgain ? { ...plan, due: incident.plan.due } : plan,
      ...(isOwedAgain ? { anew: true } : {}),
      ...(reason === undefined ? {} : { reason }),
    },
    plan: planned.value.plan,
    because: lowering.because,
    citations: [...planned.value.citations, ...lowering.citations],
    uncertain: false,
  });
}

const isLower = (one: Severity, other: Severity): boolean =>
  SeverityLevel.options.indexOf(one) > SeverityLevel.options.indexOf(other);

/** What the chart lets the vendor lower: the severity, or only the work around the clock (F-SEV-05). */
function loweringOf({ plan }: Incident, { edition }: Standing): Pick<SeverityChange, 'because' | 'citations'> {
  const terms = edition.charts[plan.chart]?.downgrade;
  return {
    because: ['no-resources', ...(terms?.value === 'effort' ? ['effort-only'] : [])],
    citations: dedupeCitations(edition.id, [terms?.section]),
  };
}

function planFor(
  incident: Incident,
  severity: Severity,
  standing: Standing,
  scene: Scene,
): Result<Promised, ChangeRefusal> {
  if (incident.state === 'closed' || incident.state === 'resolved') return fail('state');
  if (severity === incident.severity) return fail('same-severity');
  const startsAnew = standing.workOrder.severityClock !== 'from-opening';
  const promised = promiseFor(incident.opened, severity, standing, scene, startsAnew ? undefined : incident.opened.at);
  return promised === undefined ? fail('agreement-expired') : ok(promised);
}
