import { describe, expect, test } from '@jest/globals';
import type { ArgsOf } from '../../src/command/contract.ts';
import { contracts } from '../../src/command/contract.ts';
import { Opened } from '../../src/incident/events.ts';
import { type Incident, incidentOf } from '../../src/incident/incident.ts';
import { openIncident } from '../../src/incident/open-incident.ts';
import { toNumber } from '../../src/ledger/decimal.ts';
import { emptyLedger, type Ledger } from '../../src/ledger/ledger.ts';
import { poolBalance } from '../../src/ledger/pools.ts';
import { recordHours } from '../../src/ledger/record-hours.ts';
import { january, posted, premier, remaining, usedUp, type World, worldOf } from './account-world.ts';

const NOW = '2022-10-12T10:00:00+06:00';
const resolution = { service: 'problem-resolution-support', location: 'astana', unit: 'hours' } as const;
const thirdTier = { service: 'third-tier-support', location: 'astana', unit: 'hours' } as const;

const record = (
  { scene, at }: World,
  args: ArgsOf<'hours.record'>,
  ledger: Ledger = emptyLedger,
  incident?: Incident,
) => {
  const decision = recordHours(args, at(args.location), ledger, scene, incident);
  expect(contracts['hours.record'].facts.parse(decision.facts)).toEqual(decision.facts);
  return decision;
};

function incidentIn({ scene, at }: World, id: string, change: Partial<Opened> = {}): Incident {
  const opening = openIncident({ product: 'sql-server', severity: 'B', summary: 'slow' }, at(), scene);
  if (!opening.ok) throw new Error(opening.failure);
  const { event } = opening.value;
  const plan = { ...event.plan, queue: change.queue ?? event.plan.queue };
  return incidentOf(id, [Opened.parse({ ...event, plan, ...change })]);
}

const world = (change = {}, now = NOW) => worldOf(premier(change), now);
const ONE = 'INC-100001';
const TWO = 'INC-100002';

describe('hours that are worked are taken exactly', () => {
  test.each([
    ['a quarter', 0.25, 119.75],
    ['a tenth', 0.1, 119.9],
    ['all', 120, 0],
  ])('%s', (_, hours, left) => {
    const { facts, draft, citations } = record(world(), { service: 'problem-resolution-support', hours });
    expect(facts).toMatchObject({ allowed: 'yes', because: [], unit: 'hours', charged: hours, remaining: left });
    expect(draft?.why).toMatchObject({ reason: 'hours', hours });
    expect(citations).toContainEqual({ edition: 'premier-2022', section: '4.3.3' });
  });

  test('from the host’s balance where the location has none of its own (F-GLOB-03)', () => {
    const locations = [
      ...premier().locations,
      { id: 'almaty', role: 'downstream', country: 'KZ', timeZone: 'Asia/Almaty' },
    ];
    const args = { service: 'problem-resolution-support', hours: 2, location: 'almaty' };
    expect(record(world({ locations }), args).facts).toMatchObject({ location: 'astana', remaining: 118 });
  });

  test('from a designated engineer’s block', () => {
    const { facts } = record(worldOf(january()), { service: 'enhanced-designated-engineering', hours: 7.5 });
    expect(facts).toMatchObject({ allowed: 'yes', location: 'odense', remaining: 152.5 });
  });
});

describe('nothing is taken', () => {
  const args = { service: 'problem-resolution-support', hours: 3 };

  test('for a product defect in mainstream support (F-REA-30)', () => {
    const { facts, draft } = record(world(), { ...args, cause: 'product-defect' });
    expect(facts).toMatchObject({
      allowed: 'yes',
      because: ['product-defect-in-mainstream-support'],
      hours: 3,
      charged: 0,
      remaining: 120,
    });
    expect(draft).toMatchObject({ lines: [], why: { uncharged: 'product-defect-in-mainstream-support' } });
  });

  test('but for a defect hours of designated engineering are, for no edition says otherwise', () => {
    const designated = { service: 'enhanced-designated-engineering', hours: 3, cause: 'product-defect' } as const;
    expect(record(worldOf(january()), designated).facts).toMatchObject({ charged: 3 });
  });

  test('for online services of the public sector (F-REA-32)', () => {
    const publicly = world({ customer: { ...premier().customer, sector: 'public' } });
    const online = incidentIn(publicly, ONE, { product: 'exchange-online' });
    const server = incidentIn(publicly, TWO);
    expect(record(publicly, { ...args, incident: ONE }, emptyLedger, online).facts).toMatchObject({
      because: ['public-sector-online-services'],
      charged: 0,
      incident: ONE,
    });
    expect(record(publicly, { ...args, incident: TWO }, emptyLedger, server).facts).toMatchObject({ charged: 3 });
    const commercial = incidentIn(world(), ONE, { product: 'exchange-online' });
    expect(record(world(), { ...args, incident: ONE }, emptyLedger, commercial).facts).toMatchObject({ charged: 3 });
  });

  test('under Premier Ultimate (F-ULT-01)', () => {
    const services = [...premier().services, { service: 'premier-ultimate', location: 'astana' }];
    expect(record(world({ services }), args).facts).toMatchObject({ because: ['premier-ultimate'], charged: 0 });
  });
});

describe('hours stand in one way only (F-REA-34)', () => {
  test('third tier for problem resolution', () => {
    const args = { service: 'third-tier-support', hours: 2, for: 'problem-resolution-support' };
    expect(record(world(), args).facts).toMatchObject({
      allowed: 'yes',
      conditions: ['one-way-hours'],
      for: 'problem-resolution-support',
      remaining: 18,
    });
  });

  test('not problem resolution for third tier', () => {
    const args = { service: 'problem-resolution-support', hours: 2, for: 'third-tier-support' };
    const { facts, draft } = record(world(), args);
    expect(facts).toMatchObject({ allowed: 'no', because: ['one-way-hours'], charged: 0, remaining: 120 });
    expect(draft).toBeUndefined();
  });

  test('the queue of the incident says what was worked', () => {
    const deep = incidentIn(world(), ONE, { queue: 'third-tier' });
    const args = { service: 'problem-resolution-support', hours: 2, incident: ONE };
    expect(record(world(), args, emptyLedger, deep).facts).toMatchObject({ because: ['one-way-hours'] });
    const { opened } = deep;
    const plan = { ...opened.plan, queue: 'problem-resolution' as const };
    const lowered = { type: 'severity-set', at: opened.at, by: 'e', severity: 'C', plan } as const;
    expect(record(world(), args, emptyLedger, incidentOf(ONE, [opened, lowered])).facts).toMatchObject({ because: [] });
    const plain = incidentIn(world(), ONE);
    expect(plain.opened.queue).toBe('problem-resolution');
    const other = { ...args, service: 'third-tier-support' };
    expect(record(world(), other, emptyLedger, plain).facts).toMatchObject({
      allowed: 'yes',
      for: 'problem-resolution-support',
    });
  });

  test('assistance is for proactive services, not for incidents (F-CRED-05)', () => {
    const assistance = { service: 'support-assistance', location: 'astana', quantity: 40, unit: 'hours' };
    const holding = world({ services: [...premier().services, assistance] });
    const args = { service: 'support-assistance', hours: 2 };
    for (const queue of ['problem-resolution', 'third-tier'] as const) {
      const incident = incidentIn(holding, ONE, { queue });
      const { facts, draft } = record(holding, { ...args, incident: ONE }, emptyLedger, incident);
      expect(facts).toMatchObject({ allowed: 'no', because: ['not-interchangeable'], charged: 0, remaining: 40 });
      expect(draft).toBeUndefined();
    }
    expect(record(holding, args).facts).toMatchObject({ allowed: 'yes', charged: 2, remaining: 38 });
  });

  test('other hours do not stand in at all', () => {
    const args = { service: 'enhanced-designated-engineering', hours: 2, for: 'problem-resolution-support' };
    expect(record(worldOf(january()), args).facts).toMatchObject({ allowed: 'no', because: ['not-interchangeable'] });
  });
});

describe('when the hours run out (F-REA-31)', () => {
  const short = usedUp(resolution, 118, '2022-09-01T10:00:00+06:00');
  const args = { service: 'problem-resolution-support', hours: 5 };

  test('what is under way goes on in arrears', () => {
    const incident = incidentIn(world(), ONE);
    const decision = record(world(), { ...args, incident: ONE }, short, incident);
    expect(decision.facts).toMatchObject({
      allowed: 'yes',
      because: ['arrears', 'buy-before-next-incident'],
      charged: 5,
      arrears: 3,
      remaining: 0,
      alternatives: ['third-tier-support'],
    });
    const after = posted(short, decision, NOW, 'c1');
    expect(remaining(premier(), after, resolution, NOW)).toBe(0);
    expect(toNumber(poolBalance(premier(), after, '2022-10-12', resolution).arrears)).toBe(3);

    const again = record(world(), { ...args, hours: 1, incident: ONE }, after, incident);
    expect(again.facts).toMatchObject({ allowed: 'yes', arrears: 1 });
    const another = record(world(), { ...args, hours: 1, incident: TWO }, after, incidentIn(world(), TWO));
    expect(another.facts).toMatchObject({ allowed: 'no', because: ['insufficient', 'buy-before-next-incident'] });
    expect(another.draft).toBeUndefined();
  });

  test('hours that are bought later make up for the arrears first', () => {
    const incident = incidentIn(world(), ONE);
    const after = posted(short, record(world(), { ...args, incident: ONE }, short, incident), NOW, 'c1');
    const services = [...premier().services, { ...resolution, quantity: 10 }];
    expect(remaining(premier({ services }), after, resolution, NOW)).toBe(7);
  });

  test('without an incident under way it is a no', () => {
    expect(record(world(), args, short).facts).toMatchObject({
      allowed: 'no',
      because: ['insufficient', 'buy-before-next-incident'],
      charged: 0,
      remaining: 2,
      alternatives: ['third-tier-support'],
    });
  });

  test('other hours end with their balance', () => {
    const args20 = { service: 'third-tier-support', hours: 20.5, incident: ONE };
    expect(record(world(), args20, emptyLedger, incidentIn(world(), ONE)).facts).toMatchObject({
      allowed: 'no',
      because: ['insufficient'],
      remaining: 20,
    });
    expect(remaining(premier(), emptyLedger, thirdTier, NOW)).toBe(20);
  });
});

describe('is refused', () => {
  test.each([
    ['what is not bought', 'reactive-support-management-hours', 'not-purchased'],
    ['what is given as needed', 'problem-resolution-support', 'not-counted-in-hours'],
    ['what is counted otherwise', 'workshops', 'not-counted-in-hours'],
    ['what the edition lacks', 'third-tier-support', 'not-in-edition'],
  ])('%s', (_, service, because) => {
    expect(record(worldOf(january()), { service, hours: 1 }).facts).toMatchObject({
      allowed: 'no',
      because: [because],
    });
  });

  test('after the term', () => {
    const late = world({}, '2023-05-01T10:00:00+06:00');
    expect(record(late, { service: 'problem-resolution-support', hours: 1 }).facts.because).toEqual([
      'agreement-expired',
    ]);
  });
});
