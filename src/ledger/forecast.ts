/** Where a balance is heading: use so far, carried on in a straight line to the last day on which it can be used. */
import type { WorkOrder } from '../agreement/work-order.ts';
import { addDays, daysBetween, localDate } from '../calendar/local-date.ts';
import type { BalanceForecast } from '../command/account-contract.ts';
import type { Citation } from '../command/answer.ts';
import { dedupeCitations } from '../command/citations.ts';
import type { ArgsOf, FactsOf } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { isOfKind } from './balances.ts';
import { requestBy } from './book-service.ts';
import {
  add,
  type Decimal,
  decimalOf,
  divide,
  greatest,
  isZero,
  least,
  multiply,
  subtract,
  toNumber,
  whole,
  zero,
} from './decimal.ts';
import type { Ledger } from './ledger.ts';
import { type PoolBalance, poolsOf } from './pools.ts';

export interface ForecastAnswer {
  readonly facts: FactsOf<'balance.forecast'>;
  readonly citations: readonly Citation[];
}

/**
 * A forecast for each balance of a work order, filtered by kind, service and location. An estimate of the desk's own: no
 * edition speaks of it; what is left at the end lapses by the edition's word (F-TERM-05).
 */
export function forecastBalances(
  args: ArgsOf<'balance.forecast'>,
  standing: Standing,
  scene: Pick<Scene, 'now'>,
  ledger: Ledger,
): ForecastAnswer {
  const { workOrder, edition, location } = standing;
  const today = localDate(scene.now, location.timeZone);
  const pools = poolsOf(workOrder, ledger, today).filter(
    ({ pool }) =>
      isOfKind(pool, args.what ?? 'all') &&
      (args.service === undefined || pool.service === args.service) &&
      (args.location === undefined || pool.location === args.location),
  );
  return {
    facts: {
      workOrder: workOrder.id,
      edition: edition.id,
      asOf: today,
      requestBy: requestBy(standing),
      because: args.what === 'flex' ? ['flex-not-used-over-time'] : [],
      forecasts: pools.map((balance) => forecastOf(balance, lotsOf(workOrder, balance), today)),
    },
    citations: dedupeCitations(edition.id, [
      ...pools.map(({ pool }) => edition.services[pool.service]?.section),
      edition.deadlines.unusedLapseAtEnd.section,
      args.what === 'flex' ? edition.topics['flex-allowance'] : undefined,
    ]),
  };
}

/** When the lots of a pool begin and end. */
interface Span {
  readonly start: string;
  /** Some of it ends before the last of it. */
  readonly parted: boolean;
}

function lotsOf({ services, term }: WorkOrder, { pool }: PoolBalance): Span {
  const lots = services.filter(
    ({ service, location, unit }) => service === pool.service && location === pool.location && unit === pool.unit,
  );
  const [start = term.start] = lots.map((lot) => lot.start ?? term.start).sort();
  return { start, parted: new Set(lots.map(({ end }) => end ?? term.end)).size > 1 };
}

/** Fewer weeks than these say nothing of a year: a choice of the desk's own. */
const LEAST_WEEKS = 4;

/** What the balance comes to if use goes on as it did; what is booked for later counts towards that use. */
export function forecastOf(balance: PoolBalance, { start, parted }: Span, today: string): BalanceForecast {
  const { pool, purchased, exchanged, used, reserved, remaining, expires } = balance;
  const days = Math.max(0, daysBetween(start, today));
  const left = Math.max(0, daysBetween(today, expires) + 1);
  const pace: Pace = { used, reserved, remaining, days, left, isTime: pool.unit === 'hours' || pool.unit === 'days' };
  const known = {
    ...pool,
    purchased: toNumber(add(purchased, exchanged)),
    used: toNumber(used),
    reserved: toNumber(reserved),
    remaining: toNumber(remaining),
    expires,
    days,
    daysLeft: left,
    ...(parted ? { parted } : {}),
  };
  if (left === 0) return { ...known, outlook: 'ended' };
  if (isZero(remaining)) return { ...known, outlook: 'spent' };
  if (days < LEAST_WEEKS * 7) return { ...known, outlook: 'too-little-history' };
  const drawn = drawnOf(pace);
  const lapses = subtract(remaining, drawn);
  const figures = { drawn: toNumber(drawn), lapses: toNumber(lapses) };
  if (isZero(used) && isZero(reserved)) return { ...known, outlook: 'unused', ...figures };
  if (!isZero(lapses)) return { ...known, outlook: 'lapses', ...figures };
  const runsOut = runsOutAfter(pace);
  if (runsOut >= left) return { ...known, outlook: 'lasts', ...figures };
  return { ...known, outlook: 'runs-out', ...figures, runsOut: addDays(today, runsOut - 1) };
}

interface Pace {
  readonly used: Decimal;
  readonly reserved: Decimal;
  readonly remaining: Decimal;
  /** Gone by before today, and from today to the last day. */
  readonly days: number;
  readonly left: number;
  /** Hours and days are told to a tenth, what is counted in whole ones. */
  readonly isTime: boolean;
}

/** What of the remaining would be used: the use to come less what is reserved for it, never more than there is. */
function drawnOf({ used, reserved, remaining, days, left, isTime }: Pace): Decimal {
  const parts = isTime ? decimalOf(10) : decimalOf(1);
  const part = isTime ? decimalOf('0.1') : decimalOf(1);
  const coming = divide(multiply(multiply(used, decimalOf(left)), parts), decimalOf(days));
  const toCome = multiply(whole(coming.whole), part);
  return least(greatest(subtract(toCome, reserved), zero), remaining);
}

/** On which day from today what is reserved and left has been used; the use so far is not nothing here. */
function runsOutAfter({ used, reserved, remaining, days }: Pace): number {
  const { whole: gone, rest } = divide(multiply(add(reserved, remaining), decimalOf(days)), used);
  return Number(gone) + (rest === 'none' ? 0 : 1);
}
