/** A ledger that is read again, or reckoned back, tells the same balances. */
import { describe, expect, test } from '@jest/globals';
import { booksWithout } from '../../src/ledger/books.ts';
import { subtract, toText } from '../../src/ledger/decimal.ts';
import { keyOf } from '../../src/ledger/entries.ts';
import { emptyLedger, ledgerOf, withEntry } from '../../src/ledger/ledger.ts';
import type { PoolBalance } from '../../src/ledger/pools.ts';
import { readLedger, writeLedger } from '../../src/ledger/stored.ts';
import { amountsOf, everySequence, never, poolsAt } from './sequences.ts';

describe('the ledger replays to the same balances', () => {
  test('from its stored form, entry by entry', () => {
    everySequence((order, states) => {
      const last = states.at(-1) ?? never();
      const stored = readLedger(JSON.parse(JSON.stringify(writeLedger(last.ledger))));
      const replayed = stored.entries.reduce(withEntry, emptyLedger);
      for (const ledger of [stored, replayed])
        expect(shown(poolsAt(order, { ...last, ledger }))).toEqual(shown(poolsAt(order, last)));
      expect(writeLedger(replayed)).toEqual(writeLedger(last.ledger));
    });
  });

  test('from the form that older ledgers have', () => {
    everySequence((_, states) => {
      const { ledger } = states.at(-1) ?? never();
      const older = { format: 'ledger/1', entries: JSON.parse(JSON.stringify(ledger.entries)) };
      expect(writeLedger(readLedger(older))).toEqual(writeLedger(ledger));
    });
  });

  test('without its later entries it is what it was before them', () => {
    everySequence((order, states) => {
      const last = states.at(-1) ?? never();
      for (const { ledger } of states) {
        const since = last.ledger.entries.slice(ledger.entries.length);
        const before = { ...last, ledger: { ...ledger, books: booksWithout(last.ledger.books, since) } };
        const pools = poolsAt(order, { ...last, ledger });
        const own = new Set(pools.map(({ pool }) => keyOf(pool)));
        expect(shown(poolsAt(order, before).filter(({ pool }) => own.has(keyOf(pool))))).toEqual(shown(pools));
      }
    });
  });

  test('each balance is what was bought and the sum of its postings, in any order', () => {
    everySequence((order, states) => {
      const last = states.at(-1) ?? never();
      const backwards = { ...last, ledger: ledgerOf([...last.ledger.entries].reverse()) };
      expect(new Set(shown(poolsAt(order, backwards)))).toEqual(new Set(shown(poolsAt(order, last))));
      for (const { pool, purchased, remaining } of poolsAt(order, last)) {
        const lines = last.ledger.entries.flatMap((entry) => entry.lines);
        const own = lines.filter(
          ({ service, location, account }) =>
            service === pool.service && location === pool.location && account === 'available',
        );
        expect(toText(subtract(remaining, purchased))).toBe(toText(amountsOf(own)));
      }
    });
  });
});

/** By what the amounts are, however many digits they are kept with. */
const shown = (pools: readonly PoolBalance[]): readonly string[] =>
  pools.map(({ pool, expires, ...amounts }) => {
    const told = Object.entries(amounts).map(([name, amount]) => `${name} ${toText(amount)}`);
    return [keyOf(pool), expires, ...told].join(' ');
  });
