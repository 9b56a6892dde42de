/** The vendor's team that an incident goes to. */
import { resolveFact } from '../../knowledge/fact.ts';
import type { Products } from '../../knowledge/schema/catalogue.ts';
import type { ChartTerms, Queue } from '../../knowledge/schema/chart.ts';
import type { Edition } from '../../knowledge/schema/edition.ts';
import type { Chart, Severity } from '../../knowledge/vocabulary.ts';
import type { Standing } from '../command/scene.ts';
import { holdingsOf, servesLocation } from '../entitlement/holdings.ts';
import type { RejectedChart } from '../entitlement/select-chart.ts';
import { namesProduct } from './named-products.ts';

/**
 * The governing chart's team; but a team may take severities that its chart has no row for, where the edition says
 * so (F-AED-12, F-ARR-03): then the first chart rejected for its severity alone routes. What the base chart governs goes
 * straight to the third tier for the products that it is named for, and stays with it (F-3T-01, F-3T-02).
 */
export function queueOf(
  governing: Chart,
  terms: ChartTerms,
  severity: Severity,
  rejected: readonly RejectedChart[],
  { edition, hasThirdTier }: { readonly edition: Edition; readonly hasThirdTier: boolean },
): Queue {
  for (const { chart, because, also } of rejected) {
    if (chart === governing || because !== 'severity-not-covered' || also !== undefined) continue;
    const passedOver = edition.charts[chart];
    if (passedOver?.alsoRoutes && resolveFact(passedOver.alsoRoutes, undefined).value.includes(severity))
      return passedOver.queue;
  }
  return governing === 'base' && hasThirdTier ? 'third-tier' : terms.queue;
}

/** Whether the work order has the third tier for the product at the location: there is none without named products. */
export function hasThirdTier(
  product: string | undefined,
  date: string,
  { workOrder, location }: Standing,
  products: Products,
): boolean {
  if (product === undefined) return false;
  const held = holdingsOf(workOrder, 'third-tier-support', date).filter((one) => namesProduct(one, product, products));
  return servesLocation(held, location, workOrder, false);
}
