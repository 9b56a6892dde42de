import type { Queue } from '../../knowledge/schema/chart.ts';
import type { Edition } from '../../knowledge/schema/edition.ts';
import type { WorkOrder } from '../agreement/work-order.ts';
import { servicesBehind } from '../entitlement/select-chart.ts';

/** Services that have a queue without a chart of their own. */
const queueOfService: Readonly<Record<string, Queue>> = {
  'third-tier-support': 'third-tier',
  'cybersecurity-incident-response': 'cybersecurity',
};

/** The queues that incidents of a work order may come into, by what it holds: those of its charts, then those of its services. */
export function possibleQueues({ services }: WorkOrder, edition: Edition): readonly Queue[] {
  const held = new Set(services.map(({ service }) => service));
  const byChart = Object.values(edition.charts).flatMap((terms) =>
    terms.service === null || servicesBehind(terms, edition).some((service) => held.has(service)) ? [terms.queue] : [],
  );
  const byService = [...held].flatMap((service) => queueOfService[service] ?? []);
  return [...new Set([...byChart, ...byService])];
}
