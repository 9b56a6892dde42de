/**
 * What the entries of a ledger come to, added up as they are made: whatever a decision asks is answered from here, so that
 * a ledger of a hundred thousand entries decides as fast as an empty one. Books add up: those of two runs of entries
 * together are the books of both.
 */
import { add, compare, type Decimal, decimalOf, isZero, least, negate, zero } from './decimal.ts';
import { type Account, keyOf, type LedgerEntry, type Line, type Pool, type Why } from './entries.ts';

/** `reserved` is not among them: what it comes to depends on the day, see `held`. */
export type Sums = Readonly<Record<Account, Decimal>>;

/** The books of one service at one location in one unit. */
export interface PoolBooks {
  readonly pool: Pool;
  /** By account, without what is held. */
  readonly sums: Sums;
  /** What is reserved, by the last day for which it is held: after that day it counts as used. */
  readonly held: ReadonlyMap<string, Decimal>;
  /** What was used, reserved or sent, by the day on which it was posted, less what came back of it. */
  readonly spent: ReadonlyMap<string, Decimal>;
}

/** A booking as its entries tell it. */
export interface BookedDay {
  readonly id: string;
  readonly service: string;
  readonly location: string;
  /** A calendar date at the location. */
  readonly date: string;
  readonly hold: { readonly pool: Pool; readonly amount: Decimal } | undefined;
  /** The day on which the hold was taken out of its pool; absent in books that were stored without it. */
  readonly taken?: string | undefined;
  readonly cancelled: boolean;
  /** How often it was moved. */
  readonly moves: number;
}

export type BookedEvent = { readonly start: string; readonly end: string; readonly location: string };

export interface Books {
  /** How many entries they were made from. */
  readonly count: number;
  /** By the key of the pool, in the order of their first posting. */
  readonly pools: ReadonlyMap<string, PoolBooks>;
  /** By number, in the order in which they were made. */
  readonly bookings: ReadonlyMap<string, BookedDay>;
  readonly events: readonly BookedEvent[];
  /** Incidents on which hours were worked. */
  readonly incidents: ReadonlySet<string>;
}

export const emptyBooks: Books = {
  count: 0,
  pools: new Map(),
  bookings: new Map(),
  events: [],
  incidents: new Set(),
};

/** The books after further entries; those that were there before are left as they are. */
export function booksAfter(books: Books, entries: Iterable<LedgerEntry>): Books {
  const draft = draftOf(books);
  for (const entry of entries) {
    draft.count += 1;
    postLines(draft, entry, decimalOf);
    postReason(draft, entry);
  }
  return booksOf(draft);
}

/** The sums of the books without these entries, in any order: what came before them. Bookings stay as they are. */
export function booksWithout(books: Books, entries: Iterable<LedgerEntry>): Books {
  const draft = draftOf(books);
  for (const entry of entries) postLines(draft, entry, (amount) => negate(decimalOf(amount)));
  return booksOf(draft);
}

const booksOf = ({ touched: _touched, ...books }: Draft): Books => books;

interface DraftPool {
  readonly pool: Pool;
  readonly sums: Record<Account, Decimal>;
  readonly held: Map<string, Decimal>;
  readonly spent: Map<string, Decimal>;
}

/** Books while they are being added to. */
interface Draft {
  count: number;
  readonly pools: Map<string, PoolBooks>;
  /** Pools that have been copied for writing. */
  readonly touched: Map<string, DraftPool>;
  readonly bookings: Map<string, BookedDay>;
  readonly events: BookedEvent[];
  readonly incidents: Set<string>;
}

const draftOf = ({ count, pools, bookings, events, incidents }: Books): Draft => ({
  count,
  pools: new Map(pools),
  touched: new Map(),
  bookings: new Map(bookings),
  events: [...events],
  incidents: new Set(incidents),
});

function postLines(draft: Draft, entry: LedgerEntry, amountOf: (amount: string) => Decimal): void {
  const { why, lines } = entry;
  const day = spendingDay(draft, entry);
  for (const posted of lines) {
    const amount = amountOf(posted.amount);
    const { sums, held, spent } = poolIn(draft, posted);
    if (posted.account === 'reserved') increase(held, heldUntil(why, posted), amount);
    else sums[posted.account] = add(sums[posted.account], amount);
    if (posted.account !== 'available' && posted.account !== 'received') increase(spent, day, amount);
  }
}

/** What a cancelled booking gives back is what was taken for it: it returns to that day, not to the present one. */
function spendingDay({ bookings }: Draft, { at, why }: LedgerEntry): string {
  const taken = why.reason === 'cancellation' ? bookings.get(why.booking)?.taken : undefined;
  return taken ?? dayOf(at);
}

/** The calendar date at the location: an instant of an entry has its offset. */
const dayOf = (at: string): string => at.slice(0, 10);

function increase(sums: Map<string, Decimal>, key: string, amount: Decimal): void {
  const changed = add(sums.get(key) ?? zero, amount);
  if (isZero(changed)) sums.delete(key);
  else sums.set(key, changed);
}

function poolIn(draft: Draft, posted: Line): DraftPool {
  const key = keyOf(posted);
  const open = draft.touched.get(key);
  if (open !== undefined) return open;
  const known = draft.pools.get(key);
  const { service, location, unit } = posted;
  const fresh: DraftPool = {
    pool: { service, location, unit },
    sums: { ...(known?.sums ?? noSums) },
    held: new Map(known?.held),
    spent: new Map(known?.spent),
  };
  draft.touched.set(key, fresh);
  draft.pools.set(key, fresh);
  return fresh;
}

const noSums: Sums = { available: zero, reserved: zero, used: zero, sent: zero, received: zero };

/** For ever: what is reserved for no day. */
const NO_DAY = '9999-12-31';

/** The last day for which a line holds something. What is moved leaves the old day and is held for the new one. */
function heldUntil(why: Why, { amount }: Line): string {
  switch (why.reason) {
    case 'booking':
    case 'cancellation':
      return why.date;
    case 'move':
      return amount.startsWith('-') ? why.from : why.date;
    case 'event':
      return why.end;
    default:
      return NO_DAY;
  }
}

function postReason(draft: Draft, { at, why, lines }: LedgerEntry): void {
  switch (why.reason) {
    case 'booking': {
      const { booking: id, service, location, date } = why;
      const hold = holdOf(lines);
      const made = { id, service, location, date, hold, taken: dayOf(at), cancelled: false, moves: 0 };
      draft.bookings.set(id, made);
      return;
    }
    case 'cancellation':
    case 'move': {
      const known = draft.bookings.get(why.booking);
      if (known === undefined) return;
      const changed =
        why.reason === 'move' ? movedDay(known, why.date, holdOf(lines), dayOf(at)) : { ...known, cancelled: true };
      draft.bookings.set(known.id, changed);
      return;
    }
    case 'event':
      draft.events.push({ start: why.start, end: why.end, location: why.location });
      return;
    case 'hours':
      if (why.incident !== undefined) draft.incidents.add(why.incident);
      return;
    default:
  }
}

/** What is held for it was taken when it was booked, unless the move holds something else. */
function movedDay(known: BookedDay, date: string, newHold: BookedDay['hold'], moved: string): BookedDay {
  const hold = newHold ?? known.hold;
  const taken = isSameHold(hold, known.hold) ? known.taken : moved;
  return { ...known, date, hold, taken, moves: known.moves + 1 };
}

const isSameHold = (one: BookedDay['hold'], other: BookedDay['hold']): boolean =>
  one === other ||
  (one !== undefined &&
    other !== undefined &&
    keyOf(one.pool) === keyOf(other.pool) &&
    compare(one.amount, other.amount) === 0);

/** What an entry has put aside: the line that reserves, not the one that gives back. */
function holdOf(lines: readonly Line[]): BookedDay['hold'] {
  const reserved = lines.find(({ account, amount }) => account === 'reserved' && !amount.startsWith('-'));
  if (reserved === undefined) return undefined;
  const { service, location, unit, amount } = reserved;
  return { pool: { service, location, unit }, amount: decimalOf(amount) };
}

/** The sums of a pool on a calendar date: what was held for an earlier day counts as used. */
export function sumsOn({ sums, held }: PoolBooks, today: string): Sums {
  let { reserved, used } = sums;
  for (const [until, amount] of held) {
    if (until < today) used = add(used, amount);
    else reserved = add(reserved, amount);
  }
  return { ...sums, reserved, used };
}

/**
 * What left a pool up to a date, the day itself included, and has stayed out of it up to `today`: what came back later and
 * was not spent before that on something else had left by the date for nothing.
 */
export function spentUntil(books: PoolBooks | undefined, date: string, today: string): Decimal {
  const days = [...(books?.spent ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
  let total = zero;
  for (const [day, amount] of days) if (day <= date) total = add(total, amount);
  let kept = total;
  for (const [day, amount] of days) {
    if (day <= date || day > today) continue;
    total = add(total, amount);
    kept = least(kept, total);
  }
  return kept;
}
