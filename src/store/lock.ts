/**
 * Keeps a second process out of a store: each that wants it puts down a file named after itself, then looks for others.
 * Of two that come at once, at least one therefore sees the other and stands back. What a dead process left is removed.
 */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fail, ok, type Result } from '../result.ts';
import type { DurableFiles } from './durable-files.ts';
import type { StoreFault } from './fault.ts';
import { decodeName, encodeName } from './names.ts';
import { type Liveness, livenessOf, type ProcessIdentity } from './process-identity.ts';

/** Two that came at once may both have stood back; they come again after different pauses. */
const attempts = 4;
const longestPauseMs = 60;

interface Holder {
  readonly file: string;
  readonly liveness: Liveness;
  readonly identity: ProcessIdentity;
}

/** Takes the store in `root` for the process `self`; the value releases it. The failure says who has it. */
export async function takeLock(
  files: DurableFiles,
  root: string,
  self: ProcessIdentity,
): Promise<Result<() => Promise<void>, StoreFault>> {
  const own = join(root, lockName(self));
  for (let attempt = 1; ; attempt += 1) {
    const holder = await tryOnce(files, root, own, self);
    if (!holder) return ok(() => files.remove(own));
    if (attempt === attempts || holder.file === own) return fail(lockedBy(holder));
    await pause(Math.random() * longestPauseMs);
  }
}

/** Puts the own file down and leaves it there if nobody else has the store; else answers with who has it. */
async function tryOnce(
  files: DurableFiles,
  root: string,
  own: string,
  self: ProcessIdentity,
): Promise<Holder | undefined> {
  if (!(await files.claim(own, lockText(self)))) return { file: own, liveness: 'alive', identity: self };
  try {
    const holder = await holderBeside(files, root, own, self);
    if (holder) await files.remove(own);
    return holder;
  } catch (failure) {
    await files.remove(own).catch(() => {});
    throw failure;
  }
}

/** Another process that has the store, or may have; the files of dead ones are removed. */
async function holderBeside(
  files: DurableFiles,
  root: string,
  own: string,
  self: ProcessIdentity,
): Promise<Holder | undefined> {
  const found = (await files.names(root)).flatMap((name) => holderOf(root, name, self));
  const others = found.filter((one) => one.file !== own);
  await Promise.all(others.filter((one) => one.liveness === 'dead').map((one) => files.remove(one.file)));
  return others.find((one) => one.liveness !== 'dead');
}

/** The name of the lock file of a process. */
export function lockName({ host, boot, pid, start }: ProcessIdentity): string {
  return ['lock', encodeName(host), encodeName(boot), pid, encodeName(start)].join('.');
}

function holderOf(root: string, name: string, self: ProcessIdentity): Holder[] {
  const [, host, boot, pid, start] = /^lock\.([^.]+)\.([^.]+)\.(\d+)\.([^.]+)$/.exec(name) ?? [];
  if (host === undefined || boot === undefined || start === undefined) return [];
  const identity = {
    host: host === encodeName(self.host) ? self.host : (decodeName(host) ?? host),
    boot: decodeName(boot) ?? boot,
    pid: Number(pid),
    start: decodeName(start) ?? start,
  };
  return [{ file: join(root, name), liveness: livenessOf(identity, self), identity }];
}

function lockedBy({ file, liveness, identity: { host, pid } }: Holder): StoreFault {
  const elsewhere = liveness === 'unknown';
  return {
    code: 'locked',
    file,
    problem: `Process ${pid} on ${host} ${elsewhere ? 'took this store and has not given it back' : 'has this store open'}.`,
    remedy: elsewhere
      ? `Stop that process, or use another directory. If ${host} is gone for good, delete the file.`
      : 'Stop that process, or use another directory: a store serves one process at a time.',
  };
}

const lockText = ({ host, pid }: ProcessIdentity): string => `Process ${pid} on ${host} has this store open.\n`;
