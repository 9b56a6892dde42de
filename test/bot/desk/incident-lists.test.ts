import { beforeEach, describe, expect, test } from '@jest/globals';
import { MOST_LISTED, newestIncidents, openIncidents } from '../../../bot/desk/incident-lists.ts';
import { INCIDENT, indexOf } from '../../../bot/desk/incidents.ts';
import type { IncidentEvent } from '../../../src/incident/events.ts';
import { incidentOf } from '../../../src/incident/incident.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import { incidentWith, tenant } from '../webhooks/samples.ts';

const NOW = Date.parse('2026-03-31T23:30:00-05:00');
const MINUTE = 60_000;
const { opened } = incidentWith();

let store: MemoryStore;
beforeEach(() => {
  store = new MemoryStore();
});

/** Keeps an incident under a number that says nothing of its age, as the desk's numbers do. */
async function keep(id: string, openedAt: string, closedAt?: string): Promise<void> {
  const closed: IncidentEvent[] = closedAt === undefined ? [] : [{ type: 'closed', at: closedAt, by: 'u1' }];
  const events = [{ ...opened, at: openedAt }, ...closed];
  const index = indexOf(incidentOf(id, events));
  await store.save({
    key: { tenant, kind: INCIDENT, id },
    expected: 0,
    state: { format: 'incident/1', events },
    index,
  });
}

/** The later, the larger the number: the store, which lists by number, comes to the newest last. */
const numbered = (index: number): string => `INC-${100 + index}`;
const minutesAfter = (start: string, minutes: number): string =>
  new Date(Date.parse(start) + minutes * MINUTE).toISOString();

async function newest(filter: 'open' | 'closed' | 'all', isWanted: (id: string) => boolean = () => true) {
  const found = await newestIncidents(store, tenant, { filter, isWanted: ({ id }) => isWanted(id), now: NOW });
  return found.map(({ id }) => id);
}

describe('with more incidents than a list holds', () => {
  const many = MOST_LISTED + 60;
  const all = Array.from({ length: many }, (_, index) => numbered(index));

  beforeEach(async () => {
    for (const [index, id] of all.entries()) await keep(id, minutesAfter('2026-03-02T08:00:00Z', index));
  });

  test('the newest are listed, whatever their numbers', async () => {
    expect(await newest('open')).toEqual(all.toReversed().slice(0, MOST_LISTED));
    expect((await newest('all'))[0]).toBe(all.at(-1));
  });

  test('one that is looked for is found among all of them', async () => {
    const [oldest = ''] = all;
    expect(await newest('open', (id) => id === oldest)).toEqual([oldest]);
  });

  test('what is due is worked out for every open one', async () => {
    const found: string[] = [];
    for await (const page of openIncidents(store, tenant)) found.push(...page.map(({ id }) => id));
    expect(found.toSorted()).toEqual(all.toSorted());
  });
});

describe('closed ones', () => {
  test('are listed by when they were opened, from all months, and beside the open ones where all are asked for', async () => {
    await keep('INC-1', '2025-11-30T09:00:00+01:00', '2025-12-01T09:00:00+01:00');
    await keep('INC-2', '2026-02-01T09:00:00+01:00', '2026-02-02T09:00:00+01:00');
    await keep('INC-3', '2025-10-01T09:00:00+01:00', '2026-03-02T09:00:00+01:00');
    await keep('INC-4', '2026-03-01T09:00:00+01:00');
    expect(await newest('closed')).toEqual(['INC-2', 'INC-1', 'INC-3']);
    expect(await newest('all')).toEqual(['INC-4', 'INC-2', 'INC-1', 'INC-3']);
  });

  test('count that was closed where the next month has begun already', async () => {
    await keep('INC-1', '2026-03-31T09:00:00+09:00', '2026-04-01T12:30:00+09:00');
    expect(await newest('closed')).toEqual(['INC-1']);
  });

  test('that stood open for long do not hide newer ones that were closed before them', async () => {
    for (let index = 0; index < MOST_LISTED; index += 1)
      await keep(numbered(index), minutesAfter('2025-06-02T08:00:00Z', index), '2026-03-02T08:00:00Z');
    await keep('INC-1', '2026-01-02T08:00:00Z', '2026-01-03T08:00:00Z');
    expect((await newest('closed'))[0]).toBe('INC-1');
  });
});
