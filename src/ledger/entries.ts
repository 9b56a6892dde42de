/**
 * The entries of a ledger: double-entry postings per service, location and unit. Within an entry the lines of each of
 * these pools add up to zero, so that whatever leaves one account of a pool stands in another.
 */
import { z } from 'zod';
import { Id, IsoDate, Unit } from '../../knowledge/vocabulary.ts';
import { DirectoryId } from '../directory-id.ts';
import { add, type Decimal, decimalOf, isZero, toText, zero } from './decimal.ts';

/**
 * `available` can still be spent; `reserved` is held for what is booked; `used` is gone; `sent` went to another pool and
 * `received`, as a negative amount, is where the available came from.
 */
export const Account = z.enum(['available', 'reserved', 'used', 'sent', 'received']);
export type Account = z.infer<typeof Account>;

/** What is no number ends the check: there is nothing to add up then. */
const Amount = z.string().regex(/^-?\d+(\.\d+)?$/, { error: 'must be a decimal number', abort: true });

export const Line = z.strictObject({
  service: Id,
  location: z.string().min(1),
  unit: Unit,
  account: Account,
  amount: Amount,
});
export type Line = z.infer<typeof Line>;

/** Where a quantity is counted: one service at one location in one unit. */
export type Pool = Pick<Line, 'service' | 'location' | 'unit'>;

/** No service and no unit has a line break in its name, so that no two pools share a key. */
export const keyOf = ({ service, location, unit }: Pool): string => `${service}\n${unit}\n${location}`;

/** What a posting that came from a file says of its amount. */
export const ImportKind = z.enum(['opening', 'used', 'returned', 'received', 'sent']);
export type ImportKind = z.infer<typeof ImportKind>;

/** What an entry was made for. */
export const Why = z.discriminatedUnion('reason', [
  z.strictObject({ reason: z.literal('exchange'), from: z.string(), to: z.string() }),
  z.strictObject({
    reason: z.literal('redemption'),
    service: Id,
    location: z.string(),
    quantity: z.number().positive(),
  }),
  z.strictObject({
    reason: z.literal('hours'),
    service: Id,
    hours: z.number().positive(),
    /** The service in whose stead the hours were worked. */
    for: Id.optional(),
    incident: z.string().optional(),
    /** Why nothing was charged. */
    uncharged: z.string().optional(),
  }),
  z.strictObject({
    reason: z.literal('hours-returned'),
    incident: z.string(),
    /** The rule by which they were not to be charged. */
    because: z.string(),
  }),
  z.strictObject({
    reason: z.literal('booking'),
    booking: z.string(),
    service: Id,
    location: z.string(),
    date: IsoDate,
  }),
  z.strictObject({
    reason: z.literal('cancellation'),
    booking: z.string(),
    /** The date that was booked. */
    date: IsoDate,
    feePercent: z.number().min(0).max(100),
  }),
  z.strictObject({
    reason: z.literal('move'),
    booking: z.string(),
    /** The day that was booked before, and the one that is now. */
    from: IsoDate,
    date: IsoDate,
    feePercent: z.number().min(0).max(100),
  }),
  z.strictObject({
    reason: z.literal('import'),
    kind: ImportKind,
    /** The row of the file, and what tells this posting from every other one. */
    row: z.number().int().positive(),
    identity: z.string(),
    reference: z.string().max(200).optional(),
  }),
  z.strictObject({
    reason: z.literal('event'),
    service: Id,
    location: z.string(),
    start: IsoDate,
    end: IsoDate,
    solutions: z.number().int().positive(),
    confirmedOn: IsoDate,
  }),
]);
export type Why = z.infer<typeof Why>;

/** What a decision wants to be posted, before it is signed. */
export interface Draft {
  readonly why: Why;
  readonly lines: readonly Line[];
  /** What the person said to it. */
  readonly text?: string;
}

export const LedgerEntry = z
  .strictObject({
    /** An instant with the offset of the location. */
    at: z.iso.datetime({ offset: true }),
    by: DirectoryId,
    byName: z.string().optional(),
    /** The command that did it; no other entry has the same. */
    command: z.string(),
    why: Why,
    /** The second administrator, where the amount asked for one. */
    approvedBy: DirectoryId.optional(),
    approvedByName: z.string().optional(),
    /** Empty where something was recorded that took nothing. */
    lines: z.array(Line),
    /** What the person said to it. */
    text: z.string().max(4000).optional(),
  })
  .refine(({ lines }) => isBalanced(lines), { error: 'does not add up to zero in each pool' });
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** Whether the lines of each pool add up to zero. */
export function isBalanced(lines: readonly Line[]): boolean {
  const sums = new Map<string, Decimal>();
  for (const line of lines) sums.set(keyOf(line), add(sums.get(keyOf(line)) ?? zero, decimalOf(line.amount)));
  return [...sums.values()].every(isZero);
}

export const line = (pool: Pool, account: Account, amount: Decimal): Line => ({
  service: pool.service,
  location: pool.location,
  unit: pool.unit,
  account,
  amount: toText(amount),
});
