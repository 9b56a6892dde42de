import { beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { changeIncident, createIncident, loadIncident } from '../../../bot/desk/incidents.ts';
import { importWorkOrder } from '../../../bot/desk/work-orders.ts';
import { following } from '../../../bot/follow/following.ts';
import { deadLettersIn } from '../../../bot/outbox/dead-letters.ts';
import { createOutbox, type Outbox } from '../../../bot/outbox/outbox.ts';
import type { SendError } from '../../../bot/outbox/send-error.ts';
import { createPortalDelivery } from '../../../bot/portal/portal-filing.ts';
import { portalFollower } from '../../../bot/portal/portal-follower.ts';
import type { SupportApi } from '../../../bot/portal/support-api.ts';
import type { IncidentEvent, Opened } from '../../../src/incident/events.ts';
import { factsOf, historyOf, type Incident } from '../../../src/incident/incident.ts';
import { fail, ok } from '../../../src/result.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import { knowledge, TENANT } from '../../support/world.ts';
import { acknowledged, incidentWith } from '../webhooks/samples.ts';
import { order, SUBSCRIPTION, settings } from './samples.ts';

const OTHER_SUBSCRIPTION = 'b1111111-0000-4000-8000-00000000000b';

/** A portal that keeps its tickets by name and says what it is told before that. */
class Portal implements Pick<SupportApi, 'open'> {
  readonly tickets = new Map<string, string>();
  readonly opened: { subscription: string; name: string }[] = [];
  readonly failures: SendError[] = [];
  /** Happens while a ticket is being made. */
  meanwhile = async (): Promise<void> => {};

  async open(...[, subscription, name]: Parameters<SupportApi['open']>): ReturnType<SupportApi['open']> {
    this.opened.push({ subscription, name });
    const number = this.tickets.get(name) ?? `26030200${this.tickets.size}`;
    this.tickets.set(name, number);
    await this.meanwhile();
    const failure = this.failures.shift();
    return failure ? fail(failure) : ok(number);
  }
}

let store: MemoryStore;
let portal: Portal;
let outbox: Outbox;
let now: number;

beforeEach(async () => {
  store = new MemoryStore();
  portal = new Portal();
  now = Date.parse('2026-03-02T09:01:00Z');
  await importWorkOrder(store, knowledge, order);
  const log = pino({ level: 'silent' });
  outbox = createOutbox({
    store,
    log,
    now: () => now,
    deliveries: {
      'incident-changed': following({ store, followers: [portalFollower(settings)], log }),
      portal: createPortalDelivery({ store, settings, products: knowledge.products, api: portal, now: () => now }),
    },
  });
});

const { plan } = incidentWith();
const byPhone = { ...plan, submission: { via: ['phone', 'web'] } } as typeof plan;

async function open(change: Partial<Opened> = {}): Promise<string> {
  const opened = { ...incidentWith().opened, ...change };
  return createIncident(store, TENANT, `c${Math.random()}`, opened, (id) => id);
}

async function incidentOf(id: string): Promise<Incident> {
  const incident = await loadIncident(store, TENANT, id);
  if (incident === undefined) throw new Error(`${id} is there`);
  return incident;
}

async function then(id: string, event: IncidentEvent): Promise<void> {
  await changeIncident(store, TENANT, await incidentOf(id), event, `c${Math.random()}`);
}

async function pumpAll(): Promise<void> {
  for (let pass = 0; pass < 20; pass += 1) {
    await outbox.pump();
    now += 60_000;
  }
}

describe('filing in the portal', () => {
  test('opens a ticket for what belongs there and keeps the vendor’s number in the history', async () => {
    const id = await open();
    expect(factsOf(await incidentOf(id)).filed).toBe(false);
    await pumpAll();
    const incident = await incidentOf(id);
    expect(factsOf(incident)).toMatchObject({ filed: true, caseNumber: '260302000', state: 'open' });
    expect(historyOf(incident).at(-1)).toMatchObject({
      event: 'filed',
      at: expect.stringMatching(/^2026-03-02T10:0\d:00\+01:00$/),
    });
    expect(portal.opened).toMatchObject([{ subscription: SUBSCRIPTION }]);
  });

  test('leaves alone what may be told by phone', async () => {
    await open({ plan: byPhone });
    await pumpAll();
    expect(portal.opened).toEqual([]);
  });

  test('follows a severity that takes the case there, once', async () => {
    const id = await open({ plan: byPhone });
    await pumpAll();
    await then(id, { type: 'severity-set', at: acknowledged.at, by: 'e1', severity: 'A', plan });
    await then(id, acknowledged);
    await pumpAll();
    await then(id, { type: 'severity-set', at: acknowledged.at, by: 'e1', severity: '1', plan });
    await pumpAll();
    expect([portal.opened.length, (await incidentOf(id)).filed]).toEqual([1, true]);
  });

  test('leaves alone what was over before it began to belong there', async () => {
    const id = await open({ plan: byPhone });
    await then(id, { type: 'closed', at: acknowledged.at, by: 'c1' });
    await pumpAll();
    expect(portal.opened).toEqual([]);
  });

  test.each<[string, IncidentEvent]>([
    ['is over', { type: 'closed', at: acknowledged.at, by: 'c1' }],
    ['is told by phone', { type: 'severity-set', at: acknowledged.at, by: 'e1', severity: 'B', plan: byPhone }],
  ])('opens no ticket any more for what %s by the time that the portal can be reached', async (_what, event) => {
    portal.failures.push({ kind: 'auth', detail: '401' });
    const id = await open();
    await outbox.pump();
    await outbox.pump();
    expect(portal.opened).toHaveLength(1);
    await then(id, event);
    await pumpAll();
    expect([portal.opened.length, await deadLettersIn(store).list()]).toEqual([1, []]);
  });

  test('goes to the subscription of the incident', async () => {
    await open({ subscription: OTHER_SUBSCRIPTION });
    await pumpAll();
    expect(portal.opened).toMatchObject([{ subscription: OTHER_SUBSCRIPTION }]);
  });

  test('that failed in doubt is tried under the same name, and makes one ticket and one event', async () => {
    portal.failures.push({ kind: 'maybe-delivered', detail: 'no answer' }, { kind: 'throttled', detail: '429' });
    const id = await open();
    await pumpAll();
    expect([portal.opened.length, portal.tickets.size]).toEqual([3, 1]);
    expect((await incidentOf(id)).events.filter(({ type }) => type === 'filed')).toHaveLength(1);
  });

  test('is kept although somebody changes the incident meanwhile', async () => {
    const id = await open();
    portal.meanwhile = () => then(id, acknowledged);
    await pumpAll();
    expect((await incidentOf(id)).events.map(({ type }) => type)).toEqual(['opened', 'acknowledged', 'filed']);
  });

  test('that is refused is a dead letter, and the incident says that it is not filed', async () => {
    portal.failures.push({ kind: 'permanent', detail: '403' });
    const id = await open();
    await pumpAll();
    const letters = deadLettersIn(store);
    expect(await letters.list()).toMatchObject([{ topic: 'portal', error: { detail: '403' } }]);
    expect(factsOf(await incidentOf(id)).filed).toBe(false);
    await letters.resendAll();
    await pumpAll();
    expect([factsOf(await incidentOf(id)).filed, await letters.list()]).toEqual([true, []]);
  });

  test.each([
    ['a subscription that is no id', { subscription: 'production' }, 'production'],
    ['a product without a problem', { product: 'exchange-online' }, 'exchange-online'],
    ['a work order that is gone', { workOrder: 'WO-0' }, 'WO-0'],
  ])('says what is missing: %s', async (_what, change, told) => {
    await open(change);
    await pumpAll();
    expect([portal.opened, await deadLettersIn(store).list()]).toMatchObject([
      [],
      [{ error: { kind: 'permanent', detail: expect.stringContaining(told) } }],
    ]);
  });
});
