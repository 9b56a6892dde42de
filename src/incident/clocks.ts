/**
 * Every clock of an incident: what runs, from when, until when, and how it ended. Derived from the history alone, so
 * that a restart changes nothing; whoever reminds, draws or lists takes it from here.
 */
import type { Clock } from '../../knowledge/vocabulary.ts';
import type { Deadline } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { dutyClocks } from './duty-clocks.ts';
import { followupClocks } from './followup-clocks.ts';
import type { Incident } from './incident.ts';
import { responseClocks } from './response-clocks.ts';
import { updateClocks } from './update-clocks.ts';

export type ClockName =
  | 'first-response'
  | 'next-update'
  | 'next-duty'
  | 'root-cause'
  | 'rca-request'
  | 'incident-review'
  | 'event-summary';

/**
 * `running` until `due`; `met` when it was done by then (at `due` itself is in time); `missed` when it was done later or
 * `due` has gone by; `paused` while it cannot run (a severity that waits for the customer's call); `ended` when nobody
 * owes it any more: replaced by another promise, or the incident was over before.
 */
export type ClockState = 'running' | 'met' | 'missed' | 'paused' | 'ended';

export interface IncidentClock {
  /** The same for ever: the name and the place in the history of the event that started it. */
  readonly key: string;
  readonly incident: string;
  readonly what: ClockName;
  /** Whose clock it is. */
  readonly side: 'vendor' | 'customer';
  /** Instant with the offset of the incident's location. */
  readonly from: string;
  /** Instant with offset, or a date `YYYY-MM-DD` that is met until its day is over at the location; absent where nothing printed or promised says by when. */
  readonly due?: string;
  /** `elapsed` runs day and night, `business` in the hours of the location; dates are `business` where working days were counted. */
  readonly clock: Clock;
  /** Length on that clock in minutes, for clocks that have one: shares of it are counted with `dueOf`. */
  readonly minutes?: number;
  readonly state: ClockState;
  /** When it was done, or ended; absent while it is neither. */
  readonly ended?: string;
  /** Why there is such a clock: the chart, the duty, the service or the rule. */
  readonly because: readonly string[];
  /** Where it is written, in the edition of the incident; absent where a person's promise started it. */
  readonly section?: string;
}

/** What the clocks look at besides the incident and its agreement; `now` in epoch milliseconds decides what is missed. */
export type ClockScene = Pick<Scene, 'now' | 'knowledge'>;

/** All clocks that the incident has or had, in the order in which they started. Pure: equal arguments, equal answer. */
export function clocksOf(incident: Incident, standing: Standing, scene: ClockScene): readonly IncidentClock[] {
  const clocks = [
    ...responseClocks(incident, standing, scene.now),
    ...updateClocks(incident, scene.now),
    ...dutyClocks(incident, standing, scene.now),
    ...followupClocks(incident, standing, scene),
  ];
  return clocks.sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
}

/** What is due next, soonest first: every clock that runs, or was missed and is still owed. */
export function deadlinesOf(incident: Incident, standing: Standing, scene: ClockScene): Deadline[] {
  return clocksOf(incident, standing, scene)
    .filter(isOwed)
    .map(({ what, due, because, incident: id }) => ({ what, due, because: [...because], incident: id }))
    .sort((a, b) => Date.parse(a.due) - Date.parse(b.due));
}

/** Owed still, and by a time that is known. */
const isOwed = (clock: IncidentClock): clock is IncidentClock & { readonly due: string } =>
  clock.due !== undefined && clock.ended === undefined && clock.state !== 'paused';
