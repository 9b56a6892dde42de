/** Another day for what is booked: whether it may be asked for, and what the change costs (F-PT-11, F-TERM-21, G-05). */
import type { Edition } from '../../knowledge/schema/edition.ts';
import { daysBetween, localDate } from '../calendar/local-date.ts';
import type { MoveFacts } from '../command/account-contract.ts';
import { dedupeCitations } from '../command/citations.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { conditionsOf, requestBy } from './book-service.ts';
import { amountFacts, type Booking, bookingFacts, type Hold } from './bookings.ts';
import { compare, isZero } from './decimal.ts';
import { type AccountDecision, ask, headOf, marked, no, type Reason, termReason, verdictOf } from './decision.ts';
import type { Line } from './entries.ts';
import { type Ledger, move } from './ledger.ts';
import { bandOf, settle } from './notice-fee.ts';
import { lapsesBefore, poolBalance } from './pools.ts';

export interface Moving {
  readonly service: string | undefined;
  /** The day that is booked, as the person knows it. */
  readonly deliveryDate: string;
  /** The day that is wished for. */
  readonly date: string;
  /** Undefined where the desk knows of none: then the fee is only quoted. */
  readonly booking: Booking | undefined;
}

/**
 * The checks of a booking for the new day, and the fee by the notice before the old one. What is held stays held, for
 * the new day; a fee is taken besides. Posted only for a booking that still stands on the day that was named.
 */
export function moveService(
  moving: Moving,
  standing: Standing,
  ledger: Ledger,
  scene: Scene,
): AccountDecision<MoveFacts> {
  const { deliveryDate, date, booking } = moving;
  const { edition, location } = standing;
  const service = booking?.service ?? moving.service;
  const today = localDate(scene.now, location.timeZone);
  const daysAhead = daysBetween(today, deliveryDate);
  const notice = noticeOf(edition, daysAhead);
  const settled = booking?.hold && settle(booking.hold, notice.feePercent);
  const verdict = verdictOf([
    ...dayReasons(moving, standing, today),
    endReason(moving, standing, ledger, today),
    settled && feeReason(settled.fee, standing, ledger, today),
  ]);
  const may = verdict.allowed === 'yes';
  const open = notice.readings.length > 1 || settled?.rounded === true || verdict.because.includes(LATE);
  return {
    facts: {
      ...headOf(standing),
      allowed: verdict.allowed,
      because: [...verdict.because, ...notice.because],
      conditions: service === undefined ? [] : conditionsOf(service, edition),
      ...marked(open),
      ...(service === undefined ? {} : { service }),
      location: location.id,
      deliveryDate,
      date,
      requested: today,
      daysAhead,
      feePercent: notice.feePercent,
      ...(notice.readings.length > 1 ? { feePercents: [...notice.readings] } : {}),
      requestBy: requestBy(standing),
      ...(settled === undefined || isZero(settled.fee.amount) ? {} : { fee: amountFacts(settled.fee) }),
      ...(booking === undefined ? {} : { booking: bookingFacts(booking) }),
    },
    citations: dedupeCitations(edition.id, [
      edition.cancellation.bands.section,
      edition.deadlines.proactiveRequestDaysBeforeEnd.section,
    ]),
    ...(may && booking !== undefined
      ? {
          draft: {
            why: { reason: 'move', booking: booking.id, from: deliveryDate, date, feePercent: notice.feePercent },
            lines: linesOf(booking.hold, settled?.fee),
          },
          quoted: notice.feePercent,
        }
      : {}),
  };
}

const LATE = 'request-60-days-ahead';

/** Whether a move is a request that must be in time the editions do not say, so late ones are the vendor's to allow. */
function dayReasons(
  { deliveryDate, date, booking }: Moving,
  standing: Standing,
  today: string,
): readonly (Reason | undefined)[] {
  return [
    booking?.state === 'cancelled' ? no('already-cancelled') : undefined,
    booking !== undefined && booking.date !== deliveryDate ? no('booked-on-another-day') : undefined,
    deliveryDate < today || date < today ? no('date-in-the-past') : undefined,
    deliveryDate === date ? no('same-day') : undefined,
    termReason(standing.workOrder, date),
    today > requestBy(standing) ? ask(LATE) : undefined,
  ];
}

/** What is held lapses with what it was bought with (F-TERM-05); credits that pay for a delivery have been taken for good. */
function endReason(
  { date, booking }: Moving,
  { workOrder }: Standing,
  ledger: Ledger,
  today: string,
): Reason | undefined {
  if (booking?.hold === undefined || booking.hold.pool.service !== booking.service) return undefined;
  const held = poolBalance(workOrder, ledger, today, booking.hold.pool);
  return lapsesBefore(held, date, workOrder) ? no('service-ended') : undefined;
}

/** The fee comes out of what is free, since what the booking holds stays held for the new day. */
function feeReason({ pool, amount }: Hold, { workOrder }: Standing, ledger: Ledger, today: string): Reason | undefined {
  const { spendable } = poolBalance(workOrder, ledger, today, pool);
  return compare(amount, spendable) > 0 ? no('insufficient') : undefined;
}

interface Notice {
  readonly feePercent: number;
  /** What each reading of the edition comes to, the one that was taken first. */
  readonly readings: readonly number[];
  readonly because: readonly string[];
}

/**
 * Premier names rescheduling beside cancelling. The others name cancelling alone: the fee is that of a cancellation, which
 * promises less, beside the reading by which moving is free. In time they come to the same.
 */
function noticeOf(edition: Edition, daysAhead: number): Notice {
  const { feePercent, upTo } = bandOf(edition, daysAhead);
  const because = upTo === true ? ['at-vendor-discretion'] : [];
  if (edition.cancellation.coversRescheduling?.value === true) return { feePercent, readings: [feePercent], because };
  if (edition.cancellation.coversRescheduling?.value === false) return { feePercent: 0, readings: [0], because: [] };
  if (feePercent === 0) return { feePercent, readings: [0], because };
  return { feePercent, readings: [feePercent, 0], because: [...because, 'rescheduling-unprinted'] };
}

/** Leaves the old day and is held for the new one, by two lines of one account; the fee goes from what is free. */
function linesOf(hold: Hold | undefined, fee: Hold | undefined): readonly Line[] {
  if (hold === undefined || isZero(hold.amount)) return [];
  return [
    ...move(hold.pool, hold.amount, 'reserved', 'reserved'),
    ...(fee === undefined || isZero(fee.amount) ? [] : move(fee.pool, fee.amount, 'available', 'used')),
  ];
}
