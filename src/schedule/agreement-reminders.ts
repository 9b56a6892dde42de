/** What a work order reminds its administrators of: each deadline 90, 60 and 30 days before, at the start of a working day. */
import { agreementDeadlines } from '../agreement/deadlines.ts';
import type { WorkOrder } from '../agreement/work-order.ts';
import { addDays, endOfDate, startOfDate } from '../calendar/local-date.ts';
import type { Deadline } from '../command/contract.ts';
import type { Standing } from '../command/scene.ts';
import { type Reminder, staged } from './reminder.ts';
import { civilInstant } from './share-of-clock.ts';

/** How many days ahead of a deadline it is told. */
export const DAYS_AHEAD = [90, 60, 30] as const;

/** The place whose hours and dates are those of the whole order: its host, else its first location. */
export const hostOf = ({ locations }: WorkOrder): WorkOrder['locations'][number] | undefined =>
  locations.find(({ role }) => role === 'host') ?? locations[0];

/**
 * Every reminder of the order's deadlines, past ones too. A stage is worth telling until the next one is, the last until
 * the day of the deadline has ended. A deadline that moved has other keys, so that it is told again for its new day.
 */
export function remindersOfAgreement({ workOrder, edition, location }: Standing): Reminder[] {
  return agreementDeadlines(workOrder, edition).flatMap(({ what, due, because, section }) =>
    staged(
      DAYS_AHEAD.map((days) => {
        const morning = startOfDate(addDays(due, -days), location.timeZone);
        return {
          key: `${keyOf(workOrder.id, { what, due, because })}/${days}`,
          at: civilInstant(morning, undefined, { location, edition }),
          audience: 'administrators',
          what,
          stage: 'ahead',
          days,
          due,
          because,
          section,
        } as const;
      }),
      endOfDate(due, location.timeZone),
    ),
  );
}

/** Two services may have the same kind of deadline on one day: what it is because of tells them apart. */
const keyOf = (order: string, { what, due, because }: Deadline): string =>
  [order, what, because.join('+'), due].join('/');
