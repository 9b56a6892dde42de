import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { lockName } from '../../src/store/lock.ts';
import { openLowdbStore } from '../../src/store/lowdb-store.ts';
import { livenessOf, type ProcessIdentity, thisProcess } from '../../src/store/process-identity.ts';
import { statusOf } from './process-status.ts';
import { creation, incident } from './samples.ts';
import { inTemporaryDirectory, opened, refused } from './temporary.ts';

const self = thisProcess();
const startOf = (pid: number): string => statusOf(pid).start;

/** A process that runs until it is killed, and does nothing. */
async function sleeper(): Promise<{ pid: number; kill: () => Promise<void> }> {
  const child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)']);
  await once(child.stdout, 'data');
  const kill = async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { pid: child.pid ?? 0, kill };
}

const locks = async (directory: string): Promise<string[]> =>
  (await readdir(directory)).filter((name) => name.startsWith('lock.'));

describe('a store that is open', () => {
  test('is refused to a second process, which is told who has it and what to do', async () => {
    await inTemporaryDirectory(async (directory) => {
      const holder = await sleeper();
      await writeFile(join(directory, lockName({ ...self, pid: holder.pid, start: startOf(holder.pid) })), '');
      const fault = await refused(directory);
      expect(fault).toMatchObject({ code: 'locked', problem: expect.stringContaining(`Process ${holder.pid} `) });
      expect(fault.remedy).toMatch(/Stop that process, or use another directory/);
      expect(await locks(directory)).toHaveLength(1);
      await holder.kill();
      await (await opened(directory)).close();
      expect(await locks(directory)).toEqual([]);
    });
  });

  test('is refused while another desk works on it, and opens once that one was killed', async () => {
    await inTemporaryDirectory(async (directory) => {
      const writer = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), directory]);
      await once(writer.stdout, 'data');
      expect((await refused(directory)).problem).toContain(`Process ${writer.pid} on ${self.host} has this store open`);
      writer.kill('SIGKILL');
      await once(writer, 'exit');
      await (await opened(directory)).close();
    });
  });

  test('is refused to the same process, and stays usable', async () => {
    await inTemporaryDirectory(async (directory) => {
      const store = await opened(directory);
      expect(await refused(directory)).toMatchObject({ code: 'locked' });
      expect(await store.save(creation(incident('K1')))).toMatchObject({ kind: 'saved' });
      await store.close();
      await (await opened(directory)).close();
    });
  });

  test('is given to one of many that come at once', async () => {
    await inTemporaryDirectory(async (directory) => {
      const opening = Array.from({ length: 10 }, () => openLowdbStore(directory));
      const opened = (await Promise.all(opening)).filter((result) => result.ok);
      expect(opened).toHaveLength(1);
      for (const one of opened) await one.value.close();
    });
  });

  test('is never given to two that look like different processes', async () => {
    // Both run (they are this process and its parent), so each sees the other's claim as a living one.
    const parent = { ...self, pid: process.ppid, start: startOf(process.ppid) };
    for (let round = 0; round < 20; round += 1) {
      await inTemporaryDirectory(async (directory) => {
        const results = await Promise.all([self, parent].map((holder) => openLowdbStore(directory, { holder })));
        const open = results.filter((result) => result.ok);
        expect(open.length).toBeLessThanOrEqual(1);
        for (const one of open) await one.value.close();
      });
    }
  });
});

describe('the lock of a process that is gone', () => {
  const gone: [string, () => Promise<ProcessIdentity>][] = [
    [
      'killed',
      async () => {
        const holder = await sleeper();
        const identity = { ...self, pid: holder.pid, start: startOf(holder.pid) };
        await holder.kill();
        return identity;
      },
    ],
    ['whose number another process has now', async () => ({ ...self, pid: process.ppid, start: '1' })],
    ['whose number this process has now', async () => ({ ...self, start: '1' })],
    ['from before the machine was started anew', async () => ({ ...self, pid: process.ppid, boot: 'earlier' })],
  ];

  test.each(gone)('%s: it is taken over', async (_, identityOf) => {
    await inTemporaryDirectory(async (directory) => {
      await writeFile(join(directory, lockName(await identityOf())), '');
      const store = await opened(directory);
      expect(await locks(directory)).toEqual([lockName(self)]);
      await store.close();
      expect(await locks(directory)).toEqual([]);
    });
  });

  test('on another machine: nobody here can tell, so the fault says which file to delete', async () => {
    await inTemporaryDirectory(async (directory) => {
      const file = lockName({ ...self, host: 'Desk-2.example', pid: 1 });
      await writeFile(join(directory, file), '');
      const fault = await refused(directory);
      expect(fault).toMatchObject({ code: 'locked', file: join(directory, file) });
      expect(fault.problem).toContain('Desk-2.example');
      expect(fault.remedy).toContain('delete the file');
    });
  });
});

describe('whether a process runs', () => {
  test.each([
    ['this one', self, 'alive'],
    ['its parent', { ...self, pid: process.ppid, start: startOf(process.ppid) }, 'alive'],
    ['a number that nobody has', { ...self, pid: 2 ** 30, start: '1' }, 'dead'],
    ['the first process, started at another time', { ...self, pid: 1, start: '-1' }, 'dead'],
    ['one on another machine', { ...self, host: 'elsewhere' }, 'unknown'],
  ])('%s', (_, identity, liveness) => {
    expect(livenessOf(identity, self)).toBe(liveness);
  });

  test('one that was killed and that its parent has not looked after yet has ended', async () => {
    // The shell starts a child, prints its number and becomes a program that never asks for it. The child is killed only
    // then: the shell itself would look after one that ended earlier.
    const shell = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60']);
    const [line] = await once(shell.stdout, 'data');
    const pid = Number(String(line));
    const start = startOf(pid);
    while (await isShell(shell.pid)) await new Promise((resolve) => setTimeout(resolve, 5));
    process.kill(pid, 'SIGKILL');
    while (statusOf(pid).state !== 'Z') await new Promise((resolve) => setTimeout(resolve, 5));
    expect(livenessOf({ ...self, pid, start }, self)).toBe('dead');
    shell.kill('SIGKILL');
    await once(shell, 'exit');
  });
});

const isShell = async (pid: number | undefined): Promise<boolean> =>
  (await readFile(`/proc/${pid}/comm`, 'utf8')).trim() !== 'sleep';
