import { describe, expect, test } from '@jest/globals';
import type { ArgsOf } from '../../src/command/contract.ts';
import { contracts } from '../../src/command/contract.ts';
import { bookService } from '../../src/ledger/book-service.ts';
import { bookingNumbered } from '../../src/ledger/bookings.ts';
import { cancelService } from '../../src/ledger/cancel-service.ts';
import { emptyLedger, type Ledger } from '../../src/ledger/ledger.ts';
import { redeemCredits } from '../../src/ledger/redeem-credits.ts';
import { posted, premier, remaining, usedUp, worldOf } from './account-world.ts';

const NOW = '2022-10-12T10:00:00+06:00';
const DAY = '2022-12-06';
const assistance = { service: 'support-assistance', location: 'astana', unit: 'hours' } as const;

const order = (change: object = {}) =>
  premier({
    services: [...premier().services, { ...assistance, quantity: 40 }],
    rateCard: [
      { service: 'custom-proactive-services', hours: 5.7 },
      { service: 'health-check', hours: 11.5 },
      { service: 'workshops', hours: 0.8 },
      { service: 'proactive-accelerator', hours: 8 },
      { service: 'advisory-support', hours: 1 },
    ],
    ...change,
  });

const book = (args: Omit<ArgsOf<'service.book'>, 'date'>, ledger: Ledger = emptyLedger, own = order()) => {
  const { scene, at } = worldOf(own, NOW);
  const decision = bookService({ ...args, date: DAY }, at(), ledger, scene, 'BK-1');
  expect(contracts['service.book'].facts.parse(decision.facts)).toEqual(decision.facts);
  return decision;
};

describe('hours of assistance pay for a scheduled service (F-CRED-05)', () => {
  test('by its daily rate, rounded to the nearest hour', () => {
    const decision = book({ service: 'custom-proactive-services', quantity: 2 });
    expect(decision.facts).toMatchObject({
      allowed: 'yes',
      because: [],
      booking: { holds: { ...assistance, amount: 11 } },
    });
    expect(decision.quoted).toBe(11);
    expect(decision.citations).toContainEqual({ edition: 'premier-2022', section: '4.3.1' });
    expect(remaining(order(), posted(emptyLedger, decision, NOW, 'c1'), assistance, NOW)).toBe(29);
  });

  test.each([
    ['11.4 hours take 11', 11.4, 11],
    ['11.6 hours take 12', 11.6, 12],
    ['whole hours are taken as they are', 12, 12],
  ])('%s', (_, hours, taken) => {
    const own = order({ rateCard: [{ service: 'health-check', hours }] });
    const { facts } = book({ service: 'health-check' }, emptyLedger, own);
    expect(facts.booking?.holds?.amount).toBe(taken);
    expect(facts).not.toHaveProperty('uncertain');
  });

  test('an exact half of an hour is open, and the greater is reserved (G-07)', () => {
    expect(book({ service: 'health-check' }).facts).toMatchObject({
      uncertain: true,
      booking: { holds: { amount: 12 } },
      readings: [{ amount: 12 }, { amount: 11 }],
    });
  });

  test('what is held of the service comes first', () => {
    const seats = { service: 'workshops', location: 'astana', unit: 'seats' } as const;
    expect(book({ service: 'workshops', quantity: 4 }).facts.booking?.holds).toEqual({ ...seats, amount: 4 });
    expect(book({ service: 'workshops', quantity: 4 }, usedUp(seats, 10, NOW)).facts.booking?.holds).toEqual({
      ...assistance,
      amount: 3,
    });
  });

  test('they are back when it is cancelled in time', () => {
    const ledger = posted(emptyLedger, book({ service: 'custom-proactive-services', quantity: 2 }), NOW, 'c1');
    const { scene, at } = worldOf(order(), NOW);
    const booking = bookingNumbered(ledger, 'BK-1', '2022-10-12');
    const cancelled = cancelService(
      { deliveryDate: DAY, booking, service: undefined, requestedAt: undefined },
      at(),
      scene,
    );
    expect(remaining(order(), posted(ledger, cancelled, NOW, 'c2'), assistance, NOW)).toBe(40);
  });
});

describe('they do not pay', () => {
  test.each([
    ['for what is printed after them', 'proactive-accelerator', ['not-purchased']],
    ['for what is not proactive', 'advisory-support', ['not-bookable', 'not-purchased']],
  ])('%s', (_, service, because) => {
    const { facts, draft } = book({ service });
    expect(facts).toMatchObject({ allowed: 'no', because });
    expect(draft).toBeUndefined();
  });

  test('beyond their balance', () => {
    const { facts, draft } = book({ service: 'custom-proactive-services', quantity: 8 });
    expect(facts).toMatchObject({ allowed: 'no', because: ['not-purchased', 'insufficient'] });
    expect(draft).toBeUndefined();
  });

  test('without a rate: the vendor is asked', () => {
    const own = order({ rateCard: undefined });
    expect(book({ service: 'health-check' }, emptyLedger, own).facts).toMatchObject({
      allowed: 'ask',
      because: ['not-purchased', 'no-rate'],
    });
  });

  test('where there are none', () => {
    const own = order({ services: premier().services, rateCard: undefined });
    expect(book({ service: 'health-check' }, emptyLedger, own).facts).toMatchObject({
      allowed: 'no',
      because: ['not-purchased'],
    });
  });
});

test('they are not redeemed as credits, which the edition does not have', () => {
  const { scene, at } = worldOf(order(), NOW);
  const { facts, draft } = redeemCredits({ service: 'health-check' }, at(), emptyLedger, scene);
  expect(facts).toMatchObject({ allowed: 'no', because: ['not-in-edition', 'no-rate'] });
  expect(draft).toBeUndefined();
});
