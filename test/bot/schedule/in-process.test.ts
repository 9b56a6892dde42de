import { describe, expect, test } from '@jest/globals';
import pino from 'pino';
import { createInProcessSchedule } from '../../../bot/schedule/in-process.ts';
import type { DueWork, Subject } from '../../../bot/schedule/schedule.ts';
import { VirtualTimer } from '../../schedule/virtual-timer.ts';

const log = pino({ level: 'silent' });
const MINUTE = 60_000;
const YEAR = 365 * 24 * 60 * MINUTE;

const subject = (id: string): Subject => ({ tenant: 't', kind: 'incident', id });

/** Subjects with the instants at which something is due; what was attended is kept with its instant. */
class FakeWork implements DueWork {
  readonly told: [string, number][] = [];
  readonly looked: string[] = [];
  readonly dues: Map<string, number[]>;
  fail = 0;

  constructor(dues: Readonly<Record<string, number[]>>) {
    this.dues = new Map(Object.entries(dues));
  }

  async *pages(): AsyncGenerator<readonly Subject[]> {
    for (const id of this.dues.keys()) yield [subject(id)];
  }

  async attend({ id }: Subject, now: number): Promise<number | undefined> {
    this.looked.push(id);
    if (this.fail > 0) {
      this.fail -= 1;
      throw new Error('the disk is full');
    }
    const dues = this.dues.get(id) ?? [];
    for (const due of dues)
      if (due <= now && !this.told.some(([of, at]) => of === id && at === due)) this.told.push([id, due]);
    return dues.filter((due) => due > now).sort((a, b) => a - b)[0];
  }
}

async function begun(work: DueWork, change: { capacity?: number } = {}) {
  const timer = new VirtualTimer(0);
  const schedule = createInProcessSchedule({ work, log, timer, retryMs: 10 * MINUTE, ...change });
  schedule.start();
  await schedule.settled();
  const moveTo = async (instant: number): Promise<void> => {
    timer.moveTo(instant);
    await schedule.settled();
  };
  return { timer, schedule, moveTo };
}

describe('the engine in the process', () => {
  test('a start looks at all that is open and tells what is due', async () => {
    const work = new FakeWork({ a: [-5], b: [10] });
    const { schedule } = await begun(work);
    expect(work.told).toEqual([['a', -5]]);
    expect(schedule.isReady()).toBe(true);
  });

  test('it sleeps until the next instant and no longer', async () => {
    const work = new FakeWork({ a: [10], b: [20] });
    const { timer, moveTo } = await begun(work);
    expect(timer.next).toBe(10);
    await moveTo(10);
    expect(work.told).toEqual([['a', 10]]);
    expect(timer.next).toBe(20);
  });

  test('it never sleeps longer than a minute: a far instant overflows no timer, and a set clock is noticed', async () => {
    const work = new FakeWork({ a: [YEAR] });
    const { timer, moveTo } = await begun(work);
    expect(timer.next).toBe(MINUTE);
    await moveTo(MINUTE);
    expect(work.told).toEqual([]);
    await moveTo(YEAR);
    expect(work.told).toEqual([['a', YEAR]]);
  });

  test('a clock that is set back makes it wait, not tell again', async () => {
    const work = new FakeWork({ a: [10, 30] });
    const { timer, moveTo } = await begun(work);
    await moveTo(10);
    timer.standAt(-MINUTE);
    await moveTo(-MINUTE / 2);
    expect(work.told).toEqual([['a', 10]]);
    await moveTo(30);
    expect(work.told).toEqual([
      ['a', 10],
      ['a', 30],
    ]);
  });

  test('what was changed is looked at anew, at once', async () => {
    const work = new FakeWork({ a: [YEAR] });
    const { schedule, timer } = await begun(work);
    work.dues.set('a', [40]);
    work.dues.set('new', [0]);
    schedule.changed(subject('a'));
    schedule.changed(subject('new'));
    await schedule.settled();
    expect(work.told).toEqual([['new', 0]]);
    expect(timer.next).toBe(40);
  });

  test('what could not be told is tried again after a while, and holds nobody up', async () => {
    const work = new FakeWork({ a: [0], b: [0] });
    work.fail = 1;
    const { moveTo } = await begun(work);
    expect(work.told).toEqual([['b', 0]]);
    await moveTo(10 * MINUTE);
    expect(work.told).toEqual([
      ['b', 0],
      ['a', 0],
    ]);
  });

  test('it holds few instants and still tells all in time: what did not fit is looked up again', async () => {
    const names = Array.from({ length: 50 }, (_, index) => [`s${index}`, [index * 1000]] as const);
    const work = new FakeWork(Object.fromEntries(names.map(([name, dues]) => [name, [...dues]])));
    const { timer, moveTo } = await begun(work, { capacity: 4 });
    while (work.told.length < 50 && timer.next < YEAR) await moveTo(timer.next);
    expect(work.told.map(([name]) => name)).toEqual(names.map(([name]) => name));
    expect(timer.now()).toBe(49_000);
  });

  test('after a stop nothing is told', async () => {
    const work = new FakeWork({ a: [10] });
    const { schedule, moveTo } = await begun(work);
    await schedule.stop();
    await moveTo(10);
    expect(work.told).toEqual([]);
  });
});
