/** What an edition says of a subject, whatever its shape, in words. */
import { Id } from '../knowledge/vocabulary.ts';
import { cut } from './clean.ts';
import { languageNames } from './formats.ts';
import type { Voice } from './voice.ts';

const MOST = 240;
/** Groups of strings in which a bare code may have its words. */
const GROUPS = ['effort', 'rounding', 'via', 'compare'] as const;

/** A value of a comparison: a figure, a code, an id, or a list or a table of them; cut where it grows long. */
export const differenceValue = (value: unknown, voice: Voice): string => cut(words(value, voice), MOST);

function words(value: unknown, voice: Voice): string {
  if (value === null || value === undefined) return voice.say('compare.none');
  if (typeof value === 'boolean') return voice.say(value ? 'allowed.yes' : 'allowed.no');
  if (typeof value === 'number') return voice.number(value);
  if (typeof value === 'string') return codeWords(value, voice);
  if (Array.isArray(value))
    return value.length === 0 ? voice.say('compare.none') : voice.list(value.map((item) => words(item, voice)));
  return voice.clauses(
    Object.entries(value).map(([name, inner]) =>
      voice.say('reading', { title: nameWords(name, voice), details: words(inner, voice) }),
    ),
  );
}

function codeWords(code: string, voice: Voice): string {
  for (const group of GROUPS) {
    const found = voice.codeIfAny(group, code);
    if (found !== undefined) return found;
  }
  if (/^[A-Z]{2}$/.test(code)) return voice.country(code);
  if (Object.hasOwn(voice.names.products, code)) return voice.product(code);
  if (Object.hasOwn(voice.names.services, code)) return voice.service(code);
  if (/^[a-z]{2}(-[A-Za-z]+)?$/.test(code)) return languageNames(voice.audience.language).of(code) ?? code;
  return Id.safeParse(code).success ? voice.service(code) : code;
}

/** The name of a figure, of a severity, or of the language that a source is written in. */
const nameWords = (name: string, voice: Voice): string =>
  /^[1ABC]$/.test(name)
    ? voice.say('severity.label', { severity: name })
    : (voice.codeIfAny('fact', name) ?? voice.codeIfAny('limit', name) ?? codeWords(name, voice));
