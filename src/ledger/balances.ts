/** What was bought, used, reserved and is left, per service and location. */

import type { WorkOrder } from '../agreement/work-order.ts';
import { localDate } from '../calendar/local-date.ts';
import type { Citation } from '../command/answer.ts';
import { dedupeCitations } from '../command/citations.ts';
import type { ArgsOf, Balance, FactsOf } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';

export interface BalanceAnswer {
  readonly facts: FactsOf<'balance.show'>;
  readonly citations: readonly Citation[];
}

/** Balances of one work order, filtered by kind, service and location; quantities in the unit of the service. */
export function showBalances(
  args: ArgsOf<'balance.show'>,
  { workOrder, edition }: Standing,
  scene: Scene,
): BalanceAnswer {
  const balances = [...quantityBalances(workOrder), ...flexBalances(workOrder, scene.now)].filter(
    (balance) =>
      isOfKind(balance, args.what ?? 'all') &&
      (args.service === undefined || balance.service === args.service) &&
      (args.location === undefined || balance.location === undefined || balance.location === args.location),
  );
  const sections = balances.map(({ service }) =>
    service === 'flex-allowance' ? edition.topics['flex-allowance'] : edition.services[service]?.section,
  );
  return {
    facts: { workOrder: workOrder.id, edition: edition.id, balances },
    citations: dedupeCitations(edition.id, [...sections, edition.deadlines.unusedLapseAtEnd.section]),
  };
}

/** The balance of one service at one location; undefined where it isn't counted. */
export function balanceOf(workOrder: WorkOrder, service: string, location: string): Balance | undefined {
  return quantityBalances(workOrder).find((balance) => balance.service === service && balance.location === location);
}

function quantityBalances(workOrder: WorkOrder): Balance[] {
  const balances = new Map<string, Balance>();
  for (const { service, location, quantity, unit } of workOrder.services) {
    if (quantity === undefined || unit === undefined) continue;
    const key = JSON.stringify([service, location, unit]);
    const purchased = (balances.get(key)?.purchased ?? 0) + quantity;
    balances.set(key, {
      service,
      location,
      unit,
      purchased,
      used: 0,
      reserved: 0,
      remaining: purchased,
      expires: workOrder.term.end,
    });
  }
  return [...balances.values()];
}

/** The allowance: what was allocated is used, what was not by the contract's execution has lapsed (F-FLEX-08). */
function flexBalances({ flexAllowance, executed, term, locations }: WorkOrder, now: number): Balance[] {
  if (flexAllowance === undefined) return [];
  const { amount, currency, allocations } = flexAllowance;
  const used = allocations.reduce((sum, allocation) => sum + allocation.amount, 0);
  const today = localDate(now, locations[0]?.timeZone ?? 'UTC');
  const lapsed = today > (executed ?? term.start) ? amount - used : 0;
  return [
    {
      service: 'flex-allowance',
      unit: currency,
      purchased: amount,
      used,
      reserved: 0,
      lapsed,
      remaining: amount - used - lapsed,
      expires: term.end,
    },
  ];
}

function isOfKind({ service, unit }: Balance, what: NonNullable<ArgsOf<'balance.show'>['what']>): boolean {
  if (what === 'all') return true;
  if (what === 'flex') return service === 'flex-allowance';
  return unit === what;
}
