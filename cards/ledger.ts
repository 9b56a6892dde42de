/** What was booked: each entry with its day, who did it and what it moved, oldest first. */
import type { Citation } from '../src/command/answer.ts';
import type { FactsOf } from '../src/command/contract.ts';
import { cleanLine, cut } from './clean.ts';
import { type Entry, listingCard } from './listing.ts';
import type { Rendered } from './sheet.ts';
import type { Voice } from './voice.ts';

type Statement = FactsOf<'ledger.show'>;
type Booked = Statement['entries'][number];

const MOST_NAME = 80;
const MOST_TEXT = 200;

/** The statement of an account: what can be spent now, then the entries. */
export function ledgerCard(facts: Statement, citations: readonly Citation[], voice: Voice): Rendered {
  const closing = facts.closing.map((amount) =>
    voice.say('reading', { title: poolOf(amount, voice), details: voice.quantity(amount.amount, amount.unit) }),
  );
  const earlier =
    facts.more === undefined || facts.more === 0 ? [] : [voice.say('ledger.earlier', { count: facts.more })];
  const entries = facts.entries.map((entry) => entryOf(entry, voice));
  return listingCard('ledger.show', entries, citations, voice, [...closing, ...earlier]);
}

const poolOf = ({ service, location }: { service: string; location: string }, voice: Voice): string =>
  voice.say('balance.at', { service: voice.service(service), location: voice.location(location) });

/** Only what could be spent before or can be spent after it is told: the counter-postings are the book-keeper's. */
function entryOf({ at, byName, why, lines, text }: Booked, voice: Voice): Entry {
  const moved = lines
    .filter(({ account }) => account === 'available')
    .map(({ amount, unit, ...pool }) =>
      voice.say('reading', {
        title: poolOf(pool, voice),
        details: `${amount > 0 ? '+' : ''}${voice.quantity(amount, unit)}`,
      }),
    );
  return {
    title: voice.code('reason', why.reason),
    lines: [
      byName === undefined
        ? voice.when(at)
        : voice.say('ledger.signed', { when: voice.when(at), name: cut(cleanLine(byName), MOST_NAME) || '?' }),
      ...moved,
      ...(text === undefined || cleanLine(text) === '' ? [] : [cut(cleanLine(text), MOST_TEXT)]),
    ],
  };
}
