import { describe, expect, test } from '@jest/globals';
import type { ArgsOf } from '../../src/command/contract.ts';
import { contracts } from '../../src/command/contract.ts';
import { bookService } from '../../src/ledger/book-service.ts';
import { bookingsOf } from '../../src/ledger/bookings.ts';
import { creditsAt } from '../../src/ledger/exchange-credits.ts';
import { emptyLedger, type Ledger } from '../../src/ledger/ledger.ts';
import { redeemCredits } from '../../src/ledger/redeem-credits.ts';
import { january, posted, premier, remaining, usedUp, type World, worldOf } from './account-world.ts';

const workshops = { service: 'workshops', location: 'odense', unit: 'events' } as const;

const book = ({ scene, at }: World, args: ArgsOf<'service.book'>, ledger: Ledger = emptyLedger) => {
  const decision = bookService(args, at(args.location), ledger, scene, 'BK-1');
  expect(contracts['service.book'].facts.parse(decision.facts)).toEqual(decision.facts);
  return decision;
};

describe('a booking reserves what the delivery is taken from', () => {
  test('one of the service where it is held', () => {
    const order = january();
    const decision = book(worldOf(order), { service: 'workshops', date: '2026-05-20' });
    expect(decision.facts).toMatchObject({
      allowed: 'yes',
      because: [],
      conditions: expect.arrayContaining(['subject-to-resources', 'minimum-registration']),
      requestBy: '2026-11-01',
      booking: {
        service: 'workshops',
        location: 'odense',
        date: '2026-05-20',
        state: 'requested',
        holds: { ...workshops, amount: 1 },
      },
    });
    expect(decision.facts.booking).not.toHaveProperty('id');
    const ledger = posted(emptyLedger, decision, '2026-03-03T10:00:00+01:00', 'c1');
    expect(remaining(order, ledger, workshops)).toBe(2);
    expect(bookingsOf(ledger, '2026-05-20')).toMatchObject([{ id: 'BK-1', state: 'requested' }]);
    expect(bookingsOf(ledger, '2026-05-21')).toMatchObject([{ id: 'BK-1', state: 'past' }]);
  });

  test('nothing that will have lapsed by the day of the delivery (F-TERM-05)', () => {
    const { services } = january();
    const parted = services.map((bought) =>
      bought.service === 'workshops' ? { ...bought, end: '2026-06-30' } : bought,
    );
    const world = worldOf(january({ services: parted }));
    expect(book(world, { service: 'workshops', date: '2026-06-30' }).facts).toMatchObject({ allowed: 'yes' });
    const late = book(world, { service: 'workshops', date: '2026-07-01' });
    expect(late.facts).toMatchObject({ allowed: 'no', because: ['service-ended'] });
    expect(late.draft).toBeUndefined();
  });

  test('as many as were asked for', () => {
    const { facts } = book(worldOf(january()), { service: 'workshops', date: '2026-05-20', quantity: 3 });
    expect(facts.booking?.holds?.amount).toBe(3);
  });

  test('nothing for what the base package holds', () => {
    const { facts, draft } = book(worldOf(january()), { service: 'on-demand-assessment', date: '2026-05-20' });
    expect(facts).toMatchObject({ allowed: 'yes', booking: { state: 'requested' } });
    expect(draft?.lines).toEqual([]);
  });

  test('nothing for what was bought without a number', () => {
    const order = january({
      services: [
        { service: 'lab-services', location: 'odense' },
        { service: 'chalk-talks', location: 'odense' },
      ],
    });
    expect(book(worldOf(order), { service: 'chalk-talks', date: '2026-05-20' }).facts).toMatchObject({
      allowed: 'yes',
    });
  });

  test('credits at the rate card’s rate for what is not held', () => {
    const { facts, quoted } = book(worldOf(january()), { service: 'chalk-talks', date: '2026-05-20' });
    expect(facts.booking?.holds).toEqual({ ...creditsAt('odense'), amount: 7 });
    expect(quoted).toBe(7);
  });

  test('what was redeemed before comes first', () => {
    const world = worldOf(january());
    const redeemed = redeemCredits({ service: 'chalk-talks' }, world.at(), emptyLedger, world.scene);
    const ledger = posted(emptyLedger, redeemed, '2026-03-03T09:00:00+01:00', 'c1');
    const { facts } = book(world, { service: 'chalk-talks', date: '2026-05-20' }, ledger);
    expect(facts.booking?.holds).toEqual({ service: 'chalk-talks', location: 'odense', unit: 'events', amount: 1 });
  });

  test('an exact half of a credit is open (G-07)', () => {
    expect(book(worldOf(january()), { service: 'hackathons', date: '2026-05-20' }).facts).toMatchObject({
      uncertain: true,
      booking: { holds: { amount: 8 } },
    });
  });

  test('hours only where their number is given', () => {
    const args = { service: 'enhanced-designated-engineering', date: '2026-05-20' };
    expect(book(worldOf(january()), args).facts.booking).not.toHaveProperty('holds');
    expect(book(worldOf(january()), { ...args, quantity: 16 }).facts.booking?.holds).toMatchObject({
      amount: 16,
      unit: 'hours',
    });
  });
});

describe('is refused', () => {
  const rows: [string, ArgsOf<'service.book'>, string, string?][] = [
    ['in the past', { service: 'workshops', date: '2026-03-02' }, 'date-in-the-past'],
    ['after the term', { service: 'workshops', date: '2027-01-02' }, 'agreement-expired'],
    [
      'before the term',
      { service: 'workshops', date: '2025-12-20' },
      'agreement-not-started',
      '2025-12-01T10:00:00+01:00',
    ],
    [
      '59 days before the end (F-RESP-14)',
      { service: 'workshops', date: '2026-12-10' },
      'request-60-days-ahead',
      '2026-11-02T00:00:00+01:00',
    ],
    [
      'what is not bought and has no rate, without credits',
      { service: 'architecture-services', date: '2026-05-20', location: 'boston' },
      'not-purchased',
    ],
    ['what credits do not reach', { service: 'proof-of-concept', date: '2026-05-20' }, 'not-purchased'],
    ['what the edition lacks', { service: 'third-tier-support', date: '2026-05-20' }, 'not-in-edition'],
    ['what is not scheduled', { service: 'problem-resolution-support', date: '2026-05-20' }, 'not-bookable'],
    ['events, which are planned', { service: 'azure-events', date: '2026-05-20' }, 'not-bookable'],
  ];
  test.each(rows.map(([name, args, because, now]) => ({ name, args, because, now })))(
    '$name',
    ({ args, because, now }) => {
      const { facts, draft } = book(worldOf(january(), now), args);
      expect(facts).toMatchObject({ allowed: 'no', because: expect.arrayContaining([because]) });
      expect(facts.because[0]).toBe(because);
      expect(facts).not.toHaveProperty('booking');
      expect(draft).toBeUndefined();
    },
  );

  test('what was bought for another location', () => {
    const order = january({ rateCard: undefined });
    expect(book(worldOf(order), { service: 'workshops', date: '2026-05-20', location: 'boston' }).facts).toMatchObject({
      allowed: 'no',
      because: ['location-not-covered'],
    });
  });

  test('once the last is used and there are no credits', () => {
    const order = january({ services: [{ ...workshops, quantity: 3 }] });
    expect(
      book(worldOf(order), { service: 'workshops', date: '2026-05-20' }, usedUp(workshops, 3)).facts,
    ).toMatchObject({
      allowed: 'no',
      because: ['insufficient'],
    });
    const tooMany = { service: 'workshops', date: '2026-05-20', quantity: 4 };
    expect(book(worldOf(order), tooMany).facts).toMatchObject({ allowed: 'no', because: ['insufficient'] });
  });
});

describe('is left to the vendor', () => {
  test('where there are credits and no rate', () => {
    expect(book(worldOf(january()), { service: 'architecture-services', date: '2026-05-20' }).facts).toMatchObject({
      allowed: 'ask',
      because: ['not-purchased', 'no-rate'],
    });
    expect(
      book(worldOf(january()), { service: 'workshops', date: '2026-05-20' }, usedUp(workshops, 3)).facts,
    ).toMatchObject({
      allowed: 'ask',
      because: ['insufficient', 'no-rate'],
    });
  });

  test('where the edition does not name the service with the 60 days (F-PRESP-07)', () => {
    const now = '2023-03-10T10:00:00+06:00';
    const order = premier({
      services: [
        { service: 'dedicated-support-engineering', location: 'astana', quantity: 20, unit: 'hours' },
        { service: 'workshops', location: 'astana', quantity: 10, unit: 'seats' },
      ],
    });
    const { facts } = book(worldOf(order, now), { service: 'dedicated-support-engineering', date: '2023-04-20' });
    expect(facts).toMatchObject({ allowed: 'ask', because: ['request-60-days-ahead'], uncertain: true });
    expect(book(worldOf(order, now), { service: 'workshops', date: '2023-04-20' }).facts).toMatchObject({
      allowed: 'no',
    });
  });

  test('in time on the sixtieth day before the end', () => {
    const world = worldOf(january(), '2026-11-01T23:00:00+01:00');
    expect(book(world, { service: 'workshops', date: '2026-12-31' }).facts).toMatchObject({ allowed: 'yes' });
  });
});
