/** Days, weeks, fortnights, months, quarters and years as a text counts them. */
import { type CivilDate, plusDays, plusMonths, weekdayOf } from './civil.ts';
import type { Marks } from './marks.ts';

export type Unit = 'day' | 'week' | 'fortnight' | 'month' | 'quarter' | 'year';
const units: readonly Unit[] = ['day', 'week', 'fortnight', 'month', 'quarter', 'year'];

export function unitAt(marks: Marks, index: number): { value: Unit; to: number } | undefined {
  for (const value of units) {
    const found = marks.at(index, 'date', value);
    if (found !== undefined) return { value, to: found.to };
  }
  return undefined;
}

/** The day that so many units reach from today; with `whole`, the last day of the running unit. */
export function reach(unit: Unit, count: number, whole: boolean, today: CivilDate): CivilDate {
  const steps = Math.min(count, 1200);
  if (unit === 'day') return plusDays(today, whole ? 0 : Math.min(count, 36_500));
  if (unit === 'week') return plusDays(today, whole ? 7 - weekdayOf(today) : steps * 7);
  if (unit === 'fortnight') return plusDays(today, whole ? 14 - weekdayOf(today) : steps * 14);
  const months = unit === 'year' ? 12 : unit === 'quarter' ? 3 : 1;
  if (!whole) return plusMonths(today, steps * months);
  const first = { year: today.year, month: today.month - ((today.month - 1) % months), day: 1 };
  return plusDays(plusMonths(first, months), -1);
}
