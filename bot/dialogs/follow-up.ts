/** How a text hangs together with what was asked before: leans on it, holds it on, comes back to it. */

/** "And for severity B?", "et à Lyon ?", "那丹麥呢". */
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
const FEW_HAN = 4;

/** True for a short text that begins (in Chinese and Kazakh also ends) like the continuation of a question. */
export function leansOnLast(text: string): boolean {
  const trimmed = text.trim();
  return isBrief(trimmed) && [...OPENINGS, ...CLOSINGS].some((form) => form.test(trimmed));
}

const isBrief = (text: string): boolean =>
  /\p{Script=Han}/u.test(text) ? text.trim().length <= MOST_HAN : text.trim().split(/\s+/u).length <= MOST_WORDS;

/** "Wait, …": what follows is asked in between. */
export const holdsOn = (text: string): boolean =>
  /^\s*(?:wait|hold on|hang on|(?:just )?(?:a|one) moment|vent|lige et øjeblik|et øjeblik|attends|attendez|un instant|une seconde|prit|prisni|një moment|një çast|күте тұр|тоқтай тұр|сәл күт|等一下|等等|稍等|先等)/iu.test(
    text,
  );

/** "Back to the incident": the question that is open is wanted again, and nothing else is said to it. */
export const comesBack = (text: string): boolean =>
  /(?<!\p{L})(?:(?:back|return) to|revenons|reven(?:ir|ez) [àa]|retour(?:nons)? (?:[àa]|au)|reprenons|(?:til)?bage til|të kthehemi|kthehemi te|kthehu te|kthehuni te)(?!\p{L})|(?<!\p{L})(?:қайта )?орал(?:айық|амыз|ыңыз|ып|сақ)(?!\p{L})|回到|言歸正傳/iu.test(
    text,
  ) && isBrief(text);

/** A word or two: a name, a number, a yes. */
export const isBare = (text: string): boolean => text.trim().split(/\s+/u).length <= 2;

/** So short that a yes or a no in it is all that it says. */
export function isFew(text: string): boolean {
  const letters = text.replaceAll(/[^\p{L}\p{N}]/gu, '');
  return isBare(text) && (!/\p{Script=Han}/u.test(text) || letters.length <= FEW_HAN);
}

export const isQuestion = (text: string): boolean => /[?？]\s*$/u.test(text);
