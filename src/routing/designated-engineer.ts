/** The designated reactive engineer, who works on an incident beside the team that has it (F-REDE-01, 02, 05). */
import { resolveFact } from '../../knowledge/fact.ts';
import type { Severity } from '../../knowledge/vocabulary.ts';
import { localDate } from '../calendar/local-date.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { holdingsOf, servesLocation } from '../entitlement/holdings.ts';
import { namesProduct } from './named-products.ts';

const SERVICE = 'reactive-enhanced-designated-engineering';

/** Joins by itself, on request, or is not held for the product; it changes no response time (F-REDE-07). */
export function designatedEngineer(
  { product, severity }: { readonly product: string; readonly severity: Severity },
  { workOrder, edition, location }: Standing,
  { now, knowledge }: Pick<Scene, 'now' | 'knowledge'>,
): 'joins' | 'on-request' | undefined {
  const terms = edition.services[SERVICE];
  const holdings = holdingsOf(workOrder, SERVICE, localDate(now, location.timeZone)).filter((held) =>
    namesProduct(held, product, knowledge.products),
  );
  if (terms?.joins === undefined || !servesLocation(holdings, location, workOrder, false)) return undefined;
  return resolveFact(terms.joins, workOrder.governingLanguage).value.includes(severity) ? 'joins' : 'on-request';
}
