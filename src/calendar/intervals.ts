/** Half-open spans of time and their set arithmetic: `from` is in, `to` is out, both in epoch milliseconds. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The same set of instants as sorted, disjoint intervals; those that touch become one, empty ones go. */
export function union(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);
  const merged: Interval[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (last === undefined || next.from > last.to) merged.push(next);
    else if (next.to > last.to) merged[merged.length - 1] = { from: last.from, to: next.to };
  }
  return merged;
}

/** What of sorted, disjoint intervals lies within `from` and `to`. */
export function clip(intervals: readonly Interval[], from: number, to: number): Interval[] {
  return intervals
    .map((one) => ({ from: Math.max(one.from, from), to: Math.min(one.to, to) }))
    .filter((one) => one.from < one.to);
}

/** What `whole` leaves when sorted, disjoint `parts` are taken out of it. */
export function without(whole: Interval, parts: readonly Interval[]): Interval[] {
  const left: Interval[] = [];
  let at = whole.from;
  for (const part of clip(parts, whole.from, whole.to)) {
    if (part.from > at) left.push({ from: at, to: part.from });
    at = part.to;
  }
  if (at < whole.to) left.push({ from: at, to: whole.to });
  return left;
}
