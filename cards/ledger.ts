/** What was booked: each entry with its day, who did it, what it moved and what was left then, newest first. */
import { z } from 'zod';
import { Id, IsoDate } from '../knowledge/vocabulary.ts';
import type { Citation } from '../src/command/answer.ts';
import type { FactsOf } from '../src/command/contract.ts';
import { cleanLine, cut } from './clean.ts';
import { type Entry, listingCard } from './listing.ts';
import { serviceAt } from './places.ts';
import { page, type Rendered } from './sheet.ts';
import type { Voice } from './voice.ts';

type Statement = FactsOf<'ledger.show'>;
type Booked = Statement['entries'][number];

/** What the cause of an entry may name; `from` is a day in a move and a place in an exchange. */
const About = z.object({
  booking: z.string().optional().catch(undefined),
  incident: z.string().optional().catch(undefined),
  service: Id.optional().catch(undefined),
  from: IsoDate.optional().catch(undefined),
  date: IsoDate.optional().catch(undefined),
});

const MOST_NAME = 80;
const MOST_TEXT = 200;
const MOST_ENTRIES = 12;
/** A statement of more pools than these is asked for by service or location. */
const MOST_POOLS = 6;

/** The statement of an account: what can be spent now, then the newest entries, each with what was left after it. */
export function ledgerCard(facts: Statement, citations: readonly Citation[], voice: Voice): Rendered {
  const { shown, more } = page(facts.closing, MOST_POOLS);
  const closing = shown.map((amount) =>
    voice.say('ledger.closing', { pool: serviceAt(amount, voice), amount: voice.quantity(amount.amount, amount.unit) }),
  );
  const told = withBalances(facts).slice(-MOST_ENTRIES).reverse();
  const earlier = (facts.more ?? 0) + facts.entries.length - told.length;
  return listingCard(
    'ledger.show',
    told.map(({ entry, after }) => entryOf(entry, after, voice)),
    citations,
    voice,
    [
      ...closing,
      ...(more > 0 ? [voice.say('more', { count: more })] : []),
      ...(earlier > 0 ? [voice.say('ledger.earlier', { count: earlier })] : []),
    ],
  );
}

type PoolKey = Pick<Statement['closing'][number], 'service' | 'location' | 'unit'>;
const keyOf = ({ service, location, unit }: PoolKey): string => JSON.stringify([service, location, unit]);

/** What could be spent of a pool after an entry; absent for a pool that the statement does not close. */
type After = (pool: PoolKey) => number | undefined;

/** The entries, oldest first, each with the balances after it: counted back from those at the end. */
export function withBalances({ entries, closing }: Statement): { readonly entry: Booked; readonly after: After }[] {
  const running = new Map(closing.map((amount) => [keyOf(amount), amount.amount]));
  return entries
    .toReversed()
    .map((entry) => {
      const then = new Map(running);
      for (const line of entry.lines.filter(({ account }) => account === 'available')) {
        const left = running.get(keyOf(line));
        if (left !== undefined) running.set(keyOf(line), exact(left - line.amount));
      }
      return { entry, after: (pool: PoolKey) => then.get(keyOf(pool)) };
    })
    .reverse();
}

/** Amounts have few decimals; a sum of them has no more. */
const exact = (sum: number): number => Number(sum.toFixed(6));

/** Which booking or incident it was about, and on which day, where the entry says so. */
function aboutLine(why: Booked['why'], voice: Voice): string[] {
  const named = About.parse(why);
  const days = [named.from, named.date].filter((date) => date !== undefined).map((date) => voice.date(date));
  const parts = [
    named.booking ?? named.incident,
    named.service === undefined ? undefined : voice.service(named.service),
    days.length === 0 ? undefined : days.join(' → '),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? [] : [parts.join(' · ')];
}

/** Only what could be spent before or can be spent after it is told: the counter-postings are the book-keeper's. */
function entryOf(
  { at, byName, approvedBy, approvedByName, why, lines, text }: Booked,
  after: After,
  voice: Voice,
): Entry {
  const moved = lines
    .filter(({ account }) => account === 'available')
    .map(({ amount, unit, ...pool }) => {
      const left = after({ ...pool, unit });
      const change = `${amount > 0 ? '+' : '−'}${voice.quantity(Math.abs(amount), unit)}`;
      const details = left === undefined ? change : voice.say('ledger.change', { change, left: voice.number(left) });
      return voice.say('reading', { title: serviceAt(pool, voice), details });
    });
  return {
    title: voice.code('reason', why.reason),
    lines: [
      byName === undefined
        ? voice.when(at)
        : voice.say('ledger.signed', { when: voice.when(at), name: cut(cleanLine(byName), MOST_NAME) || '?' }),
      ...(approvedBy === undefined
        ? []
        : [voice.say('ledger.approved', { name: cut(cleanLine(approvedByName ?? approvedBy), MOST_NAME) })]),
      ...aboutLine(why, voice),
      ...moved,
      ...(text === undefined || cleanLine(text) === '' ? [] : [cut(cleanLine(text), MOST_TEXT)]),
    ],
  };
}
