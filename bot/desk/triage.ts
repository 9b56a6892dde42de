/** What is told before an incident is opened: its severities, as the agreement has them, and what is proposed. */
import { Severity } from '../../knowledge/vocabulary.ts';
import { standingOf } from '../../src/agreement/standing.ts';
import type { Decision } from '../../src/command/answer.ts';
import { Impact } from '../../src/command/contract.ts';
import type { Scene } from '../../src/command/scene.ts';
import { type Opening, severityOfImpact } from '../../src/incident/open-incident.ts';
import { triageOf } from '../../src/incident/triage.ts';
import type { Outcome } from './outcome.ts';

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

/** Nobody asked for it: the incident as it would be opened, and the severity as the edition means it, to say yes to. */
export function proposalOf(
  args: Readonly<Record<string, unknown>>,
  { plan, citations }: Opening,
  scene: Scene,
): Outcome {
  const beside = triageBeside(args, scene);
  return { status: 'needs-confirmation', facts: { plan, ...beside?.facts }, citations: beside?.citations ?? citations };
}
