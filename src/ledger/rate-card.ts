/** What a service costs in credits by the work order's own rate card; the editions print no rates (G-08). */
import type { WorkOrder } from '../agreement/work-order.ts';
import type { Standing } from '../command/scene.ts';
import { type Decimal, decimalOf, multiply, whole } from './decimal.ts';
import { type Rounded, roundByEdition } from './rounding.ts';

/** Credits for one of a service: the location's own rate first, else the one for all; undefined where there is none. */
export function rateOf({ rateCard = [] }: WorkOrder, service: string, location: string): Decimal | undefined {
  const rates = rateCard.filter((rate) => rate.service === service);
  const rate = rates.find((own) => own.location === location) ?? rates.find((all) => all.location === undefined);
  return rate === undefined ? undefined : decimalOf(rate.credits);
}

export interface Price {
  /** By the rate card, before rounding. */
  readonly value: Decimal;
  readonly taken: Rounded;
}

/** What so many of a service take from the credits of a location, rounded as the edition deducts (F-CRED-03). */
export function priceOf(
  { workOrder, edition, location }: Standing,
  service: string,
  quantity: number,
): Price | undefined {
  const rate = rateOf(workOrder, service, location.id);
  if (rate === undefined || edition.credits === null) return undefined;
  const value = multiply(rate, decimalOf(quantity));
  return {
    value,
    taken: roundByEdition(edition.credits.deduction, workOrder.governingLanguage, value, whole(1n), 'higher'),
  };
}
