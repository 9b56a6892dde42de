/** Days and instants that a customer must not miss, derived from the work order and the open incidents. */
import type { Edition } from '../../knowledge/schema/edition.ts';
import { addDays } from '../calendar/local-date.ts';
import type { Citation } from '../command/answer.ts';
import { dedupeCitations } from '../command/citations.ts';
import type { Deadline } from '../command/contract.ts';
import type { WorkOrder } from './work-order.ts';

export interface DatedDeadline extends Deadline {
  readonly section: string | undefined;
}

/** Every deadline of a work order as calendar dates of its host's zone; past ones too, for the caller to cut. */
export function agreementDeadlines(order: WorkOrder, edition: Edition): DatedDeadline[] {
  const { term } = order;
  const request = edition.deadlines.proactiveRequestDaysBeforeEnd;
  return [
    {
      what: 'proactive-request',
      due: addDays(term.end, -request.value),
      because: ['days-before-end'],
      section: request.section,
    },
    { what: 'work-order-end', due: term.end, because: ['term'], section: edition.topics.purchase },
    {
      what: 'services-lapse',
      due: term.end,
      because: ['unused-services-lapse'],
      section: edition.deadlines.unusedLapseAtEnd.section,
    },
    ...flexDeadlines(order, edition),
    ...onboardingDeadlines(order, edition),
    ...eventDeadlines(order, edition),
  ];
}

/** What was not allocated by the contract's execution is forfeited (F-FLEX-08). */
function flexDeadlines(
  { flexAllowance, executed, term }: WorkOrder,
  { flexAllowance: terms }: Edition,
): DatedDeadline[] {
  if (flexAllowance === undefined || terms === null) return [];
  const left = flexAllowance.allocations.reduce((sum, { amount }) => sum - amount, flexAllowance.amount);
  if (left <= 0) return [];
  return [
    {
      what: 'flex-allocation',
      due: executed ?? term.start,
      because: ['contract-execution'],
      section: terms.allocateBy.section,
    },
  ];
}

/** The first document is due so many days after execution; onboarding itself lasts its printed days (F-AED-06, F-AED-07). */
function onboardingDeadlines(order: WorkOrder, { missionCriticalAzure: terms }: Edition): DatedDeadline[] {
  if (terms === null) return [];
  return terms.services.flatMap((service) => {
    if (!order.services.some((bought) => bought.service === service)) return [];
    const onboarding = order.onboarding?.[service];
    const documents = terms.documentDays;
    const end = onboarding?.started;
    return [
      ...(documents !== null && onboarding?.documentsReceived === undefined
        ? [
            {
              what: 'onboarding-documents',
              due: addDays(order.executed ?? order.term.start, documents.value),
              because: [service],
              section: documents.section,
            },
          ]
        : []),
      ...(end !== undefined && onboarding?.completed === undefined
        ? [
            {
              what: 'onboarding-end',
              due: addDays(end, terms.onboardingDays.value),
              because: [service],
              section: terms.onboardingDays.section,
            },
          ]
        : []),
    ];
  });
}

function eventDeadlines({ events = [] }: WorkOrder, { events: terms }: Edition): DatedDeadline[] {
  return events.map(({ start }) => ({
    what: 'event-confirmation',
    due: addDays(start, -7 * terms.noticeWeeks.value),
    because: ['notice-weeks'],
    section: terms.noticeWeeks.section,
  }));
}

/** Deadlines from a date to a date, both in, soonest first. */
export function between(deadlines: readonly DatedDeadline[], from: string, until: string): DatedDeadline[] {
  return deadlines
    .filter(({ due }) => due.slice(0, 10) >= from && due.slice(0, 10) <= until)
    .sort((a, b) => a.due.localeCompare(b.due, 'en'));
}

export const citationsOf = (edition: string, deadlines: readonly DatedDeadline[]): Citation[] =>
  dedupeCitations(
    edition,
    deadlines.map(({ section }) => section),
  );
