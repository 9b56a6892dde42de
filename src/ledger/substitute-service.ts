/** One service in place of another: of equivalent value, where it is available and agreed (F-TERM-11, F-PT-13, F-FLEX-07). */
import { localDate } from '../calendar/local-date.ts';
import type { SubstituteFacts } from '../command/account-contract.ts';
import { dedupeCitations } from '../command/citations.ts';
import type { ArgsOf } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { checkCoverage } from '../entitlement/coverage.ts';
import { isZero, toNumber } from './decimal.ts';
import { type AccountDecision, ask, headOf, no, type Reason, termReason, verdictOf } from './decision.ts';
import type { Ledger } from './ledger.ts';
import { rateUnitOf } from './means.ts';
import { type PoolBalance, poolsFor } from './pools.ts';
import { rateOf } from './rate-card.ts';

/** Never more than `ask`: the vendor must have the other service and agree to the value. */
export function substituteService(
  args: ArgsOf<'service.exchange'>,
  standing: Standing,
  ledger: Ledger,
  scene: Scene,
): AccountDecision<SubstituteFacts> {
  const { workOrder, edition, location } = standing;
  const today = localDate(scene.now, location.timeZone);
  const held = poolsFor(workOrder, ledger, today, args.from, location.id).find(
    ({ pool }) => pool.location === location.id,
  );
  const unit = rateUnitOf(edition);
  const [from, to] = [rateOf(workOrder, unit, args.from, location.id), rateOf(workOrder, unit, args.to, location.id)];
  const verdict = verdictOf([
    ...offerReasons(args, standing),
    args.from === args.to ? no('same-service') : undefined,
    termReason(workOrder, today),
    ...heldReasons(args.from, held, standing, scene, ledger),
    ask('with-agreement'),
  ]);
  return {
    facts: {
      ...headOf(standing),
      ...verdict,
      conditions: ['equivalent-value', 'subject-to-resources'],
      from: args.from,
      to: args.to,
      location: location.id,
      ...(held === undefined ? {} : { remaining: toNumber(held.spendable) }),
      ...(from === undefined || to === undefined ? {} : { value: { from: toNumber(from), to: toNumber(to) } }),
    },
    citations: dedupeCitations(edition.id, [substitutionSection(standing), flexSection(args.from, standing)]),
  };
}

function offerReasons(
  { from, to }: ArgsOf<'service.exchange'>,
  { edition }: Standing,
): readonly (Reason | undefined)[] {
  const [given, wanted] = [edition.services[from], edition.services[to]];
  return [
    given === undefined || wanted === undefined ? no('not-in-edition') : undefined,
    given?.offer === 'included' || wanted?.offer === 'included' ? no('included') : undefined,
  ];
}

/** Something of the first must be left to be given up. */
function heldReasons(
  service: string,
  held: PoolBalance | undefined,
  standing: Standing,
  scene: Scene,
  ledger: Ledger,
): readonly Reason[] {
  if (held !== undefined) return isZero(held.spendable) ? [no('balance-used')] : [];
  const { decision, because } = checkCoverage(
    { service, location: standing.location.id },
    standing,
    scene,
    ledger,
  ).facts;
  return decision === 'not-offered' ? [] : because.map(no);
}

const substitutionSection = ({ edition }: Standing): string | undefined =>
  edition.clauses.find(({ topic }) => topic === 'substitution')?.section ?? edition.topics.terms;

/** What the flex allowance paid for has a clause of its own on exchange. */
function flexSection(service: string, { workOrder, edition }: Standing): string | undefined {
  const paid = workOrder.flexAllowance?.allocations.some(({ to }) => to === service) ?? false;
  return paid ? edition.flexAllowance?.exchange.section : undefined;
}
