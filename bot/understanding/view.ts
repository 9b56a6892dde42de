/** A text with everything that was found in it; what the classifier and the commands look at. */
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';
import type { Entities } from './entities.ts';
import type { Marks } from './marks.ts';
import type { Token } from './tokens.ts';

export interface View {
  readonly text: string;
  readonly language: DeskLanguage;
  readonly tokens: readonly Token[];
  readonly marks: Marks;
  readonly entities: Entities;
  /** Placeholders of what was found, by the word at which it begins, with the word after it. */
  readonly slots: ReadonlyMap<number, { readonly name: string; readonly to: number }>;
  /** Concepts by name, without those inside the name of a product or service. */
  readonly concepts: ReadonlySet<string>;
  /** The number of words that carry the order; a description after a colon carries none. */
  readonly ordering: number;
  /** Named and not known; `among` where the words for a product may mean one of these. */
  readonly unknown: { readonly product?: string; readonly severity?: string; readonly among?: readonly string[] };
}
