import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether an `Authorization` header holds the key; takes as long for a nearly right one as for any other. */
export function holdsKey(header: string | undefined, key: string): boolean {
  const [, given] = /^Bearer (\S+)$/i.exec(header ?? '') ?? [];
  return given !== undefined && timingSafeEqual(digest(given), digest(key));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
