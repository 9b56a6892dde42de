/** Binary search in rising numbers of which the first is below whatever is looked for. */

/** The last index whose value is at most `wanted`: the stretch that an instant lies in. */
export function lastAtMost(values: readonly number[], wanted: number): number {
  let low = 0;
  let high = values.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= wanted) low = middle;
    else high = middle;
  }
  return low;
}

/** The last index whose value is below `wanted`: the stretch in which a sum is reached first. */
export function lastBelow(values: readonly number[], wanted: number): number {
  let low = 0;
  let high = values.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < wanted) low = middle;
    else high = middle;
  }
  return low;
}
