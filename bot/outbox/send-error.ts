import { z } from 'zod';

/** Why a message did not, or perhaps did, reach its channel: a closed list, for what follows differs for each. */
export const SendError = z.discriminatedUnion('kind', [
  /** The channel does not accept who we are: a token could not be had, or was refused. */
  z.object({ kind: z.literal('auth'), detail: z.string() }),
  /** Too much at once; nothing was delivered. */
  z.object({ kind: z.literal('throttled'), detail: z.string(), retryAfterMs: z.number().optional() }),
  /** Nothing was delivered, and trying again may help. */
  z.object({ kind: z.literal('transient'), detail: z.string() }),
  /** Nothing was delivered, and trying again will not help. */
  z.object({ kind: z.literal('permanent'), detail: z.string() }),
  /** The request went out and its answer is missing or unclear: it may stand in the channel already. */
  z.object({ kind: z.literal('maybe-delivered'), detail: z.string() }),
]);
export type SendError = z.infer<typeof SendError>;

/** Codes of network errors after which nothing was sent: no connection came about. */
export const neverConnected: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ERR_INVALID_URL',
  'UND_ERR_CONNECT_TIMEOUT',
]);
