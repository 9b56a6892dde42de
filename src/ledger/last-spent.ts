/** Who came first: the newest entry of somebody else's that took something at a location. */
import type { LastSpent } from '../command/account-contract.ts';
import type { Ledger } from './ledger.ts';

/** Undefined where nobody else has taken anything there lately: older pages are not looked through. */
export function lastSpentBy(
  others: { readonly than: string },
  location: string,
  ledger: Ledger,
): LastSpent | undefined {
  const entry = ledger.entries.findLast(
    ({ by, lines }) =>
      by !== others.than &&
      lines.some((line) => line.location === location && line.account === 'available' && line.amount.startsWith('-')),
  );
  if (entry === undefined) return undefined;
  const { at, by, byName, why } = entry;
  return { at, by, ...(byName === undefined ? {} : { byName }), reason: why.reason };
}
