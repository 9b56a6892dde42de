/** Sums of verdicts. */
import type { Verdict } from './judge.ts';

export const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

export const shareOf = <Item>(items: readonly Item[], isRight: (item: Item) => boolean): string =>
  share(items.filter(isRight).length, items.length);

/** The value below which the given part (0 to 1) of the values lies. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

/** Which command was taken for which, the most frequent first. */
export function confusions(verdicts: readonly Verdict[]): readonly { pair: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { sentence, found, rightCommand } of verdicts) {
    const pair = `${sentence.command} → ${found}`;
    if (!rightCommand) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts].map(([pair, count]) => ({ pair, count })).sort((a, b) => b.count - a.count);
}
