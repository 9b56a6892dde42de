/** What is told of something once it is booked: its number, and a file for the calendar. */

import type { BookFacts, EventFacts } from '../../src/command/account-contract.ts';
import type { Scene, Standing } from '../../src/command/scene.ts';
import { speakableId } from '../../src/incident/incident-id.ts';
import type { Booking } from '../../src/ledger/bookings.ts';
import { calendarFile } from '../../src/ledger/calendar-file.ts';
import type { Draft } from '../../src/ledger/entries.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Shell } from './outcome.ts';

/** A number that no booking of the ledger has; the same command gets the same one. */
export function bookedId({ workOrder }: Standing, ledger: Ledger, { commandId }: Shell): string {
  for (let attempt = 0; ; attempt += 1) {
    const id = speakableId('BK', `${workOrder.customer.tenantId}/${workOrder.id}/${commandId}`, attempt);
    if (!ledger.books.bookings.has(id)) return id;
  }
}

/** Where a booking's calendar file can be fetched; nothing where the desk has no address for the outside. */
export async function calendarUrlOf(
  { workOrder }: Standing,
  booking: string,
  { language }: Scene,
  { calendarLink }: Shell,
): Promise<{ calendarUrl?: string }> {
  return calendarLink === undefined ? {} : { calendarUrl: await calendarLink(workOrder, booking, language) };
}

export async function withBooking(
  facts: BookFacts,
  { why }: Draft,
  place: Standing,
  scene: Scene,
  shell: Shell,
): Promise<BookFacts> {
  if (facts.booking === undefined || why.reason !== 'booking') return facts;
  const booking = { ...facts.booking, id: why.booking };
  return {
    ...facts,
    booking,
    calendar: calendarOf({ ...booking, id: why.booking, moves: 0 }, facts.workOrder, false, scene),
    ...(await calendarUrlOf(place, why.booking, scene, shell)),
  };
}

export function withEventDays(facts: EventFacts, { edition, workOrder }: Standing, scene: Scene): EventFacts {
  const { start, end, location } = facts;
  const { service } = edition.events;
  const uid = `${service}-${location}-${start}@${workOrder.id}`;
  return {
    ...facts,
    calendar: calendarFile({
      uid,
      summary: nameOf(service, scene),
      location,
      start,
      end,
      stamp: scene.now,
      cancelled: false,
      sequence: 0,
    }),
  };
}

/** The calendar file of a booking as it stands, or of its cancellation: each change of it follows the one before. */
export function calendarOf(
  { id, service, location, date, moves }: Pick<Booking, 'id' | 'service' | 'location' | 'date' | 'moves'>,
  workOrder: string,
  cancelled: boolean,
  scene: Pick<Scene, 'knowledge' | 'language' | 'now'>,
): string {
  const summary = `${nameOf(service, scene)} (${id})`;
  const day = { location, start: date, end: date };
  const sequence = cancelled ? moves + 1 : moves;
  return calendarFile({ uid: `${id}@${workOrder}`, summary, ...day, stamp: scene.now, cancelled, sequence });
}

/** The name of a service in the language of the answer. */
function nameOf(service: string, { knowledge, language }: Pick<Scene, 'knowledge' | 'language'>): string {
  const names = knowledge.services[service]?.names;
  return names?.[language] ?? names?.en ?? service;
}
