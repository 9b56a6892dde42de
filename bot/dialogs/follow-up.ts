/** Words that open a question which leans on the one before: "and for severity B?", "et à Lyon ?", "那丹麥呢". */

const OPENINGS: readonly RegExp[] = [
  /^(and|or|what about|how about|and what|same for)\b/iu,
  /^(et|ou|et pour|et si|qu’en est-il|qu'en est-il)(?=[\s,])/iu,
  /^(og|hvad med|og hvad|eller)(?=[\s,])/iu,
  /^(po|dhe|ose|po për|po sikur)(?=[\s,])/iu,
  /^(ал|немесе)(?=[\s,])/iu,
  /^(那|那麼|如果是|換成)/u,
];
const CLOSINGS: readonly RegExp[] = [/呢[?？]?$/u, /\s(ше|ше\?)$/iu];

/** A longer text stands on its own feet. */
const MOST_WORDS = 8;
const MOST_HAN = 16;

/** True for a short text that begins (in Chinese and Kazakh also ends) like the continuation of a question. */
export function leansOnLast(text: string): boolean {
  const trimmed = text.trim();
  const isShort = /\p{Script=Han}/u.test(trimmed)
    ? trimmed.length <= MOST_HAN
    : trimmed.split(/\s+/u).length <= MOST_WORDS;
  return isShort && [...OPENINGS, ...CLOSINGS].some((form) => form.test(trimmed));
}

/** "Wait, …": what follows is asked in between. */
export const holdsOn = (text: string): boolean =>
  /^\s*(?:wait|hold on|hang on|(?:just )?(?:a|one) moment|vent|lige et øjeblik|et øjeblik|attends|attendez|un instant|une seconde|prit|prisni|një moment|një çast|күте тұр|тоқтай тұр|сәл күт|等一下|等等|稍等|先等)/iu.test(
    text,
  );
