/** Text of people, made harmless to look at: nothing in it can hide, reorder or overlap what stands around it. */

/** Controls, bidirectional and other invisible formats, separators, lone surrogates; joiners stay, emoji need them. */
const HARMFUL = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** Marks piled on one letter until they cover the lines around it. */
const PILED_MARKS = /(\p{M}{6})\p{M}+/gu;
const BLANK_LINES = /\n{3,}/g;

/** The text without what is invisible or harmful; line ends become `\n`, other controls a space. */
export function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(HARMFUL, ' ').replace(PILED_MARKS, '$1').replace(BLANK_LINES, '\n\n');
}

/** The same on one line. */
export const cleanLine = (text: string): string => clean(text).replace(/\s+/gu, ' ').trim();

/** At most `most` UTF-16 units, the last of them an ellipsis where something was cut; no character is split. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/(?:\p{Cs}|\u200d|\s)+$/u, '')}…`;
}
