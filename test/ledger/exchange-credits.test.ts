import { describe, expect, test } from '@jest/globals';
import type { ExchangeFacts } from '../../src/command/account-contract.ts';
import { contracts } from '../../src/command/contract.ts';
import { creditsAt, exchangeCredits } from '../../src/ledger/exchange-credits.ts';
import { emptyLedger, type Ledger } from '../../src/ledger/ledger.ts';
import { orderWith } from '../support/world.ts';
import {
  april,
  credits,
  january,
  posted,
  premier,
  remaining,
  september,
  usedUp,
  type World,
  worldOf,
} from './account-world.ts';

const exchange = ({ scene, at }: World, amount: number, from: string, to: string, ledger: Ledger = emptyLedger) => {
  const decision = exchangeCredits({ credits: amount, from, to }, { from: at(from), to: at(to) }, ledger, scene);
  expect(contracts['credits.exchange'].facts.parse(decision.facts)).toEqual(decision.facts);
  return decision;
};

const inApril = (change = {}) => worldOf(april(change), '2024-10-15T10:00:00+02:00');
const inSeptember = () => worldOf(september(), '2025-06-17T10:00:00+02:00');

describe('value moves at the rates of the two locations', () => {
  test.each([
    ['up to the next credit', 10, 'odense', 'lyon', 13],
    ['at a higher rate', 10, 'lyon', 'odense', 8],
    ['up, to a location that bought none', 10, 'odense', 'boston', 12],
    ['up from a quarter', 25, 'odense', 'lyon', 32],
    ['all of it', 200, 'odense', 'lyon', 250],
  ])('%s', (_, amount, from, to, credited) => {
    const { facts, draft, quoted, citations } = exchange(worldOf(january()), amount, from, to);
    expect(facts).toMatchObject({ allowed: 'yes', because: [], debited: amount, credited, rounding: 'up' });
    expect(facts.uncertain).toBeUndefined();
    expect(quoted).toBe(credited);
    expect(draft?.why).toEqual({ reason: 'exchange', from, to });
    expect(citations).toContainEqual({ edition: 'unified-2025-01', section: '2.6' });
  });

  test('rates with decimals are exact', () => {
    const order = january({
      locations: january().locations.map((location) => ({
        ...location,
        creditRate: { currency: 'EUR', perCredit: 0.1 },
      })),
    });
    expect(exchange(worldOf(order), 3, 'odense', 'lyon').facts).toMatchObject({ credited: 3 });
  });

  test('both balances after it are told, and hold once it is posted', () => {
    const order = january();
    const decision = exchange(worldOf(order), 10, 'odense', 'lyon');
    expect(decision.facts).toMatchObject({ available: 200, remaining: { from: 190, to: 53 } });
    const ledger = posted(emptyLedger, decision, '2026-03-03T10:00:00+01:00', 'c1');
    expect(remaining(order, ledger, creditsAt('odense'))).toBe(190);
    expect(remaining(order, ledger, creditsAt('lyon'))).toBe(53);
  });
});

describe('is refused, and nothing is posted', () => {
  const japan = orderWith({
    id: 'WO-T9',
    structure: 'decentralised',
    locations: [
      {
        id: 'osaka',
        role: 'downstream',
        country: 'JP',
        timeZone: 'Asia/Tokyo',
        creditRate: { currency: 'EUR', perCredit: 110 },
      },
    ],
    services: [credits('osaka', 30)],
    contacts: [],
  });

  test.each<[string, World, number, string, string, Partial<ExchangeFacts>]>([
    [
      'more than there is',
      worldOf(january()),
      41,
      'lyon',
      'odense',
      { because: ['insufficient'], available: 40, credited: 33 },
    ],
    [
      'from a location without credits',
      worldOf(january()),
      1,
      'boston',
      'lyon',
      { because: ['insufficient'], available: 0 },
    ],
    ['to the same location', worldOf(january()), 5, 'odense', 'odense', { because: ['same-location'] }],
    [
      'to another work order (F-MC-21b)',
      worldOf(january(), '2026-03-03T10:00:00+01:00', japan),
      20,
      'odense',
      'osaka',
      { because: ['other-work-order'] },
    ],
    [
      'after the term',
      worldOf(january(), '2027-01-01T00:30:00+01:00'),
      1,
      'odense',
      'lyon',
      { because: ['agreement-expired'] },
    ],
    [
      'before the term',
      worldOf(january(), '2025-12-31T10:00:00+01:00'),
      1,
      'odense',
      'lyon',
      { because: ['agreement-not-started'] },
    ],
  ])('%s', (_, world, amount, from, to, facts) => {
    const decision = exchange(world, amount, from, to);
    expect(decision.facts).toMatchObject({ allowed: 'no', ...facts });
    expect(decision.draft).toBeUndefined();
    expect(decision.citations).toContainEqual({ edition: 'unified-2025-01', section: '2.6' });
  });

  test('with every reason, what forbids before what is open', () => {
    const { facts } = exchange(worldOf(january(), '2027-02-01T10:00:00+01:00', japan), 500, 'odense', 'osaka');
    expect(facts.because).toEqual(['other-work-order', 'agreement-expired', 'insufficient']);
  });

  test('where the edition has no credits', () => {
    const order = premier({
      locations: [...premier().locations, { id: 'almaty', role: 'downstream', country: 'KZ', timeZone: 'Asia/Almaty' }],
    });
    const { facts, citations } = exchange(worldOf(order, '2022-10-12T10:00:00+06:00'), 5, 'astana', 'almaty');
    expect(facts).toMatchObject({ allowed: 'no', because: expect.arrayContaining(['not-in-edition']) });
    expect(citations).toEqual([{ edition: 'premier-2022', section: '4.3' }]);
  });

  test('when nothing would arrive', () => {
    const cheap = april().locations.map((location) =>
      location.id === 'shkoder' ? { ...location, creditRate: { currency: 'EUR', perCredit: 10 } } : location,
    );
    const world = inApril({ locations: cheap, governingLanguage: 'sq' });
    expect(exchange(world, 1, 'shkoder', 'odense-2').facts).toMatchObject({
      allowed: 'no',
      because: ['nothing-credited'],
      credited: 0,
    });
  });

  test('with an excluded country where an edition lists them (F-MC-24)', () => {
    const world = worldOf(january());
    const from = world.at('odense');
    const { credits: terms } = from.edition;
    if (terms === null) throw new Error('this edition has credits');
    const listing = {
      ...from.edition,
      credits: {
        ...terms,
        exchange: { ...terms.exchange, excludedCountries: { value: ['US'], section: '2.6', facts: ['F-MC-24'] } },
      },
    };
    const places = { from: { ...from, edition: listing }, to: { ...world.at('boston'), edition: listing } };
    const args = { credits: 10, from: 'odense', to: 'boston' };
    expect(exchangeCredits(args, places, emptyLedger, world.scene).facts).toMatchObject({
      allowed: 'no',
      because: ['excluded-country'],
    });
  });

  test('once another has spent the last', () => {
    const ledger = usedUp(creditsAt('odense'), 195);
    expect(exchange(worldOf(january()), 6, 'odense', 'lyon', ledger).facts).toMatchObject({
      because: ['insufficient'],
      available: 5,
    });
    expect(exchange(worldOf(january()), 5, 'odense', 'lyon', ledger).facts).toMatchObject({ allowed: 'yes' });
  });
});

describe('what the edition leaves open', () => {
  test('April 2024: the sources round differently; the lower holds, uncertain, unless one governs (A-20)', () => {
    expect(exchange(inApril(), 10, 'shkoder', 'odense-2').facts).toMatchObject({
      allowed: 'yes',
      credited: 8,
      rounding: 'nearest',
      uncertain: true,
      readings: [
        { rounding: 'nearest', amount: 8, language: 'sq' },
        { rounding: 'up', amount: 9, language: 'da' },
      ],
    });
    const danish = exchange(inApril({ governingLanguage: 'da' }), 10, 'shkoder', 'odense-2').facts;
    expect(danish).toMatchObject({ credited: 9, rounding: 'up' });
    expect(danish.uncertain).toBeUndefined();
  });

  test('April 2024: an exact result is certain, and the unlisted countries are told (A-34)', () => {
    const { facts } = exchange(inApril(), 12, 'shkoder', 'odense-2');
    expect(facts).toMatchObject({ allowed: 'yes', credited: 10, conditions: ['excluded-countries-unlisted'] });
    expect(facts).not.toHaveProperty('uncertain');
    expect(facts).not.toHaveProperty('readings');
  });

  test('September 2024: the text is lost; both readings are told and nothing is done (A-24)', () => {
    const { facts, draft, citations } = exchange(inSeptember(), 10, 'lille', 'lux');
    expect(facts).toMatchObject({
      allowed: 'ask',
      because: ['text-lost'],
      uncertain: true,
      debited: 10,
      credited: 13,
      readings: [
        { rounding: 'nearest', amount: 13 },
        { rounding: 'up', amount: 14 },
      ],
    });
    expect(facts).not.toHaveProperty('rounding');
    expect(draft).toBeUndefined();
    expect(citations).toEqual([{ edition: 'unified-2024-09', section: '2.6' }]);
  });

  test('September 2024: what cannot be done by any reading is a no', () => {
    expect(exchange(inSeptember(), 101, 'lille', 'lux').facts).toMatchObject({
      allowed: 'no',
      because: ['insufficient', 'text-lost'],
    });
  });

  test.each([
    ['no-rate', undefined],
    ['different-currency', { currency: 'USD', perCredit: 100 }],
  ])('%s: only the vendor can say what arrives', (because, creditRate) => {
    const locations = january().locations.map((location) =>
      location.id === 'lyon' ? { ...location, creditRate } : location,
    );
    const { facts, draft } = exchange(worldOf(january({ locations })), 10, 'odense', 'lyon');
    expect(facts).toMatchObject({ allowed: 'ask', because: [because], debited: 10 });
    expect(facts).not.toHaveProperty('credited');
    expect(draft).toBeUndefined();
  });

  test('a country that needs a work order of its own stands in this one (F-MC-27)', () => {
    const locations = january().locations.map((location) =>
      location.id === 'boston' ? { ...location, country: 'KR' } : location,
    );
    expect(exchange(worldOf(january({ locations })), 10, 'odense', 'boston').facts).toMatchObject({
      allowed: 'ask',
      because: ['own-work-order-country'],
      credited: 12,
    });
  });
});
