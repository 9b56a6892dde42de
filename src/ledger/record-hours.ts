/** Hours that were worked: whose balance they take, when none, and what happens when it runs out (F-REA-30 to F-REA-34). */
import { localDate } from '../calendar/local-date.ts';
import type { HoursFacts } from '../command/account-contract.ts';
import { dedupeCitations } from '../command/citations.ts';
import type { ArgsOf } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { holdingsOf, whyNotHeld } from '../entitlement/holdings.ts';
import type { Incident } from '../incident/incident.ts';
import { compare, type Decimal, decimalOf, greatest, subtract, toNumber, zero } from './decimal.ts';
import { type AccountDecision, headOf, no, type Reason, termReason, verdictOf } from './decision.ts';
import type { Draft } from './entries.ts';
import { interchangeReason, servedBy, standsIn, workedFor } from './hours-interchange.ts';
import { type Ledger, move } from './ledger.ts';
import { type PoolBalance, poolsFor, poolsOf } from './pools.ts';
import { unchargedReason } from './uncharged-hours.ts';

type Args = ArgsOf<'hours.record'>;

/** The service whose exhaustion the edition rules on: problem resolution. */
const RESOLUTION = 'problem-resolution-support';

interface Charge {
  readonly charged: Decimal;
  /** What goes beyond the balance. */
  readonly arrears: Decimal;
  readonly reasons: readonly Reason[];
}

/** Hours are exact: those that are worked are not rounded. Nothing is taken where the edition says so. */
export function recordHours(
  args: Args,
  standing: Standing,
  ledger: Ledger,
  scene: Scene,
  incident: Incident | undefined,
): AccountDecision<HoursFacts> {
  const { workOrder, edition, location } = standing;
  const today = localDate(scene.now, location.timeZone);
  const work = workedFor(args, incident, edition);
  const balance = hoursOf(args.service, standing, ledger, today);
  const uncharged = unchargedReason(args, work, incident, standing, scene.knowledge.products, today);
  const charge = chargeFor(uncharged === undefined ? decimalOf(args.hours) : zero, args, standing, balance, ledger);
  const verdict = verdictOf([
    ...serviceReasons(args.service, balance, standing, today),
    interchangeReason(args, work, edition),
    termReason(workOrder, today),
    ...charge.reasons,
  ]);
  const isDone = verdict.allowed === 'yes';
  const left = balance?.remaining ?? zero;
  return {
    facts: {
      ...headOf(standing),
      allowed: verdict.allowed,
      because: isDone ? remarks(uncharged, charge) : verdict.because,
      conditions: standsIn(args.service, work, edition) ? ['one-way-hours'] : [],
      service: args.service,
      location: balance?.pool.location ?? location.id,
      unit: 'hours',
      hours: args.hours,
      charged: toNumber(isDone ? charge.charged : zero),
      ...(isDone && charge.arrears.digits > 0n ? { arrears: toNumber(charge.arrears) } : {}),
      remaining: toNumber(isDone ? greatest(subtract(left, charge.charged), zero) : left),
      ...(incident === undefined ? {} : { incident: incident.id }),
      ...(work === undefined ? {} : { for: work }),
      ...alternatives(args.service, standing, ledger, today, charge),
    },
    citations: dedupeCitations(edition.id, sectionsOf(args.service, standing)),
    ...(isDone ? { draft: draftOf(args, work, incident, uncharged, charge, balance) } : {}),
  };
}

/** What is worth saying of a yes. */
const remarks = (uncharged: string | undefined, { arrears }: Charge): string[] => [
  ...(uncharged === undefined ? [] : [uncharged]),
  ...(arrears.digits > 0n ? ['arrears', 'buy-before-next-incident'] : []),
];

/** The hours of the location, else the only ones of the work order: problem resolution may be pooled at the host (F-GLOB-03). */
function hoursOf(
  service: string,
  { workOrder, location }: Standing,
  ledger: Ledger,
  today: string,
): PoolBalance | undefined {
  const pools = poolsFor(workOrder, ledger, today, service, location.id).filter(({ pool }) => pool.unit === 'hours');
  const own = pools.find(({ pool }) => pool.location === location.id);
  return own ?? (pools.length === 1 ? pools[0] : undefined);
}

function serviceReasons(
  service: string,
  balance: PoolBalance | undefined,
  { workOrder, edition, location }: Standing,
  today: string,
): readonly Reason[] {
  const terms = edition.services[service];
  if (terms === undefined) return [no('not-in-edition')];
  if (balance !== undefined) return [];
  const held = terms.offer === 'included' || holdingsOf(workOrder, service, today).length > 0;
  return [no(held ? 'not-counted-in-hours' : whyNotHeld(workOrder, [service], today, location, false))];
}

/**
 * What runs out while an incident is being worked goes on as arrears; what would begin on nothing is refused until hours
 * are bought (F-REA-31). Other hours end with their balance.
 */
function chargeFor(
  hours: Decimal,
  { service, incident }: Args,
  { edition }: Standing,
  balance: PoolBalance | undefined,
  ledger: Ledger,
): Charge {
  const there = balance?.spendable ?? zero;
  const beyond = greatest(subtract(hours, there), zero);
  if (balance === undefined || beyond.digits === 0n) return { charged: hours, arrears: zero, reasons: [] };
  if (edition.hours.exhausted === null || service !== RESOLUTION)
    return { charged: hours, arrears: beyond, reasons: [no('insufficient')] };
  const isUnderWay = incident !== undefined && (compare(there, zero) > 0 || isWorkedOn(incident, ledger));
  const reasons = isUnderWay ? [] : [no('insufficient'), no('buy-before-next-incident')];
  return { charged: hours, arrears: beyond, reasons };
}

const isWorkedOn = (incident: string, { books }: Ledger): boolean => books.incidents.has(incident.toUpperCase());

/** Where these hours do not suffice: services whose hours may stand in and are left. */
function alternatives(
  service: string,
  { workOrder, edition }: Standing,
  ledger: Ledger,
  today: string,
  { arrears }: Charge,
): Pick<HoursFacts, 'alternatives'> {
  if (arrears.digits === 0n) return {};
  const left = poolsOf(workOrder, ledger, today).filter(({ spendable }) => spendable.digits > 0n);
  const others = servedBy(service, edition).filter((other) => left.some(({ pool }) => pool.service === other));
  return others.length === 0 ? {} : { alternatives: others };
}

function sectionsOf(service: string, { edition }: Standing): readonly (string | undefined)[] {
  const { hours, services, topics } = edition;
  const pair = hours.interchange.find(({ from, to }) => from === service || to === service);
  const counted = hours.prepaid?.value.includes(service) ? hours.prepaid.section : undefined;
  return [services[service]?.section ?? topics.services, counted, pair?.section];
}

function draftOf(
  { service, hours, text }: Args,
  work: string | undefined,
  incident: Incident | undefined,
  uncharged: string | undefined,
  { charged }: Charge,
  balance: PoolBalance | undefined,
): Draft {
  return {
    why: {
      reason: 'hours',
      service,
      hours,
      ...(work === undefined || work === service ? {} : { for: work }),
      ...(incident === undefined ? {} : { incident: incident.id }),
      ...(uncharged === undefined ? {} : { uncharged }),
    },
    lines: balance === undefined || charged.digits === 0n ? [] : move(balance.pool, charged, 'available', 'used'),
    ...(text === undefined ? {} : { text }),
  };
}
