/** Ledgers in the store: a head for each work order, under its id, and its closed pages beside it. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { WorkOrder } from '../../src/agreement/work-order.ts';
import type { Citation } from '../../src/command/answer.ts';
import type { LedgerEntry } from '../../src/ledger/entries.ts';
import { withRecordedEvents } from '../../src/ledger/events.ts';
import { type ClosedPage, emptyLedger, type Ledger, withEntry } from '../../src/ledger/ledger.ts';
import { closing, type FilledPage, pageOf } from '../../src/ledger/pages.ts';
import { readLedger, StoredPage, writeLedger } from '../../src/ledger/stored.ts';
import type { AggregateKey, Message, Save, Store } from '../../src/store/port.ts';
import { answered, done, type Outcome, type Shell } from './outcome.ts';

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

const pageKey = ({ customer }: WorkOrder, id: string): AggregateKey => ({
  tenant: customer.tenantId,
  kind: 'ledger-page',
  id,
});

/** The ledger of a work order; an empty one while nothing has been posted. */
export async function loadLedger(store: Store, workOrder: WorkOrder): Promise<LoadedLedger> {
  const stored = await store.load(keyOf(workOrder));
  if (stored === undefined) return { ledger: emptyLedger, version: 0 };
  return { ledger: readLedger(stored.state), version: stored.version };
}

/** The entries of a closed page. @throws where the store has lost it: a ledger never names a page that was not written. */
export async function loadPage(
  store: Store,
  workOrder: WorkOrder,
  { id }: ClosedPage,
): Promise<readonly LedgerEntry[]> {
  const stored = await store.load(pageKey(workOrder, id));
  if (stored === undefined) throw new Error(`the ledger of ${workOrder.id} names page ${id}, which is not there`);
  return StoredPage.parse(stored.state).entries;
}

/** Keeps a page; once it stands it stays as it is, since the same id is the same entries. */
export async function keepPage(store: Store, workOrder: WorkOrder, { id, entries }: FilledPage): Promise<void> {
  const state: StoredPage = { format: 'ledger-page/1', entries: [...entries] };
  await store.save({ key: pageKey(workOrder, id), expected: 0, state });
}

/** Keeps entries as a closed page whose name is what it holds: the same entries are the same page, however often. */
export async function keepAsPage(
  store: Store,
  workOrder: WorkOrder,
  entries: readonly LedgerEntry[],
): Promise<ClosedPage> {
  const digest = createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 32);
  const page = pageOf(`${workOrder.id}/${digest}`, entries);
  await keepPage(store, workOrder, page);
  return page;
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

/** What was told before, as it was told: with a request that waits nothing was done. */
export const toldAgain = (before: ToldOnce): Outcome =>
  before.facts.approval === undefined ? done(before) : answered(before);

/**
 * Adds entries of one command to the ledger as it was read and keeps what is told of them. The same command is posted once:
 * a second arrival gets what the first was told. Whoever comes after somebody else gets a `LedgerConflict` and decides anew.
 * A full page is written before the head that no longer holds it, so that a kill in between loses nothing.
 */
export async function post(
  store: Store,
  workOrder: WorkOrder,
  loaded: LoadedLedger,
  entries: readonly LedgerEntry[],
  told: ToldOnce,
  messages: readonly Message[] = [],
): Promise<ToldOnce> {
  const { version } = loaded;
  const full = closing(loaded.ledger, `${workOrder.id}/closed-after-${version}`);
  if (full !== undefined) await keepPage(store, workOrder, full.page);
  const ledger = entries.reduce(withEntry, full?.ledger ?? loaded.ledger);
  const command = entries[0] && { id: entries[0].command, result: told };
  const outcome = await saveLedger(store, workOrder, ledger, version, { messages, ...(command ? { command } : {}) });
  return outcome === undefined ? told : Told.parse(outcome.result);
}

/** Saves a ledger to which nothing is posted, and what is told of it; a second arrival gets what the first was told. */
export async function saveToldOnce(
  { store, commandId: id }: Pick<Shell, 'store' | 'commandId'>,
  workOrder: WorkOrder,
  { ledger, version }: LoadedLedger,
  told: ToldOnce,
  messages: readonly Message[],
): Promise<ToldOnce> {
  const change = { messages, command: { id, result: told } };
  const outcome = await saveLedger(store, workOrder, ledger, version, change);
  return outcome === undefined ? told : Told.parse(outcome.result);
}

/**
 * Saves the head against the version that was read; the result of the first arrival where the command was done before.
 * @throws LedgerConflict where somebody else came first.
 */
export async function saveLedger(
  store: Store,
  workOrder: WorkOrder,
  ledger: Ledger,
  version: number,
  change: Pick<Save, 'messages' | 'command'>,
): Promise<{ readonly result: unknown } | undefined> {
  const saved = await store.save({
    key: keyOf(workOrder),
    expected: version,
    state: writeLedger(ledger),
    ...change,
  });
  if (saved.kind === 'conflict') throw new LedgerConflict(workOrder.id);
  return saved.kind === 'repeated' ? { result: saved.result } : undefined;
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
