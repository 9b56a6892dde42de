/** Aggregates as they were last checked: checking one costs more than all that is derived from it. */
import type { AggregateKey, Store, Stored } from '../../src/store/port.ts';

/** States that are held for one store; past that number all are checked anew. */
const HELD = 400;

interface Checked {
  readonly version: number;
  readonly value: unknown;
}

const checked = new WeakMap<Store, Map<string, Checked>>();

/**
 * What `check` makes of the state, which is not checked again while its version stays the same. The value is shared by
 * all who ask: nobody may change it. One kind of aggregate is always checked by the same `check`.
 */
export function checkedOnce<Value>(
  store: Store,
  { tenant, kind, id }: AggregateKey,
  { version, state }: Pick<Stored, 'version' | 'state'>,
  check: (state: unknown) => Value,
): Value {
  const held = checked.get(store) ?? new Map<string, Checked>();
  checked.set(store, held);
  const name = JSON.stringify([tenant, kind, id]);
  const known = held.get(name);
  if (known?.version === version) return known.value as Value;
  const value = check(state);
  if (held.size >= HELD) held.clear();
  held.set(name, { version, value });
  return value;
}
