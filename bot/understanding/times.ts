/** Times of day: 22:00 · 10 pm · 22h30 · kl. 9 · 下午 3 點半. */
import { hanAt, joined } from './numbers.ts';
import type { DateText } from './partial-date.ts';

export interface FoundTime {
  readonly hour: number;
  readonly minute: number;
}

/** 14 點再報, 15 點前: what follows a time of day, and never 14 credits. */
const afterHanHour = new Set(['再', '前', '左', '會', '更']);

const colon = /^[:.：]$/u;

/** The time that begins at this word, and the index after it. */
export function timeAt(source: DateText, index: number): { time: FoundTime; to: number } | undefined {
  const { marks } = source;
  const lead = marks.at(index, 'date', 'at', 'clock');
  const noon = marks.at(lead?.to ?? index, 'date', 'noon');
  if (noon !== undefined) return { time: { hour: 12, minute: 0 }, to: noon.to };
  const half = marks.at(lead?.to ?? index, 'date', 'pm') ?? marks.at(lead?.to ?? index, 'date', 'am');
  const clock = clockAt(source, half?.to ?? lead?.to ?? index);
  if (clock === undefined) return undefined;
  const trailing = marks.at(clock.to, 'date', 'pm') ?? marks.at(clock.to, 'date', 'am');
  const isTold = half !== undefined || trailing !== undefined || clock.half !== undefined;
  const isClock = marks.at(index, 'date', 'clock') !== undefined;
  const said = clock.explicit || isTold || isClock || (lead !== undefined && clock.hours);
  const isPm = (half ?? trailing)?.value.value === 'pm' || clock.half === 'pm';
  const isAm = (half ?? trailing)?.value.value === 'am' || clock.half === 'am';
  const hour = isPm && clock.hour < 12 ? clock.hour + 12 : isAm && clock.hour === 12 ? 0 : clock.hour;
  return said && hour <= 23 ? { time: { hour, minute: clock.minute }, to: trailing?.to ?? clock.to } : undefined;
}

interface Clock extends FoundTime {
  readonly to: number;
  /** Written so that it can be nothing but a time. */
  readonly explicit: boolean;
  /** Followed by a word for hours, as durations are too. */
  readonly hours: boolean;
  readonly half?: 'am' | 'pm';
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
  const han = hanAt(tokens, index);
  const hanHours = han === undefined ? undefined : marks.at(han.to, 'date', 'oClock');
  if (han !== undefined && hanHours !== undefined)
    return valid({ hour: han.value, minute: 0, to: hanHours.to, explicit: false, hours: true });
  if (!/^\d{1,2}$/.test(form)) return undefined;
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

const valid = (clock: Clock): Clock | undefined => (clock.hour <= 24 && clock.minute <= 59 ? clock : undefined);
