/**
 * Cells of files that people write by hand or export from other programs: what can be read in two ways is refused with what
 * to do, never guessed.
 */
import { fail, ok, type Result } from '../../result.ts';
import { type Decimal, decimalOf } from '../decimal.ts';

/** What a file format hands out for a cell. */
export type Cell = string | number | boolean | Date | null | undefined;

/** What is wrong with a cell, and what to do about it. */
export interface CellFault {
  readonly problem: string;
  readonly remedy: string;
}

/** How the file writes numbers and days; without it only what can be read in one way is taken. */
export interface Habits {
  readonly decimal?: 'point' | 'comma' | undefined;
  readonly dates?: 'dmy' | 'mdy' | undefined;
}

const faulty = (problem: string, remedy: string): { readonly ok: false; readonly failure: CellFault } =>
  fail({ problem, remedy });

/** The text of a cell without the blanks around it, and without the mark that a spreadsheet puts before what looks like a formula. */
export function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString();
  return String(cell)
    .trim()
    .replace(/^'(?=[=+\-@\t\r])/u, '');
}

/** More than this is no balance of anything; more decimals than this no clock counts. */
const MOST_DIGITS = 12;
const MOST_DECIMALS = 6;
/** Spreadsheets keep so many digits of a number; what comes after them is their arithmetic's, not the person's. */
const SPREADSHEET_DIGITS = 15;

/** A quantity, not negative. A separator before exactly three digits may stand for thousands: it is taken only by the file's habits. */
export function amountIn(cell: Cell, { decimal }: Habits): Result<Decimal, CellFault> {
  const written =
    typeof cell === 'number' ? plain(cell) : textOf(cell).replaceAll(/(?<=\d)[\s'’](?=\d{3}(?!\d))/gu, '');
  if (written === '') return faulty('is empty', 'Write a number greater than zero.');
  const read = typeof cell === 'number' ? written : withPoint(written, decimal);
  if (read === 'ambiguous')
    return faulty(
      `${written} can be read in two ways: thousands or decimals`,
      'Say how the file writes decimals, with --decimal point or --decimal comma.',
    );
  if (read === undefined || !/^\d+(\.\d+)?$/.test(read))
    return faulty(`${written} is no quantity`, 'Write a number greater than zero, without unit or currency.');
  const [whole = '', fraction = ''] = read.split('.');
  if (whole.replace(/^0+/, '').length > MOST_DIGITS || fraction.length > MOST_DECIMALS)
    return faulty(
      `${written} is too large or too fine`,
      `At most ${MOST_DIGITS} digits and ${MOST_DECIMALS} decimals are taken.`,
    );
  return ok(decimalOf(read));
}

const plain = (value: number): string => String(Number(value.toPrecision(SPREADSHEET_DIGITS)));

/** The number with a decimal point; `ambiguous` where only the file's habits could tell; undefined where it is none. */
function withPoint(written: string, habit: Habits['decimal']): string | 'ambiguous' | undefined {
  if (habit === 'comma') return ungrouped(written, '.', ',');
  if (habit === 'point') return ungrouped(written, ',', '.');
  const marks = [...written].filter((mark) => mark === '.' || mark === ',');
  if (marks.length === 0) return written;
  if (marks.length === 1) return /^[1-9]\d{0,2}[.,]\d{3}$/.test(written) ? 'ambiguous' : written.replace(',', '.');
  const [last] = marks.slice(-1);
  const kinds = new Set(marks);
  if (kinds.size === 1) return ungrouped(written, last ?? '', '');
  return last === ',' ? ungrouped(written, '.', ',') : ungrouped(written, ',', '.');
}

function ungrouped(written: string, group: string, point: string): string | undefined {
  const [whole = '', fraction, ...rest] = point === '' ? [written] : written.split(point);
  const groups = whole.split(group);
  const isGrouped = groups.length === 1 || /^\d{1,3}$/.test(groups[0] ?? '');
  if (rest.length > 0 || !isGrouped || groups.slice(1).some((digits) => !/^\d{3}$/.test(digits))) return undefined;
  return fraction === undefined ? groups.join('') : `${groups.join('')}.${fraction}`;
}

/** Day 0 of the serial numbers that spreadsheets count days by, in the calendar that starts in 1900. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** A calendar date, `YYYY-MM-DD`: an ISO date, a date cell, a spreadsheet's serial number, or as the file's habits say. */
export function dateIn(cell: Cell, { dates }: Habits): Result<string, CellFault> {
  if (cell instanceof Date) return dayOf(cell);
  const text = textOf(cell);
  if (text === '') return faulty('is empty', 'Write the day as YYYY-MM-DD.');
  if (typeof cell === 'number' || /^\d{5}(\.\d+)?$/.test(text))
    return dayOf(new Date(SERIAL_ZERO + Math.floor(Number(text)) * DAY_MS));
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text);
  if (iso !== null) return realDay(text, iso[1], iso[2], iso[3]);
  const local = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  if (local === null) return faulty(`${text} is no date`, 'Write the day as YYYY-MM-DD.');
  const [, first, second, year] = local;
  if (dates === undefined)
    return faulty(
      `${text} can be read in two ways: day first or month first`,
      'Write the day as YYYY-MM-DD, or say with --dates dmy or --dates mdy how the file writes it.',
    );
  return dates === 'dmy' ? realDay(text, year, second, first) : realDay(text, year, first, second);
}

const dayOf = (date: Date): Result<string, CellFault> =>
  Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1900 || date.getUTCFullYear() > 2999
    ? faulty('is no date', 'Write the day as YYYY-MM-DD.')
    : ok(date.toISOString().slice(0, 10));

function realDay(text: string, year = '', month = '', day = ''): Result<string, CellFault> {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)
    ? ok(iso)
    : faulty(`${text} is on no calendar`, 'Write the day as YYYY-MM-DD.');
}

/** A text that no spreadsheet takes for a formula when it opens the file. */
export const harmless = (text: string): string => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text);
