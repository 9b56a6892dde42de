/** A year under a simulated clock says exactly what a straightforward reference computes, whatever kills the desk. */
import { describe, expect, test } from '@jest/globals';
import pino from 'pino';
import { indexOf } from '../../bot/desk/incidents.ts';
import { createDueWork } from '../../bot/schedule/due-work.ts';
import { createInProcessSchedule } from '../../bot/schedule/in-process.ts';
import type { Schedule } from '../../bot/schedule/schedule.ts';
import type { StoredIncident } from '../../src/incident/events.ts';
import { incidentOf } from '../../src/incident/incident.ts';
import { MemoryStore } from '../../src/store/memory-store.ts';
import type { Store } from '../../src/store/port.ts';
import { size } from '../support/sizes.ts';
import { knowledge } from '../support/world.ts';
import { type MortalStore, mortal, overheard } from './mortal-store.ts';
import { type Random, randomFrom } from './random.ts';
import { VirtualTimer } from './virtual-timer.ts';
import { type Life, type Outage, randomLives } from './year-lives.ts';
import { expectedReminders, type Said } from './year-reference.ts';
import { order, TENANT } from './year-world.ts';

const START = Date.parse('2026-01-01T12:00:00Z');
const END = Date.parse('2026-12-31T12:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Fewer instants than wait at a time, so that what was forgotten must be looked up again. */
const CAPACITY = size(16, 4096);
const log = pino({ level: 'silent' });

interface Happening {
  readonly at: number;
  readonly life: Life;
  readonly revision: number;
}

/** The desk of one run: its engine lives and dies, the store and the clock go on. */
class SimulatedDesk {
  readonly timer = new VirtualTimer(START);
  readonly said: Said[] = [];
  readonly store: Store;
  #mortal: MortalStore;
  #schedule: Schedule;
  restarts = 0;

  constructor() {
    this.store = overheard(new MemoryStore(), ({ key }) => this.said.push([key, this.timer.now()]));
    [this.#mortal, this.#schedule] = this.#newEngine();
  }

  #newEngine(): [MortalStore, Schedule] {
    const living = mortal(this.store);
    const work = createDueWork({
      store: living.store,
      knowledge,
      tell: async (_found, reminders) => reminders.map(({ key }) => ({ key, topic: 'channel', body: null })),
    });
    return [living, createInProcessSchedule({ work, log, timer: this.timer, longestSleepMs: DAY, capacity: CAPACITY })];
  }

  async start(): Promise<void> {
    this.timer.clear();
    [this.#mortal, this.#schedule] = this.#newEngine();
    this.#schedule.start();
    await this.settle();
  }

  /** Waits until nothing is left to do now; an engine that dies over it is followed by another. */
  async settle(): Promise<void> {
    await Promise.race([this.#schedule.settled(), this.#mortal.dead]);
    if (!this.#mortal.isDead()) return;
    this.restarts += 1;
    await this.start();
  }

  /** Somewhere in the next calls of the store, or over the next save of what was said: before it is done or after. */
  killSoon(random: Random): void {
    const effect = random.chance(0.5) ? 'done' : 'not-done';
    if (random.chance(0.5)) this.#mortal.dieAt(1, effect, 'save');
    else this.#mortal.dieAt(1 + random.below(6), effect);
  }

  /** Nothing runs from now to the end of the outage. */
  async sleepThrough({ to }: Outage): Promise<void> {
    this.timer.clear();
    this.timer.moveTo(to);
    this.restarts += 1;
    await this.start();
  }

  async happen({ life, revision }: Happening): Promise<void> {
    const events = life.events.slice(0, revision + 1);
    await this.store.save({
      key: { tenant: TENANT, kind: 'incident', id: life.id },
      expected: revision,
      state: { format: 'incident/1', events } satisfies StoredIncident,
      index: indexOf(incidentOf(life.id, events)),
    });
    this.#schedule.changed({ tenant: TENANT, kind: 'incident', id: life.id });
  }
}

/** What is to happen, each at its instant, and in between the timers of the engine. */
async function runYear(lives: readonly Life[], outages: readonly Outage[], kills: readonly number[], random: Random) {
  const desk = new SimulatedDesk();
  await desk.store.save({
    key: { tenant: TENANT, kind: 'work-order', id: order.id },
    expected: 0,
    state: JSON.parse(JSON.stringify(order)),
  });
  const happenings = lives
    .flatMap((life) => life.events.map(({ at }, revision) => ({ at: Date.parse(at), life, revision })))
    .sort((a, b) => a.at - b.at || a.revision - b.revision);
  const toCome = { outages: [...outages], kills: [...kills], happenings: happenings.values() };
  let happening = toCome.happenings.next().value;
  await desk.start();
  for (;;) {
    const outage = toCome.outages[0]?.from ?? Number.POSITIVE_INFINITY;
    const kill = toCome.kills[0] ?? Number.POSITIVE_INFINITY;
    const now = Math.min(happening?.at ?? Number.POSITIVE_INFINITY, desk.timer.next, outage, kill);
    if (now > END) return desk;
    const next = toCome.outages[0];
    if (now === kill) {
      desk.killSoon(random);
      toCome.kills.shift();
    } else if (now === outage && next !== undefined) {
      toCome.outages.shift();
      await desk.sleepThrough(next);
    } else if (now === happening?.at) {
      desk.timer.standAt(now);
      await desk.happen(happening);
      happening = toCome.happenings.next().value;
    } else desk.timer.moveTo(now);
    await desk.settle();
  }
}

const instants = (count: number, random: Random): number[] =>
  Array.from({ length: count }, () => START + random.below(END - START - DAY)).sort((a, b) => a - b);

/** Outages of up to three days that do not touch one another. */
const outagesAt = (starts: readonly number[], random: Random): Outage[] =>
  starts
    .map((from) => ({ from, to: from + HOUR + random.below(3 * DAY) }))
    .filter(({ from }, index, all) => all.slice(0, index).every(({ to }) => to < from));

describe('a year of incidents at four places', () => {
  const incidents = size(200, 10_000);

  test(
    `${incidents} incidents are reminded of exactly as the reference computes`,
    async () => {
      const random = randomFrom(1);
      const lives = randomLives(incidents, random, []);
      const desk = await runYear(lives, [], [], random);
      const expected = expectedReminders(lives, [], END);
      expect(desk.said.length).toBeGreaterThan(incidents);
      expect(sorted(desk.said)).toEqual(expected);
    },
    size(120_000, 3_600_000),
  );

  test(
    `also when the desk is killed 50 times and more on the way, and is away for hours and days`,
    async () => {
      const random = randomFrom(2);
      const outages = outagesAt(instants(10, random), random);
      const lives = randomLives(incidents, random, outages);
      const desk = await runYear(lives, outages, instants(100, random), random);
      expect(desk.restarts).toBeGreaterThanOrEqual(50);
      expect(sorted(desk.said)).toEqual(expectedReminders(lives, outages, END));
    },
    size(120_000, 3_600_000),
  );
});

const sorted = (said: readonly Said[]): Said[] => [...said].sort(([a], [b]) => (a < b ? -1 : 1));
