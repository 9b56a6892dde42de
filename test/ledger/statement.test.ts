import { describe, expect, test } from '@jest/globals';
import type { ArgsOf } from '../../src/command/contract.ts';
import { contracts } from '../../src/command/contract.ts';
import { bookService } from '../../src/ledger/book-service.ts';
import { exchangeCredits } from '../../src/ledger/exchange-credits.ts';
import { emptyLedger, type Ledger, withEntry } from '../../src/ledger/ledger.ts';
import { redeemCredits } from '../../src/ledger/redeem-credits.ts';
import { showStatement } from '../../src/ledger/statement.ts';
import { ADMINISTRATOR } from '../support/world.ts';
import { entryOf, january, posted, worldOf } from './account-world.ts';

const { scene, at } = worldOf(january());
const exchanged = exchangeCredits(
  { credits: 10, from: 'odense', to: 'lyon' },
  { from: at('odense'), to: at('lyon') },
  emptyLedger,
  scene,
);
const redeemed = redeemCredits({ service: 'chalk-talks' }, at(), emptyLedger, scene);
const booked = bookService({ service: 'workshops', date: '2026-05-20' }, at(), emptyLedger, scene, 'BK-1');
const first = posted(emptyLedger, exchanged, '2026-02-01T23:30:00+01:00', 'c1');
const second = posted(first, redeemed, '2026-02-15T09:00:00+01:00', 'c2');
const ledger = posted(second, booked, '2026-03-01T09:00:00+01:00', 'c3');

const statement = (args: ArgsOf<'ledger.show'>, of: Ledger = ledger) => {
  const { facts } = showStatement(args, at(args.location), scene, of, { entries: of.entries, older: 0 });
  expect(contracts['ledger.show'].facts.parse(facts)).toEqual(facts);
  return facts;
};
const commands = (args: ArgsOf<'ledger.show'>) => statement(args).entries.map(({ command }) => command);
const creditsOf = (amounts: ReturnType<typeof statement>['opening']) =>
  Object.fromEntries(
    amounts.filter(({ unit }) => unit === 'credits').map(({ location, amount }) => [location, amount]),
  );

describe('a statement', () => {
  test('lists who did what, when, why and by which command', () => {
    expect(statement({}).entries[0]).toMatchObject({
      at: '2026-02-01T23:30:00+01:00',
      by: ADMINISTRATOR,
      command: 'c1',
      why: { reason: 'exchange', from: 'odense', to: 'lyon' },
      lines: [
        { service: 'proactive-credits', location: 'odense', unit: 'credits', account: 'available', amount: -10 },
        { account: 'sent', amount: 10 },
        { location: 'lyon', account: 'received', amount: -13 },
        { location: 'lyon', account: 'available', amount: 13 },
      ],
    });
  });

  test.each([
    ['all', {}, ['c1', 'c2', 'c3']],
    ['from a day on', { since: '2026-02-15' }, ['c2', 'c3']],
    ['up to a day', { until: '2026-02-15' }, ['c1', 'c2']],
    ['of one day', { since: '2026-02-01', until: '2026-02-01' }, ['c1']],
    ['of none', { since: '2026-02-02', until: '2026-02-14' }, []],
    ['of a location', { location: 'lyon' }, ['c1']],
    ['of a service', { service: 'workshops' }, ['c3']],
    ['of a service that was redeemed', { service: 'chalk-talks' }, ['c2']],
  ])('%s', (_, args, expected) => {
    expect(commands(args)).toEqual(expected);
  });

  test('begins and ends with what could be spent', () => {
    const { opening, closing } = statement({ since: '2026-02-10', until: '2026-02-20' });
    expect(creditsOf(opening)).toEqual({ odense: 190, lyon: 53 });
    expect(creditsOf(closing)).toEqual({ odense: 183, lyon: 53 });
    expect(creditsOf(statement({}).opening)).toEqual({ odense: 200, lyon: 40 });
  });

  test('has the bookings with their state', () => {
    expect(statement({}).bookings).toEqual([
      {
        id: 'BK-1',
        service: 'workshops',
        location: 'odense',
        date: '2026-05-20',
        state: 'requested',
        holds: { service: 'workshops', location: 'odense', unit: 'events', amount: 1 },
      },
    ]);
    expect(statement({ service: 'chalk-talks' }).bookings).toEqual([]);
  });

  test('holds the newest 200 entries and says how many more there are', () => {
    if (exchanged.draft === undefined) throw new Error('the exchange is a yes');
    const { draft } = exchanged;
    const many = Array.from({ length: 203 }, (_, n) => n).reduce(
      (so, n) => withEntry(so, entryOf(draft, '2026-02-01T10:00:00+01:00', `c${n}`)),
      emptyLedger,
    );
    const { entries, more } = statement({}, many);
    expect(entries).toHaveLength(200);
    expect(entries.at(-1)?.command).toBe('c202');
    expect(more).toBe(3);
  });
});
