/** What a delivery is taken from: the base package, what the work order holds of the service, or what pays for it. */
import { localDate } from '../calendar/local-date.ts';
import type { ArgsOf } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { checkCoverage } from '../entitlement/coverage.ts';
import type { Hold } from './bookings.ts';
import { compare, decimalOf } from './decimal.ts';
import { ask, no, type Reason } from './decision.ts';
import type { Ledger } from './ledger.ts';
import { meansFor } from './means.ts';
import { lapsesBefore, type PoolBalance, poolBalance, poolsFor } from './pools.ts';
import { type Price, priceOf } from './rate-card.ts';

export interface Funding {
  /** Why there is nothing to take it from; empty where there is. */
  readonly reasons: readonly Reason[];
  /** What is reserved; undefined where nothing is counted. */
  readonly hold: Hold | undefined;
  /** Where it is paid for in credits or hours of assistance. */
  readonly price?: Price;
}

const free: Funding = { reasons: [], hold: undefined };

/**
 * A balance of the service at the location first, then what is held without a number, then credits or hours of
 * assistance at the rate card's rate.
 */
export function fundingOf(
  { service, quantity, date }: ArgsOf<'service.book'>,
  standing: Standing,
  ledger: Ledger,
  scene: Scene,
): Funding {
  const { workOrder, edition, location } = standing;
  if (edition.services[service] === undefined || edition.services[service].offer === 'included') return free;
  const today = localDate(scene.now, location.timeZone);
  const held = poolsFor(workOrder, ledger, today, service, location.id).find(
    ({ pool }) => pool.location === location.id,
  );
  // What lapses before the day of the delivery is no balance for it (F-TERM-05).
  if (held !== undefined && !lapsesBefore(held, date, workOrder)) {
    const own = fromBalance(held, quantity);
    return own.reasons.length === 0 ? own : fromMeans(service, quantity, standing, ledger, today, own.reasons);
  }
  const covered = checkCoverage({ service, location: location.id, date }, standing, scene, ledger).facts;
  const isBought = covered.decision === 'purchased';
  if (isBought && covered.because.length === 0) return free;
  const reasons = covered.because.map(no);
  if (!isBought && covered.decision !== 'available' && covered.decision !== 'not-at-location')
    return { reasons, hold: undefined };
  return fromMeans(service, quantity, standing, ledger, today, reasons);
}

/** Hours and days are reserved only where their number is given: how long a delivery takes is not the desk's to say. */
function fromBalance({ pool, spendable }: PoolBalance, quantity: number | undefined): Funding {
  const isTime = pool.unit === 'hours' || pool.unit === 'days';
  const wanted = decimalOf(quantity ?? 1);
  if (compare(wanted, spendable) > 0) return { reasons: [no('insufficient')], hold: undefined };
  return isTime && quantity === undefined ? free : { reasons: [], hold: { pool, amount: wanted } };
}

/** In place of what is not held; the reasons for that stay where what could pay for it does not help either. */
function fromMeans(
  service: string,
  quantity: number | undefined,
  standing: Standing,
  ledger: Ledger,
  today: string,
  reasons: readonly Reason[],
): Funding {
  const means = meansFor(service, standing);
  if (means === undefined) return { reasons, hold: undefined };
  const { pool } = means;
  const { spendable } = poolBalance(standing.workOrder, ledger, today, pool);
  const price = priceOf(means, standing, service, quantity ?? 1);
  if (price !== undefined) {
    const { amount } = price.taken;
    if (compare(amount, spendable) <= 0) return { reasons: [], hold: { pool, amount }, price };
    return { reasons: [...reasons, no('insufficient')], hold: undefined, price };
  }
  return {
    reasons: spendable.digits > 0n ? [...reasons.map(({ code }) => ask(code)), ask('no-rate')] : reasons,
    hold: undefined,
  };
}
