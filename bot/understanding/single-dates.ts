/** Single dates, whole or relative to today. */
import { type CivilDate, completed, daysBetween, isoDate, plusDays, plusMonths, weekdayOf } from './civil.ts';
import { aYearBefore, type Draft } from './found-dates.ts';
import { type DateText, type PartialDate, partialDateAt } from './partial-date.ts';

/** One date by itself: "tomorrow", "12 May", "next Friday", "end of March". */
export function singleFrom(source: DateText, index: number, today: CivilDate, draft: Draft): number | undefined {
  const { marks } = source;
  const past = marks.before(index, 'date', 'since') !== undefined;
  const relative = relativeAt(marks, index, today);
  if (relative !== undefined) {
    const isBehind = past || daysBetween(today, relative.date) < 0;
    draft.dates.push({ date: isoDate(relative.date), relative: true, past: isBehind });
    return relative.to;
  }
  const next = marks.at(index, 'date', 'next') ?? marks.at(index, 'date', 'this');
  const partial = partialDateAt(source, next?.to ?? index);
  if (partial === undefined) return undefined;
  if (partial.day === undefined && partial.weekday === undefined) return monthFrom(marks, index, partial, today, draft);
  if (partial.day === undefined && saysNextWeek(marks, index, partial)) {
    const monday = plusDays(today, 8 - weekdayOf(today));
    draft.dates.push({ date: isoDate(plusDays(monday, (partial.weekday ?? 1) - 1)), relative: false, past });
    return partial.to;
  }
  const date = completed(partial, today);
  if (date === undefined) return partial.to;
  const trailing = nextAfter(source, partial);
  const isNext = partial.day === undefined && (next?.value.value === 'next' || trailing !== undefined);
  // Nobody says "next Wednesday" for tomorrow.
  const later = isNext && (daysBetween(today, date) <= 1 || isInNextWeek(source, index, today, date)) ? 7 : 0;
  const found = plusDays(date, later);
  const lately = latelyOf(partial, found, past, today);
  draft.dates.push({
    date: isoDate(found),
    ...(lately === undefined ? {} : { lately }),
    relative: false,
    past,
    ...(isUntil(source, index, partial) ? { until: true } : {}),
  });
  return trailing?.to ?? partial.to;
}

/** A month or a year without a day: its last day where that is said, else the month itself. */
function monthFrom(
  marks: DateText['marks'],
  index: number,
  { month, year, to }: PartialDate,
  today: CivilDate,
  draft: Draft,
): number {
  const says = (word: string): boolean =>
    marks.before(index, 'date', word) !== undefined || marks.at(to, 'date', word) !== undefined;
  if (says('endOf') && month !== undefined) {
    const past = marks.before(index, 'date', 'since') !== undefined;
    draft.dates.push({ date: isoDate(lastOf(month, year, today)), relative: false, past });
    return to;
  }
  draft.opensMonth ||= says('onward');
  if (year !== undefined) draft.months.push({ year, ...(month === undefined ? {} : { month }) });
  else if (month !== undefined) draft.bareMonths.push(month);
  return to;
}

/** "Mardi prochain": what stands after the weekday. 下 begins another word there. */
const nextAfter = ({ tokens, marks }: DateText, { day, to }: PartialDate) =>
  day === undefined && tokens[to]?.form !== '下' ? marks.at(to, 'date', 'next') : undefined;

/** The last such day that has come, where that is not the day itself. */
function latelyOf({ day, year }: PartialDate, found: CivilDate, past: boolean, today: CivilDate): string | undefined {
  const ahead = daysBetween(today, found);
  if (day !== undefined) return year === undefined && ahead > 0 ? aYearBefore(isoDate(found)) : undefined;
  return past ? isoDate(plusDays(found, ahead === 0 ? 0 : -7)) : undefined;
}

/** "Until 3 May", "3 мамырға дейін". */
const isUntil = ({ tokens, marks }: DateText, index: number, { to }: PartialDate): boolean =>
  marks.before(index, 'date', 'to') !== undefined || tokens[to]?.form === 'дейин';

/** The last day of a month; without a year of the next such month that is not over. */
function lastOf(month: number, year: number | undefined, today: CivilDate): CivilDate {
  const last = (of: number): CivilDate => plusDays(plusMonths({ year: of, month, day: 1 }, 1), -1);
  const date = last(year ?? today.year);
  return year === undefined && daysBetween(today, date) < 0 ? last(today.year + 1) : date;
}

/** "Tuesday next week", "mardi de la semaine prochaine", "келесі аптаның сейсенбісі". */
function saysNextWeek(marks: DateText['marks'], from: number, { to }: PartialDate): boolean {
  const near = [from - 3, from - 2, from - 1, to, to + 1, to + 2, to + 3];
  return near.some((index) => {
    const next = marks.at(index, 'date', 'next');
    const week = marks.at(index, 'date', 'week');
    return (
      (next !== undefined && marks.at(next.to, 'date', 'week') !== undefined) ||
      (week !== undefined && marks.at(week.to, 'date', 'next') !== undefined)
    );
  });
}

/** 下週五 is the Friday of next week, also where this week's Friday lies ahead; "next Friday" is the coming one. */
const isInNextWeek = ({ tokens }: DateText, index: number, today: CivilDate, date: CivilDate): boolean =>
  tokens[index]?.form === '下' && daysBetween(today, date) < 8 - weekdayOf(today);

/** "Tomorrow", "i overmorgen", 昨天. */
export function relativeAt(
  marks: DateText['marks'],
  index: number,
  today: CivilDate,
): { date: CivilDate; to: number } | undefined {
  for (const [word, days] of [
    ['afterTomorrow', 2],
    ['tomorrow', 1],
    ['yesterday', -1],
    ['today', 0],
  ] as const) {
    const found = marks.at(index, 'date', word);
    if (found !== undefined) return { date: plusDays(today, days), to: found.to };
  }
  return undefined;
}
