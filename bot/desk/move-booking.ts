/** Moving: what another day costs for the booking that is meant, and the new day posted after a yes. */
import type { MoveFacts } from '../../src/command/account-contract.ts';
import type { ArgsOf } from '../../src/command/contract.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { Booking } from '../../src/ledger/bookings.ts';
import { emptyLedger } from '../../src/ledger/ledger.ts';
import { moveService } from '../../src/ledger/move-service.ts';
import { calendarOf } from './booked.ts';
import { askForDay, type MeantBooking, whichDay, whichLocation } from './booking-meant.ts';
import { changeBooking, onBooking } from './change-booking.ts';
import { type Outcome, refused, type Shell } from './outcome.ts';
import { onAccount, spend } from './spend.ts';

type Args = ArgsOf<'service.move'>;

/** Moves a booking of the desk's, named by its number or by service and day; for any other delivery only a quote. */
export const moveBooking = (args: Args, scene: Scene, shell: Shell): Promise<Outcome> =>
  onBooking(
    args,
    {
      otherwise: () => quoteOnly(args, scene, shell),
      ask: (found) => whichLocation(found) ?? whichDay(found),
      change: (meant) => moving(args, meant, scene, shell),
    },
    scene,
    shell,
  );

function quoteOnly(args: Args, scene: Scene, shell: Shell): Promise<Outcome> | Outcome {
  const { service, deliveryDate, date } = args;
  if (args.booking !== undefined) return refused('unknown-booking');
  if (deliveryDate === undefined) return askForDay([]);
  return onAccount(scene, args.location, (place) => {
    const decide = () => moveService({ service, deliveryDate, date, booking: undefined }, place, emptyLedger, scene);
    return spend({ command: 'service.move', place, args, decide }, scene, shell);
  });
}

function moving(args: Args, meant: MeantBooking, scene: Scene, shell: Shell): Promise<Outcome> {
  const { place, booking: named } = meant;
  // The day stands in the question too: a booking that is on another one by the time of the yes is not moved.
  const deliveryDate = args.deliveryDate ?? named.date;
  return changeBooking(
    meant,
    {
      command: 'service.move',
      args: { ...args, deliveryDate },
      decide: (booking, ledger) =>
        moveService({ service: booking.service, deliveryDate, date: args.date, booking }, place, ledger, scene),
      told: (facts) => withMoved(facts, named, scene),
    },
    scene,
    shell,
  );
}

function withMoved(facts: MoveFacts, booking: Booking, scene: Scene): MoveFacts {
  if (facts.booking === undefined) return facts;
  const moved = { ...booking, date: facts.date, moves: booking.moves + 1 };
  return {
    ...facts,
    booking: { ...facts.booking, date: facts.date },
    calendar: calendarOf(moved, facts.workOrder, false, scene),
  };
}
