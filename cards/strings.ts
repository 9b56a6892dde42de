/** The desk's own words: one flat table per language, messages in ICU syntax, compiled when first said and kept. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { DeskLanguage } from '../knowledge/vocabulary.ts';
import da from './strings/da.json' with { type: 'json' };
import en from './strings/en.json' with { type: 'json' };
import fr from './strings/fr.json' with { type: 'json' };
import kk from './strings/kk.json' with { type: 'json' };
import sq from './strings/sq.json' with { type: 'json' };
import zhHant from './strings/zh-Hant.json' with { type: 'json' };

export type StringKey = keyof typeof en;
export type Strings = Readonly<Record<StringKey, string>>;
export type MessageArguments = Readonly<Record<string, string | number>>;

/** Every language of the desk holds every key. */
export const strings: Readonly<Record<DeskLanguage, Strings>> = { en, sq, kk, da, 'zh-Hant': zhHant, fr };

const compiled = new Map<string, IntlMessageFormat>();

/** The Intl locale of a desk language: English is written and dated the British way. */
export const localeOf = (language: DeskLanguage): string => (language === 'en' ? 'en-GB' : language);

/** True for a key that the tables hold; lets a code of the domain be looked up without a promise that it has words. */
export const isStringKey = (key: string): key is StringKey => Object.hasOwn(en, key);

/**
 * The message in the language, with its arguments put in as they are: an argument is never read as a message.
 * A message that lacks an argument throws, for that is a bug of the caller.
 */
export function say(language: DeskLanguage, key: StringKey, args?: MessageArguments): string {
  const message = strings[language][key];
  if (args === undefined && !message.includes('{')) return message;
  return String(messageOf(language, key, message).format({ ...args }));
}

function messageOf(language: DeskLanguage, key: StringKey, message: string): IntlMessageFormat {
  const id = `${language} ${key}`;
  const known = compiled.get(id);
  if (known !== undefined) return known;
  const made = new IntlMessageFormat(message, localeOf(language), undefined, { ignoreTag: true });
  compiled.set(id, made);
  return made;
}
