import { describe, expect, test } from '@jest/globals';
import { checkCoverage } from '../../src/entitlement/coverage.ts';
import { showBalances } from '../../src/ledger/balances.ts';
import { bookService } from '../../src/ledger/book-service.ts';
import { bookingNumbered } from '../../src/ledger/bookings.ts';
import { cancelService } from '../../src/ledger/cancel-service.ts';
import { toNumber } from '../../src/ledger/decimal.ts';
import { isBalanced, LedgerEntry, type Line } from '../../src/ledger/entries.ts';
import { creditsAt, exchangeCredits } from '../../src/ledger/exchange-credits.ts';
import { emptyLedger, type Ledger, withEntry } from '../../src/ledger/ledger.ts';
import { poolBalance } from '../../src/ledger/pools.ts';
import { readLedger, writeLedger } from '../../src/ledger/stored.ts';
import { credits, entryOf, january, posted, usedUp, worldOf } from './account-world.ts';

const NOW = '2026-03-03T10:00:00+01:00';

describe('an entry', () => {
  const odense = creditsAt('odense');
  const take = (amount: string, gain: string): Line[] => [
    { ...odense, account: 'available', amount },
    { ...odense, account: 'used', amount: gain },
  ];
  const entry = (lines: readonly Line[]) =>
    entryOf({ why: { reason: 'exchange', from: 'odense', to: 'lyon' }, lines }, NOW, 'c1');

  test.each([
    ['nothing', [], true],
    ['what leaves one account and comes to another', take('-7.2', '7.20'), true],
    ['what leaves and does not come', take('-7.2', '7'), false],
    ['what comes at another location', [take('-7', '7')[0], { ...take('-7', '7')[1], location: 'lyon' }], false],
  ])('adds up to zero in each pool: %s', (_, lines, balanced) => {
    expect(isBalanced(lines as Line[])).toBe(balanced);
    expect(LedgerEntry.safeParse(entry(lines as Line[])).success).toBe(balanced);
  });

  test.each(['7,2', '', '1e3', ' 7', '+7'])('takes no amount written as %p', (amount) => {
    expect(LedgerEntry.safeParse(entry([{ ...odense, account: 'available', amount }])).success).toBe(false);
  });
});

describe('balances show what the ledger says', () => {
  const order = january();
  const { scene, at } = worldOf(order, NOW);
  const booked = bookService({ service: 'workshops', date: '2026-05-20' }, at(), emptyLedger, scene, 'BK-1');
  const exchanged = exchangeCredits(
    { credits: 10, from: 'odense', to: 'boston' },
    { from: at('odense'), to: at('boston') },
    emptyLedger,
    scene,
  );
  const ledger = posted(posted(usedUp(creditsAt('lyon'), 1.5), booked, NOW, 'c1'), exchanged, NOW, 'c2');
  const shown = (what: 'credits' | 'events', now = NOW) =>
    showBalances({ what }, worldOf(order, now).at(), worldOf(order, now).scene, ledger).facts.balances;

  test('used, exchanged and left, also where nothing was bought', () => {
    expect(shown('credits')).toMatchObject([
      { location: 'odense', purchased: 200, used: 0, exchanged: -10, remaining: 190 },
      { location: 'lyon', purchased: 40, used: 1.5, remaining: 38.5 },
      { location: 'boston', purchased: 0, used: 0, exchanged: 12, remaining: 12, expires: '2026-12-31' },
    ]);
    expect(shown('credits')[1]).not.toHaveProperty('exchanged');
  });

  test('what is reserved is used once its day has passed', () => {
    expect(shown('events')).toMatchObject([{ purchased: 3, used: 0, reserved: 1, remaining: 2 }]);
    expect(shown('events', '2026-05-20T23:00:00+02:00')).toMatchObject([{ used: 0, reserved: 1, remaining: 2 }]);
    expect(shown('events', '2026-05-21T00:00:00+02:00')).toMatchObject([{ used: 1, reserved: 0, remaining: 2 }]);
  });

  test('coverage is exhausted by what was spent', () => {
    const spent = usedUp({ service: 'workshops', location: 'odense', unit: 'events' }, 3);
    const args = { service: 'workshops' };
    expect(checkCoverage(args, at(), scene).facts).toMatchObject({ decision: 'purchased' });
    expect(checkCoverage(args, at(), scene, spent).facts).toMatchObject({
      decision: 'exhausted',
      because: ['balance-used'],
    });
  });
});

describe('what was bought for a part of the term', () => {
  const services = [
    credits('odense', 50, { end: '2026-06-30' }),
    credits('odense', 30, { start: '2026-07-01' }),
    credits('odense', 20),
  ];
  const order = january({ services });
  const on = (today: string, ledger = emptyLedger) => {
    const { lapsed, remaining, spendable } = poolBalance(order, ledger, today, creditsAt('odense'));
    return { lapsed: toNumber(lapsed), remaining: toNumber(remaining), spendable: toNumber(spendable) };
  };

  test('cannot be spent before its part', () => {
    expect(on('2026-03-03')).toEqual({ lapsed: 0, remaining: 100, spendable: 70 });
    expect(on('2026-06-30')).toEqual({ lapsed: 0, remaining: 100, spendable: 70 });
  });

  test('has lapsed after it as far as it was not used in it', () => {
    expect(on('2026-07-01')).toEqual({ lapsed: 50, remaining: 50, spendable: 50 });
    expect(on('2026-07-01', usedUp(creditsAt('odense'), 35))).toEqual({ lapsed: 15, remaining: 50, spendable: 50 });
    expect(on('2026-07-01', usedUp(creditsAt('odense'), 60))).toEqual({ lapsed: 0, remaining: 40, spendable: 40 });
  });

  test('what is used later does not bring it back', () => {
    const later = usedUp(creditsAt('odense'), 10, '2026-08-01T09:00:00+02:00');
    expect(on('2026-09-01', later)).toEqual({ lapsed: 50, remaining: 40, spendable: 40 });
  });

  const bookedOn = (when: string, ledger = emptyLedger): Ledger => {
    const { scene, at } = worldOf(order, when);
    const wish = { service: 'hackathons', date: '2026-09-20' };
    return posted(ledger, bookService(wish, at(), ledger, scene, 'BK-1'), when, 'booked');
  };
  const cancelledOn = (when: string, ledger: Ledger): Ledger => {
    const { scene, at } = worldOf(order, when);
    const booking = bookingNumbered(ledger, 'BK-1', when.slice(0, 10));
    const meant = { service: 'hackathons', deliveryDate: '2026-09-20', requestedAt: undefined, booking };
    return posted(ledger, cancelService(meant, at(), scene), when, 'cancelled');
  };
  const spending = (ledger: Ledger, amount: number, when: string): Ledger =>
    usedUp(creditsAt('odense'), amount, when).entries.reduce(withEntry, ledger);
  const JUNE = '2026-06-20T10:00:00+02:00';
  const JULY = '2026-07-10T10:00:00+02:00';
  const AUGUST = '2026-08-01T10:00:00+02:00';

  test('has lapsed too where it comes back after its end', () => {
    const booked = bookedOn(JUNE);
    expect(on('2026-08-01', booked)).toEqual({ lapsed: 42, remaining: 50, spendable: 50 });
    expect(on('2026-08-01', cancelledOn(AUGUST, booked))).toEqual({ lapsed: 50, remaining: 50, spendable: 50 });
  });

  test('has lapsed as far as it comes back: the fee stays spent', () => {
    const late = cancelledOn('2026-09-10T10:00:00+02:00', bookedOn(JUNE));
    expect(on('2026-09-10', late)).toEqual({ lapsed: 46, remaining: 50, spendable: 50 });
  });

  test('has lapsed too where something else was spent in between, and where the ledger was stored', () => {
    const spent = spending(bookedOn(JUNE), 10, JULY);
    expect(on('2026-08-01', spent)).toEqual({ lapsed: 42, remaining: 40, spendable: 40 });
    for (const ledger of [spent, readLedger(JSON.parse(JSON.stringify(writeLedger(spent))))])
      expect(on('2026-08-01', cancelledOn(AUGUST, ledger))).toEqual({ lapsed: 50, remaining: 40, spendable: 40 });
  });

  test('has lapsed too where no booking says what it was spent on', () => {
    const returned = [
      { ...creditsAt('odense'), account: 'used', amount: '-20' },
      { ...creditsAt('odense'), account: 'available', amount: '20' },
    ] as const;
    const why = { reason: 'hours-returned', incident: 'INC-1', because: 'product-defect' } as const;
    const back = withEntry(spending(emptyLedger, 20, JUNE), entryOf({ why, lines: returned }, AUGUST, 'returned'));
    expect(on('2026-07-31', back)).toMatchObject({ lapsed: 30 });
    expect(on('2026-08-01', back)).toEqual({ lapsed: 50, remaining: 50, spendable: 50 });
  });

  test('comes back to be spent again where it was taken of what still holds', () => {
    expect(on('2026-08-01', cancelledOn(AUGUST, bookedOn(JULY)))).toEqual({ lapsed: 50, remaining: 50, spendable: 50 });
    const before = cancelledOn('2026-06-25T10:00:00+02:00', bookedOn(JUNE));
    expect(on('2026-06-25', before)).toEqual({ lapsed: 0, remaining: 100, spendable: 70 });
  });

  test('shows as lapsed, and expires with its last part', () => {
    const { scene, at } = worldOf(january({ services: services.slice(0, 1) }), '2026-08-01T10:00:00+02:00');
    expect(showBalances({ what: 'credits' }, at(), scene).facts.balances).toMatchObject([
      { purchased: 50, lapsed: 50, remaining: 0, expires: '2026-06-30' },
    ]);
  });
});
