/** Moving: the booking that is meant, what the change costs, and the new day posted after a yes. */
import { standingOf } from '../../src/agreement/standing.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import type { MoveFacts } from '../../src/command/account-contract.ts';
import type { ArgsOf } from '../../src/command/contract.ts';
import type { Scene } from '../../src/command/scene.ts';
import { type Booking, bookingNumbered } from '../../src/ledger/bookings.ts';
import { emptyLedger } from '../../src/ledger/ledger.ts';
import { moveService } from '../../src/ledger/move-service.ts';
import { calendarOf, calendarUrlOf } from './booked.ts';
import { bookingsMeant, type MeantBooking, whichLocation } from './booking-meant.ts';
import { toldAgain, toldBefore } from './ledgers.ts';
import { type Outcome, refused, type Shell } from './outcome.ts';
import { administering, mayAdminister, spend } from './spend.ts';

type Args = ArgsOf<'service.move'>;

/** Moves a booking of the desk's, named by its number or by service and day; for any other delivery only a quote. */
export async function moveBooking(args: Args, scene: Scene, shell: Shell): Promise<Outcome> {
  const own = scene.workOrders.filter((workOrder) => mayAdminister(scene, workOrder));
  const before = shell.confirmed ? await toldBefore(shell.store, own, shell.commandId) : undefined;
  if (before !== undefined) return toldAgain(before);
  const found = await bookingsMeant(args, own, scene, shell);
  const [first] = found;
  if (first === undefined) return quoteOnly(args, scene, shell);
  return whichLocation(found) ?? whichDay(found) ?? moving(args, first, scene, shell);
}

/** Asks for the day that is booked, where a service without one is booked for several. */
function whichDay(found: readonly MeantBooking[]): Outcome | undefined {
  const days = [...new Set(found.map(({ booking }) => booking.date))];
  return days.length < 2 ? undefined : askForDay(days);
}

const askForDay = (days: readonly string[]): Outcome => ({
  status: 'needs-input',
  missing: ['deliveryDate'],
  facts: days.length === 0 ? {} : { days },
  citations: [],
});

function quoteOnly(args: Args, scene: Scene, shell: Shell): Promise<Outcome> | Outcome {
  const { service, deliveryDate, date } = args;
  if (args.booking !== undefined) return refused('unknown-booking');
  if (deliveryDate === undefined) return askForDay([]);
  const found = standingOf(scene, args.location);
  if (!found.ok) return refused(found.failure);
  const place = found.value;
  const decide = () => moveService({ service, deliveryDate, date, booking: undefined }, place, emptyLedger, scene);
  return administering(place, scene, () => spend({ command: 'service.move', place, args, decide }, scene, shell));
}

function moving(args: Args, { booking, place }: MeantBooking, scene: Scene, shell: Shell): Promise<Outcome> {
  const { id, service } = booking;
  const deliveryDate = args.deliveryDate ?? booking.date;
  return spend(
    {
      command: 'service.move',
      place,
      // Number and day stand in the question, so that a yes is to this booking as it was seen.
      args: { ...args, booking: id, deliveryDate },
      decide: (ledger) => {
        const now = bookingNumbered(ledger, id, localDate(scene.now, place.location.timeZone));
        return moveService({ service, deliveryDate, date: args.date, booking: now }, place, ledger, scene);
      },
      finish: async (facts) => ({
        ...withMoved(facts, booking, scene),
        ...(await calendarUrlOf(place, id, scene, shell)),
      }),
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
