/** What the customer has to do: for a severity, or standing, by role. */

import type { Products } from '../../knowledge/schema/catalogue.ts';
import type { Citation } from '../command/answer.ts';
import { dedupeCitations } from '../command/citations.ts';
import type { ArgsOf, Duty, FactsOf } from '../command/contract.ts';
import type { Standing } from '../command/scene.ts';
import { selectChart } from '../entitlement/select-chart.ts';

export interface DutyAnswer {
  readonly facts: FactsOf<'duty.list'>;
  readonly citations: readonly Citation[];
}

/**
 * With a severity the obligations of its row in the named chart, else in the one that governs without a product;
 * otherwise the standing responsibilities (F-RESP, F-PRESP), all or those of a role.
 */
export function listDuties(
  args: ArgsOf<'duty.list'>,
  standing: Standing,
  date: string,
  products: Products,
): DutyAnswer {
  const { workOrder, edition } = standing;
  const duties =
    args.severity === undefined ? responsibilities(args, standing) : obligations(args, standing, date, products);
  return {
    facts: {
      workOrder: workOrder.id,
      edition: edition.id,
      ...(args.severity === undefined ? {} : { severity: args.severity }),
      duties,
    },
    citations: dedupeCitations(
      edition.id,
      duties.map(({ section }) => section),
    ),
  };
}

function obligations(
  { severity = '1', chart }: ArgsOf<'duty.list'>,
  standing: Standing,
  date: string,
  products: Products,
): Duty[] {
  const governing = selectChart(standing, { severity, subject: undefined, date }, products).governing?.chart;
  const terms = standing.edition.charts[chart ?? governing ?? 'base'];
  const row = terms?.rows.find((candidate) => candidate.severity === severity);
  return (row?.obligations ?? []).map((id) => ({ id, section: terms?.section ?? 'A' }));
}

const responsibilities = ({ role }: ArgsOf<'duty.list'>, { edition }: Standing): Duty[] =>
  edition.responsibilities
    .filter((duty) => role === undefined || duty.role === role)
    .map(({ id, section }) => ({ id, section }));
