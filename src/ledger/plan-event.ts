/** An Azure event: how many events its days and solutions need, and by when it must be confirmed (F-AEM-06 to F-AEM-12). */
import { addDays, daysBetween, localDate } from '../calendar/local-date.ts';
import type { EventFacts } from '../command/account-contract.ts';
import { dedupeCitations } from '../command/citations.ts';
import type { ArgsOf } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { holdingsOf, whyNotHeld } from '../entitlement/holdings.ts';
import { compare, type Decimal, decimalOf, greatest, subtract, toNumber, whole, zero } from './decimal.ts';
import { type AccountDecision, ask, headOf, marked, no, type Reason, termReason, verdictOf } from './decision.ts';
import { unrecordedEvents, withRecordedEvents } from './events.ts';
import { type Ledger, move } from './ledger.ts';
import { lapsesBefore, type PoolBalance, poolsFor } from './pools.ts';

type Terms = Standing['edition']['events'];
type Args = ArgsOf<'event.plan'>;

interface Plan {
  readonly days: number;
  readonly solutions: number;
  /** For one solution, and for all. */
  readonly perSolution: number;
  readonly eventsNeeded: number;
  readonly confirmBy: string;
  /** The day that the notice is measured by. */
  readonly confirmed: string;
  readonly today: string;
}

/** The events of a balance that neither the ledger nor the work order's own confirmed events take. */
interface Stock {
  readonly balance: PoolBalance;
  readonly available: Decimal;
}

/**
 * Whether the event is covered. Both ends of the span count. A day of written confirmation that lies in the past is the
 * event's own: then it is recorded once the person says yes, and its days switch the chart on.
 */
export function planEvent(args: Args, standing: Standing, ledger: Ledger, scene: Scene): AccountDecision<EventFacts> {
  const { edition, location } = standing;
  const terms = edition.events;
  const plan = planOf(args, terms, localDate(scene.now, location.timeZone));
  const stock = stockOf(plan, standing, ledger);
  const verdict = verdictOf([
    ...dateReasons(args, plan, standing),
    isConfirmed(args, stock?.balance.pool.location ?? location.id, standing, ledger)
      ? no('already-confirmed')
      : undefined,
    cloudReason(args.cloud, terms),
    ...purchaseReasons(args, plan, stock, standing),
    noticeReason(args, plan, terms),
    plan.days > terms.coverDays.value && terms.chaining === null ? ask('chaining-not-printed') : undefined,
  ]);
  return {
    facts: {
      ...headOf(standing),
      ...verdict,
      conditions: conditionsOf(args, plan, standing),
      ...marked(plan.solutions > 1 || verdict.because.some((code) => openCodes.includes(code))),
      location: stock?.balance.pool.location ?? location.id,
      start: args.start,
      end: args.end,
      days: plan.days,
      solutions: plan.solutions,
      eventsNeeded: plan.eventsNeeded,
      ...(stock === undefined ? {} : { eventsAvailable: toNumber(stock.available) }),
      coverDays: terms.coverDays.value,
      noticeWeeks: terms.noticeWeeks.value,
      confirmBy: plan.confirmBy,
      ...(args.confirmedOn === undefined ? {} : { confirmedOn: args.confirmedOn }),
    },
    citations: dedupeCitations(edition.id, [terms.noticeWeeks.section, terms.coverDays.section]),
    ...(verdict.allowed === 'yes' ? draftOf(args, plan, stock, standing) : {}),
  };
}

/** Reasons that rest on what the edition does not print. */
const openCodes: readonly string[] = ['chaining-not-printed', 'edition-silent'];

function planOf({ start, end, solutions = 1, confirmedOn }: Args, terms: Terms, today: string): Plan {
  const days = daysBetween(start, end) + 1;
  const perSolution = Math.max(1, Math.ceil(days / terms.coverDays.value));
  return {
    days,
    solutions,
    perSolution,
    eventsNeeded: perSolution * solutions,
    confirmBy: addDays(start, -7 * terms.noticeWeeks.value),
    confirmed: confirmedOn ?? today,
    today,
  };
}

function dateReasons({ start, end }: Args, { today }: Plan, { workOrder }: Standing): readonly (Reason | undefined)[] {
  return [
    end < start ? no('end-before-start') : undefined,
    start < today ? no('date-in-the-past') : undefined,
    termReason(workOrder, start) ?? termReason(workOrder, end),
  ];
}

/** The same days are not confirmed, and their events not reserved, twice. */
const isConfirmed = ({ start, end, confirmedOn }: Args, at: string, { workOrder }: Standing, ledger: Ledger): boolean =>
  confirmedOn !== undefined &&
  (withRecordedEvents(workOrder, ledger).events ?? []).some(
    (event) => event.start === start && event.end === end && (event.location ?? at) === at,
  );

/** Only the public cloud where the edition says so; an edition that is silent on other clouds leaves it to the vendor. */
function cloudReason(cloud: string | undefined, { publicCloudOnly }: Terms): Reason | undefined {
  if (cloud === undefined || /^(azure-)?public(-cloud)?$|^azure$/.test(cloud)) return undefined;
  return publicCloudOnly === null ? ask('edition-silent') : no('government-cloud');
}

/** The location's own events, else those of the location with the most left; undefined where none are counted. */
function stockOf({ today }: Plan, standing: Standing, ledger: Ledger): Stock | undefined {
  const { workOrder, edition, location } = standing;
  const pools = poolsFor(workOrder, ledger, today, edition.events.service, location.id);
  const stocks = pools.map((balance) => ({ balance, available: unplanned(balance, standing, ledger) }));
  const own = stocks.find(({ balance }) => balance.pool.location === location.id);
  return own ?? stocks.reduce<Stock | undefined>(fuller, undefined);
}

const fuller = (one: Stock | undefined, other: Stock): Stock =>
  one === undefined || compare(other.available, one.available) > 0 ? other : one;

/** The work order's own confirmed events take theirs too. */
function unplanned({ spendable, pool }: PoolBalance, { workOrder, edition }: Standing, ledger: Ledger): Decimal {
  const planned = unrecordedEvents(workOrder, ledger)
    .filter(({ location }) => location === undefined || location === pool.location)
    .reduce(
      (count, { start, end }) => count + Math.ceil((daysBetween(start, end) + 1) / edition.events.coverDays.value),
      0,
    );
  return greatest(subtract(spendable, decimalOf(planned)), zero);
}

/** One event is for one solution; that several solutions take several is only said to be possible (F-AEM-06). */
function purchaseReasons(
  { start, end }: Args,
  { perSolution, eventsNeeded }: Plan,
  stock: Stock | undefined,
  { workOrder, edition, location }: Standing,
): readonly (Reason | undefined)[] {
  if (edition.services[edition.events.service] === undefined) return [no('not-in-edition')];
  if (stock === undefined) {
    const heldThen = holdingsOf(workOrder, edition.events.service, start);
    return [
      heldThen.length === 0 ? no(whyNotHeld(workOrder, [edition.events.service], start, location, false)) : undefined,
    ];
  }
  if (lapsesBefore(stock.balance, end, workOrder)) return [no('service-ended')];
  if (compare(whole(BigInt(perSolution)), stock.available) > 0) return [no('not-enough-events')];
  return [compare(whole(BigInt(eventsNeeded)), stock.available) > 0 ? ask('not-enough-events') : undefined];
}

/** No notice is too short for what is over. */
function noticeReason(
  { start }: Args,
  { confirmed, confirmBy, today }: Plan,
  { shorterNotice }: Terms,
): Reason | undefined {
  if (confirmed <= confirmBy || start < today) return undefined;
  return shorterNotice === null ? no('short-notice') : ask('short-notice');
}

function conditionsOf({ solutions }: Args, { confirmed, confirmBy }: Plan, { edition }: Standing): string[] {
  const { service, shorterNotice } = edition.events;
  return [
    ...(edition.services[service]?.conditions ?? []).map(({ code }) => code),
    ...(solutions === undefined ? ['one-solution-assumed'] : []),
    ...(confirmed > confirmBy && shorterNotice !== null ? ['assessment-may-be-reduced'] : []),
  ];
}

function draftOf(
  { start, end, confirmedOn }: Args,
  { solutions, eventsNeeded, today }: Plan,
  stock: Stock | undefined,
  { edition, location }: Standing,
): Pick<AccountDecision<EventFacts>, 'draft'> {
  if (confirmedOn === undefined || confirmedOn > today) return {};
  const lines =
    stock === undefined ? [] : move(stock.balance.pool, whole(BigInt(eventsNeeded)), 'available', 'reserved');
  const at = stock?.balance.pool.location ?? location.id;
  const { service } = edition.events;
  return { draft: { why: { reason: 'event', service, location: at, start, end, solutions, confirmedOn }, lines } };
}
