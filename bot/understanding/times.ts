/** Times of day: 22:00 · 10 pm · 22h30 · kl. 9 · 下午 3 點半. */
import { hanAt, joined, numberAt } from './numbers.ts';
import type { DateText } from './partial-date.ts';

export interface FoundTime {
  readonly hour: number;
  readonly minute: number;
}

/** 14 點再報, 15 點前: what follows a time of day, and never 14 credits. */
const afterHanHour = new Set(['再', '前', '左', '會', '更']);

const colon = /^[:.：]$/u;

/**
 * The time that begins at this word, and the index after it. After a date ("tomorrow at 9", "jeudi 14h") less has to say
 * that it is one.
 */
export function timeAt(
  source: DateText,
  index: number,
  afterDate = false,
): { time: FoundTime; to: number } | undefined {
  const { marks } = source;
  const before = wordsBefore(marks, index);
  const noon = marks.at(before.to, 'date', 'noon');
  if (noon !== undefined) return { time: { hour: 12, minute: 0 }, to: noon.to };
  const clock = spokenAt(source, before.to) ?? clockAt(source, before.to);
  if (clock === undefined) return undefined;
  const trailing = marks.at(clock.to, 'date', ...parts);
  const part = before.part ?? trailing?.value.value ?? clock.half;
  const isLed = (before.isLed && (clock.hours || afterDate)) || (afterDate && clock.hours);
  const hour = inPart(clock.hour, part);
  return (clock.explicit || part !== undefined || before.isClock || isLed) && hour <= 23
    ? { time: { hour, minute: clock.minute }, to: trailing?.to ?? clock.to }
    : undefined;
}

/** Parts of the day. */
const parts = ['am', 'pm', 'night'] as const;
/** "Түнгі сағат": more than one word may lead to a time. */
const MOST_LEADS = 3;

/** What leads to a time: "at", "kl.", "in the evening at". */
function wordsBefore(marks: DateText['marks'], index: number) {
  let [to, isLed, isClock] = [index, false, false];
  let part: string | undefined;
  for (let step = 0; step < MOST_LEADS; step += 1) {
    const told = marks.at(to, 'date', ...parts);
    const lead = told ?? marks.at(to, 'date', 'at', 'clock');
    if (lead === undefined) break;
    part ??= told?.value.value;
    isLed ||= told === undefined;
    isClock ||= marks.at(to, 'date', 'clock') !== undefined;
    to = lead.to;
  }
  return { to, isLed, isClock, part };
}

/** The hour of 24 in a part of the day. */
function inPart(hour: number, part: string | undefined): number {
  const isLate = part === 'pm' || (part === 'night' && hour > 5);
  if (isLate && hour < 12) return hour + 12;
  return part === 'am' && hour === 12 ? 0 : hour;
}

interface Clock extends FoundTime {
  readonly to: number;
  /** Written so that it can be nothing but a time. */
  readonly explicit: boolean;
  /** Followed by a word for hours, as durations are too. */
  readonly hours: boolean;
  readonly half?: 'am' | 'pm';
}

/** "Half past four", "halv tre", "quarter to six". */
function spokenAt({ text, tokens, marks }: DateText, index: number): Clock | undefined {
  const lead = marks.at(index, 'date', 'halfPast', 'halfTo', 'quarterPast', 'quarterTo');
  const hour = lead === undefined ? undefined : numberAt(text, tokens, marks, lead.to);
  if (lead === undefined || hour === undefined || !Number.isInteger(hour.value) || hour.value > 12) return undefined;
  const isTo = lead.value.value.endsWith('To');
  const minute = lead.value.value.startsWith('half') ? 30 : isTo ? 45 : 15;
  // "Half four hours" is a length, and no time.
  if (marks.at(hour.to, 'date', 'hour', 'minute') !== undefined) return undefined;
  // The English "half" alone is said of much else.
  const explicit = lead.value.value !== 'halfPast' || lead.to - lead.from > 1;
  return valid({ hour: hour.value - Number(isTo), minute, to: hour.to, explicit, hours: true });
}

function clockAt({ text, tokens, marks }: DateText, index: number): Clock | undefined {
  const form = tokens[index]?.form ?? '';
  const compact = /^(\d{1,2})(?:h(\d{2})?|(am|pm))$/.exec(form);
  if (compact !== null) {
    const half = compact[3] === 'am' || compact[3] === 'pm' ? compact[3] : undefined;
    return valid({
      hour: Number(compact[1]),
      minute: Number(compact[2] ?? 0),
      to: index + 1,
      explicit: compact[2] !== undefined,
      hours: true,
      ...(half === undefined ? {} : { half }),
    });
  }
  const ended = /^(\d{1,2})(?:[дт][ае]|[гк][ае])$/u.exec(form);
  if (ended !== null) return valid({ hour: Number(ended[1]), minute: 0, to: index + 1, explicit: false, hours: true });
  if (!/^\d{1,2}$/.test(form)) return wordClockAt({ text, tokens, marks }, index);
  const minutes = tokens[index + 1]?.form ?? '';
  const isColon = joined(text, tokens, index + 1, colon) && /^\d{2}$/.test(minutes);
  if (isColon)
    return valid({
      hour: Number(form),
      minute: Number(minutes),
      to: index + 2,
      explicit: /[:：]/u.test(text.slice(tokens[index]?.end, tokens[index + 1]?.start)),
      hours: true,
    });
  const hours = marks.at(index + 1, 'date', 'oClock');
  if (hours === undefined)
    return valid({ hour: Number(form), minute: 0, to: index + 1, explicit: false, hours: false });
  const isHalf = tokens[hours.to]?.form === '半';
  const isHan = afterHanHour.has(tokens[hours.to]?.form ?? '');
  const after = /^[0-5]\d$/.test(tokens[hours.to]?.form ?? '') && tokens[index + 1]?.form === 'h' ? 1 : 0;
  return valid({
    hour: Number(form),
    minute: isHalf ? 30 : after > 0 ? Number(tokens[hours.to]?.form) : 0,
    to: hours.to + Number(isHalf) + after,
    explicit: after > 0 || isHan,
    hours: true,
  });
}

/** An hour in words or Han numerals: "ten o'clock", 早上十點半, "тоғыз жарымда". */
function wordClockAt({ text, tokens, marks }: Pick<DateText, 'text' | 'tokens' | 'marks'>, index: number) {
  const number = hanAt(tokens, index) ?? numberAt(text, tokens, marks, index);
  if (number === undefined || (number.value * 2) % 1 !== 0) return undefined;
  const hours = marks.at(number.to, 'date', 'oClock');
  const to = hours?.to ?? number.to;
  const half = marks.at(to, 'half') ?? (tokens[to]?.form === '半' ? { to: to + 1 } : undefined);
  const isHalf = number.value % 1 !== 0 || (hours !== undefined && half !== undefined);
  return valid({
    hour: Math.floor(number.value),
    minute: isHalf ? 30 : 0,
    to: isHalf && half !== undefined ? half.to : to,
    explicit: hours !== undefined && afterHanHour.has(tokens[to]?.form ?? ''),
    hours: hours !== undefined || isHalf,
  });
}

const valid = (clock: Clock): Clock | undefined => (clock.hour <= 24 && clock.minute <= 59 ? clock : undefined);
