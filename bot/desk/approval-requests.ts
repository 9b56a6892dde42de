/** Requests that wait for a second administrator, in the ledger that they would be posted to. */
import { z } from 'zod';
import type { WorkOrder } from '../../src/agreement/work-order.ts';
import { toLocalIso } from '../../src/calendar/local-date.ts';
import type { Scene, Standing } from '../../src/command/scene.ts';
import { speakableId } from '../../src/incident/incident-id.ts';
import { type Approval, approvalFacts, type Excess, withApproval } from '../../src/ledger/approvals.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Message } from '../../src/store/port.ts';
import { type LoadedLedger, saveToldOnce, type ToldOnce } from './ledgers.ts';
import type { Shell } from './outcome.ts';

export type SpendingCommand =
  | 'credits.exchange'
  | 'credits.redeem'
  | 'service.book'
  | 'service.cancel'
  | 'service.move'
  | 'event.plan'
  | 'hours.record';

export interface Wish {
  readonly command: SpendingCommand;
  readonly place: Standing;
  /** With the figure that the asker said yes to. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly excess: Excess;
  readonly told: ToldOnce;
}

/** Keeps a request in place of a posting, and tells the other administrators of it. @throws LedgerConflict */
export async function keepRequest(
  { command, place, args, excess, told }: Wish,
  { ledger, version }: LoadedLedger,
  scene: Scene,
  shell: Shell,
): Promise<ToldOnce> {
  const { workOrder, location } = place;
  const { user, name } = scene.asker;
  const request: Approval = {
    id: requestId(workOrder, ledger, shell),
    command,
    args: { ...args },
    quote: { ...told.facts },
    location: location.id,
    ...excess,
    by: user,
    ...(name === undefined ? {} : { byName: name }),
    at: toLocalIso(scene.now, location.timeZone),
  };
  const facts = { ...told.facts, approval: approvalFacts(request, workOrder, scene.now) };
  return saveToldOnce(
    shell,
    workOrder,
    { ledger: withApproval(ledger, request, workOrder, scene.now), version },
    { facts, citations: told.citations },
    [approvalChanged(workOrder, request)],
  );
}

/** A number that no request of the ledger has; the same command gets the same one. */
function requestId({ id, customer }: WorkOrder, { approvals }: Ledger, { commandId }: Shell): string {
  const taken = new Set(approvals.map((approval) => approval.id));
  for (let attempt = 0; ; attempt += 1) {
    const number = speakableId('AP', `${customer.tenantId}/${id}/${commandId}`, attempt);
    if (!taken.has(number)) return number;
  }
}

export const approvalTopic = 'approval-changed';

/** A request as it was made or decided: whom that concerns is told of it. */
export const ApprovalChanged = z.object({ workOrder: z.string(), approval: z.string() });

export const approvalChanged = ({ id: workOrder }: WorkOrder, { id, decided }: Approval): Message => ({
  key: `${approvalTopic}/${workOrder}/${id}/${decided?.outcome ?? 'pending'}`,
  topic: approvalTopic,
  body: { workOrder, approval: id } satisfies z.infer<typeof ApprovalChanged>,
});
