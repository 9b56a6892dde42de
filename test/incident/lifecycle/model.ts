/** The desk and the reference side by side: each wish is put to both, and after each both must tell the same. */
import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { Desk } from '../../../bot/desk/desk.ts';
import { loadIncident } from '../../../bot/desk/incidents.ts';
import type { Severity } from '../../../knowledge/vocabulary.ts';
import { WorkOrder } from '../../../src/agreement/work-order.ts';
import { clocksOf } from '../../../src/incident/clocks.ts';
import type { Store } from '../../../src/store/port.ts';
import { sceneOf, standingAt } from '../../support/world.ts';
import { ReferenceIncident, toldOf } from '../reference-incident.ts';
import { furnish, modelDesk, OTHER_TENANT, orderFor, START, TENANT } from './desk.ts';
import { argsOf, does, MINUTE, type Wish } from './wishes.ts';

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

export class Act implements fc.AsyncCommand<Model, Real> {
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
    const isDone = does(this.#wish, model.incident, model.now);
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

export class Reload implements fc.AsyncCommand<Model, Real> {
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

/** Premier takes severity 1 and A by phone alone (F-REA-08b). */
const wantsCall =
  (edition: string) =>
  (level: Severity): boolean =>
    edition === 'premier-2022' && (level === '1' || level === 'A');

/** Opens an incident in a fresh store and lets the commands loose on it. */
export async function live(
  commands: Iterable<fc.AsyncCommand<Model, Real>>,
  { edition, severity: first }: { readonly edition: string; readonly severity: Severity },
  open: () => Promise<Store>,
): Promise<void> {
  const store = await open();
  await furnish(store, edition);
  const desk = modelDesk(store);
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
      real.desk = modelDesk(real.store);
    },
  };
  const model = { now: START, turns: 0, incident: new ReferenceIncident(first, START, 'contact', wantsCall(edition)) };
  await agrees(model, real);
  await fc.asyncModelRun(() => ({ model, real }), commands);
}
