import { afterEach, beforeEach, describe, test } from '@jest/globals';
import type { Store } from '../../src/store/port.ts';
import { size } from '../support/sizes.ts';
import { listsContract } from './contract/lists.ts';
import { messagesContract } from './contract/messages.ts';
import { oddNamesContract } from './contract/odd-names.ts';
import { savesContract } from './contract/saves.ts';
import type { Subject } from './contract/subject.ts';
import { modelProperty } from './model.ts';

export interface EngineUnderTest {
  /** Open and empty. */
  readonly store: Store;
  /** Closes the store and opens the same data again, as a restart of the desk does. */
  reopen(): Promise<Store>;
  /** Called after the last use; closes what is open and removes the data. */
  dispose(): Promise<void>;
}

/** What every engine promises. `open` gives a fresh one for each test. */
export function storeContract(name: string, open: () => Promise<EngineUnderTest>): void {
  describe(`the ${name} store`, () => {
    let engine: EngineUnderTest;
    let store: Store;
    const subject: Subject = {
      get store() {
        return store;
      },
      reopen: async () => {
        store = await engine.reopen();
      },
    };

    beforeEach(async () => {
      engine = await open();
      store = engine.store;
    });

    afterEach(() => engine.dispose());

    savesContract(subject);
    messagesContract(subject);
    listsContract(subject);
    oddNamesContract(subject);

    test('answers as a simple model of it does, whatever is asked', async () => {
      await modelProperty(open, size(30, 1000));
    });
  });
}
