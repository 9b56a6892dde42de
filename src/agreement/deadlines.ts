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
    ...endsWithinTerm(order, edition),
    ...flexDeadlines(order, edition),
    ...onboardingDeadlines(order, edition),
    ...eventDeadlines(order, edition),
  ];
}

/** Services that were bought for a part of the term lapse with it: one deadline a day, with what ends on it (F-TERM-05). */
function endsWithinTerm({ services, term }: WorkOrder, { deadlines }: Edition): DatedDeadline[] {
  const ends = new Set(services.flatMap(({ end }) => (end !== undefined && end < term.end ? [end] : [])));
  return [...ends].map((due) => {
    const ending = services.filter(({ end }) => end === due).map(({ service }) => service);
    const because = ['unused-services-lapse', ...new Set(ending)];
    return { what: 'services-lapse', due, because, section: deadlines.unusedLapseAtEnd.section };
  });
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

/**
 * The first document and the material for the monitors are due so many days after execution; onboarding itself lasts its
 * printed days (F-AED-06, F-AED-07, F-MON-06).
 */
function onboardingDeadlines(order: WorkOrder, edition: Edition): DatedDeadline[] {
  const held = (edition.missionCriticalAzure?.services ?? []).filter((service) =>
    order.services.some((bought) => bought.service === service),
  );
  return held.flatMap((service) => [
    ...documentDeadlines(service, order, edition),
    ...materialDeadlines(service, order, edition),
    ...endOfOnboarding(service, order, edition),
  ]);
}

function documentDeadlines(
  service: string,
  order: WorkOrder,
  { missionCriticalAzure: terms }: Edition,
): DatedDeadline[] {
  if (!terms?.documentDays || order.onboarding?.[service]?.documentsReceived !== undefined) return [];
  return [afterExecution('onboarding-documents', service, order, terms.documentDays)];
}

/** Only the service that monitors asks for it; a completed onboarding has had it. */
function materialDeadlines(
  service: string,
  order: WorkOrder,
  { missionCriticalAzure: terms, services }: Edition,
): DatedDeadline[] {
  if (!terms?.monitoringMaterialDays || services[service]?.limits?.monitoringMaterialDays === undefined) return [];
  if (order.onboarding?.[service]?.completed !== undefined) return [];
  return [afterExecution('monitoring-material', service, order, terms.monitoringMaterialDays)];
}

function endOfOnboarding(service: string, order: WorkOrder, { missionCriticalAzure: terms }: Edition): DatedDeadline[] {
  const { started, completed } = order.onboarding?.[service] ?? {};
  if (terms === null || started === undefined || completed !== undefined) return [];
  const { value, section } = terms.onboardingDays;
  return [{ what: 'onboarding-end', due: addDays(started, value), because: [service], section }];
}

const afterExecution = (
  what: string,
  service: string,
  { executed, term }: WorkOrder,
  { value, section }: { readonly value: number; readonly section: string },
): DatedDeadline => ({ what, due: addDays(executed ?? term.start, value), because: [service], section });

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
