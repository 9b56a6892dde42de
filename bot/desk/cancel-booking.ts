/** Cancelling: the booking that is meant, its fee quoted, and the cancellation posted after a yes. */
import { standingOf } from '../../src/agreement/standing.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import type { CancelFacts } from '../../src/command/account-contract.ts';
import type { ArgsOf } from '../../src/command/contract.ts';
import type { Scene } from '../../src/command/scene.ts';
import { type Booking, bookingNumbered } from '../../src/ledger/bookings.ts';
import { cancelService } from '../../src/ledger/cancel-service.ts';
import { calendarOf, calendarUrlOf } from './booked.ts';
import { bookingsMeant, type MeantBooking, whichLocation } from './booking-meant.ts';
import { toldAgain, toldBefore } from './ledgers.ts';
import { type Outcome, refused, type Shell } from './outcome.ts';
import { administering, mayAdminister, spend } from './spend.ts';

type Args = ArgsOf<'service.cancel'>;

/** The fee for a booking of the desk's, by its number or by service and date; for any other delivery only a quote. */
export async function cancelBooking(args: Args, scene: Scene, shell: Shell): Promise<Outcome> {
  const own = scene.workOrders.filter((workOrder) => mayAdminister(scene, workOrder));
  const before = shell.confirmed ? await toldBefore(shell.store, own, shell.commandId) : undefined;
  if (before !== undefined) return toldAgain(before);
  const found = await bookingsMeant(args, own, scene, shell);
  const [first] = found;
  if (first === undefined) return quoteOnly(args, scene, shell);
  return whichLocation(found) ?? cancelling(args, first, scene, shell);
}

function quoteOnly(args: Args, scene: Scene, shell: Shell): Promise<Outcome> | Outcome {
  const { deliveryDate } = args;
  if (args.booking !== undefined || deliveryDate === undefined) return refused('unknown-booking');
  const found = standingOf(scene, args.location);
  if (!found.ok) return refused(found.failure);
  const place = found.value;
  const meant = { service: args.service, deliveryDate, requestedAt: args.requestedAt, booking: undefined };
  return administering(place, scene, () =>
    spend({ command: 'service.cancel', place, args, decide: () => cancelService(meant, place, scene) }, scene, shell),
  );
}

function cancelling(args: Args, { booking, place }: MeantBooking, scene: Scene, shell: Shell): Promise<Outcome> {
  const { id, service, date: deliveryDate } = booking;
  return spend(
    {
      command: 'service.cancel',
      place,
      // The number of what is cancelled stands in the question, so that a yes is to this booking and no other.
      args: { ...args, booking: id },
      decide: (ledger) => {
        const now = bookingNumbered(ledger, id, localDate(scene.now, place.location.timeZone));
        return cancelService({ service, deliveryDate, requestedAt: args.requestedAt, booking: now }, place, scene);
      },
      finish: async (facts) => ({
        ...withCancelled(facts, booking, scene),
        ...(await calendarUrlOf(place, id, scene, shell)),
      }),
    },
    scene,
    shell,
  );
}

function withCancelled(facts: CancelFacts, booking: Booking, scene: Scene): CancelFacts {
  if (facts.booking === undefined) return facts;
  return {
    ...facts,
    booking: { ...facts.booking, state: 'cancelled' },
    calendar: calendarOf(booking, facts.workOrder, true, scene),
  };
}
