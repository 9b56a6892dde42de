/** An .ics file for what was booked (RFC 5545): whole days, so that no time is promised that nobody agreed. */
import { addDays } from '../calendar/local-date.ts';

export interface CalendarDay {
  /** The same for the same booking, so that a cancellation finds it. */
  readonly uid: string;
  readonly summary: string;
  readonly location: string;
  /** First and last day, both in. */
  readonly start: string;
  readonly end: string;
  /** Epoch milliseconds of when the file was made. */
  readonly stamp: number;
  readonly cancelled: boolean;
  /** How often what was published before has changed since; a calendar takes the highest (RFC 5545 §3.8.7.4). */
  readonly sequence: number;
}

/** The text of the file, its lines ended and folded as calendars want them. What is asked for is tentative until the vendor agrees. */
export function calendarFile({ uid, summary, location, start, end, stamp, cancelled, sequence }: CalendarDay): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Entitlement Desk//EN',
    `METHOD:${cancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${compact(new Date(stamp).toISOString().replace(/\.\d+/, ''))}`,
    `DTSTART;VALUE=DATE:${compact(start)}`,
    `DTEND;VALUE=DATE:${compact(addDays(end, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `LOCATION:${escaped(location)}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'TENTATIVE'}`,
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.flatMap(folded).join('\r\n')}\r\n`;
}

const compact = (text: string): string => text.replaceAll(/[-:]/g, '');

/** Text values keep no bare line break, comma, semicolon or backslash. */
const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll(/\r\n|[\n\r]/g, '\\n');

/** Octets on a line, its break left out. */
const LONGEST = 75;
const octets = new TextEncoder();

/** Lines of at most 75 octets, each further one begun with a space; no character is cut in two. */
function folded(line: string): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const character of line) {
    if (octets.encode(current + character).length > LONGEST) {
      lines.push(current);
      current = ' ';
    }
    current += character;
  }
  return [...lines, current];
}
