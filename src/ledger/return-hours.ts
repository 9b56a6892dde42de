/** Hours given back: a product fault in mainstream support is not charged, also when that is found out afterwards (F-REA-30). */
import type { Edition } from '../../knowledge/schema/edition.ts';
import { add, type Decimal, decimalOf, isZero, toNumber, zero } from './decimal.ts';
import { type Draft, keyOf, type LedgerEntry, type Pool } from './entries.ts';
import { move } from './ledger.ts';

/** The work that the edition does not charge for where the fault was the product's. */
const RESOLUTION = 'problem-resolution-support';

export interface ReturnedHours {
  readonly draft: Draft;
  /** By the service whose hours they were. */
  readonly returned: readonly { readonly service: string; readonly hours: number }[];
}

/**
 * What goes back to the balances from which problem resolution on an incident was charged, less what went back before;
 * undefined where the edition charges for defects too, or nothing is left to give back. `entries` are all of the ledger
 * since the incident was opened.
 */
export function returnHours(
  incident: string,
  { hours }: Pick<Edition, 'hours'>,
  entries: readonly LedgerEntry[],
): ReturnedHours | undefined {
  if (hours.notChargedFor === null) return undefined;
  const left = [...chargedTo(incident, entries).values()].filter(({ amount }) => amount.digits > 0n);
  if (left.length === 0) return undefined;
  return {
    draft: {
      why: { reason: 'hours-returned', incident, because: hours.notChargedFor.value },
      lines: left.flatMap(({ pool, amount }) => move(pool, amount, 'used', 'available')),
    },
    returned: left.map(({ pool, amount }) => ({ service: pool.service, hours: toNumber(amount) })),
  };
}

function chargedTo(incident: string, entries: readonly LedgerEntry[]): Map<string, { pool: Pool; amount: Decimal }> {
  const charged = new Map<string, { pool: Pool; amount: Decimal }>();
  for (const { why, lines } of entries) {
    const isCharge = why.reason === 'hours' && why.incident === incident && (why.for ?? why.service) === RESOLUTION;
    const isReturn = why.reason === 'hours-returned' && why.incident === incident;
    if (!isCharge && !isReturn) continue;
    for (const line of lines.filter(({ account }) => account === 'used')) {
      const { service, location, unit } = line;
      const pool = { service, location, unit };
      const before = charged.get(keyOf(pool))?.amount ?? zero;
      const amount = add(before, decimalOf(line.amount));
      if (isZero(amount)) charged.delete(keyOf(pool));
      else charged.set(keyOf(pool), { pool, amount });
    }
  }
  return charged;
}
