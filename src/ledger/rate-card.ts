/** What a service costs by the work order's own rate card; the editions print no rates (G-08). */
import type { WorkOrder } from '../agreement/work-order.ts';
import type { Standing } from '../command/scene.ts';
import { type Decimal, decimalOf, multiply, whole } from './decimal.ts';
import type { Means, RateUnit } from './means.ts';
import { type Rounded, roundByEdition } from './rounding.ts';

/** The cost of one of a service: the location's own rate first, else the one for all; undefined where there is none. */
export function rateOf(
  { rateCard = [] }: WorkOrder,
  unit: RateUnit,
  service: string,
  location: string,
): Decimal | undefined {
  const rates = rateCard.filter((rate) => rate.service === service && rate[unit] !== undefined);
  const rate = rates.find((own) => own.location === location) ?? rates.find((all) => all.location === undefined);
  const cost = rate?.[unit];
  return cost === undefined ? undefined : decimalOf(cost);
}

export interface Price {
  /** By the rate card, before rounding. */
  readonly value: Decimal;
  readonly taken: Rounded;
}

/** What so many of a service take at a location, rounded as the edition deducts from such means (F-CRED-03, F-CRED-05). */
export function priceOf(
  { unit, rounding }: Means,
  { workOrder, location }: Standing,
  service: string,
  quantity: number,
): Price | undefined {
  const rate = rateOf(workOrder, unit, service, location.id);
  if (rate === undefined) return undefined;
  const value = multiply(rate, decimalOf(quantity));
  return { value, taken: roundByEdition(rounding, workOrder.governingLanguage, value, whole(1n), 'higher') };
}
