/** Confirmed Azure events that were recorded in a ledger after the work order was imported. */
import type { WorkOrder } from '../agreement/work-order.ts';
import type { Ledger } from './ledger.ts';

export type ConfirmedEvent = NonNullable<WorkOrder['events']>[number];

export const recordedEvents = ({ books }: Ledger): readonly ConfirmedEvent[] => books.events;

/** The work order with its recorded events beside those of its file, each once: their days switch the events chart on. */
export function withRecordedEvents(workOrder: WorkOrder, ledger: Ledger): WorkOrder {
  const recorded = recordedEvents(ledger);
  return recorded.length === 0
    ? workOrder
    : { ...workOrder, events: [...unrecordedEvents(workOrder, ledger), ...recorded] };
}

/** The events of the file that the ledger does not hold: their events have not been reserved in it. */
export function unrecordedEvents({ events = [] }: WorkOrder, ledger: Ledger): readonly ConfirmedEvent[] {
  const recorded = recordedEvents(ledger);
  return events.filter((event) => !recorded.some((other) => isSame(event, other)));
}

const isSame = (one: ConfirmedEvent, other: ConfirmedEvent): boolean =>
  one.start === other.start && one.end === other.end && (one.location ?? other.location) === other.location;
