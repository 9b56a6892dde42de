/** What pays for a service that is not held: credits, or hours of assistance where the edition has those instead. */
import type { Fact } from '../../knowledge/schema/citation.ts';
import type { Edition, Rounding } from '../../knowledge/schema/edition.ts';
import type { Standing } from '../command/scene.ts';
import type { Pool } from './entries.ts';
import { creditsAt } from './exchange-credits.ts';

/** The units that a rate card counts in. */
export type RateUnit = 'credits' | 'hours';

export interface Means {
  readonly pool: Pool;
  readonly unit: RateUnit;
  /** How the edition rounds what is taken. */
  readonly rounding: Fact<Rounding> | null;
}

/** The unit that the rates of a work order under this edition are in. */
export const rateUnitOf = ({ credits }: Edition): RateUnit => (credits === null ? 'hours' : 'credits');

/** The credits of the location; undefined where the edition has none. */
export const creditMeans = ({ edition, location }: Standing): Means | undefined =>
  edition.credits === null
    ? undefined
    : { pool: creditsAt(location.id), unit: 'credits', rounding: edition.credits.deduction };

/** What a delivery of the service can be paid with at the location; undefined where the edition knows of nothing. */
export const meansFor = (service: string, standing: Standing): Means | undefined =>
  creditMeans(standing) ?? assistanceMeans(service, standing);

/** Hours of assistance pay for the services that the edition names with them, once one is scheduled (F-CRED-05). */
function assistanceMeans(service: string, { edition, location }: Standing): Means | undefined {
  const { exchange, rounding } = edition.hours;
  if (exchange === undefined || !exchange.to.includes(service)) return undefined;
  return { pool: { service: exchange.from, location: location.id, unit: 'hours' }, unit: 'hours', rounding };
}
