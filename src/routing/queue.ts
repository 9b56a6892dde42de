/** The vendor's team that an incident goes to. */
import { resolveFact } from '../../knowledge/fact.ts';
import type { ChartTerms, Queue } from '../../knowledge/schema/chart.ts';
import type { Edition } from '../../knowledge/schema/edition.ts';
import type { Chart, Severity } from '../../knowledge/vocabulary.ts';
import type { RejectedChart } from '../entitlement/select-chart.ts';

/**
 * The governing chart's team; but a team may take severities that its chart has no row for, where the edition says
 * so (F-AED-12, F-ARR-03): then the first chart rejected for its severity alone routes.
 */
export function queueOf(
  governing: Chart,
  terms: ChartTerms,
  severity: Severity,
  rejected: readonly RejectedChart[],
  edition: Edition,
): Queue {
  for (const { chart, because, also } of rejected) {
    if (chart === governing || because !== 'severity-not-covered' || also !== undefined) continue;
    const passedOver = edition.charts[chart];
    if (passedOver?.alsoRoutes && resolveFact(passedOver.alsoRoutes, undefined).value.includes(severity))
      return passedOver.queue;
  }
  return terms.queue;
}
