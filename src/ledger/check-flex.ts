/** Whether a part of the flex allowance may go to a service: what it is for, its cap, its time (F-FLEX-03 to F-FLEX-08). */
import { resolveFact } from '../../knowledge/fact.ts';
import type { Edition } from '../../knowledge/schema/edition.ts';
import { localDate } from '../calendar/local-date.ts';
import type { FlexFacts } from '../command/account-contract.ts';
import { dedupeCitations } from '../command/citations.ts';
import type { ArgsOf } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import {
  add,
  compare,
  type Decimal,
  decimalOf,
  greatest,
  least,
  multiply,
  subtract,
  sum,
  toNumber,
} from './decimal.ts';
import { type AccountDecision, ask, headOf, marked, no, type Reason, verdictOf } from './decision.ts';

type Args = ArgsOf<'flex.check'>;
type Terms = NonNullable<Edition['flexAllowance']>;
type Allowance = NonNullable<Standing['workOrder']['flexAllowance']>;

interface Cap {
  /** The part of the allowance; the other leg of the cap is a sum in US dollars. */
  readonly share: Decimal;
  /** The lower reading first; one where the edition says which of the two holds. */
  readonly readings: readonly Decimal[];
  /** What the capped services have been allocated already: they share the cap. */
  readonly used: Decimal;
}

/** The cap is told where the service has one: the lower reading where the edition does not say which holds. */
export function checkFlex(args: Args, standing: Standing, scene: Scene): AccountDecision<FlexFacts> {
  const { workOrder, edition, location } = standing;
  const terms = edition.flexAllowance;
  const allowance = workOrder.flexAllowance;
  const cap = terms === null || allowance === undefined ? undefined : capOf(args.for, terms, allowance);
  const allocateBy = workOrder.executed ?? workOrder.term.start;
  const isLate = localDate(scene.now, location.timeZone) > allocateBy;
  const verdict =
    terms === null
      ? verdictOf([no('not-in-edition')])
      : verdictOf([
          ...eligibilityReasons(args.for, terms, standing),
          cap === undefined || allowance === undefined ? undefined : capReason(args.amount, cap, allowance),
          allowanceReason(args.amount, allowance),
          isLate ? no('after-execution') : undefined,
        ]);
  return {
    facts: {
      ...headOf(standing),
      ...verdict,
      conditions: terms === null || verdict.allowed === 'no' ? [] : ['use-within-annual-term'],
      ...marked(cap !== undefined && cap.readings.length > 1),
      for: args.for,
      amount: args.amount,
      currency: allowance?.currency ?? 'USD',
      ...(cap === undefined ? {} : capFacts(cap)),
      ...(allowance === undefined ? {} : { unallocated: toNumber(unallocated(allowance)) }),
      ...(terms === null ? {} : { allocateBy }),
    },
    citations: dedupeCitations(edition.id, [
      terms === null ? (edition.topics.purchase ?? edition.topics.overview) : terms.cap.section,
    ]),
  };
}

function eligibilityReasons(
  service: string,
  { eligible, notFor }: Terms,
  { edition, workOrder }: Standing,
): readonly (Reason | undefined)[] {
  const offered = edition.services[service];
  // The clause is headed with success management and forbids service delivery management: neither is paid for.
  if (notFor.value.includes(service)) return [no('service-delivery-management')];
  if (offered?.category === 'success-management') return [no('service-delivery-management'), no('included')];
  if (offered === undefined) return [no('not-in-edition')];
  if (offered.offer === 'included') return [no('included')];
  const categories = resolveFact(eligible, workOrder.governingLanguage).value;
  return [categories.includes(offered.category) ? undefined : no('not-eligible')];
}

function allowanceReason(amount: number, allowance: Allowance | undefined): Reason | undefined {
  if (allowance === undefined) return no('no-allowance');
  return compare(decimalOf(amount), unallocated(allowance)) > 0 ? no('insufficient') : undefined;
}

const unallocated = ({ amount, allocations }: Allowance): Decimal =>
  subtract(decimalOf(amount), sum(allocations.map((allocation) => decimalOf(allocation.amount))));

/** Undefined where the service is not capped. No cap is above the allowance itself (F-FLEX-09). */
function capOf(service: string, { cap: { value: cap } }: Terms, allowance: Allowance): Cap | undefined {
  if (!cap.services.includes(service)) return undefined;
  const whole = decimalOf(allowance.amount);
  const share = multiply(multiply(whole, decimalOf(cap.percent)), decimalOf('0.01'));
  const fixed = decimalOf(cap.usd);
  const [low, high] = [least(least(share, fixed), whole), least(greatest(share, fixed), whole)];
  const isOpen = cap.rule === 'ambiguous' && compare(low, high) !== 0;
  const allocated = allowance.allocations.filter(({ to }) => cap.services.includes(to));
  return {
    share,
    readings: isOpen ? [low, high] : [high],
    used: sum(allocated.map(({ amount }) => decimalOf(amount))),
  };
}

/** Over every reading of the cap is too much; over one of them is the vendor's to say, as is a fixed cap in another currency. */
function capReason(amount: number, { readings, share, used }: Cap, { currency }: Allowance): Reason | undefined {
  const wanted = add(used, decimalOf(amount));
  if (currency !== 'USD') return compare(wanted, share) > 0 ? ask('different-currency') : undefined;
  const over = readings.filter((reading) => compare(wanted, reading) > 0);
  if (over.length === 0) return undefined;
  return over.length === readings.length ? no('over-cap') : ask('edition-ambiguous');
}

function capFacts({ readings: [cap, ...others], used }: Cap): Pick<FlexFacts, 'cap' | 'capUsed' | 'caps'> {
  if (cap === undefined) return {};
  return {
    cap: toNumber(cap),
    capUsed: toNumber(used),
    ...(others.length === 0 ? {} : { caps: [cap, ...others].map(toNumber) }),
  };
}
