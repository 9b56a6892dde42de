/** What the severities mean: the rows of a chart as the edition prints them. */

import type { ChartRow } from '../../knowledge/schema/chart.ts';
import { Chart } from '../../knowledge/vocabulary.ts';
import type { Citation } from '../command/answer.ts';
import type { ArgsOf, FactsOf } from '../command/contract.ts';
import type { Standing } from '../command/scene.ts';
import { fail, ok, type Result } from '../result.ts';

export interface SeverityExplanation {
  readonly facts: FactsOf<'severity.explain'>;
  readonly citations: readonly Citation[];
}

/** The rows of the named chart, else of the base chart; one row when a severity is named. `not-in-edition` names no chart there. */
export function explainSeverity(
  { severity, chart = Chart.enum.base }: ArgsOf<'severity.explain'>,
  { workOrder, edition }: Standing,
): Result<SeverityExplanation, 'not-in-edition' | 'severity-not-covered'> {
  const terms = edition.charts[chart];
  if (terms === undefined) return fail('not-in-edition');
  const rows = terms.rows.filter((row) => severity === undefined || row.severity === severity);
  if (rows.length === 0) return fail('severity-not-covered');
  return ok({
    facts: { workOrder: workOrder.id, edition: edition.id, chart, rows: rows.map(explained) },
    citations: [{ edition: edition.id, section: terms.section }],
  });
}

function explained(row: ChartRow): FactsOf<'severity.explain'>['rows'][number] {
  const { minutes, azure } = row.firstResponse;
  const { via, mention } = row.submission;
  return {
    severity: row.severity,
    situation: row.situation,
    firstResponseMinutes: minutes,
    ...(azure === undefined ? {} : { azureFirstResponseMinutes: azure }),
    ...(row.attention === null ? {} : { attention: row.attention }),
    effort: row.effort,
    obligations: row.obligations,
    submission: { via, ...(mention === undefined ? {} : { mention }) },
  };
}
