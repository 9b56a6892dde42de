/** Measuring for the benchmarks: figures of one run on one machine, to be compared with each other only. */

const ROUNDS = 5;
const ROUND_MS = 200;

/**
 * Nanoseconds per call: the median of several rounds after a warm-up, each long enough that the clock's grain is
 * nothing. `call` is given a running number; what it returns is added up, so that no work can be left out.
 */
export function nanosecondsPerCall(call: (index: number) => number): number {
  let sink = 0;
  const round = (): number => {
    const start = performance.now();
    let calls = 0;
    let elapsed = 0;
    for (let batch = 1; elapsed < ROUND_MS; batch = Math.min(batch * 2, 4096)) {
      for (let index = 0; index < batch; index += 1) sink += call(calls + index);
      calls += batch;
      elapsed = performance.now() - start;
    }
    return (elapsed * 1e6) / calls;
  };
  round();
  const rounds = Array.from({ length: ROUNDS }, round).sort((a, b) => a - b);
  if (Number.isNaN(sink)) throw new Error('a measured call returned no number');
  return rounds[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

/** A duration in the unit in which it reads best. */
export function duration(nanoseconds: number): string {
  if (nanoseconds < 1e3) return `${nanoseconds.toFixed(0)} ns`;
  if (nanoseconds < 1e6) return `${(nanoseconds / 1e3).toFixed(1)} µs`;
  return `${(nanoseconds / 1e6).toFixed(2)} ms`;
}

/** Rows as a text table, its first column to the left and the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return rows.map(line).join('\n');
}
