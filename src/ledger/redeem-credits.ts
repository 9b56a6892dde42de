/** Credits for a service: its value by the rate card leaves the balance when it is chosen (F-CRED-01 to F-CRED-03). */
import { localDate } from '../calendar/local-date.ts';
import type { RedeemFacts } from '../command/account-contract.ts';
import { dedupeCitations } from '../command/citations.ts';
import type { ArgsOf } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { compare, type Decimal, decimalOf, subtract, toNumber } from './decimal.ts';
import { type AccountDecision, ask, headOf, marked, no, type Reason, termReason, verdictOf } from './decision.ts';
import type { Draft, Pool } from './entries.ts';
import { creditsAt } from './exchange-credits.ts';
import { type Ledger, move } from './ledger.ts';
import { creditMeans } from './means.ts';
import { poolBalance, poolsFor } from './pools.ts';
import { type Price, priceOf, rateOf } from './rate-card.ts';

/**
 * Whether the service can be had for credits, and how many it takes at the location. Without a rate on the work order's
 * card only the vendor can say (`ask`, `no-rate`). What is redeemed stands in the ledger as so many of the service.
 */
export function redeemCredits(
  args: ArgsOf<'credits.redeem'>,
  standing: Standing,
  ledger: Ledger,
  scene: Scene,
): AccountDecision<RedeemFacts> {
  const { workOrder, edition, location } = standing;
  const today = localDate(scene.now, location.timeZone);
  const quantity = args.quantity ?? 1;
  const balance = poolBalance(workOrder, ledger, today, creditsAt(location.id));
  const means = creditMeans(standing);
  const price = means && priceOf(means, standing, args.service, quantity);
  const verdict = verdictOf([
    serviceReason(args.service, standing),
    termReason(workOrder, today),
    price !== undefined && compare(price.taken.amount, balance.spendable) > 0 ? no('insufficient') : undefined,
    rateOf(workOrder, 'credits', args.service, location.id) === undefined ? ask('no-rate') : undefined,
  ]);
  const taken = verdict.allowed === 'yes' ? price?.taken.amount : undefined;
  return {
    facts: {
      ...headOf(standing),
      ...verdict,
      conditions: (edition.services[args.service]?.conditions ?? []).map(({ code }) => code),
      ...marked(price?.taken.uncertain === true),
      service: args.service,
      location: location.id,
      quantity,
      ...(price === undefined ? {} : priceFacts(price)),
      available: toNumber(balance.spendable),
      remaining: toNumber(taken === undefined ? balance.remaining : subtract(balance.remaining, taken)),
    },
    citations: dedupeCitations(edition.id, [
      price?.taken.reference?.section ?? edition.services['proactive-credits']?.section ?? edition.topics.services,
      edition.services[args.service]?.section,
    ]),
    ...(taken === undefined
      ? {}
      : { draft: draftOf(args.service, quantity, taken, standing, ledger, today), quoted: toNumber(taken) }),
  };
}

function serviceReason(service: string, { edition }: Standing): Reason | undefined {
  const terms = edition.services[service];
  if (edition.credits === null || terms === undefined) return no('not-in-edition');
  if (terms.category === 'proactive-credits') return no('not-redeemable');
  return terms.offer === 'included' ? no('included') : undefined;
}

export function priceFacts({ value, taken }: Price): Pick<RedeemFacts, 'value' | 'debited' | 'rounding' | 'readings'> {
  return {
    value: toNumber(value),
    debited: toNumber(taken.amount),
    ...(taken.rounding === undefined ? {} : { rounding: taken.rounding }),
    ...(taken.uncertain ? { readings: [...taken.readings] } : {}),
  };
}

function draftOf(
  service: string,
  quantity: number,
  taken: Decimal,
  standing: Standing,
  ledger: Ledger,
  today: string,
): Draft {
  const location = standing.location.id;
  return {
    why: { reason: 'redemption', service, location, quantity },
    lines: [
      ...move(creditsAt(location), taken, 'available', 'used'),
      ...move(redeemedPool(service, standing, ledger, today), decimalOf(quantity), 'received', 'available'),
    ],
  };
}

/** Where the redeemed service is counted: in the unit that it is held in already, else its own, else whole deliveries. */
function redeemedPool(
  service: string,
  { workOrder, edition, location }: Standing,
  ledger: Ledger,
  today: string,
): Pool {
  const held = poolsFor(workOrder, ledger, today, service, location.id).find(
    ({ pool }) => pool.location === location.id,
  );
  return held?.pool ?? { service, location: location.id, unit: edition.services[service]?.unit ?? 'events' };
}
