/** Tells a process from every other, also from a later one that was given the same number. */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { errorCode } from './fault.ts';

export interface ProcessIdentity {
  readonly host: string;
  /** Of the running system, new at every start of the machine; `unknown` where the system has none to tell. */
  readonly boot: string;
  readonly pid: number;
  /** When the process started, in whatever unit the system tells it: only good for comparing. */
  readonly start: string;
}

/** `unknown`: it runs on another machine or in another container, which cannot be looked into from here. */
export type Liveness = 'alive' | 'dead' | 'unknown';

/** The process that this code runs in. */
export function thisProcess(): ProcessIdentity {
  return {
    host: hostname(),
    boot: readText('/proc/sys/kernel/random/boot_id')?.slice(0, 8) ?? 'unknown',
    pid: process.pid,
    start: statusOf(process.pid)?.start ?? String(Math.round(performance.timeOrigin)),
  };
}

/** Whether a process still runs, as far as `self` can see. */
export function livenessOf(other: ProcessIdentity, self: ProcessIdentity): Liveness {
  if (other.host !== self.host) return 'unknown';
  if (other.boot !== self.boot) return 'dead';
  if (other.pid === self.pid) return other.start === self.start ? 'alive' : 'dead';
  if (!existsByNumber(other.pid)) return 'dead';
  const status = statusOf(other.pid);
  // Without /proc the number is all there is to go by.
  if (!status) return 'alive';
  return status.start === other.start && !status.ended ? 'alive' : 'dead';
}

/** Signal 0 asks without disturbing; no permission means that there is such a process. */
function existsByNumber(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** From Linux's /proc/PID/stat; a zombie has ended, although its number is still taken. */
function statusOf(pid: number): { readonly start: string; readonly ended: boolean } | undefined {
  // The name of the program stands in parentheses and may itself hold blanks and parentheses.
  const fields = readText(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ');
  const start = fields?.[19];
  return start === undefined ? undefined : { start, ended: /^[ZXx]$/.test(fields?.[0] ?? '') };
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
