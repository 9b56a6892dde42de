/**
 * What a `Retry-After` header asks for, which holds seconds or a date.
 * @param now milliseconds since the epoch
 * @returns milliseconds from now, at least 0; undefined for an absent or unreadable header
 */
export function retryAfterMs(header: string | null | undefined, now: number): number | undefined {
  if (header === undefined || header === null || header === '') return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.max(ms, 0) : undefined;
}
