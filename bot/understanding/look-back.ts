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

/** "Q4 2025", "4. kvartal sidste år", 去年第四季: without a year the last such quarter that has begun. */
export function quarterIn(source: DateText, today: CivilDate): { start: string; end: string } | undefined {
  const quarter = quarterNamed(source);
  if (quarter === undefined) return undefined;
  const written = /(?<!\d)(20\d\d)(?!\d)/.exec(source.text)?.[1];
  const month = quarter * 3 - 2;
  const year = written === undefined ? yearOf(source, month, today) : Number(written);
  const start = { year, month, day: 1 };
  return { start: isoDate(start), end: isoDate(plusDays(plusMonths(start, 3), -1)) };
}

/** Words on either side of "quarter" in which its number may stand. */
const NEAR = 2;

function quarterNamed({ text, tokens, marks }: DateText): number | undefined {
  const short = tokens.map(({ form }) => /^q([1-4])$/.exec(form)?.[1]).find((found) => found !== undefined);
  if (short !== undefined) return Number(short);
  const at = tokens.findIndex((_token, index) => marks.at(index, 'date', 'quarter') !== undefined);
  if (at < 0) return undefined;
  for (let index = Math.max(0, at - NEAR); index <= at + NEAR; index += 1) {
    const ordinal = marks.at(index, 'ordinal');
    if (ordinal !== undefined && Number(ordinal.value.value) <= 4) return Number(ordinal.value.value);
    // "4. kvartal" and 第四季; "two quarters" are a count.
    const number = numberAt(text, tokens, marks, index);
    const isOrdinal =
      number !== undefined && (tokens[index - 1]?.form === '第' || /^\./.test(text.slice(tokens[number.to - 1]?.end)));
    if (isOrdinal && number.to <= at && number.value >= 1 && number.value <= 4) return number.value;
  }
  return undefined;
}

/** The year that "last year" says, or the one in which the month was last begun. */
function yearOf(source: DateText, month: number, today: CivilDate): number {
  const lastYear = { start: `${today.year - 1}-01-01`, end: `${today.year - 1}-12-31` };
  const isSaid = source.tokens.some((_token, index) => {
    const past = pastAt(source, index, today);
    return past?.start === lastYear.start && past.end === lastYear.end;
  });
  return today.year - Number(isSaid || month > today.month);
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
