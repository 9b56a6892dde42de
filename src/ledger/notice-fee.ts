/** What short notice costs: the edition's bands of whole days, and the fee in what a booking holds (F-TERM-09, F-PT-11). */
import type { Edition } from '../../knowledge/schema/edition.ts';
import type { Hold } from './bookings.ts';
import { compare, type Decimal, decimalOf, divide, multiply, subtract, whole } from './decimal.ts';

/** From the longest notice to the shortest; what is later than all of them, as after the delivery, is the shortest. */
export function bandOf(edition: Edition, daysAhead: number): Edition['cancellation']['bands']['value'][number] {
  const bands = edition.cancellation.bands.value;
  const band = bands.find(({ minDays }) => daysAhead >= minDays) ?? bands.at(-1);
  if (band === undefined) throw new Error(`${edition.id} has no bands of notice`);
  return band;
}

export interface Settled {
  readonly fee: Hold;
  readonly refund: Hold;
  /** True where the fee was not whole: no edition says how a part of one is taken. */
  readonly rounded: boolean;
}

/** The fee in what is held. Hours and days can be parted; of anything else whole ones are taken, which promises less. */
export function settle({ pool, amount }: Hold, feePercent: number): Settled {
  const exact = multiply(multiply(amount, decimalOf(feePercent)), decimalOf('0.01'));
  const fee = pool.unit === 'hours' || pool.unit === 'days' ? exact : roundedUp(exact);
  const rounded = compare(fee, exact) !== 0;
  return { fee: { pool, amount: fee }, refund: { pool, amount: subtract(amount, fee) }, rounded };
}

function roundedUp(exact: Decimal): Decimal {
  const { whole: below, rest } = divide(exact, whole(1n));
  return whole(rest === 'none' ? below : below + 1n);
}
