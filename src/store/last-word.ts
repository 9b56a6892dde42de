import type { AggregateKey, Save, Store, Stored } from './port.ts';

/**
 * Saves what is made of the aggregate as it stands; where somebody saves in between, it is made anew of what stands then,
 * so that the last word holds. Undefined leaves the aggregate as it is; a command that came before changes nothing.
 */
export async function lastWord(
  store: Pick<Store, 'load' | 'save'>,
  key: AggregateKey,
  next: (stored: Stored | undefined) => unknown,
  command?: Save['command'],
): Promise<void> {
  for (;;) {
    const stored = await store.load(key);
    const state = next(stored);
    if (state === undefined) return;
    const expected = stored?.version ?? 0;
    const saved = await store.save({ key, expected, state, ...(command === undefined ? {} : { command }) });
    if (saved.kind !== 'conflict') return;
  }
}
