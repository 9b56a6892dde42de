/** What was bought, used, reserved and is left, per service and location. */

import type { WorkOrder } from '../agreement/work-order.ts';
import { localDate } from '../calendar/local-date.ts';
import type { Citation } from '../command/answer.ts';
import { dedupeCitations } from '../command/citations.ts';
import type { ArgsOf, Balance, FactsOf } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { decimalOf, isZero, subtract, sum, toNumber, zero } from './decimal.ts';
import { emptyLedger, type Ledger } from './ledger.ts';
import { type PoolBalance, poolsFor, poolsOf } from './pools.ts';

export interface BalanceAnswer {
  readonly facts: FactsOf<'balance.show'>;
  readonly citations: readonly Citation[];
}

/** Balances of one work order, filtered by kind, service and location; quantities in the unit of the service. */
export function showBalances(
  args: ArgsOf<'balance.show'>,
  { workOrder, edition, location }: Standing,
  scene: Pick<Scene, 'now'>,
  ledger: Ledger = emptyLedger,
): BalanceAnswer {
  const today = localDate(scene.now, location.timeZone);
  const counted = poolsOf(workOrder, ledger, today).map(balanceFacts);
  const balances = [...counted, ...flexBalances(workOrder, scene.now)].filter(
    (balance) =>
      isOfKind(balance, args.what ?? 'all') &&
      (args.service === undefined || balance.service === args.service) &&
      (args.location === undefined || balance.location === undefined || balance.location === args.location),
  );
  const lacksFlex = args.what === 'flex' && edition.flexAllowance === null;
  const sections = balances.map(({ service }) =>
    service === 'flex-allowance' ? edition.topics['flex-allowance'] : edition.services[service]?.section,
  );
  return {
    facts: {
      workOrder: workOrder.id,
      edition: edition.id,
      balances,
      ...(lacksFlex ? { because: ['not-in-edition'] } : {}),
    },
    citations: dedupeCitations(edition.id, [...sections, edition.deadlines.unusedLapseAtEnd.section]),
  };
}

/** The balance of one service at one location on a calendar date; undefined where it isn't counted. */
export function balanceOf(
  workOrder: WorkOrder,
  service: string,
  location: string,
  date: string,
  ledger: Ledger = emptyLedger,
): Balance | undefined {
  const found = poolsFor(workOrder, ledger, date, service, location).find(({ pool }) => pool.location === location);
  return found === undefined ? undefined : balanceFacts(found);
}

function balanceFacts(balance: PoolBalance): Balance {
  const { pool, purchased, used, reserved, exchanged, lapsed, remaining, arrears, expires } = balance;
  return {
    ...pool,
    purchased: toNumber(purchased),
    used: toNumber(used),
    reserved: toNumber(reserved),
    ...(isZero(exchanged) ? {} : { exchanged: toNumber(exchanged) }),
    ...(isZero(lapsed) ? {} : { lapsed: toNumber(lapsed) }),
    ...(isZero(arrears) ? {} : { arrears: toNumber(arrears) }),
    remaining: toNumber(remaining),
    expires,
  };
}

/** The allowance: what was allocated is used, what was not by the contract's execution has lapsed (F-FLEX-08). */
function flexBalances({ flexAllowance, executed, term, locations }: WorkOrder, now: number): Balance[] {
  if (flexAllowance === undefined) return [];
  const { amount, currency, allocations } = flexAllowance;
  const used = sum(allocations.map((allocation) => decimalOf(allocation.amount)));
  const left = subtract(decimalOf(amount), used);
  const today = localDate(now, locations[0]?.timeZone ?? 'UTC');
  const hasLapsed = today > (executed ?? term.start);
  return [
    {
      service: 'flex-allowance',
      unit: currency,
      purchased: amount,
      used: toNumber(used),
      reserved: 0,
      lapsed: toNumber(hasLapsed ? left : zero),
      remaining: toNumber(hasLapsed ? zero : left),
      expires: term.end,
    },
  ];
}

/** Whether a balance is among those of a kind: `credits`, `hours`, `events`, the flex allowance, or all. */
export function isOfKind(
  { service, unit }: Pick<Balance, 'service' | 'unit'>,
  what: NonNullable<ArgsOf<'balance.show'>['what']>,
): boolean {
  if (what === 'all') return true;
  if (what === 'flex') return service === 'flex-allowance';
  return unit === what;
}
