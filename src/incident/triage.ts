/**
 * From the impact on the business to a severity, with the customer: what the edition means by it, and what it demands.
 * The customer outlines, the desk proposes, the vendor's engineer decides (F-SEV-02).
 */
import { type Obligation, Severity } from '../../knowledge/vocabulary.ts';
import type { Citation } from '../command/answer.ts';
import { dedupeCitations } from '../command/citations.ts';
import type { Triage } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { expectResponse } from '../severity/expect-response.ts';

/** What has been said of the incident so far, checked as far as it goes. */
export interface Told {
  readonly product?: string | undefined;
  readonly severity?: Severity | undefined;
}

/** Duties for which somebody must be there day and night: then the edition's contact is asked for by name. */
const AROUND_THE_CLOCK: Obligation = 'resources-continuous';
const CHANGE_AUTHORITY: Obligation = 'change-authority-4-business-hours';

/**
 * Each severity as the chart that would govern describes it, the proposed one alone where one was told; which further
 * particulars it calls for; and who decides. Undefined where the agreement is not in force.
 */
export function triageOf(
  { product, severity }: Told,
  standing: Standing,
  scene: Scene,
): { readonly facts: Triage; readonly citations: readonly Citation[] } | undefined {
  const { edition } = standing;
  const rows = (severity === undefined ? Severity.options : [severity]).flatMap((level) => {
    const about = product === undefined ? {} : { product };
    const { facts } = expectResponse({ severity: level, ...about, location: standing.location.id }, standing, scene);
    if (!('chart' in facts)) return [];
    const row = edition.charts[facts.chart]?.rows.find((candidate) => candidate.severity === level);
    const { chart, firstResponseMinutes, clock, obligations, submission, conditions } = facts;
    return [
      {
        severity: level,
        chart,
        situation: row?.situation ?? [],
        firstResponseMinutes,
        clock,
        obligations,
        via: submission.via,
        mayBeLowered: conditions.includes('downgrade-without-resources'),
      },
    ];
  });
  const [first] = rows;
  if (first === undefined) return undefined;
  const { setBy } = edition.severity;
  return {
    facts: { rows, setBy: setBy.value, asks: severity === undefined ? [] : particularsFor(first.obligations) },
    citations: dedupeCitations(edition.id, [setBy.section, ...rows.map(({ chart }) => edition.charts[chart]?.section)]),
  };
}

/** Arguments of the opening that the severity calls for, beside those that every incident needs. */
function particularsFor(obligations: readonly Obligation[]): string[] {
  return [
    ...(obligations.includes(AROUND_THE_CLOCK) ? ['contact', 'contactPhone'] : []),
    ...(obligations.includes(CHANGE_AUTHORITY) ? ['changeAuthority'] : []),
    'environment',
    'reproduction',
  ];
}
