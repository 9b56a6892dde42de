/** What makes the address of a calendar file one that nobody guesses: a secret of the tenant's, kept in the store. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { AggregateKey, Store } from '../../src/store/port.ts';

const State = z.strictObject({ format: z.literal('calendar-key/1'), key: z.string().min(1) });
const BYTES = 32;

const keyOf = (tenant: string): AggregateKey => ({ tenant, kind: 'calendar-key', id: 'calendar-key' });

/** The tenant's secret; undefined while no address of a file has been given to it. */
export async function calendarKey(store: Store, tenant: string): Promise<string | undefined> {
  const stored = await store.load(keyOf(tenant));
  return stored === undefined ? undefined : State.parse(stored.state).key;
}

/** The tenant's secret, made when it is first needed; of two that are made at once one stands. */
export async function someCalendarKey(store: Store, tenant: string): Promise<string> {
  const known = await calendarKey(store, tenant);
  if (known !== undefined) return known;
  const key = randomBytes(BYTES).toString('base64url');
  const saved = await store.save({ key: keyOf(tenant), expected: 0, state: { format: 'calendar-key/1', key } });
  return saved.kind === 'saved' ? key : someCalendarKey(store, tenant);
}

/** The part of an address that only this desk can make. */
export const signatureOf = (key: string, order: string, booking: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([order, booking]))
    .digest('base64url');

/** Whether a signature is that of the booking; takes as long for a nearly right one as for any other. */
export function isSigned(key: string, order: string, booking: string, given: string): boolean {
  const [right, asked] = [signatureOf(key, order, booking), given].map((text) => Buffer.from(text));
  return right !== undefined && asked !== undefined && right.length === asked.length && timingSafeEqual(right, asked);
}
