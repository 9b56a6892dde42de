import { z } from 'zod';
import { DeskLanguage } from '../vocabulary.ts';

/**
 * Words of the desk's own for one thing in each language that has them; English always.
 * Where a text holds figures they stand as ICU arguments, `{noticeWeeks}`, and the edition fills them in.
 */
export const Text = z.partialRecord(DeskLanguage, z.string().min(1)).refine((text) => text.en !== undefined, {
  error: 'needs at least the English words',
});
export type Text = z.infer<typeof Text>;

/** Several ways of saying one thing, per language. */
export const Phrases = z.partialRecord(DeskLanguage, z.array(z.string().min(1)));
export type Phrases = z.infer<typeof Phrases>;
