/** Asking for the delivery of a service on a day: who has it, in time, and out of which balance. */
import type { Edition } from '../../knowledge/schema/edition.ts';
import type { ServiceCategory } from '../../knowledge/schema/service.ts';
import { addDays, localDate } from '../calendar/local-date.ts';
import type { BookFacts, BookingFacts } from '../command/account-contract.ts';
import { dedupeCitations } from '../command/citations.ts';
import type { ArgsOf } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { amountFacts } from './bookings.ts';
import { isZero, toNumber, zero } from './decimal.ts';
import { type AccountDecision, ask, headOf, marked, no, type Reason, termReason, verdictOf } from './decision.ts';
import { type Funding, fundingOf } from './funding.ts';
import { type Ledger, move } from './ledger.ts';

type Args = ArgsOf<'service.book'>;

const proactive: readonly ServiceCategory[] = [
  'planning',
  'implementation',
  'maintenance',
  'optimisation',
  'education',
  'additional-proactive',
];
const bookable: readonly ServiceCategory[] = [...proactive, 'enhanced-solution', 'enhanced-service', 'consulting'];

/**
 * Whether a delivery may be asked for, and what is reserved for it. The vendor schedules by resources (F-TERM-06), so a
 * booking stands as requested. `id` names it once it is made.
 */
export function bookService(
  args: Args,
  standing: Standing,
  ledger: Ledger,
  scene: Scene,
  id: string,
): AccountDecision<BookFacts> {
  const { edition, location } = standing;
  const funding = fundingOf(args, standing, ledger, scene);
  const verdict = verdictOf([...requestReasons(args, standing, scene), ...funding.reasons]);
  const may = verdict.allowed === 'yes';
  const booking = { service: args.service, location: location.id, date: args.date, state: 'requested' } as const;
  const rounded = funding.price?.taken;
  return {
    facts: {
      ...headOf(standing),
      ...verdict,
      conditions: conditionsOf(args.service, edition),
      ...marked(rounded?.uncertain === true || isOpenDeadline(args.service, edition, verdict.because)),
      service: args.service,
      location: location.id,
      date: args.date,
      requestBy: requestBy(standing),
      ...(may ? { booking: { ...booking, ...holdsOf(funding) } } : {}),
      ...(rounded?.uncertain ? { readings: [...rounded.readings] } : {}),
    },
    citations: dedupeCitations(edition.id, [
      edition.services[args.service]?.section ?? edition.topics.services,
      edition.deadlines.proactiveRequestDaysBeforeEnd.section,
      rounded?.reference?.section,
    ]),
    ...(may ? draftOf(id, args, standing, funding) : {}),
  };
}

function requestReasons(args: Args, standing: Standing, scene: Scene): readonly (Reason | undefined)[] {
  const { workOrder, edition, location } = standing;
  const terms = edition.services[args.service];
  const today = localDate(scene.now, location.timeZone);
  if (terms === undefined) return [no('not-in-edition')];
  return [
    bookable.includes(terms.category) ? undefined : no('not-bookable'),
    args.date < today ? no('date-in-the-past') : undefined,
    termReason(workOrder, args.date),
    today > requestBy(standing) ? lateReason(args.service, edition) : undefined,
  ];
}

/** The last day on which a request is in time (F-RESP-14). */
export const requestBy = ({ workOrder, edition }: Standing): string =>
  addDays(workOrder.term.end, -edition.deadlines.proactiveRequestDaysBeforeEnd.value);

/** Proactive services are always named with the deadline; where the edition is open on others, the vendor is asked. */
function lateReason(service: string, edition: Edition): Reason {
  const code = 'request-60-days-ahead';
  return isNamedWithDeadline(service, edition) ? no(code) : ask(code);
}

function isNamedWithDeadline(service: string, { services, anomalies, deadlines }: Edition): boolean {
  const category = services[service]?.category;
  if (category !== undefined && proactive.includes(category)) return true;
  const { facts } = deadlines.proactiveRequestDaysBeforeEnd;
  return category === 'enhanced-solution' && !anomalies.some(({ id }) => facts.includes(id));
}

const isOpenDeadline = (service: string, edition: Edition, because: readonly string[]): boolean =>
  because.includes('request-60-days-ahead') && !isNamedWithDeadline(service, edition);

/** What comes with every delivery, and with those of this service. */
export const conditionsOf = (service: string, { services }: Edition): string[] => [
  ...new Set(['subject-to-resources', ...(services[service]?.conditions ?? []).map(({ code }) => code)]),
];

const holdsOf = ({ hold }: Funding): Pick<BookingFacts, 'holds'> =>
  hold === undefined ? {} : { holds: amountFacts(hold) };

function draftOf(
  id: string,
  { service, date }: Args,
  { location }: Standing,
  { hold }: Funding,
): Pick<AccountDecision<BookFacts>, 'draft' | 'quoted'> {
  const lines = hold === undefined || isZero(hold.amount) ? [] : move(hold.pool, hold.amount, 'available', 'reserved');
  return {
    draft: { why: { reason: 'booking', booking: id, service, location: location.id, date }, lines },
    quoted: toNumber(hold?.amount ?? zero),
  };
}
