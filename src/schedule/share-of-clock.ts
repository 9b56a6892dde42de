/** Instants on a clock that runs for an incident: part of its time, and hours at which people are written to. */
import type { Edition } from '../../knowledge/schema/edition.ts';
import type { Clock, Severity } from '../../knowledge/vocabulary.ts';
import type { Location } from '../agreement/work-order.ts';
import { addWorkingTime, nextOpening } from '../calendar/business-calendar.ts';
import { businessCalendarAt } from '../calendar/due.ts';

/** A location and the edition that says what its business hours are where it doesn't. */
export interface ClockPlace {
  readonly location: Location;
  readonly edition: Pick<Edition, 'businessHours'>;
}

/** Time that runs from an instant: `elapsed` day and night, `business` in the location's hours. In milliseconds. */
export interface RunningTime {
  readonly clock: Clock;
  readonly from: number;
  readonly duration: number;
}

/** The instant at which a share of the time has passed: half of a business clock is half of its working time. */
export function instantAt(share: number, { clock, from, duration }: RunningTime, place: ClockPlace): number {
  const spent = Math.round(duration * share);
  if (clock === 'elapsed') return from + spent;
  const at = addWorkingTime(businessCalendarAt(place.location, place.edition, from).calendar, from, spent);
  if (at.ok) return at.value;
  throw new Error(`the business hours of ${place.location.id} never add up to ${spent} ms`);
}

/** Incidents that are worked on day and night: people are told at any hour. */
const DAY_AND_NIGHT: ReadonlySet<Severity> = new Set<Severity>(['1', 'A']);

/**
 * When a person is told: at once where the severity is worked on day and night, else when the location is next open.
 * A location that never opens again tells at once.
 */
export function civilInstant(at: number, severity: Severity | undefined, place: ClockPlace): number {
  if (severity !== undefined && DAY_AND_NIGHT.has(severity)) return at;
  const opening = nextOpening(businessCalendarAt(place.location, place.edition, at).calendar, at);
  return opening.ok ? opening.value : at;
}
