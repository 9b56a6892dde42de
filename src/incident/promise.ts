/** What is promised for an incident at a severity: asked with what its opening said of it. */
import type { Severity } from '../../knowledge/vocabulary.ts';
import { isInForce, standingOf } from '../agreement/standing.ts';
import type { Citation } from '../command/answer.ts';
import type { ResponseFacts } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { expectResponse } from '../severity/expect-response.ts';
import type { Opened, PromisedResponse } from './events.ts';

export interface Promised {
  readonly plan: ResponseFacts;
  readonly citations: readonly Citation[];
}

/**
 * The response that counts from `at`, else from now; undefined where the agreement has ended. Once the standing's own
 * order is over, another severity or a late call is promised under the one that is in force at the location then.
 */
export function promiseFor(
  { product, language, subscription }: Partial<Pick<Opened, 'product' | 'language' | 'subscription'>>,
  severity: Severity,
  standing: Standing,
  scene: Scene,
  at?: string,
): Promised | undefined {
  const location = standing.location.id;
  const { facts, citations } = expectResponse(
    { severity, product, location, language, subscription, at },
    inForceAt(at === undefined ? scene.now : Date.parse(at), standing, scene),
    scene,
  );
  return 'chart' in facts ? { plan: facts, citations } : undefined;
}

function inForceAt(now: number, standing: Standing, scene: Scene): Standing {
  if (isInForce(standing.workOrder, now)) return standing;
  const next = standingOf({ ...scene, now }, standing.location.id);
  return next.ok && isInForce(next.value.workOrder, now) ? next.value : standing;
}

/** A plan as it is kept in a history: its proof is worked out anew when it is shown. */
export function kept({ proof: _proof, ...plan }: ResponseFacts): PromisedResponse {
  return plan;
}
