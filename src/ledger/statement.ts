/** The entries of a ledger over a span of days, with what could be spent before and after. */
import type { WorkOrder } from '../agreement/work-order.ts';
import { localDate } from '../calendar/local-date.ts';
import type { StatementEntry, StatementFacts } from '../command/account-contract.ts';
import type { Citation } from '../command/answer.ts';
import { dedupeCitations } from '../command/citations.ts';
import type { ArgsOf } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { amountFacts, bookingFacts, bookingsOf } from './bookings.ts';
import { decimalOf, toNumber } from './decimal.ts';
import type { LedgerEntry, Pool } from './entries.ts';
import type { Ledger } from './ledger.ts';
import { poolsOf } from './pools.ts';

type Args = ArgsOf<'ledger.show'>;

/** The most entries that one answer holds; the newest of the span. */
const MOST = 200;

/** Dates are calendar dates of the entries' own locations, both ends in. */
export function showStatement(
  args: Args,
  { workOrder, edition, location }: Standing,
  scene: Scene,
  ledger: Ledger,
): { readonly facts: StatementFacts; readonly citations: readonly Citation[] } {
  const today = localDate(scene.now, location.timeZone);
  const before = ledger.entries.filter((entry) => args.since !== undefined && dateOf(entry) < args.since);
  const until = ledger.entries.filter((entry) => args.until === undefined || dateOf(entry) <= args.until);
  const span = until.filter((entry) => args.since === undefined || dateOf(entry) >= args.since);
  const entries = span.filter((entry) => concerns(entry, args));
  const shown = entries.slice(-MOST);
  return {
    facts: {
      workOrder: workOrder.id,
      edition: edition.id,
      ...(args.since === undefined ? {} : { since: args.since }),
      ...(args.until === undefined ? {} : { until: args.until }),
      opening: spendableAfter(before, workOrder, today, args),
      closing: spendableAfter(until, workOrder, today, args),
      entries: shown.map(entryFacts),
      ...(shown.length < entries.length ? { more: entries.length - shown.length } : {}),
      bookings: bookingsOf(ledger, today)
        .filter(({ service, location: place }) => isAskedFor({ service, location: place }, args))
        .map(bookingFacts),
    },
    citations: dedupeCitations(edition.id, [edition.deadlines.unusedLapseAtEnd.section]),
  };
}

const dateOf = ({ at }: LedgerEntry): string => at.slice(0, 10);

const isAskedFor = ({ service, location }: Pick<Pool, 'service' | 'location'>, args: Args): boolean =>
  (args.service === undefined || args.service === service) &&
  (args.location === undefined || args.location === location);

function concerns({ lines, why }: LedgerEntry, args: Args): boolean {
  if (args.service === undefined && args.location === undefined) return true;
  return lines.some((line) => isAskedFor(line, args)) || ('service' in why && why.service === args.service);
}

function spendableAfter(
  entries: readonly LedgerEntry[],
  order: WorkOrder,
  today: string,
  args: Args,
): StatementFacts['opening'] {
  return poolsOf(order, { entries }, today)
    .filter(({ pool }) => isAskedFor(pool, args))
    .map(({ pool, remaining }) => amountFacts({ pool, amount: remaining }));
}

const entryFacts = ({ lines, ...entry }: LedgerEntry): StatementEntry => ({
  ...entry,
  lines: lines.map((line) => ({ ...line, amount: toNumber(decimalOf(line.amount)) })),
});
