/** Names for incidents: short, speakable in every language, and the same for the same command. */

const DIGITS = 6;

/**
 * A number for an incident from the id of the command that opens it and the attempt: the same command gets the same
 * number again, and a number that is taken is answered by the next attempt. Form: INC- and six digits.
 */
export const incidentId = (commandId: string, attempt: number): string => speakableId('INC', commandId, attempt);

/** The same for whatever else is named so: the prefix, a hyphen and six digits. */
export function speakableId(prefix: string, commandId: string, attempt: number): string {
  const digits = DIGITS + Math.floor(attempt / 8);
  const span = 9 * 10 ** (digits - 1);
  return `${prefix}-${10 ** (digits - 1) + (hash(`${commandId}#${attempt}`) % span)}`;
}

/** FNV-1a over UTF-16 units, widened to 52 bits by a second pass: spreads well, needs no I/O. */
function hash(text: string): number {
  return (fnv(text, 0x811c9dc5) % 0x100000) * 0x100000000 + fnv(text, 0x01000193);
}

function fnv(text: string, seed: number): number {
  let value = seed;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  value ^= value >>> 13;
  return value >>> 0;
}
