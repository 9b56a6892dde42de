import { describe, test } from '@jest/globals';
import fc from 'fast-check';
import { MemoryStore } from '../../src/store/memory-store.ts';
import type { Store } from '../../src/store/port.ts';
import { inTemporaryDirectory, opened } from '../store/temporary.ts';
import { size } from '../support/sizes.ts';
import { Act, live, Reload } from './lifecycle/model.ts';
import { severity, wish } from './lifecycle/wishes.ts';

/** Premier takes severity 1 and A by phone alone (F-REA-08b). */
const world = fc.record({ edition: fc.constantFrom('unified-2025-01', 'unified-2024-09', 'premier-2022'), severity });

describe('an incident that several people act on, in any order', () => {
  const acts = wish.map((one) => new Act(one));

  test('reaches no state that it may not, loses no event, and keeps every clock', async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands([acts], { maxCommands: 40, size: 'max' }), world, (commands, where) => {
        const store = new MemoryStore();
        return live(commands, where, () => Promise.resolve(store));
      }),
      { numRuns: size(40, 3000) },
    );
  });

  test('is the same after the store has been closed and read again', async () => {
    const reloads = fc.constant(new Reload());
    const some = fc.commands([acts, acts, acts, reloads], { maxCommands: 15, size: 'max' });
    await fc.assert(
      fc.asyncProperty(some, world, (commands, where) =>
        inTemporaryDirectory(async (directory) => {
          let current: Store | undefined;
          const open = async (): Promise<Store> => {
            await current?.close();
            current = await opened(directory);
            return current;
          };
          try {
            await live(commands, where, open);
          } finally {
            await current?.close();
          }
        }),
      ),
      { numRuns: size(3, 100) },
    );
  });
});
