/** Who looks after an incident beside its engineers: by itself, on request in business hours, or unsaid (F-RSM-02, F-RSM-03). */
import type { Severity } from '../../knowledge/vocabulary.ts';
import { nextOpening } from '../calendar/business-calendar.ts';
import { businessCalendarAt } from '../calendar/due.ts';
import { toLocalIso } from '../calendar/local-date.ts';
import type { Citation } from '../command/answer.ts';
import { dedupeCitations } from '../command/citations.ts';
import type { EscalationFacts } from '../command/contract.ts';
import type { Standing } from '../command/scene.ts';

export interface Escalation {
  readonly facts: EscalationFacts;
  readonly because: readonly string[];
  /** True where the edition names the severity in neither list (G-09). */
  readonly uncertain: boolean;
  readonly citations: readonly Citation[];
}

/**
 * How an incident of this severity is escalated when it is asked for at `now`. Without being asked where the edition
 * runs it automatically; else from the next business hour on, and where the edition is silent only with the vendor's
 * agreement: then the reading holds that promises the customer less.
 */
export function escalationOf(severity: Severity, standing: Standing, now: number): Escalation {
  const { edition, location } = standing;
  const { managedAutomatically, managedOnRequest } = edition.severity;
  if (managedAutomatically?.value.includes(severity)) {
    return {
      facts: { how: 'automatic', effective: toLocalIso(now, location.timeZone) },
      because: ['escalated-automatically'],
      uncertain: false,
      citations: dedupeCitations(edition.id, [managedAutomatically.section]),
    };
  }
  const isPrinted = managedOnRequest?.value.includes(severity) === true;
  return {
    facts: { how: isPrinted ? 'on-request' : 'unprinted', effective: nextBusinessHour(standing, now) },
    because: isPrinted ? ['escalated-on-request'] : ['edition-silent', 'with-agreement'],
    uncertain: !isPrinted,
    citations: dedupeCitations(edition.id, [managedOnRequest?.section ?? edition.topics.reactive]),
  };
}

function nextBusinessHour({ location, edition }: Standing, now: number): string {
  const opening = nextOpening(businessCalendarAt(location, edition, now).calendar, now);
  if (!opening.ok) throw new Error(`the business hours in ${location.timeZone} never begin`);
  return toLocalIso(opening.value, location.timeZone);
}
