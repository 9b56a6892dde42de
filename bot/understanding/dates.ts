/** Dates, ranges, spans and times of day in a text. */
import type { CivilDate } from './civil.ts';
import { rangeFrom } from './date-ranges.ts';
import { spanFrom } from './date-spans.ts';
import { durationAt } from './durations.ts';
import type { Draft, FoundDates } from './found-dates.ts';
import { loneDayFrom } from './lone-days.ts';
import { pastAt, quarterIn } from './look-back.ts';
import type { DateText } from './partial-date.ts';
import { singleFrom } from './single-dates.ts';
import { timeAt } from './times.ts';

/** Everything that says when, read as of today. */
export function findDates(source: DateText, today: CivilDate): FoundDates {
  const draft: Draft = {
    dates: [],
    datesAt: [],
    ranges: [],
    withinDays: undefined,
    months: [],
    bareMonths: [],
    opensMonth: false,
    quarter: quarterIn(source, today),
    bareDays: undefined,
    time: undefined,
    afterMinutes: undefined,
    past: undefined,
    taken: new Set(),
  };
  for (let index = 0; index < source.tokens.length; ) {
    draft.past ??= pastAt(source, index, today);
    const to: number | undefined =
      durationFrom(source, index, draft) ??
      rangeFrom(source, index, today, draft) ??
      spanFrom(source, index, today, draft) ??
      singleFrom(source, index, today, draft) ??
      timeFrom(source, index, draft) ??
      loneDayFrom(source, index, today, draft);
    while (draft.datesAt.length < draft.dates.length) draft.datesAt.push(index);
    for (let word = index; word < (to ?? 0); word += 1) draft.taken.add(word);
    index = to ?? index + 1;
  }
  return draft;
}

function durationFrom(source: DateText, index: number, draft: Draft): number | undefined {
  const found = durationAt(source, index);
  draft.afterMinutes ??= found?.minutes;
  return found?.to;
}

function timeFrom(source: DateText, index: number, draft: Draft): number | undefined {
  const found = timeAt(source, index, draft.taken.has(index - 1) && source.tokens[index]?.apart !== true);
  if (found === undefined) return undefined;
  draft.time ??= found.time;
  return found.to;
}
