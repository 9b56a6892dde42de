/** Spans that lie behind: "last month", "the past 30 days". */
import { type Unit, unitAt } from './calendar-units.ts';
import { type CivilDate, isoDate, plusDays, plusMonths, weekdayOf } from './civil.ts';
import { numberAt } from './numbers.ts';
import type { DateText } from './partial-date.ts';

/** ISO dates; without an end up to now. */
export interface Past {
  readonly start: string;
  readonly end?: string;
}

/** "Last month", "le mois dernier", "上個月", "the last 30 days". */
export function pastAt({ text, tokens, marks }: DateText, index: number, today: CivilDate): Past | undefined {
  const lead = marks.at(index, 'date', 'since');
  const count = numberAt(text, tokens, marks, lead?.to ?? index);
  const unit = unitAt(marks, (lead === undefined ? undefined : count?.to) ?? lead?.to ?? index);
  if (unit === undefined || (lead ?? marks.at(unit.to, 'date', 'since')) === undefined) return undefined;
  if (lead !== undefined && count !== undefined) return { start: isoDate(back(unit.value, count.value, today)) };
  const end = plusDays(firstOf(unit.value, today), -1);
  return { start: isoDate(firstOf(unit.value, end)), end: isoDate(end) };
}

/** So many units before today. */
function back(unit: Unit, count: number, today: CivilDate): CivilDate {
  const steps = Math.min(Math.round(count), 1200);
  if (unit === 'day' || unit === 'week') return plusDays(today, -steps * (unit === 'week' ? 7 : 1));
  return plusMonths(today, -steps * (unit === 'year' ? 12 : unit === 'quarter' ? 3 : 1));
}

/** The first day of the unit that the day lies in. */
function firstOf(unit: Unit, day: CivilDate): CivilDate {
  if (unit === 'day') return day;
  if (unit === 'week') return plusDays(day, 1 - weekdayOf(day));
  const months = unit === 'year' ? 12 : unit === 'quarter' ? 3 : 1;
  return { year: day.year, month: day.month - ((day.month - 1) % months), day: 1 };
}
