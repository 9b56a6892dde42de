/** What can be wrong with a store: a code to branch on, the file it is about, and what a person can do. */
export interface StoreFault {
  readonly code: StoreFaultCode;
  /** The file or directory concerned, as a path. */
  readonly file: string;
  /** What was found, in plain words. */
  readonly problem: string;
  /** What to do about it, in plain words. */
  readonly remedy: string;
}

export type StoreFaultCode =
  /** Another process has the store open, or may have. */
  | 'locked'
  /** A file is cut short or otherwise not what the store wrote. */
  | 'damaged'
  /** A readable file that belongs somewhere else. */
  | 'foreign'
  /** Written by a later release of the desk. */
  | 'newer-format'
  /** The operating system refused: no space, no permission, no such directory. */
  | 'disk'
  /** The store was closed before the call. */
  | 'closed';

/**
 * Carries a fault out of a call of the port. Nobody who decides a command can mend a damaged file or a full disk, so
 * these are exceptions there; `openLowdbStore`, whose caller can, returns the fault as a value.
 */
export class StoreFailure extends Error {
  readonly fault: StoreFault;

  constructor(fault: StoreFault, cause?: unknown) {
    super(`${fault.problem} (${fault.file}). ${fault.remedy}`, cause === undefined ? undefined : { cause });
    this.name = 'StoreFailure';
    this.fault = fault;
  }
}

/** The fault that an error of the operating system on this file amounts to. */
export function diskFault(file: string, error: unknown): StoreFault {
  return {
    code: 'disk',
    file,
    problem: String(error),
    remedy:
      diskRemedies[errorCode(error) ?? ''] ??
      'Look at the health of the disk and the rights on this path, then try again.',
  };
}

/** The code of a system error such as `ENOENT`; undefined for any other. */
export function errorCode(error: unknown): string | undefined {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return hasCode && typeof error.code === 'string' ? error.code : undefined;
}

const diskRemedies: Readonly<Record<string, string>> = {
  EACCES: 'Give the account that runs the desk the right to read and write here.',
  EPERM: 'Give the account that runs the desk the right to read and write here.',
  EROFS: 'Name a directory on a disk that can be written.',
  ENOSPC: 'Free some space on this disk, then try again.',
  EDQUOT: 'Free some space on this disk, then try again.',
  ENOTDIR: 'Name a directory: a part of this path is a file.',
  EEXIST: 'Name a directory: a part of this path is a file.',
  ENOENT: 'A directory of the store has gone: restore it, then start the desk anew.',
  EMFILE: 'Raise the number of files that a process may hold open (ulimit -n).',
};
