import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createDesk } from '../../bot/desk/create-desk.ts';
import type { Desk } from '../../bot/desk/desk.ts';
import { loadIncident } from '../../bot/desk/incidents.ts';
import { importSupportTeams } from '../../bot/desk/support-teams.ts';
import { importWorkOrder } from '../../bot/desk/work-orders.ts';
import type { Understander } from '../../bot/understanding/understand.ts';
import { createPresenter } from '../../cards/present.ts';
import type { Severity } from '../../knowledge/vocabulary.ts';
import { WorkOrder } from '../../src/agreement/work-order.ts';
import type { CommandName } from '../../src/command/contract.ts';
import { clocksOf } from '../../src/incident/clocks.ts';
import { openLowdbStore } from '../../src/store/lowdb-store.ts';
import { MemoryStore } from '../../src/store/memory-store.ts';
import type { Store } from '../../src/store/port.ts';
import { size } from '../support/sizes.ts';
import { knowledge, sceneOf, standingAt } from '../support/world.ts';
import { ReferenceIncident, type Side, toldOf } from './reference-incident.ts';

const TENANT = 'b0000000-0000-4000-8000-000000000001';
const OTHER_TENANT = 'b0000000-0000-4000-8000-000000000002';
const MINUTE = 60_000;
/** A Thursday at noon, so that business time meets the night and a weekend; in winter time to the end. */
const START = Date.parse('2026-01-08T12:00:00+01:00');

type Person = 'contact' | 'administrator' | 'engineer' | 'otherEngineer' | 'customer' | 'stranger';

const orderFor = (tenantId: string, edition: string, id: string) => ({
  format: 'work-order/1',
  id,
  edition,
  customer: { name: 'Model Mills', tenantId, sector: 'commercial' },
  term: { start: '2026-01-01', end: '2026-12-31' },
  structure: 'centralised',
  locations: [
    { id: 'aarhus', role: 'host', country: 'DK', timeZone: 'Europe/Copenhagen', languages: ['da'], holidays: [] },
  ],
  services: [],
  contacts: [
    { name: 'Co', userId: 'contact', roles: ['contact'], locations: ['aarhus'] },
    { name: 'Ad', userId: 'administrator', roles: ['administrator', 'contact'], locations: ['aarhus'] },
    { name: 'St', userId: 'stranger', roles: ['administrator', 'contact'], locations: ['aarhus'] },
  ].filter(({ userId }) => (userId === 'stranger') === (tenantId === OTHER_TENANT)),
});

const teams = {
  format: 'support-teams/1',
  tenantId: TENANT,
  teams: [
    {
      id: 'resolution',
      name: 'Resolution',
      queues: ['problem-resolution'],
      engineers: [{ userId: 'engineer', name: 'En' }],
    },
    {
      id: 'security',
      name: 'Security',
      queues: ['mission-critical-security'],
      engineers: [{ userId: 'otherEngineer', name: 'Ot' }],
    },
  ],
};

/** Commands come with their arguments here: nothing is understood from text. */
const noText: Understander = {
  languageOf: () => 'en',
  understand: () => {
    throw new Error('the model gives commands, no text');
  },
};

const deskOver = (store: Store): Desk =>
  createDesk({
    store,
    knowledge,
    understander: noText,
    presenter: createPresenter(knowledge),
    clock: () => START,
    timeZoneData: 'test',
  });

async function furnish(store: Store, edition: string): Promise<void> {
  for (const order of [orderFor(TENANT, edition, 'WO-M1'), orderFor(OTHER_TENANT, edition, 'WO-M2')]) {
    const imported = await importWorkOrder(store, knowledge, order);
    if (!imported.ok) throw new Error(JSON.stringify(imported.failure));
  }
  const imported = await importSupportTeams(store, knowledge, teams);
  if (!imported.ok) throw new Error(JSON.stringify(imported.failure));
}

/** The real side: the desk over its store, which may be closed and opened again. */
interface Real {
  store: Store;
  desk: Desk;
  readonly edition: string;
  readonly incident: string;
  /** Ends the process, so to speak, and begins anew on what the store has kept. */
  readonly reload: () => Promise<void>;
}

interface Model {
  now: number;
  turns: number;
  readonly incident: ReferenceIncident;
}

/** One thing that somebody wishes. */
interface Wish {
  readonly who: Person;
  readonly command: CommandName;
  readonly minutes: number;
  /** Delivered a second time with the same id. */
  readonly twice: boolean;
  readonly severity: Severity;
  readonly flag: boolean;
  /** Minutes until the next update. */
  readonly next: number | undefined;
}

const sideOf: Readonly<Partial<Record<Person, Side>>> = {
  contact: 'customer',
  administrator: 'customer',
  engineer: 'vendor',
};

function argsOf({ command, severity, flag, next }: Wish, incident: string, now: number): Record<string, unknown> {
  switch (command) {
    case 'severity.request':
    case 'severity.set':
      return { incident, severity };
    case 'survey.answer':
      return { incident, score: 3 };
    case 'incident.note':
      return { incident, text: 'note', ...(flag ? { changeAuthority: 'Kim' } : {}) };
    case 'incident.call':
      return { incident, ...(flag ? { caseNumber: 'V-1' } : {}) };
    case 'incident.update': {
      const nextUpdate = next === undefined ? {} : { nextUpdate: new Date(now + next * MINUTE).toISOString() };
      return { incident, text: 'update', asksCustomer: flag, ...nextUpdate };
    }
    default:
      return { incident };
  }
}

/** Does the wish to the reference; whether the desk must do it too. */
function does({ who, command, severity, flag, next }: Wish, { incident, now }: Model): boolean {
  const side = sideOf[who];
  if (side === undefined) return false;
  const isEngineer = side === 'vendor';
  switch (command) {
    case 'incident.acknowledge':
      return isEngineer && incident.acknowledge(now, who);
    case 'incident.note':
      return incident.note(now, who, side, flag);
    case 'incident.escalate':
      return incident.escalate(now, who, side);
    case 'incident.mitigate':
      return isEngineer && incident.mitigate(now, who);
    case 'incident.resolve':
      return incident.resolve(now, who);
    case 'incident.close':
      return incident.close(now, who);
    case 'incident.reopen':
      return incident.reopen(now, who);
    case 'incident.call':
      return incident.call(now, who, flag);
    case 'incident.update':
      return isEngineer && incident.update(now, who, next === undefined ? undefined : now + next * MINUTE, flag);
    case 'severity.request':
      return incident.request(now, who, side, severity);
    case 'severity.set':
      return isEngineer && incident.set(now, who, severity);
    case 'survey.answer':
      return !isEngineer && incident.survey(who);
    default:
      throw new Error(`the model has no ${command}`);
  }
}

const give = (wish: Wish, real: Real, now: number, turn: number) =>
  real.desk.perform({
    tenant: wish.who === 'stranger' ? OTHER_TENANT : TENANT,
    user: wish.who,
    command: wish.command,
    args: argsOf(wish, real.incident, now),
    confirmed: true,
    commandId: `turn-${turn}`,
    now: new Date(now).toISOString(),
  });

class Act implements fc.AsyncCommand<Model, Real> {
  readonly #wish: Wish;

  constructor(wish: Wish) {
    this.#wish = wish;
  }

  check(): boolean {
    return true;
  }

  async run(model: Model, real: Real): Promise<void> {
    model.now += this.#wish.minutes * MINUTE;
    model.turns += 1;
    const isDone = does(this.#wish, model);
    const answer = await give(this.#wish, real, model.now, model.turns);
    expect([answer.status, answer.because]).toEqual(isDone ? ['done', undefined] : ['refused', expect.any(Array)]);
    if (this.#wish.twice) await give(this.#wish, real, model.now, model.turns);
    await agrees(model, real);
  }

  toString(): string {
    const { who, command, minutes, severity, flag } = this.#wish;
    return `${who} ${command} ${severity} ${flag} after ${minutes} min`;
  }
}

class Reload implements fc.AsyncCommand<Model, Real> {
  check(): boolean {
    return true;
  }

  async run(model: Model, real: Real): Promise<void> {
    await real.reload();
    await agrees(model, real);
  }

  toString(): string {
    return 'reload';
  }
}

/** What the store holds is what the reference says: state, severity, every event once, and all clocks. */
async function agrees({ incident, now }: Model, { store, edition, incident: id }: Real): Promise<void> {
  const loaded = await loadIncident(store, TENANT, id);
  if (loaded === undefined) throw new Error('the incident is gone');
  expect([loaded.state, loaded.severity]).toEqual([incident.state, incident.severity]);
  expect(loaded.events.map(({ type, by }) => `${type} by ${by}`)).toEqual(incident.history);
  const scene = sceneOf(WorkOrder.parse(orderFor(TENANT, edition, 'WO-M1')), new Date(now).toISOString(), 'contact');
  const clocks = clocksOf(loaded, standingAt(scene), scene).map(({ what, from, due, state, ended }) => [
    what,
    Date.parse(from),
    due === undefined ? undefined : Date.parse(due),
    state,
    ended === undefined ? undefined : Date.parse(ended),
  ]);
  const expected = incident.clocks.map((clock) => toldOf(clock, now));
  expect(inOrder(clocks)).toEqual(inOrder(expected));
}

/** Clocks that began at one instant may stand in any order. */
const inOrder = (clocks: readonly (readonly unknown[])[]): unknown[] =>
  [...clocks].map((clock) => JSON.stringify(clock)).sort();

const severity = fc.constantFrom<Severity>('1', 'A', 'B', 'C');
const wish: fc.Arbitrary<Wish> = fc.record({
  who: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom<Person>('contact', 'administrator', 'engineer') },
    { weight: 1, arbitrary: fc.constantFrom<Person>('otherEngineer', 'customer', 'stranger') },
  ),
  command: fc.constantFrom<CommandName>(
    'incident.acknowledge',
    'incident.note',
    'incident.escalate',
    'incident.mitigate',
    'incident.resolve',
    'incident.close',
    'incident.reopen',
    'incident.call',
    'incident.update',
    'severity.request',
    'severity.set',
    'survey.answer',
  ),
  minutes: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.constantFrom(0, 60, 120, 240, 480, 1440)),
  twice: fc.boolean(),
  severity,
  flag: fc.boolean(),
  next: fc.option(fc.integer({ min: 1, max: 600 }), { nil: undefined }),
});

const world = fc.record({ edition: fc.constantFrom('unified-2025-01', 'unified-2024-09', 'premier-2022'), severity });

/** Premier takes severity 1 and A by phone alone (F-REA-08b). */
const wantsCall =
  (edition: string) =>
  (level: Severity): boolean =>
    edition === 'premier-2022' && (level === '1' || level === 'A');

/** Opens an incident in a fresh store and lets the commands loose on it. */
async function live(
  commands: Iterable<fc.AsyncCommand<Model, Real>>,
  { edition, severity: first }: { readonly edition: string; readonly severity: Severity },
  open: () => Promise<Store>,
): Promise<void> {
  const store = await open();
  await furnish(store, edition);
  const desk = deskOver(store);
  const opened = await desk.perform({
    tenant: TENANT,
    user: 'contact',
    command: 'incident.open',
    args: { product: 'windows-server', severity: first, summary: 'it is down' },
    commandId: 'opening',
    now: new Date(START).toISOString(),
  });
  const { id } = opened.facts.incident as { readonly id: string };
  const real: Real = {
    store,
    desk,
    edition,
    incident: id,
    async reload() {
      real.store = await open();
      real.desk = deskOver(real.store);
    },
  };
  const model = { now: START, turns: 0, incident: new ReferenceIncident(first, START, 'contact', wantsCall(edition)) };
  await agrees(model, real);
  await fc.asyncModelRun(() => ({ model, real }), commands);
}

describe('an incident that several people act on, in any order', () => {
  const acts = wish.map((one) => new Act(one));

  test('reaches no state that it may not, loses no event, and keeps every clock', async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands([acts], { maxCommands: 40, size: 'max' }), world, (commands, where) => {
        const store = new MemoryStore();
        return live(commands, where, () => Promise.resolve(store));
      }),
      { numRuns: size(40, 3000) },
    );
  });

  test('is the same after the store has been closed and read again', async () => {
    const reloads = fc.constant(new Reload());
    const some = fc.commands([acts, acts, acts, reloads], { maxCommands: 15, size: 'max' });
    await fc.assert(
      fc.asyncProperty(some, world, async (commands, where) => {
        const directory = await mkdtemp(join(tmpdir(), 'desk-model-'));
        let current: Store | undefined;
        const open = async (): Promise<Store> => {
          await current?.close();
          const opened = await openLowdbStore(directory);
          if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
          current = opened.value;
          return current;
        };
        try {
          await live(commands, where, open);
        } finally {
          await current?.close();
          await rm(directory, { recursive: true, force: true });
        }
      }),
      { numRuns: size(3, 100) },
    );
  });
});
