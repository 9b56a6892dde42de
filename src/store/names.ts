/**
 * Turns any string into one name that every file system keeps apart from every other: lower-case ASCII only, so
 * neither letter case nor Unicode normal forms can merge two; no dot and no slash, so none can leave its directory.
 */
import { hash } from 'node:crypto';

const longest = 100;
/** Windows gives these to devices, with any extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * The file name that stands for a text: a lower-case letter, digit, `-` or `_` as it is, `+` before a letter that was
 * upper case, `%` and hexadecimal digits for all else; what grows too long becomes `~` and its SHA-256.
 */
export function encodeName(text: string): string {
  const encoded = text.replace(/[^a-z0-9_-]/gu, encodeCharacter);
  if (encoded === '') return '%';
  if (encoded.length > longest) return `~${digest(text)}`;
  return reserved.test(encoded) ? `${percent(encoded.charCodeAt(0))}${encoded.slice(1)}` : encoded;
}

/** The text that a name stands for; undefined where the name holds only a digest or was not made by `encodeName`. */
export function decodeName(name: string): string | undefined {
  if (name === '%') return '';
  if (!/^(?:[a-z0-9_-]|\+[a-z]|%u[0-9a-f]{4}|%[0-9a-f]{2})+$/.test(name)) return undefined;
  const escaped = name.replace(/\+([a-z])/g, (_, letter: string) => letter.toUpperCase());
  try {
    return escaped
      .split(/%u([0-9a-f]{4})/)
      .map(decodePart)
      .join('');
  } catch {
    return undefined;
  }
}

/** Which of 256 directories a text belongs into: two hexadecimal digits, evenly spread. */
export function shardOf(text: string): string {
  return digest(text).slice(0, 2);
}

function encodeCharacter(character: string): string {
  if (/^[A-Z]$/.test(character)) return `+${character.toLowerCase()}`;
  if (/^\p{Surrogate}$/u.test(character)) return `%u${character.charCodeAt(0).toString(16)}`;
  return [...Buffer.from(character, 'utf8')].map(percent).join('');
}

/** Splitting at surrogates puts their digits at the odd places and percent-encoded text at the even ones. */
const decodePart = (part: string, place: number): string =>
  place % 2 === 1 ? String.fromCharCode(Number.parseInt(part, 16)) : decodeURIComponent(part);

const percent = (byte: number): string => `%${byte.toString(16).padStart(2, '0')}`;

/** UTF-16, because UTF-8 has no form for half of a surrogate pair and would merge two such texts. */
const digest = (text: string): string => hash('sha256', Buffer.from(text, 'utf16le'), 'hex');
