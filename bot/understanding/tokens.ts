/** Cuts a text into words; every Han character is a word of its own. */
import { fold } from './fold.ts';

export interface Token {
  /** As typed. */
  readonly raw: string;
  /** Folded: see `fold`. */
  readonly form: string;
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** True when a hyphen or an apostrophe, and no space, joins it to the word before. */
  readonly glued: boolean;
  /** True when a mark that ends a thought (. ? ! ; : or a line break) stands between it and the word before. */
  readonly apart: boolean;
}

const words = /\p{Script=Han}|[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+/gv;
const glue = /^[-‐‑–'’ʼ`´]$/u;
const stop = /[?!;:\n。？！；：]|\.(?:\s|$)/u;

/** At most this many words are read: the rest of a longer text can only be free text. */
export const MAX_WORDS = 200;

/** The words of a text, in order. Variants are characters that stand for others, such as simplified Han ones. */
export function tokensOf(text: string, variants: ReadonlyMap<string, string> = new Map()): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: raw, index: start } of text.matchAll(words)) {
    const between = text.slice(end, start);
    const joined = tokens.length > 0 && glue.test(between);
    const form = fold(raw);
    tokens.push({
      raw,
      form: variants.get(form) ?? form,
      start,
      end: start + raw.length,
      glued: joined,
      apart: stop.test(between),
    });
    end = start + raw.length;
    if (tokens.length >= MAX_WORDS) break;
  }
  return tokens;
}
