import { readFileSync } from 'node:fs';

/** The start time and state of a running process from Linux's /proc; elsewhere a start that no process has. */
export function statusOf(pid: number): { readonly start: string; readonly state: string } {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return { start: fields[19] ?? '', state: fields[0] ?? '' };
  } catch {
    return { start: 'none', state: '' };
  }
}
