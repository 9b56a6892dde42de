/** The vendor's first response: one clock for each promise that held, until a person has responded (F-FCR-01). */
import type { Standing } from '../command/scene.ts';
import { needsCall } from './channels.ts';
import { type ClockEnd, stateOf } from './clock-state.ts';
import type { IncidentClock } from './clocks.ts';
import type { IncidentEvent, PromisedResponse } from './events.ts';
import type { Incident } from './incident.ts';

interface Promise {
  readonly index: number;
  readonly plan: PromisedResponse;
  /** It waits for the customer's call: nothing has been submitted yet that could be answered (F-REA-08b). */
  readonly waits: boolean;
  end: ClockEnd | undefined;
}

/** A later promise replaces the one before; what had been missed by then stays missed. */
export function responseClocks(incident: Incident, standing: Standing, now: number): IncidentClock[] {
  return promisesOf(incident.events).map(({ index, plan, waits, end }) => {
    const common = {
      key: `first-response/${index}`,
      incident: incident.id,
      what: 'first-response',
      side: 'vendor',
      from: plan.from,
      clock: plan.clock,
      minutes: plan.firstResponseMinutes,
      because: [plan.chart, plan.clock],
      section: standing.edition.charts[plan.chart]?.section ?? 'A',
    } as const;
    if (!waits) return { ...common, due: plan.due, ...stateOf(plan.due, end, now, standing.location.timeZone) };
    const stopped = stateOf(undefined, end, now, standing.location.timeZone);
    const state = stopped.state === 'running' ? 'paused' : stopped.state;
    return { ...common, because: [...common.because, 'awaiting-call'], ...stopped, state };
  });
}

function promisesOf(events: readonly IncidentEvent[]): readonly Promise[] {
  const promises: Promise[] = [];
  let isResponded = false;
  let isUncalled = false;
  /** The fault is met or the work has ended: another severity brings no first response any more. */
  let isBehind = false;
  const end = (at: string, how: ClockEnd['how']): void => {
    const last = promises.at(-1);
    if (last !== undefined) last.end ??= { at, how };
  };
  const start = (index: number, plan: PromisedResponse, waits: boolean): void => {
    promises.push({ index, plan, waits, end: undefined });
  };
  for (const [index, event] of events.entries()) {
    switch (event.type) {
      case 'opened':
        isUncalled = event.awaitsCall;
        start(index, event.plan, isUncalled);
        break;
      case 'called':
        if (!isUncalled) break;
        isUncalled = false;
        end(event.at, 'void');
        start(index, event.plan, false);
        break;
      case 'severity-set':
        if (event.anew === true) {
          isResponded = false;
          isBehind = false;
        }
        if (isResponded || isBehind) break;
        isUncalled &&= needsCall(event.plan);
        end(event.at, 'void');
        start(index, event.plan, isUncalled);
        break;
      case 'acknowledged':
        isResponded = true;
        end(event.at, 'done');
        break;
      case 'mitigated':
      case 'resolved':
      case 'closed':
        isBehind = true;
        end(event.at, 'void');
        break;
      case 'reopened':
        isBehind = false;
        if (!isResponded && event.promise !== undefined) start(index, event.promise, isUncalled);
        break;
      default:
    }
  }
  return promises;
}
