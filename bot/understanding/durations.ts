/** Minutes and hours from now. */
import { countAt } from './numbers.ts';
import type { DateText } from './partial-date.ts';

const minutesIn: Readonly<Record<string, number>> = { quarterHour: 15, hour: 60 };
const postposed = /^[\p{Script=Cyrillic}\p{Script=Han}]|^from$/iu;

/** "In 45 minutes", "dans une heure", "45 минуттан кейін". */
export function durationAt(
  { text, tokens, marks }: DateText,
  index: number,
): { minutes: number; to: number } | undefined {
  const lead = marks.at(index, 'date', 'in');
  const count = countAt(text, tokens, marks, lead?.to ?? index);
  const unit = count === undefined ? undefined : marks.at(count.to, 'date', 'minute', 'hour', 'quarterHour');
  // A word before its object, as the Albanian "për", says nothing of what stands before it.
  const follows = unit !== undefined && postposed.test(tokens[unit.to]?.raw ?? '');
  const trailing = follows ? marks.at(unit.to, 'date', 'in') : undefined;
  if (count === undefined || unit === undefined || (lead ?? trailing) === undefined) return undefined;
  const minutes = Math.min(Math.round(count.value * (minutesIn[unit.value.value] ?? 1)), 1_000_000);
  return { minutes, to: trailing?.to ?? unit.to };
}
