/** What a cancellation costs: whole calendar days at the location, by the edition's bands (F-TERM-09, F-PT-11). */
import { daysBetween, localDate } from '../calendar/local-date.ts';
import type { CancelFacts } from '../command/account-contract.ts';
import { dedupeCitations } from '../command/citations.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { amountFacts, type Booking, bookingFacts } from './bookings.ts';
import { isZero, subtract, whole } from './decimal.ts';
import { type AccountDecision, headOf, marked } from './decision.ts';
import { type Line, line } from './entries.ts';
import { bandOf, type Settled, settle } from './notice-fee.ts';

export interface Cancellation {
  /** Undefined where only a day was named. */
  readonly service: string | undefined;
  readonly deliveryDate: string;
  /** An instant or a date; now without it. */
  readonly requestedAt: string | undefined;
  /** Undefined where the desk knows of none: then the fee is only quoted. */
  readonly booking: Booking | undefined;
}

/**
 * The fee in per cent, and in what a booking holds. Posted only for a live booking whose cancellation is asked for now;
 * a delivery that has been, or was cancelled before, is answered with the reason.
 */
export function cancelService(
  { service, deliveryDate, requestedAt, booking }: Cancellation,
  standing: Standing,
  scene: Scene,
): AccountDecision<CancelFacts> {
  const { edition, location } = standing;
  const requested = requestDate(requestedAt, scene, location.timeZone);
  const daysAhead = daysBetween(requested, deliveryDate);
  const { feePercent, upTo } = bandOf(edition, daysAhead);
  const forbidden = forbidding(daysAhead, booking);
  const settled = booking?.hold === undefined || forbidden.length > 0 ? undefined : settle(booking.hold, feePercent);
  const mayDo = booking !== undefined && requestedAt === undefined && forbidden.length === 0;
  return {
    facts: {
      ...headOf(standing),
      allowed: forbidden.length > 0 ? 'no' : 'yes',
      because: [...forbidden, ...(upTo === true ? ['at-vendor-discretion'] : [])],
      conditions: [],
      ...marked(settled?.rounded === true),
      ...(service === undefined ? {} : { service }),
      location: location.id,
      deliveryDate,
      requested,
      daysAhead,
      feePercent,
      ...(settled === undefined ? {} : { fee: amountFacts(settled.fee), refund: amountFacts(settled.refund) }),
      ...(booking === undefined ? {} : { booking: bookingFacts(booking) }),
    },
    citations: dedupeCitations(edition.id, [edition.cancellation.bands.section]),
    ...(mayDo
      ? {
          draft: {
            why: { reason: 'cancellation', booking: booking.id, date: booking.date, feePercent },
            lines: settled === undefined ? [] : linesOf(settled),
          },
          quoted: feePercent,
        }
      : {}),
  };
}

/** The day of the request on the location's calendar; a date is taken as it stands. */
function requestDate(requestedAt: string | undefined, { now }: Scene, timeZone: string): string {
  if (requestedAt === undefined) return localDate(now, timeZone);
  return requestedAt.includes('T') ? localDate(Date.parse(requestedAt), timeZone) : requestedAt;
}

function forbidding(daysAhead: number, booking: Booking | undefined): string[] {
  return [
    ...(booking?.state === 'cancelled' ? ['already-cancelled'] : []),
    ...(daysAhead < 0 ? ['date-in-the-past'] : []),
  ];
}

function linesOf({ fee, refund }: Settled): readonly Line[] {
  const { pool } = fee;
  const released = subtract(subtract(whole(0n), fee.amount), refund.amount);
  return [
    line(pool, 'reserved', released),
    ...(isZero(refund.amount) ? [] : [line(pool, 'available', refund.amount)]),
    ...(isZero(fee.amount) ? [] : [line(pool, 'used', fee.amount)]),
  ];
}
