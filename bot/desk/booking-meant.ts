/** Which booking a person means: by its number, or by what of service, day and location was said. */
import type { WorkOrder } from '../../src/agreement/work-order.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import type { Scene, Standing } from '../../src/command/scene.ts';
import { type Booking, bookingsOf } from '../../src/ledger/bookings.ts';
import { loadLedger } from './ledgers.ts';
import type { Outcome, Shell } from './outcome.ts';

export interface NamedBooking {
  readonly booking?: string | undefined;
  readonly service?: string | undefined;
  /** The day that is booked; without it every day that is still to come. */
  readonly deliveryDate?: string | undefined;
  readonly location?: string | undefined;
}

export interface MeantBooking {
  readonly booking: Booking;
  readonly place: Standing;
}

/** Live bookings before cancelled ones, so that a day that was booked anew is the one that is meant. */
export async function bookingsMeant(
  named: NamedBooking,
  own: readonly WorkOrder[],
  scene: Scene,
  { store }: Shell,
): Promise<readonly MeantBooking[]> {
  const all: MeantBooking[] = [];
  for (const workOrder of own) {
    const { ledger } = await loadLedger(store, workOrder);
    for (const booking of bookingsOf(ledger, localDate(scene.now, workOrder.locations[0]?.timeZone ?? 'UTC'))) {
      const place = isMeant(booking, named) ? placeOf(booking, workOrder, scene) : undefined;
      if (place !== undefined) all.push({ booking, place });
    }
  }
  const live = all.filter(({ booking }) => booking.state !== 'cancelled');
  return live.length > 0 ? live : all;
}

function isMeant(booking: Booking, { booking: id, service, deliveryDate, location }: NamedBooking): boolean {
  if (id !== undefined) return booking.id === id.toUpperCase();
  return (
    (deliveryDate === undefined ? booking.state === 'requested' : booking.date === deliveryDate) &&
    (service === undefined || booking.service === service) &&
    (location === undefined || booking.location === location)
  );
}

function placeOf({ location: id }: Booking, workOrder: WorkOrder, { knowledge }: Scene): Standing | undefined {
  const location = workOrder.locations.find((candidate) => candidate.id === id);
  const edition = knowledge.editions.get(workOrder.edition);
  return location && edition && { workOrder, location, edition };
}

/** Asks at which location, where what was said fits bookings at several; undefined where it does not. */
export function whichLocation(found: readonly MeantBooking[]): Outcome | undefined {
  const locations = [...new Set(found.map(({ booking }) => booking.location))];
  if (locations.length < 2) return undefined;
  return { status: 'needs-input', missing: ['location'], facts: { locations }, citations: [] };
}

/** Asks for the day that is booked, where a service without one is booked for several. */
export function whichDay(found: readonly MeantBooking[]): Outcome | undefined {
  const days = [...new Set(found.map(({ booking }) => booking.date))];
  return days.length < 2 ? undefined : askForDay(days);
}

export const askForDay = (days: readonly string[]): Outcome => ({
  status: 'needs-input',
  missing: ['deliveryDate'],
  facts: days.length === 0 ? {} : { days },
  citations: [],
});
