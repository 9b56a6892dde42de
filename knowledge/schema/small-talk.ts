/** What people say to the desk that is no question to it, and whom to call when it is worse than IT. */
import { z } from 'zod';
import { DeskLanguage } from '../vocabulary.ts';

/** Phrases by language; a word in one that ends in `*` stands for every word that begins so. */
const Phrases = z.record(DeskLanguage, z.array(z.string().min(1)).min(1));

export const Emergency = z.enum(['fire', 'medical', 'police']);
export type Emergency = z.infer<typeof Emergency>;

/** `small-talk.json`: the kinds, and the words that may stand around them without making a question. */
export const SmallTalkWords = z.strictObject({
  greeting: Phrases,
  thanks: Phrases,
  goodbye: Phrases,
  who: Phrases,
  insult: Phrases,
  person: Phrases,
  'off-topic': Phrases,
  fire: Phrases,
  medical: Phrases,
  police: Phrases,
  filler: Phrases,
});
export type SmallTalkWords = z.infer<typeof SmallTalkWords>;

const Dialled = z.string().regex(/^\d{2,4}$/);

/**
 * `emergency-numbers.json`, by ISO country: the number for everything, and those of a service of its own. Every number
 * of a row is held by two public tables (libphonenumber's short numbers; Android's emergency numbers or a newer list):
 * a country that none confirms is left out, and the desk says the international number.
 */
export const EmergencyNumbers = z.record(
  z.string().regex(/^[A-Z]{2}$/),
  z.strictObject({ any: Dialled, fire: Dialled, medical: Dialled, police: Dialled }).partial(),
);
export type EmergencyNumbers = z.infer<typeof EmergencyNumbers>;
