/**
 * Spending that waits for a second administrator. A request holds what was asked and the figure that was agreed to; it
 * reserves nothing and posts nothing. It is decided once, on the ledger as it stands then.
 */
import { z } from 'zod';
import type { Contact, WorkOrder } from '../agreement/work-order.ts';
import { toLocalIso } from '../calendar/local-date.ts';
import type { ApprovalFacts } from '../command/account-contract.ts';
import { DirectoryId } from '../directory-id.ts';
import { add, compare, type Decimal, decimalOf, greatest, multiply, toNumber, zero } from './decimal.ts';
import type { Draft, Line } from './entries.ts';
import type { Ledger } from './ledger.ts';

const Instant = z.iso.datetime({ offset: true });

const Decided = z.strictObject({
  outcome: z.enum(['approved', 'rejected']),
  at: Instant,
  by: DirectoryId,
  byName: z.string().optional(),
  text: z.string().optional(),
});
export type Decided = z.infer<typeof Decided>;

export const Approval = z.strictObject({
  id: z.string(),
  command: z.string(),
  args: z.record(z.string(), z.unknown()),
  /** The facts of the command as they were quoted, or as they were when it was done. */
  quote: z.record(z.string(), z.unknown()),
  location: z.string(),
  /** What it would spend of the unit that has the amount, and that amount, when it was asked. */
  amount: z.number(),
  above: z.number(),
  unit: z.string(),
  by: DirectoryId,
  byName: z.string().optional(),
  /** In the zone of the location. */
  at: Instant,
  decided: Decided.optional(),
});
export type Approval = z.infer<typeof Approval>;

/** What a draft spends beyond what the work order lets one administrator spend. */
export interface Excess {
  readonly unit: string;
  readonly amount: number;
  readonly above: number;
}

/** The first amount of the work order that a draft goes beyond; undefined where one administrator is enough. */
export function excessOf({ approval, locations }: WorkOrder, draft: Pick<Draft, 'lines'>): Excess | undefined {
  for (const [unit, above] of Object.entries(approval?.above ?? {})) {
    const amount = spentOf(draft.lines, unit, locations);
    if (compare(amount, decimalOf(above)) > 0) return { unit, amount: toNumber(amount), above };
  }
  return undefined;
}

/** What leaves the customer's hands: used, sent or newly reserved. What was reserved before and is given back counts against it. */
function spentOf(lines: readonly Line[], unit: string, locations: WorkOrder['locations']): Decimal {
  const outgoing = lines.filter(({ account }) => account === 'used' || account === 'sent' || account === 'reserved');
  const total = outgoing.map((line) => countedIn(unit, line, locations)).reduce(add, zero);
  const consumed = outgoing
    .filter(({ account }) => account !== 'reserved')
    .map((line) => countedIn(unit, line, locations))
    .reduce(add, zero);
  // A cancellation frees more than its fee takes: the fee is spent all the same.
  return [total, consumed, zero].reduce(greatest);
}

/** The line's amount in a unit; in a currency what credits are worth at the location's rate. */
function countedIn(unit: string, line: Line, locations: WorkOrder['locations']): Decimal {
  if (line.unit === unit) return decimalOf(line.amount);
  const rate = locations.find(({ id }) => id === line.location)?.creditRate;
  if (line.unit !== 'credits' || rate?.currency !== unit) return zero;
  return multiply(decimalOf(line.amount), decimalOf(rate.perCredit));
}

/** The administrators of the work order who may decide what somebody has asked for: all but the asker. */
export const deciders = ({ contacts }: WorkOrder, asker: string): readonly Contact[] =>
  contacts.filter(({ userId, roles }) => userId !== asker && roles.includes('administrator'));

const DAY = 86_400_000;

/** The instant (epoch milliseconds) from which a request is not decided any more; undefined where it waits on. */
function lapseOf({ at }: Approval, { approval }: WorkOrder): number | undefined {
  const days = approval?.lapsesAfterDays;
  return days === undefined ? undefined : Date.parse(at) + days * DAY;
}

/** How a request stands; `now` in epoch milliseconds. */
export function approvalState(request: Approval, workOrder: WorkOrder, now: number): ApprovalFacts['state'] {
  if (request.decided !== undefined) return request.decided.outcome;
  const lapse = lapseOf(request, workOrder);
  return lapse !== undefined && now >= lapse ? 'lapsed' : 'pending';
}

/** A request as it is told, with the names of those who may decide it. Instants are those of its location's zone. */
export function approvalFacts(request: Approval, workOrder: WorkOrder, now: number): ApprovalFacts {
  const { id, command, args, location, amount, above, unit, by, byName, at, decided } = request;
  const lapse = lapseOf(request, workOrder);
  const zone = workOrder.locations.find((place) => place.id === location)?.timeZone ?? 'UTC';
  const { outcome: _outcome, ...who } = decided ?? {};
  return {
    id,
    workOrder: workOrder.id,
    command,
    args,
    location,
    state: approvalState(request, workOrder, now),
    amount,
    above,
    unit,
    by,
    ...(byName === undefined ? {} : { byName }),
    asked: at,
    ...(lapse === undefined ? {} : { lapses: toLocalIso(lapse, zone) }),
    ...(decided === undefined ? {} : { decided: who as ApprovalFacts['decided'] }),
    needs: deciders(workOrder, by).map(({ name }) => name),
  };
}

/** So many requests that wait no more are kept beside the ledger; what came of older ones stands in its entries. */
export const MOST_SETTLED = 200;

/**
 * The ledger with a request added, or in the place of the one with its id. Of those that were decided, or by `now` (epoch
 * milliseconds) have lapsed, the oldest make room: the head of a ledger is read and written with every command.
 */
export function withApproval(ledger: Ledger, request: Approval, workOrder: WorkOrder, now: number): Ledger {
  const others = ledger.approvals.filter(({ id }) => id !== request.id);
  const settled = others.filter((other) => approvalState(other, workOrder, now) !== 'pending');
  const surplus = new Set(settled.slice(0, Math.max(0, settled.length - MOST_SETTLED)));
  return { ...ledger, approvals: [...others.filter((other) => !surplus.has(other)), request] };
}
