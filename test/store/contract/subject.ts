import type { Store } from '../../../src/store/port.ts';

/** The store that the tests of a contract are about; another one in each test. */
export interface Subject {
  readonly store: Store;
  /** Restarts the store: from then on it is another object with the same data. */
  reopen(): Promise<void>;
}
