import { describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { changeIncident, createIncident, loadIncident } from '../../../bot/desk/incidents.ts';
import type { Follower, IncidentChange } from '../../../bot/follow/follower.ts';
import { following } from '../../../bot/follow/following.ts';
import { incidentChanged, incidentChangedTopic } from '../../../bot/follow/incident-changed.ts';
import { createOutbox, type Outbox } from '../../../bot/outbox/outbox.ts';
import type { IncidentEvent } from '../../../src/incident/events.ts';
import { openIncident } from '../../../src/incident/open-incident.ts';
import { ok } from '../../../src/result.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import { orderWith, sceneOf, standingAt, TENANT } from '../../support/world.ts';

const opening = (): IncidentEvent => {
  const scene = sceneOf(orderWith());
  const opened = openIncident(
    { product: 'azure-sql-database', severity: 'A', summary: 'slow' },
    standingAt(scene),
    scene,
  );
  if (!opened.ok) throw new Error(opened.failure);
  return opened.value.event;
};

const noted = (text: string): IncidentEvent => ({ type: 'noted', at: '2026-03-02T10:05:00+01:00', by: 'ane', text });

/** A store with a sender whose `said` topic notes what reached it. */
function bench(...followers: readonly Follower[]) {
  const store = new MemoryStore();
  const said: string[] = [];
  const log = pino({ level: 'silent' });
  let now = 0;
  const sender = (): Outbox =>
    createOutbox({
      store,
      log,
      now: () => now,
      deliveries: {
        [incidentChangedTopic]: following({ store, followers, log }),
        said: { deliver: async ({ key }) => ok(void said.push(key)) },
      },
    });
  return {
    store,
    said,
    /** Sends until nothing is left that can be sent; waits count as over. */
    async settle(): Promise<void> {
      const outbox = sender();
      for (let round = 0; round < 12; round += 1) {
        await outbox.pump();
        now += 120_000;
      }
    },
  };
}

async function open(store: MemoryStore): Promise<string> {
  return createIncident(store, TENANT, 'opening', opening(), (id) => id);
}

async function note(store: MemoryStore, id: string, text: string): Promise<void> {
  const incident = await loadIncident(store, TENANT, id);
  if (incident === undefined) throw new Error('no incident');
  await changeIncident(store, TENANT, incident, noted(text), text);
}

const telling: Follower = async ({ revision }) => [{ key: 'news', topic: 'said', body: { revision } }];

describe('following an incident', () => {
  test('every saved change carries one message, which waits until a desk that sends runs', async () => {
    const { store } = bench();
    const id = await open(store);
    await note(store, id, 'one');
    expect((await store.pending(10)).map(({ key, topic }) => [key, topic])).toEqual([
      [`incident-changed/${id}/1`, 'incident-changed'],
      [`incident-changed/${id}/2`, 'incident-changed'],
    ]);
  });

  test('the same command adds no second message', async () => {
    const { store } = bench();
    const id = await open(store);
    await open(store);
    await note(store, id, 'one');
    await note(store, id, 'one');
    expect((await store.pending(10)).length).toBe(2);
  });

  test('followers get each change as it was then, in order, with what was before', async () => {
    const seen: IncidentChange[] = [];
    const { store, settle } = bench(async (change) => {
      seen.push(change);
      return [];
    });
    const id = await open(store);
    await note(store, id, 'one');
    await note(store, id, 'two');
    await settle();
    const told = seen.map(({ tenant, event, revision, incident, previous }) => ({
      tenant,
      event: event.type,
      revision,
      events: incident.events.length,
      before: previous?.events.length,
    }));
    expect(told).toEqual([
      { tenant: TENANT, event: 'opened', revision: 1, events: 1, before: undefined },
      { tenant: TENANT, event: 'noted', revision: 2, events: 2, before: 1 },
      { tenant: TENANT, event: 'noted', revision: 3, events: 3, before: 2 },
    ]);
  });

  test('what followers want said is said once, under keys of the change', async () => {
    const { store, said, settle } = bench(telling);
    const id = await open(store);
    await settle();
    await settle();
    expect(said).toEqual([`incident-changed/${id}/1/news`]);
  });

  test('a change that comes again, as after a kill before it was marked as sent, says nothing twice', async () => {
    const { store, said, settle } = bench(telling);
    const id = await open(store);
    await settle();
    for (let again = 0; again < 3; again += 1) {
      const key = { tenant: TENANT, kind: 'elsewhere', id: `${again}` };
      await store.save({ key, expected: 0, state: {}, messages: [incidentChanged(id, 1)] });
      await settle();
    }
    expect(said).toEqual([`incident-changed/${id}/1/news`]);
  });

  test('one that fails holds back the others of its change, until all have answered: none is heard twice', async () => {
    let failures = 2;
    const failing: Follower = async () => {
      failures -= 1;
      if (failures >= 0) throw new Error('not now');
      return [{ key: 'late', topic: 'said', body: {} }];
    };
    const { store, said, settle } = bench(telling, failing);
    const id = await open(store);
    await settle();
    expect(said).toEqual([`incident-changed/${id}/1/news`, `incident-changed/${id}/1/late`]);
  });

  test('a change of an incident that is not there is kept as a dead letter', async () => {
    const { store, settle } = bench(telling);
    const key = { tenant: TENANT, kind: 'elsewhere', id: '1' };
    await store.save({ key, expected: 0, state: {}, messages: [incidentChanged('INC-1', 1)] });
    await settle();
    const dead = await store.list(TENANT, 'dead-letter');
    expect(dead.items.map(({ state }) => (state as { error: unknown }).error)).toEqual([
      { kind: 'permanent', detail: 'the incident has no such revision' },
    ]);
  });
});
