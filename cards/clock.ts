/** How far a running clock is when its card is made: what is spent, what is left, or by how much it is late. */
import type { ProofSegment } from '../src/command/contract.ts';
import type { Meaning } from './picture/palette.ts';

const MINUTE = 60_000;

export interface ClockReading {
  /** Of the time that counts, 0 to 1. */
  readonly spent: number;
  /** Minutes of the clock's own time that are left; 0 once it is missed. */
  readonly left: number;
  /** Minutes by the wall since it was due; 0 before. */
  readonly late: number;
  /** When a clock that stands still goes on, ISO 8601; absent while it runs. */
  readonly resumes?: string;
  readonly meaning: Exclude<Meaning, 'Neutral'>;
}

/** A clock from its start to its due instant; the segments lie between them without a gap. */
export interface ClockFacts {
  readonly from: string;
  readonly due: string;
  readonly segments: readonly Pick<ProofSegment, 'from' | 'to' | 'counted'>[];
}

/**
 * The clock of a response at an instant (epoch milliseconds), from its segments: what was counted by then is spent.
 * Without segments the wall's time between start and due is taken.
 */
export function readClock({ from, due, ...clock }: ClockFacts, now: number): ClockReading {
  const segments = clock.segments.length > 0 ? clock.segments : [{ from, to: due, counted: true }];
  const counted = segments.filter((segment) => segment.counted);
  const whole = sum(counted.map((segment) => lengthOf(segment)));
  const gone = sum(counted.map((segment) => lengthOf(segment, now)));
  const late = Math.max(0, now - Date.parse(due));
  const spent = late > 0 || whole <= 0 ? 1 : gone / whole;
  const resumes = resumption(segments, now);
  return {
    spent,
    left: late > 0 ? 0 : (whole - gone) / MINUTE,
    late: late / MINUTE,
    ...(resumes === undefined ? {} : { resumes }),
    meaning: meaningOf(spent, late > 0),
  };
}

/** As one watches a clock: calm, half gone, three quarters gone, missed. */
function meaningOf(spent: number, isMissed: boolean): ClockReading['meaning'] {
  if (isMissed) return 'Attention';
  if (spent >= 0.75) return 'Warning';
  return spent >= 0.5 ? 'Accent' : 'Good';
}

type Span = Pick<ProofSegment, 'from' | 'to'>;

/** Milliseconds of the span, or of its part before an instant. */
const lengthOf = ({ from, to }: Span, until = Number.POSITIVE_INFINITY): number =>
  Math.max(0, Math.min(Date.parse(to), until) - Date.parse(from));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** The start of the next counted segment where the instant lies in one that is not counted. */
function resumption(segments: readonly (Span & { readonly counted: boolean })[], now: number): string | undefined {
  const holds = ({ from, to }: Span): boolean => Date.parse(from) <= now && now < Date.parse(to);
  if (!segments.some((segment) => !segment.counted && holds(segment))) return undefined;
  return segments.find(({ from, counted }) => counted && Date.parse(from) > now)?.from;
}
