/** What is told while an incident's particulars are asked for: its severities, as the agreement has them. */
import { Severity } from '../../knowledge/vocabulary.ts';
import { standingOf } from '../../src/agreement/standing.ts';
import type { Decision } from '../../src/command/answer.ts';
import { Impact } from '../../src/command/contract.ts';
import type { Scene } from '../../src/command/scene.ts';
import { severityOfImpact } from '../../src/incident/open-incident.ts';
import { triageOf } from '../../src/incident/triage.ts';

/** The facts beside the question; undefined where the location or the agreement gives no answer. */
export function triageBeside(
  args: Readonly<Record<string, unknown>>,
  scene: Scene,
): Pick<Decision, 'facts' | 'citations'> | undefined {
  const standing = standingOf(scene, typeof args.location === 'string' ? args.location : undefined);
  if (!standing.ok) return undefined;
  const severity = Severity.safeParse(args.severity);
  const impact = Impact.safeParse(args.impact);
  const triage = triageOf(
    {
      product: typeof args.product === 'string' ? args.product : undefined,
      severity: severity.success ? severity.data : impact.success ? severityOfImpact[impact.data] : undefined,
    },
    standing.value,
    scene,
  );
  return triage === undefined ? undefined : { facts: { triage: triage.facts }, citations: triage.citations };
}
