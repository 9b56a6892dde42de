/** Serves the calendar file of a booking as it stands now, so that a calendar that asks again learns of a move. */
import type { Request, Response } from 'restify';
import { z } from 'zod';
import type { Knowledge } from '../../knowledge/load.ts';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { DirectoryId } from '../../src/directory-id.ts';
import { bookingNumbered } from '../../src/ledger/bookings.ts';
import type { Store } from '../../src/store/port.ts';
import { calendarOf } from '../desk/booked.ts';
import { loadLedger } from '../desk/ledgers.ts';
import { workOrdersOf } from '../desk/work-orders.ts';
import { HttpFault } from '../http/http-fault.ts';
import type { Route } from '../server.ts';
import { calendarKey, isSigned } from './calendar-key.ts';
import { calendarPath } from './calendar-links.ts';

export interface CalendarParts {
  readonly store: Store;
  readonly knowledge: Knowledge;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

const Asked = z.object({ tenant: DirectoryId, order: z.string(), booking: z.string(), signature: z.string() });
type Asked = z.infer<typeof Asked>;

/** The one route to the files; whatever is not signed and there is answered alike, so that nothing can be tried out. */
export const calendarRoutes = (parts: CalendarParts): readonly Route[] => [
  {
    method: 'get',
    path: `${calendarPath}/:tenant/:order/:booking/:signature`,
    async handle(request: Request, response: Response) {
      const asked = Asked.safeParse(request.params);
      const language = DeskLanguage.catch('en').parse(new URLSearchParams(request.getQuery()).get('language'));
      const file = asked.success ? await fileOf(asked.data, language, parts) : undefined;
      if (file === undefined || !asked.success) throw new HttpFault(404, 'NotFound', 'There is no such calendar file.');
      const name = asked.data.booking.replaceAll(/[^\w-]/g, '');
      response.sendRaw(200, file, {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}.ics"`,
        'Cache-Control': 'private, no-cache',
        'X-Content-Type-Options': 'nosniff',
      });
    },
  },
];

async function fileOf(
  { tenant, order, booking: id, signature }: Asked,
  language: DeskLanguage,
  { store, knowledge, clock }: CalendarParts,
): Promise<string | undefined> {
  const key = await calendarKey(store, tenant);
  if (key === undefined || !isSigned(key, order, id, signature)) return undefined;
  const workOrder = (await workOrdersOf(store, tenant)).find((candidate) => candidate.id === order);
  if (workOrder === undefined) return undefined;
  const now = clock();
  const { ledger } = await loadLedger(store, workOrder);
  const booking = bookingNumbered(ledger, id, new Date(now).toISOString().slice(0, 10));
  if (booking === undefined) return undefined;
  return calendarOf(booking, workOrder.id, booking.state === 'cancelled', { knowledge, language, now });
}
