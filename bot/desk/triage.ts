/** What is told before an incident is opened: its severities, as the agreement has them, and what is proposed. */
import { Severity } from '../../knowledge/vocabulary.ts';
import { standingOf } from '../../src/agreement/standing.ts';
import type { Citation, Decision } from '../../src/command/answer.ts';
import { Impact } from '../../src/command/contract.ts';
import type { Scene, Standing } from '../../src/command/scene.ts';
import { type Opening, severityOfImpact } from '../../src/incident/open-incident.ts';
import { earlyStart } from '../../src/incident/take-step.ts';
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

/**
 * The incident as it would be opened, with the severity as the edition means it, to say yes to: where nobody asked for it,
 * or where it holds a consent that costs money.
 */
export function proposalOf(
  args: Readonly<Record<string, unknown>>,
  { plan, citations }: Opening,
  place: Standing,
  scene: Scene,
): Outcome {
  const beside = triageBeside(args, scene);
  const consent = args.earlyStart === true ? earlyStart(place) : undefined;
  return {
    status: 'needs-confirmation',
    facts: { plan, ...beside?.facts, ...consent?.told },
    citations: dedupe([...(beside?.citations ?? citations), ...(consent?.citations ?? [])]),
  };
}

const dedupe = (citations: readonly Citation[]): Citation[] =>
  citations.filter(
    ({ edition, section }, index) =>
      citations.findIndex((other) => other.edition === edition && other.section === section) === index,
  );
