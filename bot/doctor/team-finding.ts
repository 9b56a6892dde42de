/** Whether every queue that incidents may come into has a support team that takes it. */
import { type Knowledge, loadKnowledge } from '../../knowledge/load.ts';
import { possibleQueues } from '../../src/routing/possible-queues.ts';
import type { Store } from '../../src/store/port.ts';
import { supportTeamsOf } from '../desk/support-teams.ts';
import { workOrdersOf } from '../desk/work-orders.ts';
import type { Finding } from './finding.ts';

/**
 * Queues without a team, with their customer: nobody hears of an incident that comes into one. Nothing where there is no
 * customer yet, or where the knowledge cannot be read, which is a finding of its own.
 */
export async function teamFindings(store: Store): Promise<readonly Finding[]> {
  const tenants = await store.tenants('work-order');
  const knowledge = readable(loadKnowledge);
  if (tenants.length === 0 || knowledge === undefined) return [];
  const gaps = (await Promise.all(tenants.map((tenant) => gapsOf(store, knowledge, tenant)))).flat();
  if (gaps.length === 0) return [{ what: 'support teams', state: 'good', detail: 'every queue has a team' }];
  return [
    {
      what: 'support teams',
      state: 'note',
      detail: `no team takes ${gaps.join('; ')}`,
      mend: 'Import the teams: npm run import -- FILE, as in samples/fjord-logistics-teams.json.',
    },
  ];
}

function readable<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

async function gapsOf(store: Store, knowledge: Knowledge, tenant: string): Promise<string[]> {
  const taken = new Set((await supportTeamsOf(store, tenant)).flatMap(({ queues }) => queues));
  return (await workOrdersOf(store, tenant)).flatMap((order) => {
    const edition = knowledge.editions.get(order.edition);
    const queues = edition === undefined ? [] : possibleQueues(order, edition).filter((queue) => !taken.has(queue));
    return queues.length === 0 ? [] : [`${queues.join(', ')} of ${order.customer.name}`];
  });
}
