/**
 * The few calls to the operating system that the store makes, each of them one step: a test can stop the store between
 * any two, or keep only what was flushed.
 */
import { mkdir, open, readdir, readFile, rename, rmdir, unlink } from 'node:fs/promises';

export interface OpenFile {
  writeFile(text: string): Promise<void>;
  /** Returns when all that was written is on the disk; on a directory, when its entries are. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Rejects with the errors of `node:fs`, which carry a `code` such as `ENOENT`. */
export interface FileSystem {
  /** `r` to flush a directory, `w` to create or empty a file, `wx` to create one that must not exist. */
  open(path: string, flags: 'r' | 'w' | 'wx'): Promise<OpenFile>;
  readFile(path: string, encoding: 'utf8'): Promise<string>;
  readdir(path: string): Promise<string[]>;
  mkdir(path: string): Promise<unknown>;
  /** Takes the place of a file that stands at `to`, in one step. */
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  rmdir(path: string): Promise<void>;
}

export const diskFileSystem: FileSystem = { open, readFile, readdir, mkdir, rename, unlink, rmdir };
