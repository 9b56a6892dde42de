/** Hours of one service that may be used for another, one way only (F-REA-34, F-3T-03), and those that never may. */
import type { Queue } from '../../knowledge/schema/chart.ts';
import type { Edition } from '../../knowledge/schema/edition.ts';
import type { ArgsOf } from '../command/contract.ts';
import type { Incident } from '../incident/incident.ts';
import { queueOfIncident } from '../routing/incident-queue.ts';
import { no, type Reason } from './decision.ts';

type Args = ArgsOf<'hours.record'>;

const serviceOfQueue: Partial<Record<Queue, string>> = {
  'third-tier': 'third-tier-support',
  'problem-resolution': 'problem-resolution-support',
};

/** What the hours were worked for: as said, else by the queue that the incident is in now, where the edition rules on such hours. */
export function workedFor(args: Args, incident: Incident | undefined, edition: Edition): string | undefined {
  if (args.for !== undefined) return args.for;
  const byQueue = incident === undefined ? undefined : serviceOfQueue[queueOfIncident(incident)];
  return isRuled(args.service, edition) && isRuled(byQueue, edition) ? byQueue : undefined;
}

/** Whether the edition says what such hours may be used for; assistance pays for proactive services alone (F-CRED-05). */
const isRuled = (service: string | undefined, { hours }: Edition): boolean =>
  hours.interchange.some(({ from, to }) => service === from || service === to) ||
  (service !== undefined && service === hours.exchange?.from);

/** Why the hours of one service are not for the other's work. */
export function interchangeReason({ service }: Args, work: string | undefined, edition: Edition): Reason | undefined {
  if (work === undefined || work === service || standsIn(service, work, edition)) return undefined;
  return no(standsIn(work, service, edition) ? 'one-way-hours' : 'not-interchangeable');
}

/** Whether hours of the first service stand in for work of the second. */
export const standsIn = (service: string, work: string | undefined, { hours }: Edition): boolean =>
  hours.interchange.some(({ from, to }) => from === service && to === work);

/** The services whose hours may be used for this one. */
export const servedBy = (service: string, { hours }: Edition): string[] =>
  hours.interchange.filter(({ to }) => to === service).map(({ from }) => from);
