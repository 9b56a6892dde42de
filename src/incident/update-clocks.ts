/** The next word of the vendor's: no edition prints how often, so it is due when an engineer has said so. */
import { stateOf } from './clock-state.ts';
import type { IncidentClock } from './clocks.ts';
import type { Incident } from './incident.ts';

/** One clock for each update that named the next; it is met by the next update and ends with the incident. */
export function updateClocks({ id, opened, events }: Incident, now: number): IncidentClock[] {
  return events.flatMap((event, index) => {
    if (event.type !== 'updated' || event.nextUpdate === undefined) return [];
    const next = events
      .slice(index + 1)
      .find(({ type }) => type === 'updated' || type === 'resolved' || type === 'closed');
    const end =
      next === undefined ? undefined : ({ at: next.at, how: next.type === 'updated' ? 'done' : 'void' } as const);
    return [
      {
        key: `next-update/${index}`,
        incident: id,
        what: 'next-update',
        side: 'vendor',
        from: event.at,
        due: event.nextUpdate,
        clock: 'elapsed',
        minutes: (Date.parse(event.nextUpdate) - Date.parse(event.at)) / 60_000,
        because: ['promised'],
        ...stateOf(event.nextUpdate, end, now, opened.plan.timeZone),
      } as const,
    ];
  });
}
