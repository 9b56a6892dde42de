/** Spans from today on. */
import { reach, unitAt } from './calendar-units.ts';
import { type CivilDate, daysBetween, isoDate } from './civil.ts';
import type { Draft } from './found-dates.ts';
import { countAt, numberAt } from './numbers.ts';
import type { DateText } from './partial-date.ts';
import { relativeAt } from './single-dates.ts';

/** "The next 90 days", "in 3 weeks", "90 prochains jours", "this quarter". */
export function spanFrom(
  { text, tokens, marks }: DateText,
  index: number,
  today: CivilDate,
  draft: Draft,
): number | undefined {
  const lead = marks.at(index, 'date', 'within') ?? marks.at(index, 'date', 'in') ?? marks.at(index, 'date', 'this');
  const between = lead?.to ?? index;
  if (marks.before(index, 'date', 'since') !== undefined && marks.at(index, 'date', 'since') === undefined)
    return undefined;
  if (marks.at(between, 'weekday') !== undefined || relativeAt(marks, index, today) !== undefined) return undefined;
  // 看一下 1 月: no "next" before a month's number.
  if (tokens[index]?.form === '下' && /^\d/.test(tokens[between]?.form ?? '')) return undefined;
  const count = lead === undefined ? numberAt(text, tokens, marks, between) : countAt(text, tokens, marks, between);
  let at = count?.to ?? between;
  const inner = marks.at(at, 'date', 'within');
  if (inner !== undefined) at = inner.to;
  else if (tokens[at]?.form === '個' || tokens[at]?.form === '个') at += 1;
  const unit = unitAt(marks, at);
  if (unit === undefined || (count === undefined && lead === undefined && inner === undefined)) return undefined;
  const trailing = marks.at(unit.to, 'date', 'within') ?? marks.at(unit.to, 'date', 'in');
  const signal = lead ?? inner ?? trailing;
  if (signal === undefined) {
    if (count !== undefined) draft.bareDays ??= daysBetween(today, reach(unit.value, count.value, false, today));
    return undefined;
  }
  const ahead = reach(unit.value, count?.value ?? 1, signal.value.value === 'this', today);
  const isPoint = signal.value.value === 'in';
  if (isPoint && count !== undefined) draft.dates.push({ date: isoDate(ahead), relative: true, past: false });
  draft.withinDays ??= daysBetween(today, ahead);
  return Math.max(unit.to, trailing?.to ?? 0);
}
