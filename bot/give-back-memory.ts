/** Starting reads, parses and throws away more than the desk then holds. */

/** Long enough for the first caller to be answered first. */
const AFTER_START = 1500;

/**
 * Collects once what starting has left behind and gives the pages back, milliseconds after the start; V8 by itself
 * keeps them until memory is short. Does nothing where the process was not started with `--expose-gc`.
 */
export function giveBackMemory(): void {
  const collect = globalThis.gc;
  if (collect === undefined) return;
  setTimeout(() => void collect({ type: 'major', execution: 'sync', flavor: 'last-resort' }), AFTER_START).unref();
}
