/** Where the calendar file of a booking can be fetched, given that the desk can be reached from outside. */
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';
import type { WorkOrder } from '../../src/agreement/work-order.ts';
import type { Store } from '../../src/store/port.ts';
import { signatureOf, someCalendarKey } from './calendar-key.ts';

export const calendarPath = '/calendar';

/** The address of a booking's file, with its words in a language. It stays the same when the booking is moved. */
export type CalendarLink = (workOrder: WorkOrder, booking: string, language: DeskLanguage) => Promise<string>;

/** Links below the address at which the desk is reached. Whoever has one sees that booking, and nothing else. */
export const calendarLinks =
  (store: Store, publicUrl: string): CalendarLink =>
  async ({ id, customer: { tenantId } }, booking, language) => {
    const signature = signatureOf(await someCalendarKey(store, tenantId), id, booking);
    const path = [tenantId, id, booking, signature].map(encodeURIComponent).join('/');
    return `${publicUrl.replace(/\/+$/, '')}${calendarPath}/${path}?language=${language}`;
  };
