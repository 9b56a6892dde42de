import type { Reporter, TestContext } from '@jest/reporters';
import type { AggregatedResult } from '@jest/test-result';

/** Prints `N passed, N failed` as the last line of a run; a run in which no test ran has failed. */
export default class ClosingLine implements Pick<Reporter, 'onRunComplete' | 'getLastError'> {
  #nothingRan = false;

  onRunComplete(_contexts: Set<TestContext>, results: AggregatedResult): void {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    this.#nothingRan = results.numTotalTests === 0;
    process.stdout.write(
      `${results.numPassedTests} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`,
    );
  }

  getLastError(): Error | undefined {
    return this.#nothingRan ? new Error('no test ran') : undefined;
  }
}
