/**
 * Why a due instant is the one it is: the span from the start to it, cut into what was counted and what was not. The
 * days are gone through one by one, apart from the closed form that found the instant, so each checks the other.
 */
import type { ProofSegment } from '../command/contract.ts';
import { ok, type Result } from '../result.ts';
import { addWorkingTime, type BusinessCalendar, type NoWorkingTime } from './business-calendar.ts';
import { clip, type Interval, union, without } from './intervals.ts';
import { DAY, toIsoWithOffset } from './local-date.ts';
import { isClosedHoliday, type OpeningRules, openingsOfDays, weeklyWindows, windowsOn } from './openings.ts';
import { type ClockChange, type Zone, zoneOf } from './zone.ts';

type Because = ProofSegment['because'];

/** A due instant in epoch milliseconds and the segments from the start to it, without a gap; none for no duration. */
export interface Proof {
  readonly due: number;
  readonly segments: readonly ProofSegment[];
}

interface Piece extends Interval {
  readonly because: Because;
}

const MINUTE = 60_000;

/**
 * The due instant of a business clock with its proof, in local ISO of the calendar's zone. The counted segments add up
 * to the duration. A clock change is a segment of no length, whose ends show the clock before and after; where it
 * moved a written hour away, the stretch that is lost is uncounted for the same reason.
 */
export function proveDue(calendar: BusinessCalendar, from: number, duration: number): Result<Proof, NoWorkingTime> {
  const due = addWorkingTime(calendar, from, duration);
  if (!due.ok) return due;
  const { rules } = calendar;
  const pieces = piecesBetween(rules, from, due.value);
  return ok({ due: due.value, segments: told(withClockChanges(pieces, rules.zone), rules.zone, due.value) });
}

/** The due instant of a clock that runs day and night, with its proof of one segment. */
export function proveElapsed(timeZone: string, from: number, duration: number): Proof {
  const due = from + duration;
  const pieces: Piece[] = duration > 0 ? [{ from, to: due, because: 'elapsed-time' }] : [];
  return { due, segments: told(pieces, zoneOf(timeZone), due) };
}

function piecesBetween(rules: OpeningRules, from: number, to: number): Piece[] {
  const first = Math.floor(rules.zone.wallAt(from) / DAY) - 1;
  const last = Math.floor(rules.zone.wallAt(to) / DAY) + 1;
  const open = clip(openingsOfDays(rules, first, last), from, to);
  const pieces: Piece[] = open.map((one) => ({ ...one, because: 'working-time' }));
  for (let day = first; day <= last; day += 1) {
    const civil = { from: rules.zone.startOfDay(day), to: rules.zone.startOfDay(day + 1) };
    for (const whole of clip([civil], from, to)) pieces.push(...closedPieces(rules, day, civil, without(whole, open)));
  }
  return joined(pieces.sort((a, b) => a.from - b.from));
}

/** Names what is closed on a day: the day's own reason, but for hours that were written and lost to a clock change. */
function closedPieces(rules: OpeningRules, day: number, civil: Interval, closed: readonly Interval[]): Piece[] {
  const written = hoursAsWritten(rules, day, civil);
  return closed.flatMap((one) => {
    const lost = clip(written, one.from, one.to).map((part): Piece => ({ ...part, because: 'clock-change' }));
    return [...without(one, lost).map((part): Piece => ({ ...part, because: reasonOf(rules, day) })), ...lost];
  });
}

function reasonOf(rules: OpeningRules, day: number): Because {
  if (rules.replacements.has(day)) return 'outside-hours';
  if (weeklyWindows(rules, day).length === 0) return 'weekend';
  return isClosedHoliday(rules, day) ? 'holiday' : 'outside-hours';
}

/** On a day of a clock change: every instant at which the clock shows a time within the written hours. */
function hoursAsWritten(rules: OpeningRules, day: number, civil: Interval): Interval[] {
  const changes = rules.zone.changesBetween(civil.from - 1, civil.to);
  if (changes.length === 0 || isClosedHoliday(rules, day)) return [];
  const windows = [
    ...windowsOn(rules, day),
    ...windowsOn(rules, day - 1).map((window) => ({ from: window.from - DAY, to: window.to - DAY })),
  ];
  const edges = [civil.from, ...changes.map((change) => change.at), civil.to];
  return union(
    edges.slice(1).flatMap((to, index) => {
      const from = edges[index] ?? to;
      const midnight = day * DAY - rules.zone.offsetAt(from);
      return clip(
        windows.map((window) => ({ from: midnight + window.from, to: midnight + window.to })),
        from,
        to,
      );
    }),
  );
}

function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (last?.because === piece.because && last.to === piece.from) whole[whole.length - 1] = { ...last, to: piece.to };
    else whole.push(piece);
  }
  return whole;
}

/** Cuts the pieces where the clock changes and puts the change, which takes no time, in between. */
function withClockChanges(pieces: readonly Piece[], zone: Zone): Piece[] {
  const from = pieces[0]?.from ?? 0;
  const changes = zone.changesBetween(from, pieces.at(-1)?.to ?? from);
  return pieces.flatMap((piece) => {
    const own = changes.filter((change) => change.at >= piece.from && change.at < piece.to);
    return own.length === 0 ? [piece] : cutAt(piece, own);
  });
}

function cutAt(piece: Piece, changes: readonly ClockChange[]): Piece[] {
  const parts: Piece[] = [];
  let from = piece.from;
  for (const { at } of changes) {
    if (at > from) parts.push({ ...piece, from, to: at });
    parts.push({ from: at, to: at, because: 'clock-change' });
    from = at;
  }
  return [...parts, { ...piece, from }];
}

/** A segment begins on the clock that holds from then on and ends on the one that held until then. */
function told(pieces: readonly Piece[], zone: Zone, due: number): ProofSegment[] {
  return pieces.map(({ from, to, because }) => ({
    from: toIsoWithOffset(from, zone.offsetAt(from === to ? from - 1 : from)),
    to: toIsoWithOffset(to, zone.offsetAt(from === to || to === due ? to : to - 1)),
    counted: because === 'working-time' || because === 'elapsed-time',
    minutes: (to - from) / MINUTE,
    because,
  }));
}
