/** Ledgers in the store: one aggregate for each work order, under its id. */
import { z } from 'zod';
import type { WorkOrder } from '../../src/agreement/work-order.ts';
import type { Citation } from '../../src/command/answer.ts';
import { type LedgerEntry, StoredLedger } from '../../src/ledger/entries.ts';
import { withRecordedEvents } from '../../src/ledger/events.ts';
import { emptyLedger, type Ledger, withEntry } from '../../src/ledger/ledger.ts';
import type { AggregateKey, Store } from '../../src/store/port.ts';

export interface LoadedLedger {
  readonly ledger: Ledger;
  /** The version to save against; 0 while nothing has been posted. */
  readonly version: number;
}

/** What was told when something was posted, for whoever asks for the same again. */
export interface ToldOnce {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly citations: readonly Citation[];
}

const Told = z.object({
  facts: z.record(z.string(), z.unknown()),
  citations: z.array(z.object({ edition: z.string(), section: z.string() })),
});

const keyOf = ({ id, customer }: WorkOrder): AggregateKey => ({ tenant: customer.tenantId, kind: 'ledger', id });

/** The ledger of a work order; an empty one while nothing has been posted. */
export async function loadLedger(store: Store, workOrder: WorkOrder): Promise<LoadedLedger> {
  const stored = await store.load(keyOf(workOrder));
  if (stored === undefined) return { ledger: emptyLedger, version: 0 };
  const { entries } = StoredLedger.parse(stored.state);
  return { ledger: { entries }, version: stored.version };
}

/** What this command was answered when it was done before on one of the work orders; undefined where it was not. */
export async function toldBefore(
  store: Store,
  workOrders: readonly WorkOrder[],
  commandId: string,
): Promise<ToldOnce | undefined> {
  for (const workOrder of workOrders) {
    const done = await store.resultOf(keyOf(workOrder), commandId);
    if (done !== undefined) return Told.parse(done.result);
  }
  return undefined;
}

/**
 * Adds an entry to the ledger as it was read and keeps what is told of it. The same command is posted once: a second
 * arrival gets what the first was told. Whoever comes after somebody else gets a `LedgerConflict` and decides anew.
 */
export async function post(
  store: Store,
  workOrder: WorkOrder,
  { ledger, version }: LoadedLedger,
  entry: LedgerEntry,
  told: ToldOnce,
): Promise<ToldOnce> {
  const { entries } = withEntry(ledger, entry);
  const saved = await store.save({
    key: keyOf(workOrder),
    expected: version,
    state: { format: 'ledger/1', entries: [...entries] } satisfies StoredLedger,
    command: { id: entry.command, result: told },
  });
  if (saved.kind === 'conflict') throw new LedgerConflict(workOrder.id);
  return saved.kind === 'repeated' ? Told.parse(saved.result) : told;
}

/** Somebody posted between reading and writing; the command is decided anew on what stands now. */
export class LedgerConflict extends Error {
  constructor(workOrder: string) {
    super(`the ledger of ${workOrder} was changed in between`);
    this.name = 'LedgerConflict';
  }
}

/** Work orders with the Azure events that their ledgers hold; only those that hold events are looked up. */
export function withEvents(store: Store, workOrders: readonly WorkOrder[]): Promise<readonly WorkOrder[]> {
  return Promise.all(
    workOrders.map(async (workOrder) => {
      if (!workOrder.services.some(({ service }) => service === 'azure-events')) return workOrder;
      return withRecordedEvents(workOrder, (await loadLedger(store, workOrder)).ledger);
    }),
  );
}
