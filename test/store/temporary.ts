import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreFault } from '../../src/store/fault.ts';
import { type LowdbStoreOptions, openLowdbStore } from '../../src/store/lowdb-store.ts';
import type { Store } from '../../src/store/port.ts';

/** Hands an empty directory to the work and removes it afterwards. */
export async function inTemporaryDirectory<T>(work: (directory: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'desk-store-'));
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** The opened store; throws where it does not open. */
export async function opened(directory: string, options?: LowdbStoreOptions): Promise<Store> {
  const result = await openLowdbStore(directory, options);
  if (!result.ok) throw new Error(`did not open: ${JSON.stringify(result.failure)}`);
  return result.value;
}

/** Hands the work the store of a directory, opened for it and closed after it. */
export async function withStoreIn<T>(directory: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await opened(directory);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The fault that keeps the store from opening; throws where it opens. */
export async function refused(directory: string, options?: LowdbStoreOptions): Promise<StoreFault> {
  const result = await openLowdbStore(directory, options);
  if (!result.ok) return result.failure;
  await result.value.close();
  throw new Error('opened');
}
