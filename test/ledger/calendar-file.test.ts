import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarFile } from '../../src/ledger/calendar-file.ts';

const day = {
  uid: 'BK-1@WO-T1',
  summary: 'Workshop (BK-1)',
  location: 'odense',
  start: '2026-05-20',
  end: '2026-05-20',
  stamp: Date.parse('2026-03-03T10:00:00+01:00'),
  cancelled: false,
  sequence: 0,
};
const linesOf = (text: string): string[] => text.split('\r\n');
const unfolded = (text: string): string => text.replaceAll('\r\n ', '');

describe('a calendar file', () => {
  test('is one whole day, tentative', () => {
    expect(linesOf(calendarFile(day))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Entitlement Desk//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:BK-1@WO-T1',
      'SEQUENCE:0',
      'DTSTAMP:20260303T090000Z',
      'DTSTART;VALUE=DATE:20260520',
      'DTEND;VALUE=DATE:20260521',
      'SUMMARY:Workshop (BK-1)',
      'LOCATION:odense',
      'STATUS:TENTATIVE',
      'TRANSP:OPAQUE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  test('takes all days of a span, over the end of a year', () => {
    const text = calendarFile({ ...day, start: '2026-12-29', end: '2026-12-31' });
    expect(text).toContain('DTSTART;VALUE=DATE:20261229\r\nDTEND;VALUE=DATE:20270101\r\n');
  });

  test('takes the day out again when it is cancelled', () => {
    const text = calendarFile({ ...day, cancelled: true, sequence: 1 });
    expect(text).toContain('METHOD:CANCEL');
    expect(text).toContain('SEQUENCE:1');
    expect(text).toContain('STATUS:CANCELLED');
  });

  test('keeps marks and breaks of a text from being taken for its own', () => {
    const text = calendarFile({ ...day, summary: 'One, two; three\\four\nEND:VEVENT' });
    expect(unfolded(text)).toContain('SUMMARY:One\\, two\\; three\\\\four\\nEND:VEVENT\r\n');
  });

  test('no line is over 75 octets, no character is cut, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (summary) => {
        const text = calendarFile({ ...day, summary });
        for (const line of linesOf(text)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(text).not.toContain('\uFFFD'.repeat(summary.includes('\uFFFD') ? 1_000 : 1));
        const plain = calendarFile({ ...day, summary: '' });
        expect(Buffer.byteLength(unfolded(text))).toBeGreaterThanOrEqual(Buffer.byteLength(unfolded(plain)));
      }),
    );
  });

  test('a long name in Chinese is whole again once unfolded', () => {
    const summary = '增強指定工程'.repeat(20);
    expect(unfolded(calendarFile({ ...day, summary }))).toContain(`SUMMARY:${summary}\r\n`);
  });
});
