/** What cancelling and moving share: the booking that is meant, and its change after a yes. */
import { localDate } from '../../src/calendar/local-date.ts';
import type { Scene } from '../../src/command/scene.ts';
import { type Booking, bookingNumbered } from '../../src/ledger/bookings.ts';
import type { AccountDecision } from '../../src/ledger/decision.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { SpendingCommand } from './approval-requests.ts';
import { calendarUrlOf } from './booked.ts';
import { bookingsMeant, type MeantBooking, type NamedBooking } from './booking-meant.ts';
import { toldAgain, toldBefore } from './ledgers.ts';
import type { Outcome, Shell } from './outcome.ts';
import { administered, type Spending, spend } from './spend.ts';

interface OnBooking {
  /** Where no booking of the desk's is meant. */
  readonly otherwise: () => Promise<Outcome> | Outcome;
  /** Asks for more where what was said fits several; undefined where it does not. */
  readonly ask: (found: readonly MeantBooking[]) => Outcome | undefined;
  readonly change: (meant: MeantBooking) => Promise<Outcome>;
}

/** Answers on the booking that is meant, of those that the asker administers; a command that came before as it was then. */
export async function onBooking(
  named: NamedBooking,
  { otherwise, ask, change }: OnBooking,
  scene: Scene,
  shell: Shell,
): Promise<Outcome> {
  const own = administered(scene);
  const before = shell.confirmed ? await toldBefore(shell.store, own, shell.commandId) : undefined;
  if (before !== undefined) return toldAgain(before);
  const found = await bookingsMeant(named, own, scene, shell);
  const [first] = found;
  return first === undefined ? otherwise() : (ask(found) ?? change(first));
}

interface BookingChange<Facts> {
  readonly command: SpendingCommand;
  readonly args: Spending<Facts>['args'];
  /** Decides on the booking as it stands in the ledger. */
  readonly decide: (booking: Booking, ledger: Ledger) => AccountDecision<Facts>;
  /** The facts once it is done. */
  readonly told: (facts: Facts) => Facts;
}

/** Quotes the change of a booking, and posts it after a yes. Its number stands in the question: a yes is to no other. */
export function changeBooking<Facts extends Record<string, unknown>>(
  { booking, place }: MeantBooking,
  { command, args, decide, told }: BookingChange<Facts>,
  scene: Scene,
  shell: Shell,
): Promise<Outcome> {
  const { id } = booking;
  const today = localDate(scene.now, place.location.timeZone);
  return spend(
    {
      command,
      place,
      args: { ...args, booking: id },
      decide: (ledger) => decide(bookingNumbered(ledger, id, today) ?? booking, ledger),
      finish: async (facts) => ({ ...told(facts), ...(await calendarUrlOf(place, id, scene, shell)) }),
    },
    scene,
    shell,
  );
}
