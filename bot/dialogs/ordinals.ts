/** "The first one", "den anden", "le dernier", "第二個": which of several things that were just shown. */

const FIRST_TO_THIRD: readonly (readonly [number, RegExp])[] = [
  [0, /\b(?:first|1st) (?:one|incident|case|ticket)\b|^(?:the )?(?:first|1st)$/u],
  [1, /\b(?:second|2nd) (?:one|incident|case|ticket)\b|^(?:the )?(?:second|2nd)$/u],
  [2, /\b(?:third|3rd) (?:one|incident|case|ticket)\b|^(?:the )?(?:third|3rd)$/u],
  [-1, /\blast one\b|^(?:the )?last$/u],
  [0, /(?:^|\s)den første(?:\s|$)/u],
  [1, /(?:^|\s)den anden(?:\s|$)/u],
  [2, /(?:^|\s)den tredje(?:\s|$)/u],
  [-1, /(?:^|\s)den sidste(?:\s|$)/u],
  [0, /(?:^|\s)l[ea] premi(?:er|ère)(?:\s(?:incident|cas|ticket))?$/u],
  [1, /(?:^|\s)l[ea] (?:deuxième|seconde?)(?:\s(?:incident|cas|ticket))?$/u],
  [2, /(?:^|\s)l[ea] troisième(?:\s(?:incident|cas|ticket))?$/u],
  [-1, /(?:^|\s)l[ea] derni(?:er|ère)$/u],
  [0, /(?:^|\s)(?:i|e|të) par[iëae]n?(?:\s|$)/u],
  [1, /(?:^|\s)(?:i|e|të) dyt[iëae]n?(?:\s|$)/u],
  [2, /(?:^|\s)(?:i|e|të) tret[iëae]n?(?:\s|$)/u],
  [-1, /(?:^|\s)(?:i|e|të) fundit$/u],
  [0, /(?:^|\s)бірінші(?:сі|сін|ні)?(?:\s|$)/u],
  [1, /(?:^|\s)екінші(?:сі|сін|ні)?(?:\s|$)/u],
  [2, /(?:^|\s)үшінші(?:сі|сін|ні)?(?:\s|$)/u],
  [-1, /(?:^|\s)соңғы(?:сы|сын|ны)(?:\s|$)/u],
  [0, /第一(?:個|筆|件|張|項)|^第一$/u],
  [1, /第二(?:個|筆|件|張|項)|^第二$/u],
  [2, /第三(?:個|筆|件|張|項)|^第三$/u],
  [-1, /最後(?:一)?(?:個|筆|件|張|項)|^最後$/u],
];

/** Longer texts speak of something else by the way. */
const MOST_CHARACTERS = 60;

const bare = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[.!?,;。！？，；]+/gu, '');

/** The index of the thing meant, -1 for the last one; undefined where none is. */
export function ordinalIn(text: string): number | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  const said = bare(text);
  return FIRST_TO_THIRD.find(([, form]) => form.test(said))?.[0];
}

/** The number of an offered reading, typed alone: "2" or "2." */
export function digitIn(text: string): number | undefined {
  const digit = /^\s*([1-9])\s*[.)]?\s*$/u.exec(text)?.[1];
  return digit === undefined ? undefined : Number(digit) - 1;
}

/** "My last incident", "den seneste sag": the newest, whichever was talked about. */
export const meansNewest = (text: string): boolean =>
  /\b(?:last|latest|newest|most recent) (?:incident|case|ticket)\b|(?:seneste|sidste|nyeste) (?:sag|hændelse|ticket)|(?:dernier|plus récent) (?:incident|ticket|cas)|incidenti[nt]* (?:tim )?(?:i |e |të )?fundit|соңғы (?:оқиға|инцидент|өтінім)|(?:最近|最新|上一個|最後一個)的?(?:事件|案件|工單)/iu.test(
    text,
  );
