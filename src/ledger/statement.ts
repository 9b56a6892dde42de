/** The entries of a ledger over a span of days, with what could be spent before and after. */
import type { WorkOrder } from '../agreement/work-order.ts';
import { localDate } from '../calendar/local-date.ts';
import type { StatementEntry, StatementFacts } from '../command/account-contract.ts';
import type { Citation } from '../command/answer.ts';
import { dedupeCitations } from '../command/citations.ts';
import type { ArgsOf } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { amountFacts, bookingFacts, bookingsOf } from './bookings.ts';
import { type Books, booksWithout, emptyBooks } from './books.ts';
import { decimalOf, toNumber } from './decimal.ts';
import type { LedgerEntry, Pool } from './entries.ts';
import { emptyLedger, type Ledger } from './ledger.ts';
import { poolsOf } from './pools.ts';

type Args = ArgsOf<'ledger.show'>;

/** The most entries that one answer holds; the newest of the span. */
export const MOST = 200;

/** The entries that a statement is drawn from. */
export interface Drawn {
  /** All that are dated on or after the first day asked for, in the order in which they were made, or the newest of them. */
  readonly entries: readonly LedgerEntry[];
  /** How many older ones, which all belong to the statement, were left out. */
  readonly older: number;
}

/** Dates are calendar dates of the entries' own locations, both ends in. */
export function showStatement(
  args: Args,
  { workOrder, edition, location }: Standing,
  scene: Scene,
  ledger: Ledger,
  { entries: drawn, older }: Drawn,
): { readonly facts: StatementFacts; readonly citations: readonly Citation[] } {
  const today = localDate(scene.now, location.timeZone);
  const since = drawn.filter((entry) => args.since !== undefined && dateOf(entry) >= args.since);
  const later = drawn.filter((entry) => args.until !== undefined && dateOf(entry) > args.until);
  const span = drawn.filter((entry) => isWithin(entry, args));
  const entries = span.filter((entry) => concerns(entry, args));
  const shown = entries.slice(-MOST);
  const more = older + entries.length - shown.length;
  const opening = args.since === undefined ? emptyBooks : booksWithout(ledger.books, since);
  return {
    facts: {
      workOrder: workOrder.id,
      edition: edition.id,
      ...(args.since === undefined ? {} : { since: args.since }),
      ...(args.until === undefined ? {} : { until: args.until }),
      opening: spendable(opening, workOrder, today, args),
      closing: spendable(booksWithout(ledger.books, later), workOrder, today, args),
      entries: shown.map(entryFacts),
      ...(more > 0 ? { more } : {}),
      bookings: bookingsOf(ledger, today)
        .filter(({ service, location: place }) => isAskedFor({ service, location: place }, args))
        .map(bookingFacts),
    },
    citations: dedupeCitations(edition.id, [edition.deadlines.unusedLapseAtEnd.section]),
  };
}

export const isWithin = (entry: LedgerEntry, { since, until }: Pick<Args, 'since' | 'until'>): boolean =>
  (since === undefined || dateOf(entry) >= since) && (until === undefined || dateOf(entry) <= until);

const dateOf = ({ at }: LedgerEntry): string => at.slice(0, 10);

const isAskedFor = ({ service, location }: Pick<Pool, 'service' | 'location'>, args: Args): boolean =>
  (args.service === undefined || args.service === service) &&
  (args.location === undefined || args.location === location);

function concerns({ lines, why }: LedgerEntry, args: Args): boolean {
  if (args.service === undefined && args.location === undefined) return true;
  return lines.some((line) => isAskedFor(line, args)) || ('service' in why && why.service === args.service);
}

const spendable = (books: Books, order: WorkOrder, today: string, args: Args): StatementFacts['opening'] =>
  poolsOf(order, { ...emptyLedger, books }, today)
    .filter(({ pool }) => isAskedFor(pool, args))
    .map(({ pool, remaining }) => amountFacts({ pool, amount: remaining }));

const entryFacts = ({ lines, ...entry }: LedgerEntry): StatementEntry => ({
  ...entry,
  lines: lines.map((line) => ({ ...line, amount: toNumber(decimalOf(line.amount)) })),
});
