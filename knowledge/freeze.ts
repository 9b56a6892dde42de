/** Knowledge is read by all and changed by nobody: frozen to the leaves. */

/** The value itself, with everything in it frozen. Plain data only: objects, arrays, scalars. */
export const deepFreeze = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
};

const refuse = (): never => {
  throw new TypeError('knowledge cannot be changed');
};

/** A map that cannot be changed; a frozen object alone would still let `set` through. */
export const frozenMap = <Key, Value>(entries: Iterable<readonly [Key, Value]>): ReadonlyMap<Key, Value> =>
  Object.freeze(Object.assign(new Map(entries), { set: refuse, delete: refuse, clear: refuse }));
