/** Cancelling: the fee of the booking that is meant, and the cancellation posted after a yes. */
import type { CancelFacts } from '../../src/command/account-contract.ts';
import type { ArgsOf } from '../../src/command/contract.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { Booking } from '../../src/ledger/bookings.ts';
import { cancelService } from '../../src/ledger/cancel-service.ts';
import { calendarOf } from './booked.ts';
import { askForDay, type MeantBooking, whichDay, whichLocation } from './booking-meant.ts';
import { changeBooking, onBooking } from './change-booking.ts';
import { type Outcome, refused, type Shell } from './outcome.ts';
import { onAccount, spend } from './spend.ts';

type Args = ArgsOf<'service.cancel'>;

/** The fee for a booking of the desk's, named by its number or by service and day; for any other delivery only a quote. */
export const cancelBooking = (args: Args, scene: Scene, shell: Shell): Promise<Outcome> =>
  onBooking(
    args,
    {
      otherwise: () => quoteOnly(args, scene, shell),
      ask: (found) => whichLocation(found) ?? whichDay(found),
      change: (meant) => cancelling(args, meant, scene, shell),
    },
    scene,
    shell,
  );

function quoteOnly(args: Args, scene: Scene, shell: Shell): Promise<Outcome> | Outcome {
  const { service, deliveryDate, requestedAt } = args;
  if (args.booking !== undefined) return refused('unknown-booking');
  if (deliveryDate === undefined) return askForDay([]);
  return onAccount(scene, args.location, (place) => {
    const decide = () => cancelService({ service, deliveryDate, requestedAt, booking: undefined }, place, scene);
    return spend({ command: 'service.cancel', place, args, decide }, scene, shell);
  });
}

function cancelling(args: Args, meant: MeantBooking, scene: Scene, shell: Shell): Promise<Outcome> {
  const { place, booking: named } = meant;
  const { requestedAt } = args;
  return changeBooking(
    meant,
    {
      command: 'service.cancel',
      args,
      decide: (booking) =>
        cancelService({ service: booking.service, deliveryDate: booking.date, requestedAt, booking }, place, scene),
      told: (facts) => withCancelled(facts, named, scene),
    },
    scene,
    shell,
  );
}

function withCancelled(facts: CancelFacts, booking: Booking, scene: Scene): CancelFacts {
  if (facts.booking === undefined) return facts;
  const cancelled = { ...booking, date: facts.deliveryDate };
  return {
    ...facts,
    booking: { ...facts.booking, state: 'cancelled' },
    calendar: calendarOf(cancelled, facts.workOrder, true, scene),
  };
}
