/** Answers to a question of the desk's: yes, no, leave it; and corrections of what was said before. */
import type { View } from './view.ts';

export type Reply = 'yes' | 'no' | 'cancel';

/** A reply says little else. */
const MOST_WORDS = 7;

/** The reply that a short text opens with. "Cancel" with something to cancel is an order and no reply. */
export function replyIn(view: View): Reply | undefined {
  const { tokens, marks } = view;
  if (tokens.length === 0 || tokens.length > MOST_WORDS) return undefined;
  const [found] = (['cancel', 'no', 'yes'] as const)
    .flatMap((value) => marks.at(0, 'reply', value) ?? [])
    .sort((a, b) => b.to - a.to);
  if (found === undefined) return undefined;
  const names = namesSomething(view);
  if (found.value.value === 'yes') return names && found.to < tokens.length - 4 ? undefined : 'yes';
  const dropped =
    found.value.value === 'no' &&
    marks.of('reply').some(({ value, from }) => value.value === 'cancel' && from >= found.to);
  if (found.value.value === 'cancel' || dropped) return names ? undefined : 'cancel';
  return 'no';
}

const namesSomething = ({ entities: { services, products, when, incident, amounts } }: View): boolean =>
  services.length + products.length + when.dates.length + amounts.length > 0 || incident !== undefined;

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
