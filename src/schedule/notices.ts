/** Reminders that are due together, put to what they are about: facts, balances and clauses. */
import { dedupeCitations } from '../command/citations.ts';
import type { Balance } from '../command/contract.ts';
import type { Standing } from '../command/scene.ts';
import { factsOf, type Incident } from '../incident/incident.ts';
import { showBalances } from '../ledger/balances.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Notice } from './notice.ts';
import type { Reminder } from './reminder.ts';

/** What reminders are about. */
export type About =
  | { readonly kind: 'incident'; readonly incident: Incident; readonly place: Standing }
  | { readonly kind: 'work-order'; readonly ledger: Ledger; readonly place: Standing };

/**
 * One notice for each reminder of an incident; what a work order has to tell at one time is one notice, so that nobody
 * gets three messages on the morning on which three things are ninety days away.
 */
export function noticesOf(about: About, reminders: readonly Reminder[], now: number): Notice[] {
  if (about.kind === 'incident') return reminders.map((reminder) => ofIncident(about.incident, reminder));
  const [first, ...others] = [...reminders].sort((a, b) => a.due.localeCompare(b.due, 'en'));
  return first === undefined ? [] : [ofAccount(about.place, about.ledger, [first, ...others], now)];
}

const ofIncident = (incident: Incident, reminder: Reminder): Notice => ({
  audience: reminder.audience,
  reminders: [reminder],
  incident: factsOf(incident),
  citations: dedupeCitations(incident.opened.edition, [reminder.section]),
});

function ofAccount(place: Standing, ledger: Ledger, reminders: Notice['reminders'], now: number): Notice {
  const lapse = reminders.find(({ what }) => what === 'services-lapse');
  return {
    audience: 'administrators',
    reminders,
    account: {
      workOrder: place.workOrder.id,
      left: lapse === undefined ? [] : lostOn(lapse.due, place, ledger, now),
    },
    citations: dedupeCitations(
      place.edition.id,
      reminders.map(({ section }) => section),
    ),
  };
}

/** What would be lost on a date: counted now, when it is told, not when the reminder was planned. */
const lostOn = (date: string, place: Standing, ledger: Ledger, now: number): Balance[] =>
  showBalances({}, place, { now }, ledger).facts.balances.filter(
    ({ remaining, expires }) => remaining > 0 && expires <= date,
  );
