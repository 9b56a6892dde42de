/** Dead letters as lines for a person at a terminal. What others wrote is shown without control characters. */
import type { FoundLetter } from '../outbox/dead-letters.ts';

/** A line a letter, and what is on its way marked as such. */
export function letterLines(letters: readonly FoundLetter[]): string[] {
  if (letters.length === 0) return ['There are no dead letters.'];
  return letters.map((letter) => {
    const { id, at, tenant, topic, key, error, tried, status } = letter;
    const state = status === 'resent' ? 'on its way again' : `${error.kind} after ${tried}: ${error.detail}`;
    return plain([id.slice(0, 8), at, tenant, topic, key, state].join('  '));
  });
}

/** All of a letter, as JSON. */
export const wholeLetter = (letter: FoundLetter): string => JSON.stringify(letter, undefined, 2);

const plain = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
