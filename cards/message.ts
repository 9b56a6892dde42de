/** A short word from the desk that needs no more than a head: left as it was, nothing governs. */
import type { Citation } from '../src/command/answer.ts';
import { ended, sentences } from './sentences.ts';
import { type Rendered, type Section, Sheet, type Tone } from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/message.json' with { type: 'json' };
import type { Voice } from './voice.ts';

export const Message = Sheet;
const fill = cardOf(template, Message);

export interface Word {
  readonly tone: Tone;
  readonly kicker: string;
  readonly headline: string;
  readonly lines?: readonly string[];
  readonly sections?: Section[];
}

/** The card of a short word, and its text. */
export function messageCard(
  { tone, kicker, headline, lines = [], sections = [] }: Word,
  citations: readonly Citation[],
  voice: Voice,
): Rendered {
  const basis = voice.basis(citations);
  const text = sentences(
    ended(headline),
    ...lines.map(ended),
    ...sections.flatMap(({ items = [] }) => items.map(ended)),
    ended(basis),
  );
  const card = fill({
    speak: text,
    header: { tone, kicker, headline, sublines: [...lines] },
    sections,
    basis: [basis ?? []].flat(),
  });
  return { text, card };
}
