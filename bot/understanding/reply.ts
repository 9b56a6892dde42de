/** Answers to a question of the desk's: yes, no, leave it; and corrections of what was said before. */
import type { View } from './view.ts';

export type Reply = 'yes' | 'no' | 'cancel';

/** A reply says little else. */
const MOST_WORDS = 7;

/** The reply that a short text opens with. */
export function replyIn({ tokens, marks }: View): Reply | undefined {
  if (tokens.length === 0 || tokens.length > MOST_WORDS) return undefined;
  const found = (['cancel', 'no', 'yes'] as const)
    .flatMap((value) => {
      const match = marks.at(0, 'reply', value);
      return match === undefined ? [] : [{ value, to: match.to }];
    })
    .sort((a, b) => b.to - a.to)[0];
  if (found === undefined) return undefined;
  const rest =
    found.value === 'no'
      ? marks.of('reply').find(({ value, from }) => value.value === 'cancel' && from >= found.to)
      : undefined;
  return rest === undefined ? found.value : 'cancel';
}

/** "No, severity B", "I meant Lyon": takes back a part of what was said. */
export const isCorrection = ({ tokens, marks, entities }: View): boolean =>
  marks.at(0, 'reply', 'correction') !== undefined &&
  tokens.length > 1 &&
  (entities.severities.length > 0 ||
    entities.products.length > 0 ||
    entities.places.length > 0 ||
    entities.services.length > 0 ||
    entities.when.dates.length > 0 ||
    entities.amounts.length > 0);
