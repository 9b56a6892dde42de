import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { StoreFault } from '../../src/store/fault.ts';
import { StoreFailure } from '../../src/store/fault.ts';
import { diskFileSystem, type FileSystem } from '../../src/store/file-system.ts';
import { openLowdbStore } from '../../src/store/lowdb-store.ts';
import type { Store } from '../../src/store/port.ts';
import { thisProcess } from '../../src/store/process-identity.ts';
import { size } from '../support/sizes.ts';
import { Interrupted, type Interruption } from './interrupted.ts';
import { incident } from './samples.ts';
import { inTemporaryDirectory, opened } from './temporary.ts';
import { VolatileDisk } from './volatile-disk.ts';
import { Witness } from './witness.ts';
import { saveNext, sendSome, type Tell } from './witnessed.ts';

/** A process with this one's number that no longer runs: what it leaves behind is a dead process's. */
const deadProcess = { ...thisProcess(), start: 'before' };

type Act = (store: Store, tell: Tell) => Promise<unknown>;

/** A little of everything, each act by itself so that one can fail and the next go on. */
const acts: readonly Act[] = [
  (store, tell) => saveNext(store, tell, incident('K1'), 'open', 1),
  (store, tell) => saveNext(store, tell, incident('K2'), 'open'),
  (store, tell) =>
    settled([
      saveNext(store, tell, incident('K1'), 'closed', 1),
      saveNext(store, tell, incident('K2'), undefined),
      saveNext(store, tell, incident('K3'), 'open', 2),
    ]),
  (store, tell) => sendSome(store, tell, 2),
  (store) => store.list('nordlys', 'incident', { where: { field: 'state', value: 'open' } }),
  (store, tell) => saveNext(store, tell, incident('K1'), 'open', 1),
  (store, tell) => settled([sendSome(store, tell, 10), saveNext(store, tell, incident('K3'), 'closed', 1)]),
  (store, tell) => saveNext(store, tell, incident('K1', 'lumiere'), 'open', 1),
];

/** The acts, with a restart after each of the given ones. Ends where the store fails, as its process would. */
async function live(fileSystem: FileSystem, directory: string, tell: Tell): Promise<void> {
  for (const part of [acts.slice(0, 4), acts.slice(4)]) {
    const store = await opened(directory, { fileSystem, holder: deadProcess });
    for (const act of part) await act(store, tell);
    await store.close();
  }
}

async function settled(work: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Lives until the step, and answers whether it came so far. */
async function liveUntil(
  under: FileSystem,
  directory: string,
  witness: Witness,
  step: number,
  how: Interruption,
): Promise<boolean> {
  const fileSystem = new Interrupted(under, step, how);
  await live(fileSystem, directory, (testimony) => witness.hear(testimony)).catch((failure: unknown) => {
    if (!fileSystem.reached) throw failure;
  });
  return fileSystem.reached;
}

/** Opens what is left, checks it, goes on working with it, and checks that too. */
async function checkRevival(directory: string, witness: Witness, fileSystem: FileSystem): Promise<void> {
  const faults: StoreFault[] = [];
  const store = await opened(directory, { fileSystem, report: (fault) => faults.push(fault) });
  await witness.check(store);
  const tell: Tell = (testimony) => witness.hear(testimony);
  for (const id of ['K1', 'K2', 'K3']) await saveNext(store, tell, incident(id), 'closed', 1);
  await sendSome(store, tell, 3);
  await witness.check(store);
  await store.close();
  expect(faults).toEqual([]);
  expect(await fileSystem.readdir(join(directory, 'aside'))).toEqual([]);
  expect((await fileSystem.readdir(directory)).filter((name) => name.startsWith('lock'))).toEqual([]);
}

/** Calls with 1, 1 + stride, … until the step is beyond the last; answers how many steps there were, about. */
async function forEveryStep(work: (step: number) => Promise<boolean>, stride = 1): Promise<number> {
  let step = 1;
  while (await work(step)) step += stride;
  return step - 1;
}

/** Each test tries some hundred lives; on a busy machine that takes its time. */
const patienceMs = 600_000;

describe('a writer killed between two system calls', () => {
  // Every single one on the disk in memory, below: there, a power cut that leaves everything is a kill.
  const stride = size(16, 1);

  test.each(['stop', 'stop-half-written'] as const)(
    'leaves all that was answered (%s)',
    async (how) => {
      const steps = await forEveryStep(
        (step) =>
          inTemporaryDirectory(async (directory) => {
            const witness = new Witness();
            const reached = await liveUntil(diskFileSystem, directory, witness, step, how);
            await checkRevival(directory, witness, diskFileSystem);
            return reached;
          }),
        stride,
      );
      expect(steps).toBeGreaterThan(200);
    },
    patienceMs,
  );
});

describe('a power cut or a kill between any two system calls', () => {
  const cuts = [
    { left: 'only what was flushed', keep: () => false },
    { left: 'everything', keep: () => true },
    ...Array.from({ length: size(1, 100) }, (_, seed) => ({ left: `by chance (${seed})`, keep: chance(seed) })),
  ];

  test.each(cuts)(
    'leaves all that was answered, when there is left $left',
    async ({ keep }) => {
      const directory = '/data/desk';
      const steps = await forEveryStep(async (step) => {
        const disk = new VolatileDisk();
        const witness = new Witness();
        const reached = await liveUntil(disk, directory, witness, step, 'stop-half-written');
        disk.cutPower(keep);
        await checkRevival(directory, witness, disk);
        return reached;
      });
      expect(steps).toBeGreaterThan(200);
    },
    patienceMs,
  );
});

describe('a single system call that fails', () => {
  test(
    'loses nothing that was answered, neither for the process that goes on nor after it',
    async () => {
      const directory = '/data/desk';
      const steps = await forEveryStep(async (step) => {
        const disk = new VolatileDisk();
        const fileSystem = new Interrupted(disk, step, 'fail-once');
        const witness = new Witness();
        await liveOn(fileSystem, directory, witness);
        await checkRevival(directory, witness, disk);
        return fileSystem.reached;
      });
      expect(steps).toBeGreaterThan(200);
    },
    patienceMs,
  );

  /** The acts on one store; after a failed one the store is asked what stands, and the next act goes on from there. */
  async function liveOn(fileSystem: Interrupted, directory: string, witness: Witness): Promise<void> {
    const first = await openLowdbStore(directory, { fileSystem, holder: deadProcess });
    const store = first.ok ? first.value : await opened(directory, { fileSystem, holder: deadProcess });
    for (const act of acts) {
      await act(store, (testimony) => witness.hear(testimony)).catch(async (failure: unknown) => {
        expect(failure).toBeInstanceOf(StoreFailure);
        await witness.check(store);
      });
    }
    // The failing call may be one of the check itself; it does not fail again.
    await witness.check(store).catch(() => witness.check(store));
    await store.close().catch(() => {});
  }
});

/** Yes or no in a sequence that the seed fixes. */
function chance(seed: number): () => boolean {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state > 0x7fff_ffff;
  };
}
