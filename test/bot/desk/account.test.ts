import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createDesk } from '../../../bot/desk/create-desk.ts';
import type { CommandTurn, Desk } from '../../../bot/desk/desk.ts';
import { importWorkOrder } from '../../../bot/desk/work-orders.ts';
import { createUnderstander } from '../../../bot/understanding/understand.ts';
import { createPresenter } from '../../../cards/present.ts';
import type { WorkOrder } from '../../../src/agreement/work-order.ts';
import type { Answer } from '../../../src/command/answer.ts';
import { type CommandName, contracts } from '../../../src/command/contract.ts';
import { openLowdbStore } from '../../../src/store/lowdb-store.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import type { Store } from '../../../src/store/port.ts';
import { april, credits, january, premier } from '../../ledger/account-world.ts';
import { ADMINISTRATOR, knowledge, orderWith, TENANT } from '../../support/world.ts';

const understander = createUnderstander(knowledge);
const presenter = createPresenter(knowledge);
const SECOND = 'a0000000-0000-4000-8000-0000000000a2';
const OTHER = 'a0000000-0000-4000-8000-0000000000a3';

/** Both administrators of the order under January 2025; the other administers an order of his own. */
const orderOfTwo = (change = {}): WorkOrder => {
  const order = january(change);
  const second = { name: 'Bo Ad', userId: SECOND, roles: ['administrator'], locations: ['odense', 'lyon', 'boston'] };
  return orderWith({ ...order, contacts: [...order.contacts, second] });
};
const orderElsewhere = orderWith({
  id: 'WO-T9',
  structure: 'decentralised',
  locations: [{ id: 'osaka', role: 'downstream', country: 'JP', timeZone: 'Asia/Tokyo' }],
  services: [credits('osaka', 30)],
  flexAllowance: undefined,
  contacts: [{ name: 'Cy Ad', userId: OTHER, roles: ['administrator'], locations: ['osaka'] }],
});

interface Account {
  readonly desk: Desk;
  readonly store: Store;
  /** Gives a command as the first administrator. */
  readonly give: (command: CommandName, args: object, change?: Partial<CommandTurn>) => Promise<Answer>;
}

async function openAccount(store: Store, ...orders: readonly WorkOrder[]): Promise<Account> {
  for (const order of orders) {
    const imported = await importWorkOrder(store, knowledge, order);
    if (!imported.ok) throw new Error(JSON.stringify(imported.failure));
  }
  const clock = (): number => Date.parse('2026-03-03T10:00:00+01:00');
  const desk = createDesk({ store, knowledge, understander, presenter, clock, timeZoneData: 'test' });
  const give: Account['give'] = async (command, args, change = {}) => {
    const turn = { tenant: TENANT, user: ADMINISTRATOR, locale: 'en', command, args: { ...args }, ...change };
    const answer = await desk.perform(turn);
    if (Object.keys(answer.facts).length > 0 && answer.status !== 'needs-input') {
      expect(contracts[command].facts.parse(answer.facts)).toEqual(answer.facts);
    }
    return answer;
  };
  return { desk, store, give };
}

const yes = { confirmed: true } as const;
const toLyon = { credits: 10, from: 'odense', to: 'lyon' };

let account: Account;
beforeEach(async () => {
  account = await openAccount(new MemoryStore(), orderOfTwo(), orderElsewhere);
});

/** What is left at a location, as the balance tells it. */
async function left(location: string, what = 'credits', now?: string): Promise<unknown> {
  const change = now === undefined ? {} : { now };
  const { facts } = await account.give('balance.show', { what, location }, change);
  return (facts.balances as readonly { remaining: number }[]).map(({ remaining }) => remaining);
}

describe('what spends', () => {
  test('is asked back with its figures first, and nothing is done', async () => {
    const asked = await account.give('credits.exchange', toLyon);
    expect(asked).toMatchObject({
      status: 'needs-confirmation',
      args: { ...toLyon, quoted: 13 },
      facts: { debited: 10, credited: 13, rounding: 'up' },
      citations: [{ edition: 'unified-2025-01', section: '2.6' }],
    });
    expect(asked.text).toContain('13');
    expect(await left('odense')).toEqual([200]);
  });

  test('is done after a yes, and shows in balance and statement', async () => {
    expect(await account.give('credits.exchange', { ...toLyon, quoted: 13 }, yes)).toMatchObject({
      status: 'done',
      facts: { debited: 10, credited: 13 },
    });
    expect([await left('odense'), await left('lyon')]).toEqual([[190], [53]]);
    expect(await account.give('ledger.show', {})).toMatchObject({
      status: 'answered',
      facts: { entries: [{ by: ADMINISTRATOR, at: '2026-03-03T10:00:00+01:00', why: { reason: 'exchange' } }] },
    });
  });

  test('is asked back anew where the figure has changed since', async () => {
    const again = await account.give('credits.exchange', { ...toLyon, quoted: 14 }, yes);
    expect(again).toMatchObject({ status: 'needs-confirmation', args: { quoted: 13 } });
    expect(await left('odense')).toEqual([200]);
  });

  test('is answered at once where the answer is no', async () => {
    expect(await account.give('credits.exchange', { ...toLyon, credits: 500 }, yes)).toMatchObject({
      status: 'answered',
      facts: { allowed: 'no', because: ['insufficient'] },
    });
  });

  test('is done once for one command, whose second arrival is told the same', async () => {
    const once = { ...yes, commandId: 'activity-7' };
    const first = await account.give('credits.exchange', { ...toLyon, credits: 200 }, once);
    const second = await account.give('credits.exchange', { ...toLyon, credits: 200 }, once);
    expect(second).toMatchObject({ status: 'done', facts: first.facts, citations: first.citations });
    expect([await left('odense'), await left('lyon')]).toEqual([[0], [290]]);
  });

  test('is done once although it arrives five times at the same time', async () => {
    const once = { ...yes, commandId: 'activity-8' };
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => account.give('credits.exchange', toLyon, once)));
    expect(answers.map(({ status }) => status)).toEqual(['done', 'done', 'done', 'done', 'done']);
    expect(await left('odense')).toEqual([190]);
  });

  test.each(['two', '-5', '1.5', 0, -1, 2.5, 1e12])('takes no %p credits', async (amount) => {
    expect(await account.give('credits.exchange', { ...toLyon, credits: amount })).toMatchObject({
      status: 'needs-input',
      missing: ['credits'],
    });
  });
});

describe('who may', () => {
  const commands: readonly (readonly [CommandName, object])[] = [
    ['ledger.show', { location: 'odense' }],
    ['credits.exchange', toLyon],
    ['credits.redeem', { service: 'chalk-talks', location: 'odense' }],
    ['service.book', { service: 'workshops', date: '2026-05-20', location: 'odense' }],
    ['service.cancel', { service: 'workshops', deliveryDate: '2026-05-20', location: 'odense' }],
    ['service.exchange', { from: 'workshops', to: 'chalk-talks', location: 'odense' }],
    ['event.plan', { start: '2026-11-09', end: '2026-11-13', location: 'odense' }],
    ['flex.check', { amount: 5000, for: 'workshops' }],
    ['hours.record', { service: 'enhanced-designated-engineering', hours: 1, location: 'odense' }],
  ];

  test.each(commands)('%s is the administrators’ alone', async (command, args) => {
    const contactOnly = orderWith({
      ...january(),
      contacts: [{ name: 'Co', userId: SECOND, roles: ['contact'], locations: ['odense'] }],
    });
    const { give } = await openAccount(new MemoryStore(), contactOnly);
    expect(await give(command, args, { user: SECOND, ...yes })).toMatchObject({ status: 'refused', because: ['role'] });
    expect(await give(command, args, { user: OTHER, ...yes })).toMatchObject({ status: 'refused', because: ['role'] });
  });

  test.each(commands.filter(([command]) => command !== 'flex.check'))(
    '%s is refused to an administrator of another work order of the tenant',
    async (command, args) => {
      expect(await account.give(command, args, { user: OTHER, ...yes })).toMatchObject({
        status: 'refused',
        because: ['role'],
      });
    },
  );

  test('another tenant sees nothing of it', async () => {
    const tenant = 'b0000000-0000-4000-8000-000000000001';
    expect(await account.give('ledger.show', {}, { tenant })).toMatchObject({ because: ['unknown-tenant'] });
  });

  test.each([
    ['credits.exchange', { ...toLyon, from: 'nowhere' }],
    ['credits.exchange', { ...toLyon, to: 'nowhere' }],
    ['credits.redeem', { service: 'chalk-talks', location: 'nowhere' }],
    ['service.cancel', { deliveryDate: '2026-05-20', location: 'nowhere' }],
  ] as const)('%s about an unknown location is refused', async (command, args) => {
    expect(await account.give(command, args)).toMatchObject({ status: 'refused', because: ['unknown-location'] });
  });

  test.each([
    ['flex.check', { amount: 1, for: 'no-such-service' }],
    ['service.exchange', { from: 'workshops', to: 'no-such-service' }],
  ] as const)('%s about an unknown service is refused', async (command, args) => {
    expect(await account.give(command, args)).toMatchObject({ status: 'refused', because: ['unknown-service'] });
  });
});

describe('a booking', () => {
  const workshop = { service: 'workshops', date: '2026-05-20' };
  const book = (change: Partial<CommandTurn> = {}) => account.give('service.book', workshop, { ...yes, ...change });
  const idOf = ({ facts }: Answer): string => (facts.booking as { id: string }).id;

  test('has no number before it is made, then one that can be said, and a file for the calendar', async () => {
    const asked = await account.give('service.book', workshop);
    expect(asked).toMatchObject({ status: 'needs-confirmation', facts: { booking: { state: 'requested' } } });
    expect(asked.facts.booking).not.toHaveProperty('id');
    const made = await book();
    expect(made).toMatchObject({ status: 'done', facts: { booking: { id: expect.stringMatching(/^BK-\d{6}$/) } } });
    expect(made.facts.calendar).toContain(`UID:${idOf(made)}@WO-T1`);
    expect(made.facts.calendar).toContain('DTSTART;VALUE=DATE:20260520');
    expect(await left('odense', 'events')).toEqual([2]);
  });

  test('is cancelled by its number with the fee that was quoted', async () => {
    const booking = idOf(await book());
    const asked = await account.give('service.cancel', { booking: booking.toLowerCase() });
    expect(asked).toMatchObject({
      status: 'needs-confirmation',
      args: { booking, quoted: 0 },
      facts: { daysAhead: 78, feePercent: 0, refund: { amount: 1 } },
    });
    const done = await account.give('service.cancel', asked.args, yes);
    expect(done).toMatchObject({ status: 'done', facts: { booking: { id: booking, state: 'cancelled' } } });
    expect(done.facts.calendar).toContain('STATUS:CANCELLED');
    expect(await left('odense', 'events')).toEqual([3]);
  });

  test('is cancelled by service and day, and then is no more', async () => {
    const booking = idOf(await book());
    const day = { service: 'workshops', deliveryDate: '2026-05-20' };
    expect(await account.give('service.cancel', day)).toMatchObject({ args: { booking } });
    await account.give('service.cancel', day, yes);
    expect(await account.give('service.cancel', day, yes)).toMatchObject({
      status: 'answered',
      facts: { allowed: 'no', because: ['already-cancelled'] },
    });
    expect(await left('odense', 'events')).toEqual([3]);
  });

  test('costs what it costs when the yes comes: past midnight it is asked again', async () => {
    const booking = idOf(await book());
    const asked = await account.give('service.cancel', { booking }, { now: '2026-05-06T23:59:00+02:00' });
    expect(asked.args).toMatchObject({ quoted: 0 });
    const later = { ...yes, now: '2026-05-07T00:01:00+02:00' };
    const again = await account.give('service.cancel', asked.args, later);
    expect(again).toMatchObject({ status: 'needs-confirmation', args: { quoted: 50 }, facts: { feePercent: 50 } });
    expect(await account.give('service.cancel', again.args, later)).toMatchObject({
      status: 'done',
      facts: { fee: { amount: 1 }, refund: { amount: 0 }, uncertain: true },
    });
    expect(await left('odense', 'events', later.now)).toEqual([2]);
  });

  test('is cancelled once for one command', async () => {
    const booking = idOf(await book());
    const once = { ...yes, commandId: 'activity-9' };
    const day = { service: 'workshops', deliveryDate: '2026-05-20' };
    const first = await account.give('service.cancel', day, once);
    expect(await account.give('service.cancel', day, once)).toMatchObject({ status: 'done', facts: first.facts });
    expect(first.facts).toMatchObject({ booking: { id: booking } });
  });

  test('on one day at two locations: which one is asked', async () => {
    const chalk = { service: 'chalk-talks', date: '2026-05-20' };
    await account.give('service.book', chalk, yes);
    await account.give('service.book', { ...chalk, location: 'lyon' }, yes);
    const day = { service: 'chalk-talks', deliveryDate: '2026-05-20' };
    expect(await account.give('service.cancel', day)).toMatchObject({ status: 'needs-input', missing: ['location'] });
    expect(await account.give('service.cancel', { ...day, location: 'lyon' })).toMatchObject({
      status: 'needs-confirmation',
      facts: { location: 'lyon' },
    });
  });

  test('that the desk does not know is only quoted', async () => {
    const day = { deliveryDate: '2026-05-20' };
    expect(await account.give('service.cancel', day, yes)).toMatchObject({
      status: 'answered',
      facts: { daysAhead: 78, feePercent: 0 },
    });
    expect(await account.give('service.cancel', { booking: 'BK-1' })).toMatchObject({ because: ['unknown-booking'] });
    expect(await account.give('service.cancel', {})).toMatchObject({
      status: 'needs-input',
      missing: ['deliveryDate'],
    });
  });

  test('is moved by its number: the same day in the calendar, under a later version of it', async () => {
    const booking = idOf(await book());
    const asked = await account.give('service.move', { booking: booking.toLowerCase(), date: '2026-06-10' });
    expect(asked).toMatchObject({
      status: 'needs-confirmation',
      args: { booking, deliveryDate: '2026-05-20', quoted: 0 },
      facts: { daysAhead: 78, feePercent: 0, deliveryDate: '2026-05-20', date: '2026-06-10' },
    });
    const done = await account.give('service.move', asked.args, { ...yes, commandId: 'moved' });
    expect(done).toMatchObject({ status: 'done', facts: { booking: { id: booking, date: '2026-06-10' } } });
    expect(done.facts.calendar).toContain(`UID:${booking}@WO-T1`);
    expect(done.facts.calendar).toContain('SEQUENCE:1');
    expect(done.facts.calendar).toContain('DTSTART;VALUE=DATE:20260610');
    expect(await left('odense', 'events')).toEqual([2]);
    expect(await account.give('service.move', asked.args, { ...yes, commandId: 'moved' })).toMatchObject({
      status: 'done',
      facts: done.facts,
    });
    const cancelled = await account.give('service.cancel', { booking }, { ...yes, commandId: 'cancelled' });
    expect(cancelled.facts.calendar).toContain('SEQUENCE:2');
    expect(cancelled.facts).toMatchObject({ deliveryDate: '2026-06-10' });
    expect(await left('odense', 'events')).toEqual([3]);
  });

  test('is moved by its service alone where it is the only one; of several the day is asked for', async () => {
    await book({ commandId: 'first' });
    const wish = { service: 'workshops', date: '2026-06-10' };
    expect(await account.give('service.move', wish)).toMatchObject({
      status: 'needs-confirmation',
      args: { deliveryDate: '2026-05-20' },
    });
    await account.give('service.book', { ...workshop, date: '2026-05-27' }, { ...yes, commandId: 'second' });
    expect(await account.give('service.move', wish)).toMatchObject({
      status: 'needs-input',
      missing: ['deliveryDate'],
      facts: { days: ['2026-05-20', '2026-05-27'] },
    });
  });

  test('that another administrator has moved since is not moved by an old yes', async () => {
    const booking = idOf(await book());
    const asked = await account.give('service.move', { booking, date: '2026-06-10' });
    const first = { booking, date: '2026-06-17' };
    await account.give('service.move', first, { ...yes, user: SECOND, commandId: 'theirs' });
    expect(await account.give('service.move', asked.args, { ...yes, commandId: 'mine' })).toMatchObject({
      status: 'answered',
      facts: { allowed: 'no', because: ['booked-on-another-day'], booking: { date: '2026-06-17' } },
    });
  });

  test('that nobody knows is not moved; of a delivery that was not booked here the fee is told', async () => {
    expect(await account.give('service.move', { booking: 'BK-000000', date: '2026-06-10' })).toMatchObject({
      status: 'refused',
      because: ['unknown-booking'],
    });
    const elsewhere = { service: 'workshops', deliveryDate: '2026-03-10', date: '2026-06-10' };
    expect(await account.give('service.move', elsewhere, yes)).toMatchObject({
      status: 'answered',
      facts: { allowed: 'yes', daysAhead: 7, feePercent: 50, feePercents: [50, 0], uncertain: true },
    });
  });

  test('made by two at the same time is made twice, each with its number', async () => {
    const made = await Promise.all([book({ commandId: 'a' }), book({ commandId: 'b', user: SECOND })]);
    expect(new Set(made.map(idOf)).size).toBe(2);
    expect(await left('odense', 'events')).toEqual([1]);
  });
});

describe('the ledger reaches what is asked elsewhere', () => {
  test('a forecast rests on what was spent, and says that it is an estimate', async () => {
    await account.give('credits.exchange', toLyon, { ...yes, commandId: 'spent' });
    await account.give('service.book', { service: 'workshops', date: '2026-05-20' }, { ...yes, commandId: 'booked' });
    const told = await account.give('balance.forecast', { service: 'workshops' });
    expect(told).toMatchObject({
      status: 'answered',
      facts: { forecasts: [{ purchased: 3, reserved: 1, remaining: 2, days: 61, outlook: 'lapses', lapses: 2 }] },
    });
    expect(told.text).toMatch(/estimate/);
    const { facts } = await account.give('balance.forecast', { what: 'credits', location: 'odense' });
    expect(facts.forecasts).toMatchObject([{ purchased: 190, used: 0, outlook: 'unused', lapses: 190 }]);
  });

  test('coverage is exhausted once the last is booked', async () => {
    const { give } = account;
    await give('service.book', { service: 'workshops', date: '2026-05-20', quantity: 3 }, yes);
    for (const command of ['coverage.check', 'service.explain'] as const) {
      expect(await give(command, { service: 'workshops' })).toMatchObject({
        facts: { decision: 'exhausted', because: ['balance-used'] },
      });
    }
  });

  test('a confirmed event switches its chart on, on its days and at its location', async () => {
    const { give } = await openAccount(new MemoryStore(), april());
    const now = { now: '2024-09-02T10:00:00+02:00' };
    const expected = { severity: 'A', product: 'azure-sql-database', at: '2024-11-20T10:00:00+01:00' };
    expect((await give('response.expect', expected, now)).facts.chart).toBe('azure-rapid-response');
    const args = { start: '2024-11-18', end: '2024-11-21', solutions: 1, confirmedOn: '2024-09-02' };
    const asked = await give('event.plan', args, now);
    expect(asked).toMatchObject({ status: 'needs-confirmation', facts: { allowed: 'yes', eventsNeeded: 1 } });
    const done = await give('event.plan', args, { ...now, ...yes });
    expect(done).toMatchObject({ status: 'done' });
    expect(done.facts.calendar).toContain('DTEND;VALUE=DATE:20241122');
    expect((await give('response.expect', expected, now)).facts.chart).toBe('azure-events');
    const after = { ...expected, at: '2024-11-22T10:00:00+01:00' };
    expect((await give('response.expect', after, now)).facts.chart).toBe('azure-rapid-response');
  });

  test('a plan that is only asked about is answered', async () => {
    const { give } = await openAccount(new MemoryStore(), april());
    const args = { start: '2024-11-18', end: '2024-11-21', solutions: 1 };
    const answer = await give('event.plan', args, { now: '2024-09-02T10:00:00+02:00', ...yes });
    expect(answer).toMatchObject({ status: 'answered', facts: { allowed: 'yes' } });
  });
});

describe('hours', () => {
  const now = { now: '2022-10-12T10:00:00+06:00' };

  test('are recorded on an incident of the customer’s after a yes', async () => {
    const { give } = await openAccount(new MemoryStore(), premier());
    const opened = await give('incident.open', { product: 'sql-server', severity: 'B', summary: 'slow' }, now);
    const { id } = opened.facts.incident as { id: string };
    const args = { service: 'third-tier-support', hours: 1.5, incident: id.toLowerCase(), text: 'traces read' };
    expect(await give('hours.record', args, now)).toMatchObject({
      status: 'needs-confirmation',
      facts: { charged: 1.5 },
    });
    expect(await give('hours.record', args, { ...now, ...yes })).toMatchObject({
      status: 'done',
      facts: { incident: id, for: 'problem-resolution-support', remaining: 18.5 },
    });
    expect(await give('ledger.show', {}, now)).toMatchObject({ facts: { entries: [{ text: 'traces read' }] } });
  });

  test('on an incident that nobody knows are refused', async () => {
    const args = { service: 'third-tier-support', hours: 1, incident: 'INC-000000' };
    expect(await account.give('hours.record', args)).toMatchObject({ because: ['unknown-incident'] });
  });
});

describe('a conversation', () => {
  const say = (text: string) =>
    account.desk.ask({ tenant: TENANT, user: ADMINISTRATOR, conversation: 'c1', locale: 'en', text });

  test('exchanges after a yes', async () => {
    expect(await say('exchange 10 credits from Denmark to France')).toMatchObject({
      command: 'credits.exchange',
      status: 'needs-confirmation',
      facts: { debited: 10, credited: 13 },
    });
    expect(await say('yes')).toMatchObject({ command: 'credits.exchange', status: 'done', facts: { credited: 13 } });
    expect(await left('odense')).toEqual([190]);
  });

  test('leaves it after a no', async () => {
    await say('exchange 10 credits from Denmark to France');
    expect((await say('no')).status).not.toBe('done');
    expect(await left('odense')).toEqual([200]);
  });
});

describe('two administrators spend the last credit at the same time', () => {
  const lastOne = () => orderOfTwo({ services: [credits('odense', 1)] });
  const last = { credits: 1, from: 'odense', to: 'lyon' };
  const opened: Store[] = [];
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'desk-account-'));
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    await rm(directory, { recursive: true, force: true });
  });

  async function lowdb(): Promise<Store> {
    const result = await openLowdbStore(directory);
    if (!result.ok) throw new Error(result.failure.problem);
    opened.push(result.value);
    return result.value;
  }

  test.each([
    ['in memory', async (): Promise<Store> => new MemoryStore()],
    ['in files', lowdb],
  ])('%s: one succeeds, the other is told why', async (_, open) => {
    const { give } = await openAccount(await open(), lastOne());
    const answers = await Promise.all([
      give('credits.exchange', last, { ...yes, commandId: 'a' }),
      give('credits.exchange', last, { ...yes, commandId: 'b', user: SECOND }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['answered', 'done']);
    const told = answers.find(({ status }) => status === 'answered');
    expect(told).toMatchObject({ facts: { allowed: 'no', because: ['insufficient'], available: 0 } });
    const [winner, name] = answers[0]?.status === 'done' ? [ADMINISTRATOR, 'Ane Ad'] : [SECOND, 'Bo Ad'];
    const lastSpent = { at: '2026-03-03T10:00:00+01:00', by: winner, byName: name, reason: 'exchange' };
    expect(told?.facts.lastSpent).toEqual(lastSpent);
    expect(told?.text).toMatch(new RegExp(`${name} came first: Exchange, 10:00`));
    expect(JSON.stringify(told?.card)).toContain(`${name} came first`);
    const { facts } = await give('balance.show', { what: 'credits' });
    expect(facts.balances).toMatchObject([
      { location: 'odense', remaining: 0 },
      { location: 'lyon', remaining: 2 },
    ]);
  });

  test('in files: what was posted is there after a restart', async () => {
    const first = await lowdb();
    const before = await openAccount(first, lastOne());
    await before.give('credits.exchange', last, { ...yes, commandId: 'a' });
    await first.close();
    opened.splice(0);
    const { give } = await openAccount(await lowdb());
    expect(await give('credits.exchange', last, { ...yes, commandId: 'a' })).toMatchObject({ status: 'done' });
    expect(await give('credits.exchange', last, { ...yes, commandId: 'b' })).toMatchObject({
      facts: { because: ['insufficient'] },
    });
  });

  test('ten at a time spend what there is and no more', async () => {
    const { give } = await openAccount(await lowdb(), orderOfTwo({ services: [credits('odense', 6)] }));
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => give('credits.exchange', last, { ...yes, commandId: `c${n}` })),
    );
    expect(answers.filter(({ status }) => status === 'done')).toHaveLength(6);
    const { facts } = await give('balance.show', { what: 'credits', location: 'odense' });
    expect(facts.balances).toMatchObject([{ remaining: 0, exchanged: -6 }]);
  });
});
