/** Days of a month that stand without their month. */
import { type CivilDate, daysBetween, isoDate, nextDay } from './civil.ts';
import type { Draft } from './found-dates.ts';
import { hanAt } from './numbers.ts';
import { type DateText, partialDateAt, standsAlone } from './partial-date.ts';

const ordinalDay = /^(\d{1,2})(st|nd|rd|th|er)?$/;
/** "16-сы", "11-іне", "31-інде": the Kazakh day of a month. */
const kazakhDay = /^-(?:с?[ыі])/u;

/** A day of the month without its month: "until the 5th", "den 17.", "le 16", "17 號". */
export function loneDayFrom(source: DateText, index: number, today: CivilDate, draft: Draft): number | undefined {
  const { text, tokens, marks } = source;
  const lead = marks.at(index, 'date', 'dayLead');
  const at = lead?.to ?? index;
  if (partialDateAt(source, at) !== undefined) return undefined;
  const han = hanAt(tokens, at);
  const isHan = han !== undefined && tokens[han.to]?.form === '號';
  const written = ordinalDay.exec(tokens[at]?.form ?? '');
  const day = isHan ? han.value : Number(written?.[1] ?? 0);
  const isDay =
    isHan ||
    tokens[at + 1]?.form === '號' ||
    kazakhDay.test(text.slice(tokens[at]?.end)) ||
    (lead !== undefined && source.tokens[at]?.apart === false && isLoneDay(source, at, written?.[2] !== undefined));
  if (!isDay || day < 1 || day > 31) return undefined;
  const named = draft.dates.findLast(({ relative, past }) => !relative && !past)?.date;
  const [year = 0, month = 1, first = 1] = (named ?? isoDate(today)).split('-').map(Number);
  // "Of the 19th March to the 12th": earlier in the same month, while that lies ahead.
  const beginning = { year, month, day: Math.min(first, day) };
  const from = named === undefined || daysBetween(today, beginning) < 0 ? today : beginning;
  const date = nextDay(day, from);
  if (date === undefined) return undefined;
  draft.dates.push({ date: isoDate(date), relative: false, past: false });
  return isHan ? han.to + 1 : at + (tokens[at + 1]?.form === '號' ? 2 : 1);
}

/** English wants "the 5th"; elsewhere the number after "den" or "le" must count nothing that follows. */
function isLoneDay({ text, tokens, marks }: DateText, at: number, suffixed: boolean): boolean {
  const next = tokens[at + 1];
  const isFollowed =
    next !== undefined && !next.apart && !/^[\s]*[,.)–-]/u.test(text.slice(tokens[at]?.end, next.start));
  return standsAlone(tokens, marks, at) && (suffixed || !isFollowed || marks.at(at + 1, 'date') !== undefined);
}
