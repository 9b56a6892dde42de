/** When problem resolution takes no hours: defects of the vendor's own, and where it is given as needed (F-REA-30, F-REA-32, F-ULT-01). */
import type { Products } from '../../knowledge/schema/catalogue.ts';
import type { ArgsOf } from '../command/contract.ts';
import type { Standing } from '../command/scene.ts';
import { holdingsOf } from '../entitlement/holdings.ts';
import type { Incident } from '../incident/incident.ts';

type AsNeeded = NonNullable<Standing['edition']['hours']['asNeeded']>[number]['when'];

/** The code of the reason, or undefined where the hours are charged. `work` is what they were worked for. */
export function unchargedReason(
  { service, cause }: ArgsOf<'hours.record'>,
  work: string | undefined,
  incident: Incident | undefined,
  standing: Standing,
  products: Products,
  today: string,
): string | undefined {
  const { hours } = standing.edition;
  if ((work ?? service) !== 'problem-resolution-support') return undefined;
  const isDefect = (cause ?? incident?.cause) === 'product-defect';
  if (isDefect && hours.notChargedFor !== null) return hours.notChargedFor.value;
  const asNeeded: Readonly<Record<AsNeeded, () => boolean>> = {
    'public-sector-online-services': () => isPublicOnline(incident, standing, products),
    'premier-ultimate': () => holdingsOf(standing.workOrder, 'premier-ultimate', today).length > 0,
  };
  return hours.asNeeded?.find(({ when }) => asNeeded[when]())?.when;
}

const isPublicOnline = (incident: Incident | undefined, { workOrder }: Standing, products: Products): boolean =>
  workOrder.customer.sector === 'public' &&
  incident !== undefined &&
  products[incident.opened.product]?.online === true;
